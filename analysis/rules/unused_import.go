package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed unused_import.md
var unusedImportPage string

var unusedImport = &analysis.Rule{
	Name:     "unused-import",
	Category: analysis.Names,
	Severity: analysis.Warning,
	Summary:  "an import of which nothing is used",
	Page:     unusedImportPage,
	Fixes:    "remove it",
	Run:      reportUnusedImports,
}

func reportUnusedImports(p *analysis.Pass) {
	cycles := importCycles.Of(p)
	clashes := map[*flow.Import]bool{} // duplicate-declaration comes first
	for _, d := range p.Program.Duplicates {
		clashes[d.Import] = true
	}
	for _, i := range p.Program.Imports {
		if i.Program == nil || i.Used || clashes[i] || len(cycles[i]) > 0 || maybeUsed(p.Program, i) {
			continue
		}
		p.Report(analysis.Diagnostic{
			Range:   i.Range,
			Message: "nothing of " + i.Path + " is used here; remove the import",
			Fixes: []analysis.Fix{{
				Title: "remove the import", Safe: true, Edits: []analysis.Edit{removeDeclaration(p, importStatement(p, i))},
			}},
		})
	}
}

// maybeUsed tells whether a statement that does not parse, here or in the imported file, keeps it from being known that
// something is used.
func maybeUsed(p *flow.Program, i *flow.Import) bool {
	if len(i.Program.File.Problems()) > 0 {
		return true
	}
	for _, t := range i.Program.Tasks {
		if p.MaybeUsed(t.Name) {
			return true
		}
	}
	for _, w := range i.Program.Workflows {
		if p.MaybeUsed(w.Name) {
			return true
		}
	}
	for _, w := range p.Workflows {
		if w.Broken {
			return true
		}
	}
	return false
}
