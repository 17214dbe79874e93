package compiler

import (
	"fmt"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// jsonataCondition lowers the condition of an if whose parts are JSONata, to one expression.
func (r reader) jsonataCondition(c *grammar.Cond) string {
	if len(c.Or) == 1 && len(c.Or[0].Terms) == 1 {
		if n := c.Or[0].Terms[0]; n.Jsonata != "" && len(n.Nots) == 0 {
			return unixLines(n.Jsonata)
		}
	}
	return fmt.Sprintf("{%% %s %%}", r.jsonataOr(c))
}

func (r reader) jsonataOr(c *grammar.Cond) string {
	return joined(c.Or, " or ", func(a *grammar.And) string {
		return joined(a.Terms, " and ", r.jsonataNot)
	})
}

// joined writes several parts with an operator between them, each in parentheses.
func joined[T any](parts []T, operator string, write func(T) string) (text string) {
	if len(parts) == 1 {
		return write(parts[0])
	}
	for i, p := range parts {
		if i > 0 {
			text += operator
		}
		text += "(" + write(p) + ")"
	}
	return text
}

func (r reader) jsonataNot(n *grammar.Not) (text string) {
	switch {
	case n.Jsonata != "":
		text = inJSONata(unixLines(n.Jsonata))
	case n.Cond != nil:
		text = r.jsonataOr(n.Cond)
	default:
		r.problem(n, "this is a JSONata state, which tests no paths; write the condition as {% … %}")
	}
	for range n.Nots {
		text = "$not(" + text + ")"
	}
	return text
}

// lineEnds are the ends of lines that an expression may span; they are none of its meaning.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// unixLines returns an expression as it is on every system.
func unixLines(expression string) string { return lineEnds.Replace(expression) }

// inJSONata returns the expression between {% and %}.
func inJSONata(text string) string { return text[2 : len(text)-2] }
