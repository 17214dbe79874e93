// Package iam knows what a state machine's role must be allowed, from the integrations that the machine uses:
// those actions and no others, on resources as narrow as the machine names them.
package iam

import (
	"slices"

	"github.com/orkls/orkls/compiler/asl"
)

// Statement allows actions on resources.
type Statement struct {
	Actions   []string // IAM's names, "dynamodb:PutItem"
	Resources []Resource
	Condition asl.Value // as in a policy; absent for none
}

// Resource is an ARN, or a pattern of ARNs: its pieces one behind the other.
type Resource []Piece

// Piece is text with placeholders as in ASL, "${orders_table}" and "${AWS::Region}".
type Piece struct {
	Text string
	// Cut, where it is not empty, makes the piece a part of what Text's placeholder is filled with: the one
	// behind the Index-th Cut.
	Cut   string
	Index int
}

// Self is the placeholder of the state machine's own ARN, which no machine can contain.
const Self = "${}"

// Everything is the resource of actions that AWS allows on no narrower one, or whose resource shows only
// when the machine runs.
const Everything = "*"

// Statements are what the role of a workflow's state machine needs, in the order of the machine. Writing traces
// (Tracing) is not among them.
func Statements(w *asl.Workflow) []Statement { return needed(w.Machine) }

// States are what some states of a machine need, with the states inside them.
func States(states ...*asl.State) []Statement { return needed(&asl.Machine{States: states}) }

func needed(m *asl.Machine) []Statement {
	var all []Statement
	m.Walk(func(_ *asl.Machine, s *asl.State) { all = append(all, of(s)...) })
	return merged(all)
}

// Tracing is what the role of a machine that writes X-Ray traces needs. AWS has no narrower resource for it.
// https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
func Tracing() Statement {
	return Statement{
		Actions: []string{
			"xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
		},
		Resources: []Resource{{{Text: Everything}}},
	}
}

// OwnMachine tells whether the statement names the state machine itself. Such a statement cannot stand in a
// policy that has to be there before the machine is.
func (s Statement) OwnMachine() bool {
	return slices.ContainsFunc(s.Resources, func(r Resource) bool {
		return slices.ContainsFunc(r, func(p Piece) bool { return p.Text == Self })
	})
}

// merged puts together what differs in resources alone, and then what differs in actions alone.
func merged(statements []Statement) []Statement {
	byActions := unite(statements,
		func(a, b Statement) bool { return slices.Equal(a.Actions, b.Actions) },
		func(into *Statement, s Statement) { into.Resources = union(into.Resources, s.Resources, sameResource) })
	return unite(byActions,
		func(a, b Statement) bool { return slices.EqualFunc(a.Resources, b.Resources, sameResource) },
		func(into *Statement, s Statement) {
			into.Actions = union(into.Actions, s.Actions, func(a, b string) bool { return a == b })
		})
}

func unite(statements []Statement, alike func(a, b Statement) bool, add func(into *Statement, s Statement)) []Statement {
	var united []Statement
	for _, s := range statements {
		at := slices.IndexFunc(united, func(other Statement) bool {
			return other.Condition.Equal(s.Condition) && other.OwnMachine() == s.OwnMachine() && alike(other, s)
		})
		if at < 0 {
			s.Actions, s.Resources = slices.Clone(s.Actions), slices.Clone(s.Resources)
			united = append(united, s)
			continue
		}
		add(&united[at], s)
	}
	return united
}

func union[T any](all, more []T, same func(a, b T) bool) []T {
	for _, m := range more {
		if !slices.ContainsFunc(all, func(a T) bool { return same(a, m) }) {
			all = append(all, m)
		}
	}
	return all
}

func sameResource(a, b Resource) bool { return slices.Equal(a, b) }
