package rules

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// importCycles are the ways on which the imports of the file lead back to it: for each import, the names of the files
// from the imported one to this one; empty where it does not lead back.
var importCycles = analysis.NewFact(findImportCycles)

func findImportCycles(p *analysis.Pass) map[*flow.Import][]string {
	cycles := map[*flow.Import][]string{}
	if p.Files == nil {
		return cycles
	}
	for _, i := range p.Program.Imports {
		name := p.Files.Beside(p.Program.Path, i.Path)
		if name == p.Program.Path {
			cycles[i] = []string{name}
		} else if i.Program != nil {
			if way := wayBack(p, i.Program, map[*flow.Program]bool{}); way != nil {
				cycles[i] = append([]string{name}, way...)
			}
		}
	}
	return cycles
}

// wayBack returns the files through which a program's imports lead to the one that is looked at, nil where none does.
// A way is at most as long as there are files that import one another.
func wayBack(p *analysis.Pass, from *flow.Program, seen map[*flow.Program]bool) []string {
	seen[from] = true
	for _, i := range from.Imports {
		name := p.Files.Beside(from.Path, i.Path)
		if name == p.Program.Path {
			return []string{name}
		}
		if i.Program != nil && !seen[i.Program] {
			if way := wayBack(p, i.Program, seen); way != nil {
				return append([]string{name}, way...)
			}
		}
	}
	return nil
}

// manyFiles is in how many files a declaration is looked for at the most, so that a large folder costs no more than
// reading these.
const manyFiles = 200

// declaration matches the declaration of a task or workflow that stands by itself.
var declaration = regexp.MustCompile(`(?m)^(?:task|workflow)[ \t]+([A-Za-z_][A-Za-z0-9_]*)`)

// declaredBeside are the paths of the files, in the folders of this one and of those that it imports, by the names
// that they declare and that are not visible yet. Of several files, the first in the alphabet has the name.
var declaredBeside = analysis.NewFact(findDeclaredBeside)

func findDeclaredBeside(p *analysis.Pass) map[string]string {
	declared := map[string]string{}
	if p.Files == nil {
		return declared
	}
	known := map[string]bool{p.Program.Path: true}
	folders := []string{""}
	for _, i := range p.Program.Imports {
		known[p.Files.Beside(p.Program.Path, i.Path)] = true
		folder, _ := path.Split(path.Clean(i.Path))
		folders = append(folders, folder)
	}
	left := manyFiles
	for n, folder := range folders {
		if slices.Contains(folders[:n], folder) {
			continue
		}
		entries, err := p.Files.ReadDir(p.Files.Beside(p.Program.Path, folder+"."))
		if err != nil {
			continue
		}
		for _, e := range entries {
			name := p.Files.Beside(p.Program.Path, folder+e.Name())
			if path.Ext(e.Name()) != extension || known[name] || left == 0 {
				continue
			}
			left--
			addDeclared(p, declared, name, folder+e.Name())
		}
	}
	return declared
}

func addDeclared(p *analysis.Pass, declared map[string]string, file, importPath string) {
	text, err := p.Files.ReadFile(file)
	if err != nil {
		return
	}
	for _, m := range declaration.FindAllStringSubmatch(text, -1) {
		if declared[m[1]] == "" {
			declared[m[1]] = importPath
		}
	}
}

// addImport writes an import below the last one of the file; where there is none, above the first statement.
func addImport(p *analysis.Pass, importPath string) analysis.Edit {
	text, newline := p.Program.File.Text, analysis.Newline(p.Program.File.Text)
	statement := "import " + grammar.Quote(importPath)
	if n := len(p.Program.Imports); n > 0 {
		end := importStatement(p, p.Program.Imports[n-1]).End
		if i := strings.IndexAny(text[end:], "\r\n"); i >= 0 {
			return p.Insert(end+i, newline+statement)
		}
		return p.Insert(len(text), newline+statement)
	}
	first := p.Program.File.Statements[0]
	return p.Insert(p.AboveDocs(analysis.LineStart(text, first.Base+first.Extent.Start)), statement+newline+newline)
}
