package assist

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Refactoring is one way to write a part of a program in another way.
type Refactoring struct {
	Title string // begins with a verb, and says what changes when the workflow runs
	Edits []analysis.Edit
}

// Refactorings returns what can be done with the step, the group or the map that a selection lies in, inner ones
// first.
func Refactorings(p *flow.Program, selection grammar.Range) (all []Refactoring) {
	r := refactorer{p}
	around := stepsAround(p, selection)
	for _, state := range around {
		if change, ok := r.brackets(state); ok {
			all = append(all, change)
			break
		}
	}
	if len(around) > 0 {
		all = append(all, r.ofStep(around[0])...)
	}
	return all
}

// stepsAround returns the states that are written round a selection, the innermost first.
func stepsAround(p *flow.Program, selection grammar.Range) (around []*flow.State) {
	for state := range states(p) {
		if !state.Whole.Covers(selection) {
			continue
		}
		i := 0
		for i < len(around) && state.Whole.Covers(around[i].Whole) {
			i++
		}
		around = append(around[:i], append([]*flow.State{state}, around[i:]...)...)
	}
	return around
}

type refactorer struct{ program *flow.Program }

func (r refactorer) replace(at grammar.Range, text string) analysis.Edit {
	return analysis.Edit{File: r.program.Path, Range: at, NewText: text}
}

// brackets turns a list into a tuple and back, for groups and for maps.
func (r refactorer) brackets(state *flow.State) (Refactoring, bool) {
	at := state.Range
	if state.Kind == flow.MapState {
		if m, ok := state.Step.Primary.(*grammar.Map); ok && m.Branch != nil {
			at.Start += strings.LastIndexAny(r.program.File.Text[at.Start:m.Branch.Span().Start+state.Base], "[(")
		}
	}
	text := r.program.File.Text[at.Start:at.End]
	if state.Kind != flow.GroupState && state.Kind != flow.MapState || len(text) < 2 {
		return Refactoring{}, false
	}
	first, last := grammar.Range{Start: at.Start, End: at.Start + 1}, grammar.Range{Start: at.End - 1, End: at.End}
	switch text[:1] + text[len(text)-1:] {
	case "[]":
		closing := ")"
		if state.Kind == flow.GroupState && len(state.Branches) == 1 && !strings.HasSuffix(strings.TrimSpace(text[:len(text)-1]), ",") {
			closing = ",)" // (a) would only group
		}
		return Refactoring{"turn into a tuple: errors are captured", []analysis.Edit{r.replace(first, "("), r.replace(last, closing)}}, true
	case "()":
		return Refactoring{"turn into a list: one failing stops the others", []analysis.Edit{r.replace(first, "["), r.replace(last, "]")}}, true
	}
	return Refactoring{}, false
}

// ofStep names a step, and gives it a retry or a catch.
func (r refactorer) ofStep(state *flow.State) (all []Refactoring) {
	if state.Step == nil || state.Step.Primary == nil || state.Name == "" {
		return nil
	}
	end := state.Step.Primary.Span().End + state.Base
	if state.Naming == flow.Numbered || state.Naming == flow.Generated {
		all = append(all, Refactoring{"name the step: as " + state.Name, []analysis.Edit{r.replace(grammar.Range{Start: end, End: end}, " as "+state.Name)}})
	}
	unknown := state.Kind == flow.TaskState && state.Task == nil && state.Workflow == nil
	if unknown || !state.CanCatch() {
		return all
	}
	var retries, catches bool
	for _, h := range state.Handlers {
		retries, catches = retries || !h.Catch, catches || h.Catch
	}
	if !retries {
		all = append(all, r.addHandler(state, "retry the step after errors", "retry * { interval: 2s, max_attempts: 3, backoff_rate: 2 }"))
	}
	if !catches {
		all = append(all, r.addHandler(state, "catch the errors of the step", "catch * { result_path: $.error, fail {} }"))
	}
	return all
}

// addHandler puts a handler into the block of a step, which gets one where it has none.
func (r refactorer) addHandler(state *flow.State, title, handler string) Refactoring {
	if block := state.Step.Block; block != nil {
		at := block.Span().Shift(state.Base).End - 1
		return Refactoring{title, []analysis.Edit{r.replace(grammar.Range{Start: at, End: at}, " "+handler+" ")}}
	}
	at := grammar.Range{Start: state.Whole.End, End: state.Whole.End}
	return Refactoring{title, []analysis.Edit{r.replace(at, " { "+handler+" }")}}
}
