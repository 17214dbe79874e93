package assist

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Links returns the paths in a program that lead to files that exist: those of imports, and of the code of tasks.
func Links(p *flow.Program, files analysis.Files) (links []Link) {
	add := func(quoted grammar.Range, path string) {
		file := files.Beside(p.Path, path)
		if info, err := files.Stat(file); err == nil && !info.IsDir() {
			links = append(links, Link{From: grammar.Range{Start: quoted.Start + 1, End: quoted.End - 1}, File: file})
		}
	}
	for _, i := range p.Imports {
		add(i.Range, i.Path)
	}
	for _, t := range p.Tasks {
		if t.Source.Kind != flow.File {
			continue
		}
		if code, ok := attribute.CodeOf(t); ok {
			add(t.Source.Range, code.File())
		}
	}
	return links
}
