package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed unhandled_error_object.md
var unhandledErrorObjectPage string

var unhandledErrorObject = &analysis.Rule{
	Name:     "unhandled-error-object",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "a step behind a tuple that reads a branch's result as if it could not have failed",
	Page:     unhandledErrorObjectPage,
	Fixes:    "an if in front of it that fails the workflow",
	Run:      reportUnhandledErrorObjects,
}

func reportUnhandledErrorObjects(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may look at the result
		}
		for _, s := range w.States {
			if !s.Captures || s.Kind != flow.GroupState || hasAny(s, "result_path", "result_selector", "output_path", "output") {
				continue
			}
			for _, e := range s.Out {
				if e.Kind == flow.Sequence && e.To != nil && !inJSONata(e.To) {
					reportErrorObject(p, s, e.To)
				}
			}
		}
	}
}

// reportErrorObject reports the first path at which a step reads into the result of a branch that may have failed.
func reportErrorObject(p *analysis.Pass, s, next *flow.State) {
	paths := pathsRead(next)
	looks := func(branch int) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return strings.HasPrefix(path, fmt.Sprintf("$[%d].Error", branch)) })
	}
	for _, path := range paths {
		branch, ok := branchRead(path)
		if !ok || looks(branch) || !slices.Contains(failingBranches(s), branch) {
			continue
		}
		culprit := spell(p, culpritOf(s.Branches[branch]))
		look := fmt.Sprintf("if $[%d].Error is present { fail BranchFailed }", branch)
		d := analysis.Diagnostic{
			Range: next.Range,
			Message: fmt.Sprintf("if %s fails, $[%d] is the object {Error, Cause}, and %s finds no %s in it; ask $[%d].Error is present first",
				culprit, branch, spell(p, next), path, branch),
			Related: []analysis.Related{p.Here(s.Range, "errors are captured here")},
		}
		if len(next.In) == 1 {
			d.Fixes = []analysis.Fix{{Title: "fail in front of it: " + look, Edits: []analysis.Edit{p.Insert(s.Whole.End, " >> "+look)}}}
		}
		p.Report(d)
		return
	}
}

// branchRead returns the branch into whose result a path reads: 1 for $[1].id.
func branchRead(path string) (int, bool) {
	rest, ok := strings.CutPrefix(path, "$[")
	if !ok {
		return 0, false
	}
	number, field, ok := strings.Cut(rest, "].")
	n, err := strconv.Atoi(number)
	return n, ok && err == nil && field != "Error" && field != "Cause"
}
