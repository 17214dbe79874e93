package rules

import (
	_ "embed"
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/sources"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed missing_source.md
var missingSourcePage string

var missingSource = &analysis.Rule{
	Name:     "missing-source",
	Category: analysis.Functions,
	Severity: analysis.Error,
	Summary:  "a function whose file or folder does not exist",
	Page:     missingSourcePage,
	Fixes:    "the file that is meant, where one is near; create the file, with handlers",
	Run:      reportMissingSources,
}

func reportMissingSources(p *analysis.Pass) {
	for _, module := range modules.Of(p) {
		name := p.Files.Beside(p.Program.Path, module.path)
		info, err := p.Files.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			reportMissingSource(p, module, name)
		case err != nil:
			p.Report(module.diagnostic(p, "cannot be read: "+err.Error()))
		case info.IsDir() && !module.isPackage():
			p.Report(module.diagnostic(p, "is a folder; the handler's file is in it"))
		case !info.IsDir() && module.isPackage():
			p.Report(module.diagnostic(p, "is neither a handler's file (.py, .js, .mjs, .cjs, .ts, .mts) nor a folder with a Go package"))
		}
	}
}

func reportMissingSource(p *analysis.Pass, m *module, name string) {
	d := m.diagnostic(p, "does not exist")
	if near := nearestModule(p, m); near != "" {
		d.Message += "; did you mean " + near + "?"
		d.Fixes = append(d.Fixes, analysis.Fix{Title: "take " + near, Safe: true, Edits: m.renamed(p, near)})
	}
	if fix, ok := m.created(p, name); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	p.Report(d)
}

// created is the fix that creates the module, with the handlers that the tasks want; not ok where one of them is no name
// of a function.
func (m *module) created(p *analysis.Pass, name string) (fix analysis.Fix, ok bool) {
	if m.isPackage() {
		return analysis.Fix{
			Title: "create " + path.Join(m.path, "main.go"),
			Edits: []analysis.Edit{{File: path.Join(name, "main.go"), NewText: sources.GoStub}},
		}, true
	}
	var text strings.Builder
	commonJS := isCommonJS(p, m.tasks[0].code.Entry)
	for _, handler := range m.handlers() {
		if !functionName.MatchString(handler) {
			return fix, false
		}
		text.WriteString(sources.Stub(m.path, handler, text.String(), commonJS))
	}
	return analysis.Fix{
		Title: "create " + m.path + " with " + and(m.handlers()),
		Edits: []analysis.Edit{{File: name, NewText: text.String()}},
	}, true
}

// nearestModule is a module that is spelled much like the missing one: beside it, or in a folder that is spelled like its
// own.
func nearestModule(p *analysis.Pass, m *module) string {
	folder, base := path.Split(m.path)
	folder = path.Clean(folder)
	if near := suggest.Nearest(base, namesIn(p, folder, m.isPackage())); near != "" {
		return path.Join(folder, near)
	}
	above := suggest.Nearest(path.Base(folder), namesIn(p, path.Dir(folder), true))
	near := path.Join(path.Dir(folder), above, base)
	if _, err := p.Files.Stat(p.Files.Beside(p.Program.Path, near)); above == "" || err != nil {
		return ""
	}
	return near
}

// namesIn are the folders in a folder, or the files there that can hold handlers.
func namesIn(p *analysis.Pass, folder string, folders bool) (names []string) {
	entries, err := p.Files.ReadDir(p.Files.Beside(p.Program.Path, folder))
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.IsDir() == folders && (folders || sources.LanguageOf(e.Name()) != sources.Unknown) {
			names = append(names, e.Name())
		}
	}
	return names
}

// renamed are the edits that make the tasks take their code from another file.
func (m *module) renamed(p *analysis.Pass, file string) (edits []analysis.Edit) {
	for _, t := range m.tasks {
		if t.Source.Kind == flow.NoSource {
			continue
		}
		source := file
		if t.Source.Handler != "" {
			source += ":" + t.Source.Handler
		}
		edits = append(edits, p.Replace(t.Source.Range, grammar.Quote(source)))
	}
	return edits
}
