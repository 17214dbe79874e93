package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// choose writes where a Choice leads.
func (b *builder) choose(m *asl.Machine, s *asl.State) {
	var links []link
	for _, r := range s.Choices {
		var props []prop
		if r.Comment != "" {
			props = append(props, prop{"comment", text(r.Comment)})
		}
		if r.Assign.Present() {
			props = append(props, prop{"assign", b.value(r.Assign)})
		}
		if r.Output.Present() {
			props = append(props, prop{"outputs", b.value(r.Output)})
		}
		links = append(links, then("when", []expr{b.condition(r), b.target(m, r.Next)}, props...))
	}
	if s.Default != "" {
		links = append(links, then("otherwise", []expr{b.target(m, s.Default)}))
	}
	b.add(statement{value: chain{b.variables[s], links}})
}

// condition is a choice rule's test. The comments of rules inside rules have no place in the CDK.
func (b *builder) condition(r asl.ChoiceRule) expr {
	switch {
	case r.Condition != "":
		return static(sfn, "Condition.jsonata", b.text(r.Condition))
	case r.And != nil:
		return static(sfn, "Condition.and", b.conditions(r.And)...)
	case r.Or != nil:
		return static(sfn, "Condition.or", b.conditions(r.Or)...)
	case r.Not != nil:
		return static(sfn, "Condition.not", b.condition(*r.Not))
	case strings.HasPrefix(string(r.Operator), "Is"):
		test := strings.TrimPrefix(string(r.Operator), "Is")
		if r.Operand.Text == "false" {
			return static(sfn, "Condition.is_not_"+strings.ToLower(test), text(r.Variable))
		}
		return static(sfn, "Condition.is_"+strings.ToLower(test), text(r.Variable))
	}
	return static(sfn, "Condition."+comparison(r.Operator), text(r.Variable), b.value(r.Operand))
}

func (b *builder) conditions(rules []asl.ChoiceRule) []expr {
	all := make([]expr, len(rules))
	for i, r := range rules {
		all[i] = b.condition(r)
	}
	return all
}

// comparison is the CDK's name of an operator: StringLessThanPath is string_less_than_json_path, and
// Numeric is number.
func comparison(o asl.Operator) string {
	s := strings.Replace(string(o), "Numeric", "Number", 1)
	if strings.HasSuffix(s, "Path") {
		s = strings.TrimSuffix(s, "Path") + "JsonPath"
	}
	var b strings.Builder
	for i, r := range s {
		if 'A' <= r && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
