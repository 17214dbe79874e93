package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/intrinsic"
	"github.com/orkls/orkls/grammar"
)

// expression returns the JSONPath expression that a value is computed by; ok is false for what is none, and
// in JSONata.
func (r reader) expression(v *grammar.Value) (text string, ok bool) {
	switch {
	case r.jsonata:
		return "", false
	case v.Path != "":
		return r.path(v.Path), true
	case v.Call != nil:
		return r.call(v.Call), true
	case v.Array != nil && computed(v):
		return r.arrayCall(v.Array), true
	}
	return "", false
}

// computed tells whether a path or a call is the value, or stands among the items of an array or of one
// inside it.
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

// arrayCall writes an array with paths in it as the intrinsic function that makes one. Not all that read
// States.Array take it without arguments.
func (r reader) arrayCall(a *grammar.Array) string {
	if len(a.Values) == 0 {
		return "States.StringToJson('[]')"
	}
	args := make([]string, len(a.Values))
	for i, item := range a.Values {
		args[i] = r.argument(item, false)
	}
	return "States.Array(" + strings.Join(args, ", ") + ")"
}

func (r reader) call(c *grammar.Call) string {
	name := strings.Join(c.Function.Words, ".")
	if known := intrinsic.Lookup(name); known == nil {
		r.problem(c.Function, "there is no intrinsic function "+name)
	} else if !known.Takes(len(c.Args)) {
		r.problem(c, name+" takes "+known.Arguments())
	}
	args := make([]string, len(c.Args))
	for i, a := range c.Args {
		args[i] = r.argument(a, name == "States.Format" && i == 0)
	}
	return name + "(" + strings.Join(args, ", ") + ")"
}

// argument writes a value as an argument of an intrinsic function; format tells that it is the text of
// States.Format, in which {} is filled in.
// https://states-language.net/#intrinsic-functions
func (r reader) argument(v *grammar.Value, format bool) string {
	switch {
	case v.String != nil && format:
		return "'" + formatEscapes.Replace(v.String.Unquote()) + "'"
	case v.String != nil:
		return "'" + argumentEscapes.Replace(v.String.Unquote()) + "'"
	case v.Number != "":
		return v.Number
	case v.True:
		return "true"
	case v.False:
		return "false"
	case v.Null:
		return "null"
	case v.Path != "":
		return r.path(v.Path)
	case v.Call != nil:
		return r.call(v.Call)
	case v.Array != nil:
		return r.arrayCall(v.Array)
	}
	r.problem(v, "this cannot stand beside a path in an array, nor in a call: there are strings, numbers, true, false, null, paths, calls and arrays of those")
	return ""
}

// The characters that mean something in the strings of intrinsic functions. In the text of States.Format {} is
// filled in, and what the author has escaped already stays so; a brace on its own stands for itself.
var (
	argumentEscapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`, `{`, `\{`, `}`, `\}`)
	formatEscapes   = strings.NewReplacer(`{}`, `{}`, `\{`, `\{`, `\}`, `\}`, `\\`, `\\`, `\'`, `\'`, `\`, `\\`, `'`, `\'`, `{`, `\{`, `}`, `\}`)
)
