package rules

import (
	_ "embed"
	"maps"
	"slices"
	"sort"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed unused_task.md
var unusedTaskPage string

var unusedTask = &analysis.Rule{
	Name:     "unused-task",
	Category: analysis.Names,
	Severity: analysis.Warning,
	Summary:  "a task that no step runs",
	Page:     unusedTaskPage,
	Fixes:    "remove the declaration, with its documentation",
	Run:      reportUnusedTasks,
}

func reportUnusedTasks(p *analysis.Pass) {
	if len(p.Program.Workflows) == 0 {
		return // the file is there to be imported
	}
	for _, w := range p.Program.Workflows {
		if w.Broken {
			return // the step that runs a task may be what does not parse
		}
	}
	used, by := usedTasks(p.Program)
	twice := map[string]bool{} // duplicate-declaration comes first
	for _, d := range p.Program.Duplicates {
		twice[d.Name] = true
	}
	for _, t := range declaredTasks(p.Program) {
		if used[t] || twice[t.Name] || p.Program.MaybeUsed(t.Name) {
			continue
		}
		d := analysis.Diagnostic{Range: t.NameRange, Message: "no step runs " + t.Name + "; remove it, or use it in a workflow"}
		fix := analysis.Fix{Title: "remove task " + t.Name, Safe: true}
		for _, gone := range inOrder(reached([]*flow.Task{t}, by)) { // those that refer to it are unused, too
			fix.Edits = append(fix.Edits, removeDeclaration(p, gone.Range))
			if gone != t {
				fix.Title += ", and " + gone.Name + ", which refers to it"
			}
		}
		d.Fixes = []analysis.Fix{fix}
		p.Report(d)
	}
}

// usedTasks are the tasks that a workflow refers to, or a task that is used itself: what the declaration of an unused one
// refers to goes with it. By are the tasks whose declarations refer to one.
func usedTasks(p *flow.Program) (used map[*flow.Task]bool, by map[*flow.Task][]*flow.Task) {
	by = map[*flow.Task][]*flow.Task{}
	refers := map[*flow.Task][]*flow.Task{}
	declared := declaredTasks(p)
	todo := make([]*flow.Task, 0, len(p.References))
	for _, r := range p.References {
		to := r.Declaration.Task
		if to == nil {
			continue
		}
		if from := declaredAround(declared, r.Range); from != nil {
			refers[from] = append(refers[from], to)
			by[to] = append(by[to], from)
		} else {
			todo = append(todo, to)
		}
	}
	return reached(todo, refers), by
}

// reached returns the tasks that lead on from some, those included.
func reached(todo []*flow.Task, on map[*flow.Task][]*flow.Task) map[*flow.Task]bool {
	seen := make(map[*flow.Task]bool, len(todo))
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen[t] {
			seen[t] = true
			todo = append(todo, on[t]...)
		}
	}
	return seen
}

// inOrder returns tasks of one file in the order of the text.
func inOrder(tasks map[*flow.Task]bool) []*flow.Task {
	return slices.SortedFunc(maps.Keys(tasks), func(a, b *flow.Task) int { return a.Range.Start - b.Range.Start })
}

// declaredAround returns the task in whose declaration a place stands, nil where that is a workflow. Declared is in the
// order of the text.
func declaredAround(declared []*flow.Task, at grammar.Range) *flow.Task {
	i := sort.Search(len(declared), func(i int) bool { return declared[i].Range.End >= at.End })
	if i < len(declared) && declared[i].Range.Covers(at) {
		return declared[i]
	}
	return nil
}
