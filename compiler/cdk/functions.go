package cdk

import (
	slashes "path"
	"strconv"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// function is the variable of a function's construct, which it writes at the first mention.
func (b *builder) function(f *asl.Function) name {
	if v, ok := b.functions[f]; ok {
		return v
	}
	v := b.variable(f.Name + "_fn")
	b.functions[f] = v
	value := b.handler(f)
	b.declared = append(b.declared, statement{variable: string(v), value: value})
	return v
}

// handler is the construct of a function.
func (b *builder) handler(f *asl.Function) expr {
	id := b.id(f.Name + "_fn")
	switch f.Language {
	case asl.Python:
		return construct(ref{pythonFunctions, "PythonFunction"}, b.scope, id, append([]prop{
			{"entry", text(f.Entry)},
			{"index", text(f.Index)},
			{"handler", text(f.Handler)},
			{"runtime", runtime(f)},
		}, b.options(f)...)...)
	case asl.TypeScript:
		return construct(ref{nodeFunctions, "NodejsFunction"}, b.scope, id, append([]prop{
			{"entry", text(slashes.Join(f.Entry, f.Index))},
			{"handler", text(f.Handler)},
			{"runtime", runtime(f)},
		}, b.options(f)...)...)
	case asl.JavaScript:
		module := strings.TrimSuffix(f.Index, slashes.Ext(f.Index))
		return construct(ref{lambda, "Function"}, b.scope, id, append([]prop{
			{"code", static(lambda, "Code.from_asset", text(f.Entry))},
			{"handler", text(module + "." + f.Handler)},
			{"runtime", runtime(f)},
		}, b.options(f)...)...)
	case asl.Go:
		return construct(ref{goFunctions, "GoFunction"}, b.scope, id, append([]prop{
			{"entry", text(f.Entry)},
			{"runtime", runtime(f)},
		}, b.options(f)...)...)
	}
	arn := b.text(f.ARN)
	if f.ARN == "" {
		arn = b.parameter(f.Name)
	}
	return static(lambda, "Function.from_function_arn", b.scope, text(id), arn)
}

// options are the properties that functions in all languages have.
func (b *builder) options(f *asl.Function) []prop {
	var props []prop
	if f.Comment != "" {
		props = append(props, prop{"description", text(f.Comment)})
	}
	if f.Timeout != 0 {
		props = append(props, prop{"timeout", duration(strconv.FormatFloat(f.Timeout.Seconds(), 'f', -1, 64))})
	}
	if f.MemorySize != 0 {
		props = append(props, prop{"memory_size", literal(strconv.Itoa(f.MemorySize))})
	}
	if len(f.Layers) > 0 {
		props = append(props, prop{"layers", b.layers(f)})
	}
	if variables := f.Variables(); len(variables) > 0 {
		props = append(props, prop{"environment", b.object(variables)})
	}
	props = append(props, prop{"tracing", ref{lambda, "Tracing." + tracing(f.Tracing)}})
	for _, e := range f.Extra {
		value := b.value(e.Value)
		if e.Name == "architecture" {
			value = ref{lambda, "Architecture." + e.Value.Text}
		}
		props = append(props, prop{e.Name, value})
	}
	return props
}

func (b *builder) layers(f *asl.Function) expr {
	var layers list
	for _, arn := range f.Layers {
		layers = append(layers, static(lambda, "LayerVersion.from_layer_version_arn", b.scope, text(b.id(f.Name+"_layer")), b.text(arn)))
	}
	return layers
}

func tracing(t asl.Tracing) string {
	if t == "" {
		t = asl.TracingActive
	}
	return strings.ToUpper(string(t))
}

// runtime is a function's runtime.
func runtime(f *asl.Function) ref { return ref{lambda, "Runtime." + runtimeName(f.RuntimeID())} }

// runtimeName is the CDK's name of a runtime: python3.13 is PYTHON_3_13.
func runtimeName(id string) string {
	var b strings.Builder
	letters := false
	for _, r := range id {
		if '0' <= r && r <= '9' && letters && !strings.HasPrefix(id, "provided") {
			b.WriteByte('_')
		}
		letters = 'a' <= r && r <= 'z'
		if r == '.' {
			r = '_'
		}
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}

// parameter is the value of a parameter of the stack, which it writes at the first mention.
func (b *builder) parameter(parameter string) expr {
	if v, ok := b.parameterValues[parameter]; ok {
		return v
	}
	variable := b.variable(parameter + "_parameter")
	b.declared = append(b.declared, statement{variable: string(variable), value: construct(ref{core, "CfnParameter"}, b.scope, b.id(naming.Pascal(parameter)))})
	b.parameterValues[parameter] = member{variable, "value_as_string"}
	return b.parameterValues[parameter]
}
