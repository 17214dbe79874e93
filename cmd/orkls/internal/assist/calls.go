package assist

import (
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Call is a step that runs before or after another, and where that is written.
type Call struct {
	State *flow.State
	Range grammar.Range
}

// StepAt returns the innermost state that is written at a place, nil where none is; at the name of a workflow the state
// in which it starts.
func StepAt(p *flow.Program, offset int) *flow.State {
	for _, w := range p.Workflows {
		if !w.TopLevel && w.NameRange.Contains(offset) && w.Scope != nil {
			return w.Scope.Start
		}
	}
	if around := stepsAround(p, grammar.Range{Start: offset, End: offset}); len(around) > 0 {
		return around[0]
	}
	return nil
}

// Before returns the steps that lead to a state: those in front of it, and at the start of a branch the group that it
// is in.
func Before(state *flow.State) (calls []Call) {
	seen := map[*flow.State]bool{}
	for _, e := range state.In {
		if e.From != nil && !seen[e.From] {
			seen[e.From] = true
			calls = append(calls, Call{e.From, e.Range})
		}
	}
	if owner := state.Scope.Owner; owner != nil && state.Scope.Start == state {
		calls = append(calls, Call{owner, state.Range})
	}
	return calls
}

// After returns the steps that a state leads to: those behind it, the starts of its branches, and of the workflow that
// it starts where that is in the same file.
func After(state *flow.State) (calls []Call) {
	seen := map[*flow.State]bool{}
	for _, e := range state.Out {
		if e.To != nil && !seen[e.To] {
			seen[e.To] = true
			calls = append(calls, Call{e.To, e.Range})
		}
	}
	for _, branch := range state.Branches {
		if branch.Start != nil {
			calls = append(calls, Call{branch.Start, branch.Start.Range})
		}
	}
	if w := state.Workflow; w != nil && w.Program == state.Scope.Workflow.Program && w.Scope != nil && w.Scope.Start != nil {
		calls = append(calls, Call{w.Scope.Start, state.Range})
	}
	return calls
}
