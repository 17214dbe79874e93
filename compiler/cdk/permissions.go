package cdk

import (
	"strconv"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/iam"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// permit notes that a state is written as JSON. For its constructs the CDK knows by itself what they need.
func (b *builder) permit(s *asl.State) { b.unknown = append(b.unknown, s) }

// policies allow the machine's role what the states written as JSON need. What names the machine itself stands in a
// policy of its own, as the machine waits for the other one.
func (b *builder) policies() section {
	var policies section
	var own list
	for _, s := range iam.States(b.unknown...) {
		if s.OwnMachine() {
			own = append(own, b.policyStatement(s))
			continue
		}
		policies = append(policies, statement{value: chain{stateMachine, []link{then("add_to_role_policy", []expr{b.policyStatement(s)})}}})
	}
	if own != nil {
		policy := construct(ref{policyModule, "Policy"}, b.scope, b.id(naming.Identifier(b.workflow.Name)+"_own_executions"), prop{"statements", own})
		policies = append(policies, statement{value: chain{member{stateMachine, "role"}, []link{then("attach_inline_policy", []expr{policy})}}})
	}
	return policies
}

func (b *builder) policyStatement(s iam.Statement) expr {
	var resources list
	for _, r := range s.Resources {
		resources = append(resources, b.resource(r))
	}
	props := []prop{{"actions", texts(s.Actions)}, {"resources", resources}}
	if s.Condition.Present() {
		props = append(props, prop{"conditions", b.value(s.Condition)})
	}
	return call{function: ref{policyModule, "PolicyStatement"}, new: true, props: props}
}

// resource is an ARN. Where a call stands in it, it is joined, as older Pythons allow no quotes inside those of a
// formatted string.
func (b *builder) resource(r iam.Resource) expr {
	var parts list
	calls := false
	for _, p := range r {
		part := b.piece(p)
		_, isCall := part.(call)
		calls = calls || isCall
		parts = append(parts, part)
	}
	switch {
	case len(parts) == 1:
		return parts[0]
	case calls:
		return static(core, "Fn.join", text(""), parts)
	}
	return flat(parts)
}

func (b *builder) piece(p iam.Piece) expr {
	switch {
	case p.Text == iam.Self && p.Cut != "":
		return member{stateMachine, "state_machine_name"}
	case p.Text == iam.Self:
		return member{stateMachine, "state_machine_arn"}
	case p.Cut != "":
		return static(core, "Fn.select", literal(strconv.Itoa(p.Index)), static(core, "Fn.split", text(p.Cut), b.text(p.Text)))
	}
	return b.text(p.Text)
}

// flat is one formatted string of several.
func flat(parts list) format {
	var all format
	for _, part := range parts {
		if f, ok := part.(format); ok {
			all = append(all, f...)
		} else {
			all = append(all, part)
		}
	}
	return all
}

// needs says in words what the policies allow, for a project that has a state machine of its own.
func (b *builder) needs() section {
	var needs section
	for _, s := range iam.States(b.unknown...) {
		for _, r := range s.Resources {
			needs = append(needs, statement{comment: "The role of the state machine needs " + strings.Join(s.Actions, ", ") + " on " + inWords(r) + "."})
		}
	}
	return needs
}

func inWords(r iam.Resource) string {
	var b strings.Builder
	for _, p := range r {
		switch {
		case p.Text == iam.Self && p.Cut == "":
			b.WriteString("itself")
		case p.Text == iam.Self:
			b.WriteString("(its name)")
		case p.Cut != "":
			b.WriteString("(part " + strconv.Itoa(p.Index+1) + " of " + p.Text + ")")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}
