package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed captured_missing_path.md
var capturedMissingPathPage string

var capturedMissingPath = &analysis.Rule{
	Name:     "captured-missing-path",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "a condition in a captured branch that reads a path which may be missing",
	Page:     capturedMissingPathPage,
	Fixes:    "asks is present first",
	Run:      reportCapturedMissingPaths,
}

func reportCapturedMissingPaths(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // the guard may stand in what does not parse
		}
		for scope := range scopesOf(w) {
			if capturedBy(scope) == nil {
				continue
			}
			guarded := map[string]bool{}
			for _, s := range scope.States {
				for _, arm := range s.Arms {
					noteGuards(arm.Cond, guarded)
				}
				for _, arm := range s.Arms {
					if test := unguarded(arm.Cond, guarded); test.test != nil {
						reportMissingPath(p, s, arm, test, capturedBy(scope))
						break
					}
				}
			}
		}
	}
}

// capturedBy returns the tuple or captured map that a scope stands in, nil where there is none.
func capturedBy(s *flow.Scope) *flow.State {
	for ; s.Owner != nil; s = s.Owner.Scope {
		if s.Owner.Captures {
			return s.Owner
		}
	}
	return nil
}

// noteGuards adds the paths of which a condition asks whether they are there.
func noteGuards(n grammar.Node, guarded map[string]bool) {
	if t, ok := n.(*grammar.Test); ok && t.Is != nil && t.Is.Kind == "present" {
		guarded[t.Path.Text] = true
	}
	for _, child := range grammar.Children(n) {
		noteGuards(child, guarded)
	}
}

// negatable is a test, and whether a not stands in front of it.
type negatable struct {
	test    *grammar.Test
	negated bool
}

// unguarded returns the first test of a condition whose path may be missing.
func unguarded(n grammar.Node, guarded map[string]bool) negatable {
	if not, ok := n.(*grammar.Not); ok && not.Test != nil {
		path := not.Test.Path.Text
		if fieldOf(path) != "" && !guarded[path] && (not.Test.Is == nil || not.Test.Is.Kind != "present") {
			return negatable{not.Test, len(not.Nots) > 0}
		}
		return negatable{}
	}
	for _, child := range grammar.Children(n) {
		if found := unguarded(child, guarded); found.test != nil {
			return found
		}
	}
	return negatable{}
}

func reportMissingPath(p *analysis.Pass, s *flow.State, arm *flow.Arm, of negatable, group *flow.State) {
	at, path := of.test.Span().Shift(arm.Base), of.test.Path.Text
	guard := path + " is present and "
	edits := []analysis.Edit{p.Insert(at.Start, guard)}
	if of.negated {
		edits = []analysis.Edit{p.Insert(at.Start, "("+guard), p.Insert(at.End, ")")}
	}
	around := spell(p, group)
	if group.Step.As == nil {
		around = "the tuple"
		if group.Kind == flow.MapState {
			around = "the map"
		}
	}
	p.Report(analysis.Diagnostic{
		Range: of.test.Path.Span().Shift(arm.Base),
		Message: "where there is no " + path + ", the whole workflow fails with States.Runtime, which " + around + " does not capture; ask " +
			path + " is present first",
		Related: []analysis.Related{p.Here(group.Range, "other errors are captured here")},
		Fixes:   []analysis.Fix{{Title: "ask first whether it is there: " + strings.TrimSuffix(guard, " and "), Edits: edits}},
	})
}
