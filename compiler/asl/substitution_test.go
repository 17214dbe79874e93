package asl

import (
	"slices"
	"testing"
)

func TestSubstitutions(t *testing.T) {
	w := &Workflow{
		Functions: []*Function{{Name: "price", Language: Python}, {Name: "audit"}},
		Starts:    []string{"refund"},
		Machine: &Machine{StartAt: "a", States: []*State{
			{Name: "a", Type: Task, Comment: "For ${people}.", Retry: []Retrier{{Comment: "${people}"}}, Resource: "${price}", Parameters: Object(
				Field{"Topic", String("arn:${AWS::Partition}:sns:${AWS::Region}:1:${topic}")},
				Field{"${no_value}", Array(String("${refund}"), String("${price} ${audit} $${2x} ${}"))},
			)},
			{Name: "b", Type: Parallel, Branches: []*Machine{{Comment: "${people}", States: []*State{
				{Name: "c", Type: Pass, Parameters: Object(Field{"Comment", String("${note}")})},
			}}}},
		}},
	}
	want := []Substitution{
		{"price", FunctionSubstitution}, {"AWS::Partition", PseudoSubstitution}, {"AWS::Region", PseudoSubstitution},
		{"topic", ParameterSubstitution}, {"refund", MachineSubstitution}, {"audit", ParameterSubstitution}, {"note", ParameterSubstitution},
	}
	if got := w.Substitutions(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
