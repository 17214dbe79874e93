package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
)

//go:embed import_cycle.md
var importCyclePage string

var importCycle = &analysis.Rule{
	Name:     "import-cycle",
	Category: analysis.Names,
	Severity: analysis.Error,
	Summary:  "files that import each other in a circle",
	Page:     importCyclePage,
	Fixes:    "remove the import, where nothing of it is used",
	Run:      reportImportCycles,
}

func reportImportCycles(p *analysis.Pass) {
	cycles := importCycles.Of(p)
	for _, i := range p.Program.Imports {
		way := cycles[i]
		if len(way) == 0 {
			continue
		}
		d := analysis.Diagnostic{Range: i.Range}
		if len(way) == 1 {
			d.Message = "the file imports itself, and has its own declarations anyhow; remove the import"
		} else {
			d.Message = way[0] + " imports " + strings.Join(way[1:], ", which imports ") +
				", so that none of them can be read first; move what both sides need to a file that imports neither"
		}
		if !i.Used {
			d.Fixes = []analysis.Fix{{
				Title: "remove the import", Safe: true, Edits: []analysis.Edit{removeDeclaration(p, importStatement(p, i))},
			}}
		}
		p.Report(d)
	}
}
