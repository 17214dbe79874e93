package compiler

import (
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// condition lowers the condition of an if in JSONPath.
func (l *lowering) condition(c *grammar.Cond, base int) asl.ChoiceRule {
	rules := make([]asl.ChoiceRule, len(c.Or))
	for i, a := range c.Or {
		rules[i] = l.conjunction(a, base)
	}
	if len(rules) == 1 {
		return rules[0]
	}
	return asl.ChoiceRule{Or: rules}
}

func (l *lowering) conjunction(a *grammar.And, base int) asl.ChoiceRule {
	rules := make([]asl.ChoiceRule, len(a.Terms))
	for i, n := range a.Terms {
		rules[i] = l.negation(n, base)
	}
	if len(rules) == 1 {
		return rules[0]
	}
	return asl.ChoiceRule{And: rules}
}

func (l *lowering) negation(n *grammar.Not, base int) asl.ChoiceRule {
	var rule asl.ChoiceRule
	switch {
	case n.Cond != nil:
		rule = l.condition(n.Cond, base)
	case n.Test != nil:
		rule = l.test(n.Test, base)
	default:
		l.problem(n.Span().Shift(base), "JSONata and tests of paths do not mix in one if")
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

func (l *lowering) test(t *grammar.Test, base int) asl.ChoiceRule {
	rule := asl.ChoiceRule{Variable: t.Path.Text}
	switch {
	case t.Is != nil:
		rule.Operator, rule.Operand = kindOperators[t.Is.Kind], asl.Bool(!t.Is.Not)
	case t.Matches != nil:
		rule.Operator, rule.Operand = asl.StringMatches, asl.String(t.Matches.Unquote())
	default:
		kind, suffix, operand := l.operand(t.Operand)
		if kind == "Boolean" && t.Op != "==" && t.Op != "!=" {
			l.problem(t.Span().Shift(base), "true and false have no order; compare them with == or !=")
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

func (l *lowering) operand(o *grammar.Operand) (kind, suffix string, value asl.Value) {
	switch {
	case o.String != nil:
		return "String", "", asl.String(o.String.Unquote())
	case o.Number != "":
		return "Numeric", "", asl.Number(o.Number)
	case o.True, o.False:
		return "Boolean", "", asl.Bool(o.True)
	case o.Timestamp != nil:
		return "Timestamp", "", asl.String(o.Timestamp.Unquote())
	}
	return operandKinds[o.As], "Path", asl.String(o.Path.Text)
}
