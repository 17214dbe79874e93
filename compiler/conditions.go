package compiler

import (
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// condition lowers the condition of an if in JSONPath.
func (r reader) condition(c *grammar.Cond) asl.ChoiceRule {
	rules := make([]asl.ChoiceRule, len(c.Or))
	for i, a := range c.Or {
		rules[i] = r.conjunction(a)
	}
	if len(rules) == 1 {
		return rules[0]
	}
	return asl.ChoiceRule{Or: rules}
}

func (r reader) conjunction(a *grammar.And) asl.ChoiceRule {
	rules := make([]asl.ChoiceRule, len(a.Terms))
	for i, n := range a.Terms {
		rules[i] = r.negation(n)
	}
	if len(rules) == 1 {
		return rules[0]
	}
	return asl.ChoiceRule{And: rules}
}

func (r reader) negation(n *grammar.Not) asl.ChoiceRule {
	var rule asl.ChoiceRule
	switch {
	case n.Cond != nil:
		rule = r.condition(n.Cond)
	case n.Test != nil:
		rule = r.test(n.Test)
	default:
		r.problem(n, "this is a JSONPath state; compare paths, or leave out query_language: jsonpath")
	}
	for range n.Nots {
		rule = not(rule)
	}
	return rule
}

func not(rule asl.ChoiceRule) asl.ChoiceRule { return asl.ChoiceRule{Not: &rule} }

// comparisons are the second halves of the names of ASL's operators.
var comparisons = map[string]string{
	"==": "Equals", "!=": "Equals", "<": "LessThan", "<=": "LessThanEquals", ">": "GreaterThan", ">=": "GreaterThanEquals",
}

var kindOperators = map[string]asl.Operator{
	"present": asl.IsPresent, "null": asl.IsNull, "string": asl.IsString, "number": asl.IsNumeric,
	"boolean": asl.IsBoolean, "timestamp": asl.IsTimestamp,
}

func (r reader) test(t *grammar.Test) asl.ChoiceRule {
	rule := asl.ChoiceRule{Variable: t.Path.Text}
	switch {
	case t.Is != nil:
		rule.Operator, rule.Operand = kindOperators[t.Is.Kind], asl.Bool(!t.Is.Not)
	case t.Matches != nil:
		rule.Operator, rule.Operand = asl.StringMatches, asl.String(t.Matches.Unquote())
	default:
		kind, suffix, operand := r.operand(t.Operand)
		if kind == "Boolean" && t.Op != "==" && t.Op != "!=" {
			r.problem(t, "true and false have no order; compare them with == or !=")
		}
		rule.Operator, rule.Operand = asl.Operator(kind+comparisons[t.Op]+suffix), operand
		if t.Op == "!=" {
			return not(rule)
		}
	}
	return rule
}

// operandKinds are the first halves of the names of ASL's operators, by the word behind as.
var operandKinds = map[string]string{"": "String", "string": "String", "number": "Numeric", "boolean": "Boolean", "timestamp": "Timestamp"}

func (r reader) operand(o *grammar.Operand) (kind, suffix string, value asl.Value) {
	switch {
	case o.String != nil:
		return "String", "", asl.String(o.String.Unquote())
	case o.Number != "":
		return "Numeric", "", asl.Number(o.Number)
	case o.True, o.False:
		return "Boolean", "", asl.Bool(o.True)
	case o.Timestamp != nil:
		text := o.Timestamp.Unquote()
		r.timestamp(o.Timestamp, text)
		return "Timestamp", "", asl.String(text)
	}
	return operandKinds[o.As], "Path", asl.String(o.Path.Text)
}
