package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed cycle.md
var cyclePage string

var cycle = &analysis.Rule{
	Name:     "cycle",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a step that stands twice on one path",
	Page:     cyclePage,
	Fixes:    "-> to loop; as to run it once more",
	Run:      reportCycles,
}

func reportCycles(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may end the path
		}
		again := &naming{workflow: w}
		for scope := range scopesOf(w) {
			states := statesByName(scope, len(scope.Loops) > 0)
			for _, m := range scope.Loops {
				reportCycle(p, scope, m, states[nameOf(m.State)], again)
			}
		}
	}
}

// reportCycle reports the mention that closes a circle. Answering are the states that a jump to its name would find.
func reportCycle(p *analysis.Pass, scope *flow.Scope, m *flow.Mention, answering []*flow.State, again *naming) {
	name := spell(p, m.State)
	first := answering[0]
	d := analysis.Diagnostic{
		Range:   m.Range,
		Message: name + " stands twice on one path, and Step Functions would go round for ever",
		Related: []analysis.Related{p.Here(first.Range, name+" stands here first")},
	}
	repeated := first != m.State // in another body: two states, in a row
	if repeated {
		d.Message = name + " stands twice on one path, which can mean a loop or a second run"
	}
	var loop, second []analysis.Fix
	if len(answering) == 1 || repeated && len(answering) == 2 {
		loop = jumpInstead(p, m, "loop: ")
	}
	second = nameAgain(p, m, again, "run it once more: ")
	switch {
	case len(loop) > 0 && len(second) > 0:
		d.Message += "; write -> " + name + " to loop, or give the second one a name of its own with as"
	case len(loop) > 0:
		d.Message += "; write -> " + name + " to loop"
	case len(second) > 0:
		d.Message += "; give the second one a name of its own with as"
	default:
		d.Message += "; loop with -> where a condition holds, or take it out"
	}
	// A loop without a choice in it has no way out, so that a second run is the better guess.
	if hasChoice(scope, first, m) {
		d.Fixes = slices.Concat(loop, second)
	} else {
		d.Fixes = slices.Concat(second, loop)
	}
	p.Report(d)
}

// hasChoice tells whether an if stands between a state and the mention that comes back to it.
func hasChoice(scope *flow.Scope, from *flow.State, to *flow.Mention) bool {
	i, _ := slices.BinarySearchFunc(scope.States, from.Range.Start, func(s *flow.State, start int) int { return s.Range.Start - start })
	for _, s := range scope.States[i:] {
		if s.Range.Start > to.Range.Start {
			return false
		}
		if s.Kind == flow.ChoiceState {
			return true
		}
	}
	return false
}

// statesByName returns the states of a scope by the names that jumps use, if wanted.
func statesByName(scope *flow.Scope, wanted bool) map[string][]*flow.State {
	if !wanted {
		return nil
	}
	states := map[string][]*flow.State{}
	for _, s := range scope.States {
		states[nameOf(s)] = append(states[nameOf(s)], s)
	}
	return states
}

// nameOf is the name by which a jump finds a state, "" where there is none.
func nameOf(s *flow.State) string {
	if s.Step.As != nil {
		return s.Step.As.Text
	}
	return s.Called
}
