package graph

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// condition is a choice rule's test as Ork writes it.
func condition(r asl.ChoiceRule) string {
	switch {
	case r.Condition != "":
		return r.Condition
	case r.And != nil:
		return all(r.And, " and ")
	case r.Or != nil:
		return all(r.Or, " or ")
	case r.Not != nil:
		return not(*r.Not)
	}
	return comparison(r)
}

func all(rules []asl.ChoiceRule, word string) string {
	parts := make([]string, len(rules))
	for i, r := range rules {
		parts[i] = condition(r)
		if r.And != nil || r.Or != nil {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, word)
}

func not(r asl.ChoiceRule) string {
	switch {
	case symbol(r.Operator) == "==":
		return strings.Replace(comparison(r), " == ", " != ", 1)
	case strings.HasPrefix(string(r.Operator), "Is") && r.Operand.Text == "true":
		return strings.Replace(comparison(r), " is ", " is not ", 1)
	}
	return "not (" + condition(r) + ")"
}

func comparison(r asl.ChoiceRule) string {
	if test, found := strings.CutPrefix(string(r.Operator), "Is"); found {
		word := " is "
		if r.Operand.Text == "false" {
			word = " is not "
		}
		return r.Variable + word + strings.ToLower(strings.Replace(test, "Numeric", "Number", 1))
	}
	operand := r.Operand.JSON()
	if strings.HasSuffix(string(r.Operator), "Path") {
		operand = r.Operand.Text
	}
	return r.Variable + " " + symbol(r.Operator) + " " + operand
}

// symbol is an operator's sign, whatever type it compares.
func symbol(o asl.Operator) string {
	name := strings.TrimSuffix(string(o), "Path")
	for _, s := range []struct{ suffix, sign string }{
		{"LessThanEquals", "<="}, {"GreaterThanEquals", ">="}, {"LessThan", "<"}, {"GreaterThan", ">"},
		{"Matches", "matches"}, {"Equals", "=="},
	} {
		if strings.HasSuffix(name, s.suffix) {
			return s.sign
		}
	}
	return name
}
