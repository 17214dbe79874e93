package rules

import (
	_ "embed"
	"path"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unresolved_import.md
var unresolvedImportPage string

var unresolvedImport = &analysis.Rule{
	Name:     "unresolved-import",
	Category: analysis.Names,
	Severity: analysis.Error,
	Summary:  "an import of a file that cannot be read",
	Page:     unresolvedImportPage,
	Fixes:    "the file that is meant, where one is near",
	Run:      reportUnresolvedImports,
}

func reportUnresolvedImports(p *analysis.Pass) {
	cycles := importCycles.Of(p)
	for _, i := range p.Program.Imports {
		if i.Err == nil || len(cycles[i]) > 0 {
			continue
		}
		d := analysis.Diagnostic{Range: i.Range, Message: "cannot import " + i.Err.Error() + ", and nothing that it declares is known here"}
		if near := nearestImport(p, i); near != "" {
			d.Message += "; did you mean " + near + "?"
			d.Fixes = []analysis.Fix{{
				Title: "import " + near, Safe: true, Edits: []analysis.Edit{p.Replace(i.Range, grammar.Quote(near))},
			}}
		}
		p.Report(d)
	}
}

// unresolved tells whether an import of the file could not be read: any name may be one that it declares.
func unresolved(p *flow.Program) bool {
	for _, i := range p.Imports {
		if i.Err != nil {
			return true
		}
	}
	return false
}

// nearestImport is the path of the .ork file in the folder of the one that is missing whose name is nearest.
func nearestImport(p *analysis.Pass, i *flow.Import) string {
	folder, base := path.Split(strings.ReplaceAll(i.Path, `\`, "/"))
	entries, err := p.Files.ReadDir(p.Files.Beside(p.Program.Path, path.Join(folder, ".")))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if path.Ext(e.Name()) == extension && !e.IsDir() && p.Files.Beside(p.Program.Path, folder+e.Name()) != p.Program.Path {
			names = append(names, strings.TrimSuffix(e.Name(), extension))
		}
	}
	near := suggest.Nearest(strings.TrimSuffix(base, extension), names)
	if near == "" {
		return ""
	}
	return folder + near + extension
}

// extension is that of Ork files.
const extension = ".ork"
