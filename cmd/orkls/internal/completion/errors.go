package completion

import (
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis/errornames"
	"github.com/orkls/orkls/grammar"
)

// handledErrors are the errors that a retry or catch can name, without those that it names already. The project's own
// come first.
func handledErrors(c Context, list *grammar.Errors, s *site) (items []Item) {
	named := map[string]bool{}
	for _, n := range list.Names {
		named[n.Text] = true
	}
	for _, item := range failedErrors(c, s) {
		if !named[item.Label] {
			items = append(items, item)
		}
	}
	for _, e := range errornames.All() {
		if e.Uncatchable || e.Name == "States.ALL" || named[e.Name] { // * is shorter
			continue
		}
		items = append(items, Item{Label: e.Name, Kind: Error, Doc: e.Doc + "."})
	}
	return items
}

// failedErrors are the errors of the project's own that the file names.
func failedErrors(c Context, s *site) (items []Item) {
	var names []string
	grammar.Walk(c.Program.File.Statements, 0, func(n grammar.Node, base int) bool {
		if e, ok := n.(*grammar.ErrorName); ok && e.Span().Shift(base) != s.word {
			if !strings.HasPrefix(e.Text, "States.") && errornames.Lookup(e.Text) == nil {
				names = append(names, e.Text)
			}
		}
		return true
	})
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		items = append(items, Item{Label: name, Kind: Error, Detail: "of this file"})
	}
	return items
}
