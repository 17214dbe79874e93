package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed nested_error_name.md
var nestedErrorNamePage string

var nestedErrorName = &analysis.Rule{
	Name:     "nested-error-name",
	Category: analysis.Failure,
	Severity: analysis.Warning,
	Summary:  "a catch or retry of a workflow's own error, where the workflow is a step",
	Page:     nestedErrorNamePage,
	Fixes:    "the name that a workflow fails with as a step",
	Run:      reportNestedErrorNames,
}

func reportNestedErrorNames(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			if s.Workflow == nil || isExpress(s.Workflow) {
				continue
			}
			for _, h := range s.Handlers {
				for i, name := range h.Names {
					if !strings.Contains(name, ".") { // otherwise it is an error of the step itself
						reportNestedErrorName(p, s, h, i)
					}
				}
			}
		}
	}
}

func reportNestedErrorName(p *analysis.Pass, s *flow.State, h *flow.Handler, i int) {
	const failed = "States.TaskFailed"
	d := analysis.Diagnostic{
		Range: h.NameRanges[i],
		Message: "this " + keywordOf(h) + " never takes " + h.Names[i] + ": as a step, " + s.Called + " fails with " + failed +
			", and its own error is in Cause",
	}
	if len(h.Names) == 1 && !takes(s, h, failed) {
		d.Message += "; write " + keywordOf(h) + " " + failed + ", and look at Cause"
		d.Fixes = []analysis.Fix{{
			Title: "take every failure of " + s.Called + ": " + keywordOf(h) + " " + failed,
			Edits: []analysis.Edit{p.Replace(grammar.Range{Start: h.NameRanges[i].Start, End: h.NameRanges[i].End}, failed)},
		}}
	}
	p.Report(d)
}

// takes tells whether another handler of the same kind, of the step itself, names an error.
func takes(s *flow.State, but *flow.Handler, name string) bool {
	for _, h := range s.Handlers {
		if h == but || h.Catch != but.Catch {
			continue
		}
		for _, n := range h.Names {
			if n == name {
				return true
			}
		}
	}
	return false
}
