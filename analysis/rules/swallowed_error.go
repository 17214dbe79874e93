package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed swallowed_error.md
var swallowedErrorPage string

var swallowedError = &analysis.Rule{
	Name:     "swallowed-error",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "captured errors that nobody sees: the result is dropped, or the run is a scheduled one",
	Page:     swallowedErrorPage,
	Fixes:    "an if behind it that fails the workflow",
	Run:      reportSwallowedErrors,
}

func reportSwallowedErrors(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may look at the result
		}
		byItself := attribute.OfWorkflow(w, "schedule") != nil || attribute.OfWorkflow(w, "event_pattern") != nil
		for _, s := range w.States {
			switch {
			case !s.Captures || len(failingBranches(s)) == 0:
			case dropsResult(s):
				reportSwallowed(p, s, "its result is dropped")
			case byItself && s.Scope.Owner == nil && endsWorkflow(s):
				reportSwallowed(p, s, "nobody waits for the result of a run that starts by itself")
			}
		}
	}
}

// failingBranches are the numbers of a group's branches that may end with an error.
func failingBranches(s *flow.State) (numbers []int) {
	for i, b := range s.Branches {
		if b.MayFail() {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

// dropsResult tells whether a step hands on its input, or nothing, in the place of its result.
func dropsResult(s *flow.State) bool {
	for _, key := range []string{"result_path", "output_path"} {
		if a := s.Attribute(key); a != nil && a.Value != nil && a.Value.Null {
			return true
		}
	}
	return false
}

// endsWorkflow tells whether nothing runs behind a step.
func endsWorkflow(s *flow.State) bool {
	for _, e := range s.Out {
		if e.To != nil && e.To.Kind != flow.SucceedState {
			return false
		}
	}
	return true
}

func reportSwallowed(p *analysis.Pass, s *flow.State, why string) {
	var names []string
	for _, i := range failingBranches(s) {
		names = append(names, spell(p, culpritOf(s.Branches[i])))
	}
	d := analysis.Diagnostic{
		Range:   s.Range,
		Message: "if " + or(names) + " fails, the run succeeds, and nobody is told: " + why + "; look at the result for Error, and fail or tell somebody",
	}
	if s.Kind == flow.GroupState && s.Step.Block == nil && !inJSONata(s) && len(names) <= fewBranches && len(s.Out) == 1 && s.Out[0].Jump == nil {
		d.Fixes = []analysis.Fix{failWhenCaptured(p, s)}
	}
	p.Report(d)
}

// failWhenCaptured looks behind a tuple whether a branch has failed, and then fails the workflow.
func failWhenCaptured(p *analysis.Pass, s *flow.State) analysis.Fix {
	var tests []string
	for _, i := range failingBranches(s) {
		tests = append(tests, fmt.Sprintf("$[%d].Error is present", i))
	}
	look := "if " + strings.Join(tests, " or ") + " { fail BranchFailed }"
	return analysis.Fix{
		Title: "fail when all branches have ended: " + look,
		Edits: []analysis.Edit{p.Insert(s.Whole.End, " >> "+look)},
	}
}
