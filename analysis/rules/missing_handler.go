package rules

import (
	_ "embed"
	"path"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/sources"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed missing_handler.md
var missingHandlerPage string

var missingHandler = &analysis.Rule{
	Name:     "missing-handler",
	Category: analysis.Functions,
	Severity: analysis.Error,
	Summary:  "a function that its file does not have",
	Page:     missingHandlerPage,
	Fixes:    "the function that is meant, where one is near; append a handler",
	Run:      reportMissingHandlers,
}

func reportMissingHandlers(p *analysis.Pass) {
	for _, m := range modules.Of(p) {
		name := p.Files.Beside(p.Program.Path, m.path)
		if m.isPackage() {
			reportMissingMain(p, m, name)
			continue
		}
		text, err := p.Files.ReadFile(name)
		if err != nil {
			continue // missing-source says so
		}
		offered := sources.Offered(m.path, text)
		for _, t := range m.tasks {
			if !offered.Has(t.code.Handler) && !strings.Contains(t.code.Handler, ".") {
				reportMissingHandler(p, m, t, offered.List, addHandler(p, m, t, name, text))
			}
		}
	}
}

// addHandler is the fix that writes the handler at the end of its file, or exports the function that is there.
func addHandler(p *analysis.Pass, m *module, t located, name, text string) analysis.Fix {
	fix := analysis.Fix{
		Title: "write a handler " + t.code.Handler + " in " + m.path,
		Edits: []analysis.Edit{{
			File: name, Range: grammar.Range{Start: len(text), End: len(text)},
			NewText: sources.Stub(m.path, t.code.Handler, text, isCommonJS(p, t.code.Entry)),
		}},
	}
	if sources.Declares(m.path, text, t.code.Handler) {
		fix.Title, fix.Safe = "export "+t.code.Handler+" from "+m.path, true
	}
	return fix
}

func reportMissingHandler(p *analysis.Pass, m *module, t located, offered []string, add analysis.Fix) {
	d := analysis.Diagnostic{Range: t.sourceRange(), Message: m.path + " has no function " + t.code.Handler}
	if add.Safe {
		d.Message = m.path + " does not export " + t.code.Handler
	}
	if near := suggest.Nearest(t.code.Handler, offered); near != "" && !add.Safe {
		d.Message += "; did you mean " + near + "?"
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "take " + near, Safe: true, Edits: []analysis.Edit{renamedHandler(p, t, near)},
		})
	}
	if functionName.MatchString(t.code.Handler) {
		d.Fixes = append(d.Fixes, add)
	}
	p.Report(d)
}

// renamedHandler makes a task take another function of its file.
func renamedHandler(p *analysis.Pass, t located, handler string) analysis.Edit {
	given := attribute.OfTask(t.Task, "handler")
	switch {
	case t.Source.Kind == flow.File && (t.Source.Handler != "" || given == nil):
		return p.Replace(t.Source.Range, grammar.Quote(t.Source.Path+":"+handler))
	case given != nil:
		return p.Replace(given.ValueRange(), grammar.Quote(handler))
	}
	return giveTask(p, t.Task, "handler: "+grammar.Quote(handler))
}

// reportMissingMain reports a folder that is no Go main package.
func reportMissingMain(p *analysis.Pass, m *module, name string) {
	entries, err := p.Files.ReadDir(name)
	if err != nil {
		return // missing-source says so
	}
	taken := false
	for _, e := range entries {
		if path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		taken = taken || e.Name() == "main.go"
		text, err := p.Files.ReadFile(path.Join(name, e.Name()))
		if err != nil {
			continue
		}
		if _, hasMain := sources.IsGoMain(text); hasMain {
			return
		}
	}
	d := m.diagnostic(p, "holds no Go package main with a function main")
	if !taken {
		d.Fixes = []analysis.Fix{{
			Title: "create " + path.Join(m.path, "main.go"),
			Edits: []analysis.Edit{{File: path.Join(name, "main.go"), NewText: sources.GoStub}},
		}}
	}
	p.Report(d)
}
