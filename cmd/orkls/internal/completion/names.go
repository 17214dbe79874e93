package completion

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

// stepItems are the tasks and workflows that a step at a place can run, the file's own first.
func stepItems(p *flow.Program, offset int) (items []Item) {
	var all []*flow.Declaration
	for _, d := range p.Visible() {
		if d.Workflow == nil || d.Program != p || !d.Workflow.Range.Contains(offset) { // none starts itself
			all = append(all, d)
		}
	}
	slices.SortFunc(all, func(a, b *flow.Declaration) int {
		if (a.Program == p) != (b.Program == p) {
			return cmp.Compare(imported(p, a), imported(p, b))
		}
		return cmp.Or(cmp.Compare(a.Program.Path, b.Program.Path), cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(a.Name, b.Name))
	})
	for _, d := range all {
		items = append(items, declared(p, d))
	}
	return items
}

// imported is 1 for what is from another file, so that it comes behind what is from this one.
func imported(p *flow.Program, d *flow.Declaration) int {
	if d.Program == p {
		return 0
	}
	return 1
}

func declared(p *flow.Program, d *flow.Declaration) Item {
	item := Item{Label: d.Name, Kind: Workflow, Declaration: d}
	if d.Task != nil {
		item.Kind, item.Detail = Task, d.Task.Source.Text
	}
	if d.Program != p {
		item.From = d.Program.Path
	}
	return item
}

// targetItems are the states that a jump at the place of the probe can lead to, those behind it included.
func targetItems(c Context, s *site, p probe) (items []Item) {
	seen := map[string]bool{}
	for _, scope := range []*flow.Scope{jumpScope(p.program, s.word.Start), jumpScope(s.whole(c), s.word.Start)} {
		if scope == nil {
			continue
		}
		for _, state := range scope.States {
			named := state.Naming == flow.Given || state.Naming == flow.Mentioned
			if named && !seen[state.Name] {
				seen[state.Name] = true
				items = append(items, Item{Label: asName(state.Name), Kind: State, Detail: state.Called})
			}
		}
	}
	return items
}

// jumpScope returns the scope of the jump whose target begins at a place, nil where none does.
func jumpScope(p *flow.Program, offset int) *flow.Scope {
	for _, w := range p.Workflows {
		for _, scope := range assist.Scopes(w) {
			for _, jump := range scope.Jumps {
				if jump.Range.Start == offset {
					return scope
				}
			}
		}
	}
	return nil
}

func asName(name string) string {
	if grammar.IsIdent(name) {
		return name
	}
	return `"` + name + `"`
}

// undeclaredItems are the names that steps mention and nothing declares.
func undeclaredItems(c Context, s *site) (items []Item) {
	seen := map[string]bool{}
	for _, state := range s.whole(c).Unknown {
		if !seen[state.Called] {
			seen[state.Called] = true
			items = append(items, Item{Label: state.Called, Kind: Task, Detail: "mentioned, but not declared"})
		}
	}
	return items
}
