package rules

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// removeArm is the fix that takes away a body that never runs, with its condition. There is none where that would take
// what is used from elsewhere, or leave a task that nothing uses.
func removeArm(p *analysis.Pass, s *flow.State, i int) []analysis.Fix {
	n := s.Step.Primary.(*grammar.If)
	var at grammar.Range
	var edit analysis.Edit
	switch {
	case i > 0:
		at = n.Elif[i-1].Span().Shift(s.Base)
		at.End = n.Elif[i-1].Then.Span().Shift(s.Base).End
		text := p.Program.File.Text
		for at.Start > 0 && (text[at.Start-1] == ' ' || text[at.Start-1] == '\t') {
			at.Start--
		}
		edit = p.Replace(at, "")
	case len(n.Elif) > 0:
		at = grammar.Range{Start: n.Cond.Span().Shift(s.Base).Start, End: n.Elif[0].Cond.Span().Shift(s.Base).Start}
		edit = p.Replace(at, "")
	default:
		return nil
	}
	if hasComment(p, at) || usedOutside(s.Scope, at) {
		return nil
	}
	return []analysis.Fix{{Title: "remove the body that never runs", Safe: true, Edits: []analysis.Edit{edit}}}
}

// usedOutside tells whether a jump from outside leads to a step in a range, or a task runs nowhere else.
func usedOutside(scope *flow.Scope, at grammar.Range) bool {
	for _, j := range scope.Jumps {
		if j.Target != nil && at.Covers(j.Target.Range) && !at.Covers(j.Range) {
			return true
		}
	}
	for _, s := range scope.Workflow.States {
		if s.Task == nil || s.Task.Inline || !at.Covers(s.Range) {
			continue
		}
		elsewhere := false
		for _, other := range s.Task.States {
			elsewhere = elsewhere || !at.Covers(other.Range)
		}
		if !elsewhere {
			return true
		}
	}
	return false
}
