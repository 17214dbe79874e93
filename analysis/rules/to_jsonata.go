package rules

import (
	"regexp"
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/jsonpath"
	"github.com/orkls/orkls/grammar"
)

// plainPath matches what is behind the root of a path that JSONata writes in the same way.
var plainPath = regexp.MustCompile(`^(\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\])*$`)

// pathInJSONata writes a path in JSONata; empty where that takes more than another root.
func pathInJSONata(e *expression, text string) string {
	path, err := jsonpath.Parse(text)
	if err != nil {
		return ""
	}
	root, rest := "$states."+e.root(), strings.TrimPrefix(text, "$")
	switch {
	case path.Context:
		root, rest = "$states.context", strings.TrimPrefix(rest, "$")
	case path.Variable != "":
		root, rest = "$"+path.Variable, strings.TrimPrefix(rest, path.Variable)
	}
	if !plainPath.MatchString(rest) {
		return ""
	}
	return root + rest
}

// root is what $ stands for where the expression is.
func (e *expression) root() string {
	switch {
	case e.attribute == nil || e.attribute.Key != "assign":
		return "input"
	case e.place == attribute.Catcher:
		return "errorOutput"
	case e.place&(attribute.RunStep|attribute.AnyTask|attribute.GroupStep|attribute.MapStep) != 0:
		return "result"
	}
	return "input"
}

// comparisonsInJSONata are the operators of conditions as JSONata writes them.
var comparisonsInJSONata = map[string]string{"==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}

// testInJSONata writes a test of a path in JSONata; empty where that takes more than another spelling.
func testInJSONata(e *expression) string {
	t := e.test
	left := pathInJSONata(e, e.text)
	switch {
	case left == "":
		return ""
	case t.Is != nil:
		return kindInJSONata(left, t.Is)
	case t.Operand == nil || t.Operand.Timestamp != nil || t.Operand.As != "":
		return ""
	}
	right := ""
	switch o := t.Operand; {
	case o.String != nil:
		right = o.String.Quoted
	case o.Path != nil:
		right = pathInJSONata(e, o.Path.Text)
	case o.Number != "":
		right = o.Number
	case o.True:
		right = "true"
	case o.False:
		right = "false"
	}
	if right == "" {
		return ""
	}
	return left + " " + comparisonsInJSONata[t.Op] + " " + right
}

// kindInJSONata writes a test of what a value is.
func kindInJSONata(left string, is *grammar.Is) (text string) {
	switch is.Kind {
	case "present":
		text = "$exists(" + left + ")"
	case "null", "string", "number", "boolean":
		text = "$type(" + left + `) = "` + is.Kind + `"`
	default:
		return ""
	}
	if is.Not {
		return "$not(" + text + ")"
	}
	return text
}
