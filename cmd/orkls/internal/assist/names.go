package assist

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Name is what a task, a workflow or a step is called, with the one place that calls it so.
type Name struct {
	Text  string
	File  string        // that declares it
	Range grammar.Range // of the name in the declaration
	// Step tells that it is the name that a step has with as; only its file knows it.
	Step bool
}

// Occurrence is a place that says a name.
type Occurrence struct {
	Range    grammar.Range
	Declares bool
}

// NameAt returns the name that a place touches, and where exactly it stands there.
func NameAt(p *flow.Program, offset int) (n Name, at grammar.Range, ok bool) {
	if r, d, ok := declarationAt(p, offset); ok {
		return nameOf(d), r, true
	}
	for state := range states(p) {
		if r, ok := asRange(state); ok && r.Contains(offset) {
			return stepName(p, state), r, true
		}
	}
	for _, u := range uses(p) {
		if u.at.Contains(offset) {
			return u.name, u.at, true
		}
	}
	return Name{}, grammar.Range{}, false
}

// use is a place that says a name without declaring it.
type use struct {
	at   grammar.Range
	name Name
}

// uses returns the places where a jump or the head of a chain means a step that is written elsewhere.
func uses(p *flow.Program) (all []use) {
	for jump := range jumps(p) {
		if jump.Target == nil {
			continue
		}
		if n, ok := targetName(p, jump.Target); ok {
			all = append(all, use{jump.Range, n})
		}
	}
	for m := range mentions(p) {
		if at := (grammar.Range{Start: m.Range.Start, End: m.Range.Start + len(m.State.Name)}); m.Range != m.State.Whole && m.Range.Covers(at) {
			if n, ok := targetName(p, m.State); ok && p.File.Text[at.Start:at.End] == n.Text {
				all = append(all, use{at, n})
			}
		}
	}
	return all
}

func nameOf(d *flow.Declaration) Name {
	return Name{Text: d.Name, File: d.Program.Path, Range: d.Range}
}

func stepName(p *flow.Program, state *flow.State) Name {
	r, _ := asRange(state)
	return Name{Text: state.Name, File: p.Path, Range: r, Step: true}
}

// targetName returns the name that leads a jump to a state: its own, or that of what it runs.
func targetName(p *flow.Program, state *flow.State) (Name, bool) {
	switch {
	case state.Naming == flow.Given:
		return stepName(p, state), true
	case state.Naming != flow.Mentioned:
		return Name{}, false
	case state.Task != nil:
		return Name{Text: state.Task.Name, File: state.Task.Program.Path, Range: state.Task.NameRange}, true
	case state.Workflow != nil:
		return Name{Text: state.Workflow.Name, File: state.Workflow.Program.Path, Range: state.Workflow.NameRange}, true
	}
	return Name{}, false
}

// asRange returns where the name stands that a step is given with as.
func asRange(state *flow.State) (grammar.Range, bool) {
	if state.Naming != flow.Given || state.Step == nil || state.Step.As == nil {
		return grammar.Range{}, false
	}
	return state.Step.As.Span().Shift(state.Base), true
}

// Occurrences returns the places in a program that say the name, in the order of the text.
func (n Name) Occurrences(p *flow.Program) (all []Occurrence) {
	if n.File == p.Path {
		all = append(all, Occurrence{n.Range, true})
	}
	for _, r := range p.References {
		if !n.Step && nameOf(r.Declaration) == n {
			all = append(all, Occurrence{Range: r.Range})
		}
	}
	for _, u := range uses(p) {
		if u.name == n {
			all = append(all, Occurrence{Range: u.at})
		}
	}
	slices.SortFunc(all, func(a, b Occurrence) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	return slices.CompactFunc(all, func(a, b Occurrence) bool { return a.Range == b.Range })
}

// states yields all states of a program.
func states(p *flow.Program) func(yield func(*flow.State) bool) {
	return func(yield func(*flow.State) bool) {
		for _, w := range p.Workflows {
			for _, s := range w.States {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// jumps yields all jumps of a program.
func jumps(p *flow.Program) func(yield func(*flow.Jump) bool) {
	return func(yield func(*flow.Jump) bool) {
		for _, w := range p.Workflows {
			for _, scope := range Scopes(w) {
				for _, j := range scope.Jumps {
					if !yield(j) {
						return
					}
				}
			}
		}
	}
}

// mentions yields every place that a chain of a program mentions a step at.
func mentions(p *flow.Program) func(yield func(*flow.Mention) bool) {
	return func(yield func(*flow.Mention) bool) {
		for _, w := range p.Workflows {
			for _, scope := range Scopes(w) {
				for _, body := range scope.Bodies {
					for _, chain := range body.Chains {
						for _, m := range chain.Mentions {
							if !yield(m) {
								return
							}
						}
					}
				}
			}
		}
	}
}

// Scopes returns all scopes of a workflow, its own first.
func Scopes(w *flow.Workflow) (all []*flow.Scope) {
	if w.Scope != nil {
		all = append(all, w.Scope)
	}
	for _, state := range w.States {
		all = append(all, state.Branches...)
	}
	return all
}
