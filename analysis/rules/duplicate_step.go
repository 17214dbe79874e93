package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed duplicate_step.md
var duplicateStepPage string

var duplicateStep = &analysis.Rule{
	Name:     "duplicate-step",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a step that stands in two chains of one body, other than at the head of one",
	Page:     duplicateStepPage,
	Fixes:    "-> to join the other chain; as to make a step of its own",
	Run:      reportDuplicateSteps,
}

func reportDuplicateSteps(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may be the chain that the step heads
		}
		again := &naming{workflow: w}
		for scope := range scopesOf(w) {
			if len(scope.Rejoined) == 0 {
				continue
			}
			tangled := tangledChains(scope, messes.Of(p)[scope])
			states := statesByName(scope, true)
			for _, m := range scope.Rejoined {
				if !tangled[m.Chain] {
					reportDuplicateStep(p, m, len(states[nameOf(m.State)]) == 1, again)
				}
			}
		}
	}
}

// tangledChains returns the chains of which another rule says that their steps have to be put in order.
func tangledChains(scope *flow.Scope, messes []*mess) map[*flow.Chain]bool {
	tangled := map[*flow.Chain]bool{}
	for _, m := range messes {
		if m.circular || len(m.fans()) > 0 || m.hasStart(scope.Starts) {
			for _, c := range m.chains {
				tangled[c] = true
			}
		}
	}
	return tangled
}

// hasStart tells whether one of the states is a step of the mess.
func (m *mess) hasStart(starts []*flow.State) bool {
	return slices.ContainsFunc(starts, func(s *flow.State) bool {
		_, ok := m.number[s]
		return ok
	})
}

func reportDuplicateStep(p *analysis.Pass, m *flow.Mention, unique bool, again *naming) {
	name := spell(p, m.State)
	d := analysis.Diagnostic{
		Range:   m.Range,
		Message: name + " stands in another chain too, so that this can mean that step or one of its own",
		Related: []analysis.Related{p.Here(m.State.Range, name+" stands here first")},
	}
	if unique {
		d.Fixes = jumpInstead(p, m, "go on from the other one: ")
	}
	if len(d.Fixes) > 0 {
		d.Message += "; write -> " + name + " to go on from there, or give this one a name with as"
	} else {
		d.Message += "; give this one a name with as"
	}
	d.Fixes = append(d.Fixes, nameAgain(p, m, again, "make a step of its own: ")...)
	p.Report(d)
}
