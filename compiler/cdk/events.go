package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// rules declares what starts the machine.
func (b *builder) rules(w *asl.Workflow) section {
	var rules section
	target := prop{"targets", list{call{function: ref{targets, "SfnStateMachine"}, new: true, args: []expr{stateMachine}}}}
	if w.Schedule != "" {
		rules = append(rules, statement{value: construct(ref{events, "Rule"}, b.scope, b.id(naming.Identifier(w.Name)+"_schedule"),
			prop{"schedule", static(events, "Schedule.expression", text(w.Schedule))}, target)})
	}
	if w.EventPattern.Present() {
		rules = append(rules, statement{value: construct(ref{events, "Rule"}, b.scope, b.id(naming.Identifier(w.Name)+"_event"),
			prop{"event_pattern", b.eventPattern(w.EventPattern)}, target)})
	}
	return rules
}

// eventPattern is the pattern of a rule, whose keys the CDK spells in its own way: detail-type is
// detail_type. What is below them stays as it is.
func (b *builder) eventPattern(pattern asl.Value) expr {
	var props []prop
	for _, f := range pattern.Fields {
		props = append(props, prop{strings.ReplaceAll(f.Name, "-", "_"), b.value(f.Value)})
	}
	return b.language.structure(ref{events, "EventPattern"}, props)
}
