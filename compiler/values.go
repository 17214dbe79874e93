package compiler

import (
	"math/big"
	"strings"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// unitSeconds is how many milliseconds a duration's unit has.
var unitMilliseconds = []struct {
	unit         string
	milliseconds int64
}{{"ms", 1}, {"s", 1000}, {"m", 60_000}, {"h", 3_600_000}, {"d", 86_400_000}}

// milliseconds reads a duration exactly; ok is false where it is no whole number of them.
func milliseconds(duration string) (n int64, ok bool) {
	for _, u := range unitMilliseconds {
		number, found := strings.CutSuffix(duration, u.unit)
		if !found || number == "" || number[len(number)-1] > '9' {
			continue
		}
		r, good := new(big.Rat).SetString(number)
		if !good {
			return 0, false
		}
		r.Mul(r, new(big.Rat).SetInt64(u.milliseconds))
		return r.Num().Int64(), r.IsInt() && r.Num().IsInt64()
	}
	return 0, false
}

// seconds lowers a time: a duration or a number of seconds, JSONata, or a path.
func (l *lowering) seconds(v *grammar.Value, base int) asl.Value {
	if v.Duration == "" {
		return l.literal(v, base)
	}
	ms, ok := milliseconds(v.Duration)
	if !ok || ms%1000 != 0 {
		l.problem(v.Span().Shift(base), "Step Functions counts in whole seconds; "+v.Duration+" is none")
	}
	return asl.Int(ms / 1000)
}

// text lowers an attribute that is a string.
func (l *lowering) text(a *flow.Attribute) string {
	if a.Value.String == nil {
		l.problem(a.ValueRange(), a.Key+" is a string")
		return ""
	}
	return a.Value.String.Unquote()
}

func (l *lowering) boolean(a *flow.Attribute) bool {
	if !a.Value.True && !a.Value.False {
		l.problem(a.ValueRange(), a.Key+" is true or false")
	}
	return a.Value.True
}

// literal lowers a value in which paths are strings and nothing is computed, but by JSONata.
func (l *lowering) literal(v *grammar.Value, base int) asl.Value {
	switch {
	case v.String != nil:
		return asl.String(v.String.Unquote())
	case v.Number != "":
		return asl.Number(v.Number)
	case v.Duration != "":
		return l.seconds(v, base)
	case v.True, v.False:
		return asl.Bool(v.True)
	case v.Null:
		return asl.Null()
	case v.Path != "":
		return asl.String(v.Path)
	case v.Jsonata != "":
		return asl.String(v.Jsonata)
	case v.Object != nil:
		object := asl.Object()
		for _, a := range v.Object.Attrs {
			object.Fields = append(object.Fields, asl.Field{Name: a.Key.Text, Value: l.literal(a.Value, base)})
		}
		return object
	case v.Array != nil:
		array := asl.Array()
		for _, item := range v.Array.Values {
			array.Items = append(array.Items, l.literal(item, base))
		}
		return array
	case v.Call != nil:
		return asl.String(l.call(v.Call, base))
	}
	return l.named(v, base)
}

// named lowers a bare identifier: the ARN of the task or workflow of that name.
func (l *lowering) named(v *grammar.Value, base int) asl.Value {
	d := l.program.Lookup(v.Ident)
	if d == nil {
		l.problem(v.Span().Shift(base), "nothing is called "+v.Ident+"; a string stands in quotes")
		return asl.Value{}
	}
	switch {
	case d.Workflow != nil && d.Task == nil:
		l.start(d.Workflow)
	case d.Task.Source.IsFunction():
		l.function(d.Task)
	case d.Task.Source.Kind == flow.ARN, d.Task.Source.Kind == flow.Substitution:
		return asl.String(d.Task.Source.Text)
	}
	return asl.String("${" + v.Ident + "}")
}

// template lowers a value in which things are computed: in JSONPath, a path or a call in an object
// becomes "key.$".
func (l *lowering) template(v *grammar.Value, base int, jsonata bool) asl.Value {
	switch {
	case v.Object != nil:
		return l.templateObject(v.Object, base, jsonata)
	case v.Array != nil:
		array := asl.Array()
		for _, item := range v.Array.Values {
			array.Items = append(array.Items, l.template(item, base, jsonata))
		}
		return array
	case jsonata && (v.Path != "" || v.Call != nil):
		l.problem(v.Span().Shift(base), "a JSONata state reads no paths; write {% … %}")
	}
	return l.literal(v, base)
}

func (l *lowering) templateObject(o *grammar.Object, base int, jsonata bool) asl.Value {
	object := asl.Object()
	seen := map[string]bool{}
	for _, a := range o.Attrs {
		field := asl.Field{Name: a.Key.Text}
		if expression, ok := l.expression(a.Value, base); ok && !jsonata {
			field = asl.Field{Name: a.Key.Text + ".$", Value: asl.String(expression)}
		} else {
			field.Value = l.template(a.Value, base, jsonata)
		}
		bare := strings.TrimSuffix(field.Name, ".$")
		if seen[bare] {
			l.problem(a.Key.Span().Shift(base), "the key "+bare+" stands here twice")
		}
		seen[bare] = !jsonata
		object.Fields = append(object.Fields, field)
	}
	return object
}

// expression returns the JSONPath expression that a value is computed by; ok is false for a constant.
func (l *lowering) expression(v *grammar.Value, base int) (text string, ok bool) {
	switch {
	case v.Path != "":
		return v.Path, true
	case v.Call != nil:
		return l.call(v.Call, base), true
	case v.Array != nil && computed(v):
		return l.arrayCall(v, base), true
	}
	return "", false
}

// computed tells whether a path or a call stands among the items of an array, or of one inside it.
func computed(v *grammar.Value) bool {
	if v.Path != "" || v.Call != nil {
		return true
	}
	if v.Array != nil {
		for _, item := range v.Array.Values {
			if computed(item) {
				return true
			}
		}
	}
	return false
}

// arrayCall writes an array with paths in it as the intrinsic function that makes one.
func (l *lowering) arrayCall(v *grammar.Value, base int) string {
	args := make([]string, len(v.Array.Values))
	for i, item := range v.Array.Values {
		args[i] = l.argument(item, base)
	}
	return "States.Array(" + strings.Join(args, ", ") + ")"
}

func (l *lowering) call(c *grammar.Call, base int) string {
	args := make([]string, len(c.Args))
	for i, a := range c.Args {
		args[i] = l.argument(a, base)
	}
	return strings.Join(c.Function.Words, ".") + "(" + strings.Join(args, ", ") + ")"
}

// argument writes a value as an argument of an intrinsic function.
// https://states-language.net/#intrinsic-functions
func (l *lowering) argument(v *grammar.Value, base int) string {
	switch {
	case v.String != nil:
		return quoteArgument(v.String.Unquote())
	case v.Number != "":
		return v.Number
	case v.True:
		return "true"
	case v.False:
		return "false"
	case v.Null:
		return "null"
	case v.Path != "":
		return v.Path
	case v.Call != nil:
		return l.call(v.Call, base)
	case v.Array != nil:
		return l.arrayCall(v, base)
	}
	l.problem(v.Span().Shift(base), "this cannot stand beside a path in an array, nor in a call: there are strings, numbers, true, false, null, paths, calls and arrays of those")
	return ""
}

// quoteArgument writes a string as ASL's intrinsic functions have it: a quote and a backslash are escaped.
// Braces keep their meaning for States.Format.
func quoteArgument(s string) string {
	return "'" + strings.NewReplacer(`\{`, `\{`, `\}`, `\}`, `\`, `\\`, `'`, `\'`).Replace(s) + "'"
}
