package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unknown_target.md
var unknownTargetPage string

var unknownTarget = &analysis.Rule{
	Name:     "unknown-target",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a jump to a name that no step, or more than one, answers to",
	Page:     unknownTargetPage,
	Fixes:    "the name that is meant, where one is near; run the task there; give the step its name with as",
	Run:      reportUnknownTargets,
}

func reportUnknownTargets(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for scope := range scopesOf(w) {
			for _, j := range lostJumps.Of(p)[scope] {
				switch {
				case j.outside != nil:
				case j.Candidates > 1:
					reportAmbiguousTarget(p, j.Jump)
				default:
					reportUnknownTarget(p, j.Jump)
				}
			}
		}
	}
}

func reportUnknownTarget(p *analysis.Pass, j *flow.Jump) {
	d := analysis.Diagnostic{Range: j.Range, Message: "no step is called " + j.Name}
	if s := unnamed(j); s != nil {
		d.Message += ": that is what " + spell(p, s) + " is called as long as nothing is written in front of it; name it with as"
		d.Related = []analysis.Related{p.Here(s.Range, "the step stands here")}
		if grammar.IsIdent(j.Name) && p.Program.Lookup(j.Name) == nil {
			d.Fixes = []analysis.Fix{{
				Title: "name the step: as " + j.Name, Safe: true, Edits: []analysis.Edit{p.Insert(s.Range.End, " as "+j.Name)},
			}}
		}
		p.Report(d)
		return
	}
	if meant := suggest.Nearest(j.Name, targets(j)); meant != "" {
		d.Message += "; did you mean " + meant + "?"
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(j.Range, meant)},
		})
	}
	if known := p.Program.Lookup(j.Name); known != nil {
		d.Message += "; it is declared, but no step here runs it"
		d.Fixes = append(d.Fixes, runThere(p, j)...)
	}
	p.Report(d)
}

// unnamed returns the state that has a jump's name only because it got a number or was named after its kind.
func unnamed(j *flow.Jump) *flow.State {
	for _, s := range j.Scope.States {
		if s.Name == j.Name && (s.Naming == flow.Numbered || s.Naming == flow.Generated) {
			return s
		}
	}
	return nil
}

// targets are the names that a jump may have.
func targets(j *flow.Jump) []string {
	counts := map[string]int{}
	for _, s := range j.Scope.States {
		counts[answersTo(s)]++
	}
	names := []string{"end"}
	for name, n := range counts {
		if n == 1 && grammar.IsIdent(name) {
			names = append(names, name)
		}
	}
	return names
}

// runThere makes a step of the task that a jump names.
func runThere(p *analysis.Pass, j *flow.Jump) []analysis.Fix {
	if j.Quoted {
		return nil
	}
	arrow := arrowOf(p, j)
	fix := analysis.Fix{Title: "run " + j.Name + " there", Safe: true}
	switch h := handlerOf(j); {
	case endsChain(j):
		fix.Edits = []analysis.Edit{p.Replace(arrow, ">>")}
	case h == nil: // alone in a body of an if
		fix.Edits = []analysis.Edit{p.Replace(grammar.Range{Start: arrow.Start, End: j.Range.Start}, "")}
	case h.Body:
		fix.Edits = []analysis.Edit{p.Replace(grammar.Range{Start: arrow.Start, End: j.Range.Start}, ""), p.Insert(j.Range.End, " -> end")}
	default:
		fix.Edits = []analysis.Edit{p.Replace(grammar.Range{Start: arrow.Start, End: j.Range.Start}, "{ "), p.Insert(j.Range.End, " -> end }")}
	}
	return []analysis.Fix{fix}
}

// endsChain tells whether a jump stands behind a step.
func endsChain(j *flow.Jump) bool {
	for _, b := range j.Scope.Bodies {
		for _, c := range b.Chains {
			if c.Jump == j {
				return true
			}
		}
	}
	return false
}

// handlerOf returns the catch that leads along a jump, nil where none does.
func handlerOf(j *flow.Jump) *flow.Handler {
	find := func(handlers []*flow.Handler) *flow.Handler {
		if i := slices.IndexFunc(handlers, func(h *flow.Handler) bool { return h.Jump == j }); i >= 0 {
			return handlers[i]
		}
		return nil
	}
	for _, s := range j.Scope.States {
		if h := find(s.Handlers); h != nil {
			return h
		}
	}
	return find(j.Scope.Handlers)
}

// reportAmbiguousTarget reports a jump to a name that several steps of the scope have.
func reportAmbiguousTarget(p *analysis.Pass, j *flow.Jump) {
	d := analysis.Diagnostic{Range: j.Range, Message: "several steps here are called " + j.Name + "; name the one that is meant with as, and jump to that"}
	var steps []*flow.State
	for _, s := range j.Scope.States {
		if answersTo(s) == j.Name {
			steps = append(steps, s)
			d.Related = append(d.Related, p.Here(s.Range, "one stands here"))
		}
	}
	clash := slices.ContainsFunc(steps, func(s *flow.State) bool { return s.Step.As != nil || s.Task == nil || s.Task.Inline })
	if !clash && len(steps) <= fewBranches {
		again := &naming{workflow: j.Scope.Workflow}
		for _, s := range steps {
			name := s.Name
			if s.Naming != flow.Numbered || p.Program.Lookup(name) != nil {
				name = again.free(p, j.Name+"_here")
			}
			d.Fixes = append(d.Fixes, analysis.Fix{
				Title: "name this one, and jump to it: " + j.Name + " as " + name, Safe: true,
				Edits: []analysis.Edit{p.Insert(s.Range.End, " as "+name), p.Replace(j.Range, name)},
			})
		}
	}
	p.Report(d)
}
