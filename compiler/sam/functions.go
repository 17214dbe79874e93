package sam

import (
	"path"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/orkls/orkls/compiler/asl"
)

// function is a function of the template.
type function struct {
	*asl.Function
	id string
}

// function returns the id of a function's resource, which it writes at the first mention. Workflows of one template
// may share a function, each with a model of its own.
func (t *template) function(f *asl.Function, in *scope) string {
	for _, known := range t.functions {
		if reflect.DeepEqual(known.Function, f) {
			return known.id
		}
	}
	id := t.id(f.Name, "Function")
	t.functions = append(t.functions, function{f, id})
	t.handlers.add(id, mapping(
		field{"Type", text("AWS::Serverless::Function")},
		field{"Properties", in.handler(f)},
		field{"Metadata", build(f)},
	))
	return id
}

// handler are the properties of a function.
func (in *scope) handler(f *asl.Function) *yaml.Node {
	var properties fields
	properties.add("Description", optional(f.Comment))
	properties.add("CodeUri", text(folder(f.Entry)))
	properties.add("Handler", text(handler(f)))
	properties.add("Runtime", text(f.RuntimeID()))
	if f.Timeout != 0 {
		properties.add("Timeout", number(int((f.Timeout+999_999_999)/1_000_000_000)))
	}
	if f.MemorySize != 0 {
		properties.add("MemorySize", number(f.MemorySize))
	}
	if len(f.Layers) > 0 {
		layers := sequence()
		for _, arn := range f.Layers {
			layers.Content = append(layers.Content, in.text(arn))
		}
		properties.add("Layers", layers)
	}
	if variables := f.Variables(); len(variables) > 0 {
		properties.add("Environment", mapping(field{"Variables", tree(asl.Object(variables...), in.text)}))
	}
	properties.add("Tracing", text(tracing[f.Tracing]))
	for _, e := range f.Extra {
		if known := extras[e.Name]; known != nil {
			properties = append(properties, known(tree(e.Value, in.text)))
		}
	}
	return mapping(properties...)
}

func folder(entry string) string {
	if entry == "" {
		return "."
	}
	return entry
}

// handler is what Lambda calls. A Go program is its own handler, which SAM builds as bootstrap.
func handler(f *asl.Function) string {
	if f.Language == asl.Go {
		return "bootstrap"
	}
	return strings.TrimSuffix(f.Index, path.Ext(f.Index)) + "." + f.Handler
}

// build says how SAM builds what it cannot tell from the runtime.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html
func build(f *asl.Function) *yaml.Node {
	switch f.Language {
	case asl.Go:
		return mapping(field{"BuildMethod", text("go1.x")})
	case asl.TypeScript:
		return mapping(
			field{"BuildMethod", text("esbuild")},
			field{"BuildProperties", mapping(field{"EntryPoints", texts([]string{f.Index})}, field{"Target", text("es2022")})},
		)
	}
	return nil
}

// tracing are SAM's names of X-Ray's modes.
var tracing = map[asl.Tracing]string{
	"": "Active", asl.TracingActive: "Active", asl.TracingPassThrough: "PassThrough", asl.TracingDisabled: "Disabled",
}

// extras are the properties of a function that have no field in the model, by their names in CDK.
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
var extras = map[string]func(value *yaml.Node) field{
	"architecture":                   func(v *yaml.Node) field { return field{"Architectures", sequence(v)} },
	"function_name":                  func(v *yaml.Node) field { return field{"FunctionName", v} },
	"reserved_concurrent_executions": func(v *yaml.Node) field { return field{"ReservedConcurrentExecutions", v} },
	"retry_attempts": func(v *yaml.Node) field {
		return field{"EventInvokeConfig", mapping(field{"MaximumRetryAttempts", v})}
	},
}
