package compiler

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// choice lowers an if: each condition to a rule, and what follows where none holds to the default.
func (b *scopeBuilder) choice(s *flow.State, out *asl.State) {
	b.fields(s, out)
	done := ""
	for i, arm := range s.Arms {
		r := b.reader(b.program, arm.Base, b.isJSONata(s))
		rule := r.rule(arm.Cond)
		rule.Next = b.armTarget(s, flow.ArmEdge, i, &done)
		setAll(r, &rule, ruleSlots, attribute.Arm, arm.Attrs)
		out.Choices = append(out.Choices, rule)
	}
	if e := primaryOf[*grammar.If](s).Else; e == nil || !e.Fail {
		out.Default = b.armTarget(s, flow.DefaultEdge, 0, &done)
	}
}

// armTarget returns the name of the state that a choice leads to; a made one where it ends the scope.
func (b *scopeBuilder) armTarget(s *flow.State, kind flow.EdgeKind, arm int, done *string) string {
	for _, e := range s.Out {
		if e.Kind == kind && e.Arm == arm && e.To != nil {
			return e.To.Name
		}
	}
	return b.done(s, done)
}

func (r reader) rule(c *grammar.Cond) asl.ChoiceRule {
	if r.jsonata {
		return asl.ChoiceRule{Condition: r.jsonataCondition(c)}
	}
	return r.condition(c)
}
