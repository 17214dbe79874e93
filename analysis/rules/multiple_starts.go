package rules

import (
	_ "embed"
	"iter"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed multiple_starts.md
var multipleStartsPage string

var multipleStarts = &analysis.Rule{
	Name:     "multiple-starts",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a second chain that nothing leads to",
	Page:     multipleStartsPage,
	Fixes:    "groups it with the first chain, capturing errors or halting on them",
	Run:      reportMultipleStarts,
}

func reportMultipleStarts(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may lead there
		}
		for scope := range scopesOf(w) {
			if len(scope.Starts) == 0 || len(lostJumps.Of(p)[scope]) > 0 {
				continue // a jump that leads nowhere may be meant to lead there
			}
			isStart := map[*flow.State]bool{}
			for _, s := range scope.Starts {
				isStart[s] = true
			}
			for inBody := range byBody(messes.Of(p)[scope]) {
				if starts := startsIn(inBody, isStart); len(starts) > 1 {
					reportStarts(p, scope, inBody[0].body, starts)
				}
			}
		}
	}
}

// byBody goes through the messes of each body.
func byBody(all []*mess) iter.Seq[[]*mess] {
	return func(yield func([]*mess) bool) {
		for len(all) > 0 {
			n := 1
			for n < len(all) && all[n].body == all[0].body {
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

// starting is a state that nothing leads to, with the chains that hang together with it.
type starting struct {
	state *flow.State
	mess  *mess
}

// startsIn returns where the first chain of a body starts, and its further starts, but for those in chains that other
// rules report.
func startsIn(messes []*mess, isStart map[*flow.State]bool) []starting {
	all := []starting{{messes[0].origin(isStart), messes[0]}}
	for _, m := range messes {
		if m.circular || len(m.fans()) > 0 {
			continue
		}
		for _, s := range m.steps {
			if isStart[s] {
				all = append(all, starting{s, m})
			}
		}
	}
	return all
}

// origin returns the step of the mess that starts it, other than those given.
func (m *mess) origin(others map[*flow.State]bool) *flow.State {
	led := make([]bool, len(m.steps))
	for _, e := range m.edges {
		led[e.To] = true
	}
	for n, s := range m.steps {
		if !led[n] && !others[s] {
			return s
		}
	}
	return m.steps[0]
}

// reportStarts reports the starts of a body, the first of which is the right one.
func reportStarts(p *analysis.Pass, scope *flow.Scope, body *flow.Body, starts []starting) {
	first, second := starts[0], starts[1]
	name := spell(p, second.state)
	d := analysis.Diagnostic{
		Range:   second.state.Range,
		Message: "nothing leads to " + name + ": " + placeNamed(scope, body) + " starts with " + spell(p, first.state),
		Related: []analysis.Related{p.Here(first.state.Range, "the start is here")},
	}
	for _, s := range starts[2:] {
		d.Related = append(d.Related, p.Here(s.state.Range, "nothing leads to "+spell(p, s.state)+" either"))
	}
	all := together(scope, body, starts)
	tree, _ := all.tree()
	if tree == nil || len(first.mess.fans()) > 0 { // a fan-out is put in order first
		d.Message += "; lead to it with >>, -> or a catch"
		p.Report(d)
		return
	}
	d.Message += "; group them to run both, or lead to it with >>, -> or a catch"
	if obstacle := all.obstacle(p, tree); obstacle != "" {
		d.Message += "; " + obstacle
	} else {
		d.Fixes = all.groupings(p, tree)
	}
	p.Report(d)
}

// placeNamed says what it is that has a start.
func placeNamed(scope *flow.Scope, body *flow.Body) string {
	switch {
	case !body.Own:
		return "this body"
	case scope.Owner != nil:
		return "this branch"
	}
	return "the workflow " + scope.Workflow.Name
}

// together returns the chains of all starts as one mess.
func together(scope *flow.Scope, body *flow.Body, starts []starting) *mess {
	var chains []*flow.Chain
	seen := map[*mess]bool{}
	for _, s := range starts {
		if !seen[s.mess] {
			seen[s.mess] = true
			chains = append(chains, s.mess.chains...)
		}
	}
	slices.SortFunc(chains, func(a, b *flow.Chain) int { return a.Range.Start - b.Range.Start })
	return newMess(scope, body, chains)
}
