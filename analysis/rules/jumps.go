package rules

import (
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// lostJumps are the jumps that lead nowhere, by scope, in workflows that parse.
var lostJumps = analysis.NewFact(func(p *analysis.Pass) map[*flow.Scope][]lostJump {
	lost := map[*flow.Scope][]lostJump{}
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may be the target
		}
		for scope := range scopesOf(w) {
			for _, j := range scope.Jumps {
				if j.Target == nil && !j.Next && (j.Quoted || j.Name != "end") {
					lost[scope] = append(lost[scope], lostJump{j, elsewhereIn(w, j)})
				}
			}
		}
	}
	return lost
})

// lostJump is a jump that leads nowhere.
type lostJump struct {
	*flow.Jump
	outside *flow.State // that answers to the name, but in another scope; nil where none does
}

// elsewhereIn returns the state of another scope that a jump names.
func elsewhereIn(w *flow.Workflow, j *flow.Jump) *flow.State {
	if j.Candidates > 0 {
		return nil
	}
	for _, s := range w.States {
		if s.Scope != j.Scope && answersTo(s) == j.Name {
			return s
		}
	}
	return nil
}

// answersTo is the name by which a jump finds a state, "" where there is none.
func answersTo(s *flow.State) string {
	if s.Task != nil && s.Task.Inline && s.Step.As == nil {
		return s.Task.Name
	}
	return nameOf(s)
}

// arrowOf is where the -> of a jump stands.
func arrowOf(p *analysis.Pass, j *flow.Jump) grammar.Range {
	const far = 200 // more than a comment between the two
	from := max(0, j.Range.Start-far)
	for _, s := range p.Program.File.Statements {
		if at := s.Extent.Shift(s.Base); at.Covers(j.Range) {
			from = max(from, at.Start)
		}
	}
	arrow := grammar.Range{Start: j.Range.Start, End: j.Range.Start}
	for at := from; at < j.Range.Start-1; at++ {
		if p.Program.File.Text[at:at+2] == "->" && !inComment(p, at) {
			arrow = grammar.Range{Start: at, End: at + 2}
		}
	}
	return arrow
}

func inComment(p *analysis.Pass, offset int) bool {
	return slices.ContainsFunc(p.Program.File.Comments, func(c grammar.Comment) bool { return c.Contains(offset) })
}
