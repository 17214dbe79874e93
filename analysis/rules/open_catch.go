package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed open_catch.md
var openCatchPage string

var openCatch = &analysis.Rule{
	Name:     "open-catch",
	Category: analysis.Failure,
	Severity: analysis.Error,
	Summary:  "a catch that does not say how it ends, with something behind its step",
	Page:     openCatchPage,
	Fixes:    "-> end to stop there; -> next to go on",
	Run:      reportOpenCatches,
}

func reportOpenCatches(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may be how it ends
		}
		for _, s := range w.States {
			for _, h := range s.Handlers {
				if h.Open {
					reportOpenCatch(p, s, h)
				}
			}
		}
		for scope := range scopesOf(w) {
			for _, h := range scope.Handlers {
				if h.Catch && h.Next && h.Target != nil {
					reportNextOfMany(p, h)
				}
			}
		}
	}
}

func reportOpenCatch(p *analysis.Pass, s *flow.State, h *flow.Handler) {
	next := or(nextSteps(p, s))
	d := analysis.Diagnostic{
		Range: headOf(p, h),
		Message: "this catch does not say how it ends, and " + next + " stands behind " + spell(p, s) +
			"; write -> end to stop there, or -> next to go on with " + next,
	}
	for _, e := range s.Out {
		if e.Kind != flow.CatchEdge && e.To != nil {
			d.Related = append(d.Related, p.Here(e.To.Range, spell(p, e.To)+" stands behind "+spell(p, s)))
		}
	}
	if edits := endCatch(p, s.Scope, h, "-> end"); len(edits) > 0 {
		d.Fixes = []analysis.Fix{
			{Title: "stop when it has run: -> end", Safe: true, Edits: edits},
			{Title: "go on with " + next + ": -> next", Safe: true, Edits: endCatch(p, s.Scope, h, "-> next")},
		}
	}
	p.Report(d)
}

// reportNextOfMany reports a catch for many steps whose body goes on with what follows: a different step for each.
func reportNextOfMany(p *analysis.Pass, h *flow.Handler) {
	p.Report(analysis.Diagnostic{
		Range: headOf(p, h),
		Message: "this catch holds for many steps, so that no single one follows it; end its body with -> and a name, " +
			"-> end or fail, or write -> next without a body",
	})
}
