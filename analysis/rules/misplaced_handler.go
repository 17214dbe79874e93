package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed misplaced_handler.md
var misplacedHandlerPage string

var misplacedHandler = &analysis.Rule{
	Name:     "misplaced-handler",
	Category: analysis.Failure,
	Severity: analysis.Error,
	Summary:  "a retry or catch where it holds for nothing",
	Page:     misplacedHandlerPage,
	Fixes:    "move it to the one step that it can be meant for; remove it",
	Run:      reportMisplacedHandlers,
}

func reportMisplacedHandlers(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for scope := range scopesOf(w) {
			for _, h := range scope.Misplaced {
				reportMisplacedHandler(p, scope, h)
			}
		}
	}
}

func reportMisplacedHandler(p *analysis.Pass, scope *flow.Scope, h *flow.Handler) {
	what := keywordOf(h)
	d := analysis.Diagnostic{Range: headOf(p, h)}
	if s := carrierOf(scope, h); s != nil {
		d.Message = "Step Functions has no " + what + " for " + spell(p, s) + ", which is no task, workflow, list, tuple or map"
	} else {
		d.Message = "this " + what + " holds for nothing, as the bodies of if and catch have no handlers of their own"
		if s := onlyStepBeside(scope, h); s != nil && !hasComment(p, h.Range) {
			d.Fixes = append(d.Fixes, moveHandler(p, s, h))
		}
	}
	d.Message += "; write it in a step's block, or in front of the chains of a workflow or branch"
	d.Fixes = append(d.Fixes, analysis.Fix{
		Title: "remove the " + what, Edits: []analysis.Edit{p.Replace(withLine(p.Program.File.Text, h.Range), "")},
	})
	p.Report(d)
}

// carrierOf returns the step in whose block a handler stands, nil where that is a body.
func carrierOf(scope *flow.Scope, h *flow.Handler) *flow.State {
	for _, s := range scope.States {
		for _, own := range s.Handlers {
			if own == h {
				return s
			}
		}
	}
	return nil
}

// onlyStepBeside returns the step of the handler's body that it can be meant for; nil where there are several, or none.
func onlyStepBeside(scope *flow.Scope, h *flow.Handler) (step *flow.State) {
	var beside *flow.Body // the body whose chains begin first behind the handler
	for _, b := range scope.Bodies {
		if !b.Own && len(b.Chains) > 0 && b.Chains[0].Range.Start >= h.Range.End &&
			(beside == nil || b.Chains[0].Range.Start < beside.Chains[0].Range.Start) {
			beside = b
		}
	}
	if beside == nil {
		return nil
	}
	for _, c := range beside.Chains {
		for _, m := range c.Mentions {
			if m.State.CanCatch() {
				if step != nil {
					return nil
				}
				step = m.State
			}
		}
	}
	return step
}

func moveHandler(p *analysis.Pass, s *flow.State, h *flow.Handler) analysis.Fix {
	return analysis.Fix{
		Title: "move it to " + spell(p, s), Safe: true,
		Edits: []analysis.Edit{
			p.Replace(withLine(p.Program.File.Text, h.Range), ""),
			addToBlock(p, s, p.Text(h.Range)),
		},
	}
}
