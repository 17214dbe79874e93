package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed dead_handler.md
var deadHandlerPage string

var deadHandler = &analysis.Rule{
	Name:     "dead-handler",
	Category: analysis.Failure,
	Severity: analysis.Warning,
	Summary:  "a retry or catch on a tuple, or on another group, that no error leaves",
	Page:     deadHandlerPage,
	Fixes:    "remove it",
	Run:      reportDeadHandlers,
}

func reportDeadHandlers(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a branch that fails may be what does not parse
		}
		for _, s := range w.States {
			if len(s.Handlers) > 0 && len(s.Branches) > 0 && s.CanCatch() && !s.Raises() {
				reportDeadHandler(p, s)
			}
		}
	}
}

func reportDeadHandler(p *analysis.Pass, s *flow.State) {
	name := spell(p, s)
	d := analysis.Diagnostic{
		Range:   headOf(p, s.Handlers[0]),
		Message: "no error leaves " + name + ", so that nothing is ever retried or caught here; remove this",
	}
	if s.Captures {
		d.Message = name + " captures the errors of its branches and does not fail, so that nothing is ever retried or caught here; " +
			"write it in the steps that may fail, or remove it"
	}
	for _, h := range s.Handlers[1:] {
		d.Related = append(d.Related, p.Here(headOf(p, h), "nor here"))
	}
	if !slices.ContainsFunc(s.Handlers, func(h *flow.Handler) bool { return h.Catch && !leadsNowhereElse(h) }) {
		d.Fixes = []analysis.Fix{{Title: "remove what is never asked", Safe: true, Edits: removeFromBlock(p, s, s.Handlers)}}
	}
	p.Report(d)
}

// leadsNowhereElse tells whether nothing but the catch would be missed if it were gone: a jump to a step that others lead to as
// well, or to the end.
func leadsNowhereElse(h *flow.Handler) bool {
	if h.Jump == nil {
		return false
	}
	return h.Target == nil || slices.ContainsFunc(h.Target.In, func(e *flow.Edge) bool { return e.Handler != h })
}
