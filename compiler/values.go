package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// reader lowers the values of one step, handler or declaration.
type reader struct {
	*lowering
	program *flow.Program // where the values stand
	base    int           // of their places
	jsonata bool          // they belong to a JSONata state
	names   bool          // a bare identifier is the ARN of what it names
	// result is where the author's result lies in what Step Functions calls the result, as in ".Output"; empty
	// where they are the same.
	result string
	// step is the name of the step that a handler of the scope holds for; empty for what stands in the step.
	step string
}

// subject names the step that is read, at a place that may not be its own.
func (r reader) subject() string {
	if r.step == "" {
		return "this"
	}
	return r.step
}

func (r reader) problem(n grammar.Node, message string) {
	r.report(r.program, n.Span().Shift(r.base), message)
}

// constant lowers a value in which nothing is computed, but by JSONata in a JSONata state.
func (r reader) constant(v *grammar.Value) asl.Value {
	switch {
	case v.String != nil:
		text := v.String.Unquote()
		r.substitute(text)
		return asl.String(r.jsonataResult(text))
	case v.Number != "":
		return asl.Number(v.Number)
	case v.Duration != "":
		return r.seconds(v)
	case v.True, v.False:
		return asl.Bool(v.True)
	case v.Null:
		return asl.Null()
	case v.Object != nil:
		return r.object(v.Object, r.constant)
	case v.Array != nil:
		return r.array(v.Array, r.constant)
	case v.Ident != "":
		return r.named(v)
	case v.Jsonata != "" && r.jsonata:
		return asl.String(r.jsonataResult(unixLines(v.Jsonata)))
	case v.Jsonata != "":
		r.problem(v, "there is no JSONata here: write a constant, or in a step that is not query_language: jsonpath, its output or arguments")
	case r.jsonata:
		r.problem(v, "a JSONata state reads no paths and calls no intrinsic functions; write {% … %}")
	default:
		r.problem(v, "this is a constant, in which no path is read and nothing is called; parameters are computed")
	}
	return asl.Value{}
}

func (r reader) object(o *grammar.Object, lower func(*grammar.Value) asl.Value) asl.Value {
	object := asl.Object()
	keys := keys{}
	for _, a := range o.Attrs {
		if keys.again(a.Key.Text) {
			r.problem(a.Key, "the key "+a.Key.Text+" stands here twice")
		}
		object.Fields = append(object.Fields, asl.Field{Name: a.Key.Text, Value: lower(a.Value)})
	}
	return object
}

func (r reader) array(a *grammar.Array, lower func(*grammar.Value) asl.Value) asl.Value {
	array := asl.Array()
	for _, item := range a.Values {
		array.Items = append(array.Items, lower(item))
	}
	return array
}

// keys are those of an object that were met already.
type keys map[string]bool

func (k keys) again(key string) bool {
	again := k[key]
	k[key] = true
	return again
}

// computedKey is the ending of keys in JSONPath whose value is a path or an intrinsic call.
const computedKey = ".$"

// template lowers a value in which things are computed: in JSONPath, a path or a call in an object becomes
// "key.$".
func (r reader) template(v *grammar.Value) asl.Value {
	switch {
	case r.jsonata && v.Object != nil:
		return r.object(v.Object, r.template)
	case v.Object != nil:
		return r.templateObject(v.Object)
	case v.Array != nil:
		return r.array(v.Array, r.template)
	case !r.jsonata && computed(v):
		r.problem(v, "beside objects an array holds no paths and calls; give them a key")
		return asl.Value{}
	}
	return r.constant(v)
}

func (r reader) templateObject(o *grammar.Object) asl.Value {
	object := asl.Object()
	keys := keys{}
	for _, a := range o.Attrs {
		bare := strings.TrimSuffix(a.Key.Text, computedKey)
		if keys.again(bare) {
			r.problem(a.Key, "the key "+bare+" stands here twice; "+bare+computedKey+" is the same key, with a value that is computed")
		}
		object.Fields = append(object.Fields, r.templateField(a, bare))
	}
	return object
}

func (r reader) templateField(a *grammar.Attr, bare string) asl.Field {
	if text, ok := r.expression(a.Value); ok {
		return asl.Field{Name: bare + computedKey, Value: asl.String(text)}
	}
	if bare == a.Key.Text {
		return asl.Field{Name: bare, Value: r.template(a.Value)}
	}
	if a.Value.String == nil || !isExpression(a.Value.String.Unquote()) {
		r.problem(a.Value, "behind "+a.Key.Text+" stands a path or an intrinsic call; a constant's key is "+bare)
		return asl.Field{}
	}
	return asl.Field{Name: a.Key.Text, Value: asl.String(r.path(a.Value.String.Unquote()))}
}

// isExpression tells whether a string is a path or an intrinsic call, as ASL has them behind "key.$".
func isExpression(text string) bool {
	return strings.HasPrefix(text, "$") || strings.HasPrefix(text, "States.")
}

// path is a path that reads the author's result, where that lies deeper in Step Functions' own.
func (r reader) path(text string) string {
	if r.result != "" && (text == "$" || strings.HasPrefix(text, "$.") || strings.HasPrefix(text, "$[")) {
		return "$" + r.result + text[1:]
	}
	return text
}

// named lowers a bare identifier: the ARN of the task or workflow of that name.
func (r reader) named(v *grammar.Value) asl.Value {
	if !r.names {
		r.problem(v, "a name means something in parameters and arguments only; a string stands in quotes")
		return asl.Value{}
	}
	d := r.program.Lookup(v.Ident)
	switch {
	case d == nil:
		r.problem(v, "nothing is called "+v.Ident+"; a string stands in quotes")
	case d.Task == nil:
		r.start(d.Workflow)
		return asl.String(machineReference(d.Workflow))
	case d.Task.Source.Kind == flow.ARN && !integrationARN.MatchString(d.Task.Source.Text):
		return asl.String(d.Task.Source.Text)
	case isFunction(d.Task):
		return asl.String(r.function(d.Task).Reference())
	default:
		r.problem(v, v.Ident+" is an integration, which has no ARN")
	}
	return asl.Value{}
}

// substitute notes the functions and workflows whose placeholders stand in a text.
func (r reader) substitute(text string) {
	for _, name := range asl.Placeholders(text) {
		switch d := r.program.Lookup(name); {
		case d == nil:
		case d.Task == nil:
			r.start(d.Workflow)
		case isFunction(d.Task):
			r.function(d.Task)
		}
	}
}
