package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed unreachable_step.md
var unreachableStepPage string

var unreachableStep = &analysis.Rule{
	Name:     "unreachable-step",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a step that no path leads to",
	Page:     unreachableStepPage,
	Fixes:    "remove it, and what only follows it",
	Run:      reportUnreachableSteps,
}

func reportUnreachableSteps(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may lead there
		}
		for scope := range scopesOf(w) {
			if len(lostJumps.Of(p)[scope]) == 0 && len(scope.Rejoined) == 0 { // they may be meant to lead there
				for _, steps := range strandedParts(scope) {
					reportUnreachable(p, scope, steps)
				}
			}
		}
	}
}

// strandedParts are the steps of a scope that never run, by what hangs together, in the order of the text.
func strandedParts(scope *flow.Scope) (parts [][]*flow.State) {
	reached := reachedIn(scope)
	for _, s := range scope.States {
		if reached[s] {
			continue
		}
		part := []*flow.State{s}
		reached[s] = true
		for i := 0; i < len(part); i++ {
			for _, e := range slices.Concat(part[i].In, part[i].Out) {
				for _, other := range []*flow.State{e.From, e.To} {
					if other != nil && !reached[other] {
						reached[other] = true
						part = append(part, other)
					}
				}
			}
		}
		slices.SortFunc(part, func(a, b *flow.State) int { return a.Range.Start - b.Range.Start })
		parts = append(parts, part)
	}
	return parts
}

// reachedIn are the states that the start of a scope leads to, or one that another rule says is a second start, or that a
// catch of the whole scope leads to.
func reachedIn(scope *flow.Scope) map[*flow.State]bool {
	reached := map[*flow.State]bool{}
	todo := slices.Clone(scope.Starts)
	if scope.Start != nil {
		todo = append(todo, scope.Start)
	}
	for _, h := range scope.Handlers {
		if h.Target != nil {
			todo = append(todo, h.Target)
		}
	}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if reached[s] {
			continue
		}
		reached[s] = true
		for _, e := range s.Out {
			if e.To != nil {
				todo = append(todo, e.To)
			}
		}
	}
	return reached
}

func reportUnreachable(p *analysis.Pass, scope *flow.Scope, steps []*flow.State) {
	d := analysis.Diagnostic{Range: steps[0].Range}
	var names []string
	for _, s := range steps {
		names = append(names, spell(p, s))
	}
	runs := " never run"
	if len(names) == 1 {
		runs += "s"
	}
	chain := steps[0].Mention.Chain
	if m := steps[0].Mention; m.Index > 0 {
		before := chain.Mentions[m.Index-1].State
		d.Message = and(names) + runs + ", as nothing goes on behind " + spell(p, before)
		d.Related = []analysis.Related{p.Here(before.Range, "the path ends here")}
	} else {
		d.Message = and(names) + runs + ", as only steps lead there that nothing leads to"
	}
	d.Message += "; lead to it, or remove it"
	if fix, ok := removeSteps(p, steps, chain); ok {
		d.Fixes = []analysis.Fix{fix}
	}
	p.Report(d)
}

// removeSteps deletes the end of a chain, where it is all that is to go, and the declarations of the tasks that nothing runs any more.
func removeSteps(p *analysis.Pass, steps []*flow.State, chain *flow.Chain) (fix analysis.Fix, ok bool) {
	from := steps[0].Mention.Index
	if from == 0 {
		return fix, false
	}
	at := grammar.Range{Start: chain.Mentions[from-1].Range.End, End: chain.Range.End}
	if hasComment(p, at) || strings.Count(p.Text(grammar.Range{Start: chain.Range.Start, End: at.Start}), "(") !=
		strings.Count(p.Text(grammar.Range{Start: chain.Range.Start, End: at.Start}), ")") {
		return fix, false
	}
	for _, s := range steps {
		if !at.Covers(s.Whole) {
			return fix, false
		}
	}
	for _, m := range chain.Mentions[from:] {
		if !slices.Contains(steps, m.State) {
			return fix, false
		}
	}
	declarations, ok := onlyUsedIn(p, at)
	if !ok {
		return fix, false
	}
	fix = analysis.Fix{Title: "remove what never runs", Safe: true, Edits: []analysis.Edit{p.Replace(at, "")}}
	for _, t := range declarations {
		fix.Edits = append(fix.Edits, removeDeclaration(p, t.Range))
	}
	return fix, true
}

// onlyUsedIn returns the tasks of the file that nothing outside of a range refers to. Not ok where an import, or a task that
// one of them refers to, would be of no use any more either.
func onlyUsedIn(p *analysis.Pass, at grammar.Range) (tasks []*flow.Task, ok bool) {
	inside, outside := map[*flow.Task]bool{}, map[*flow.Task]bool{}
	for _, r := range p.Program.References {
		d := r.Declaration
		switch {
		case !at.Covers(r.Range):
			outside[d.Task] = true
		case d.Import != nil:
			return nil, false
		case d.Task != nil:
			inside[d.Task] = true
		}
	}
	for _, t := range p.Program.Tasks {
		if inside[t] && !outside[t] {
			tasks = append(tasks, t)
			for _, r := range p.Program.References {
				if t.Range.Covers(r.Range) {
					return nil, false
				}
			}
		}
	}
	return tasks, true
}
