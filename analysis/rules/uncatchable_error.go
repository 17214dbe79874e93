package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/errornames"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed uncatchable_error.md
var uncatchableErrorPage string

var uncatchableError = &analysis.Rule{
	Name:     "uncatchable-error",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "a handler, or a condition in one, that waits for an error which nothing takes",
	Page:     uncatchableErrorPage,
	Fixes:    "remove the name",
	Run:      reportUncatchableErrors,
}

func reportUncatchableErrors(p *analysis.Pass) {
	for _, t := range p.Program.Tasks {
		if !t.Inline { // otherwise its state has the retries
			reportUncatchable(p, t.Retries)
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			reportUncatchable(p, s.Handlers)
			for _, arm := range s.Arms {
				reportNeverHolding(p, arm.Cond, arm.Base)
			}
		}
		for scope := range scopesOf(w) {
			reportUncatchable(p, scope.Handlers)
		}
	}
}

func isUncatchable(name string) bool {
	e := errornames.Lookup(name)
	return e != nil && e.Uncatchable
}

func reportUncatchable(p *analysis.Pass, handlers []*flow.Handler) {
	for _, h := range handlers {
		for i, name := range h.Names {
			if !isUncatchable(name) {
				continue
			}
			d := analysis.Diagnostic{
				Range:   h.NameRanges[i],
				Message: "no " + keywordOf(h) + " takes " + name + ", by its name or with *: it ends the workflow at once; keep it from happening",
			}
			at := h.NameRanges[i]
			switch {
			case i > 0:
				at.Start = h.NameRanges[i-1].End
			case len(h.Names) > 1:
				at.End = h.NameRanges[1].Start
			}
			if len(h.Names) > 1 && !hasComment(p, at) {
				d.Fixes = []analysis.Fix{{Title: "remove " + name, Safe: true, Edits: []analysis.Edit{p.Replace(at, "")}}}
			}
			p.Report(d)
		}
	}
}

// reportNeverHolding reports where a condition compares an error's name with one that no handler ever sees.
func reportNeverHolding(p *analysis.Pass, n grammar.Node, base int) {
	if t, ok := n.(*grammar.Test); ok {
		if t.Operand != nil && t.Operand.String != nil && strings.HasSuffix(t.Path.Text, ".Error") && isUncatchable(t.Operand.String.Unquote()) {
			name := t.Operand.String.Unquote()
			p.Report(analysis.Diagnostic{
				Range: t.Operand.String.Span().Shift(base),
				Message: "no error that comes here is " + name + ": no catch and no tuple takes it, and it ends the workflow at once; " +
					"keep it from happening",
			})
		}
		return
	}
	for _, child := range grammar.Children(n) {
		reportNeverHolding(p, child, base)
	}
}
