package assist

import (
	"path"
	"regexp"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/sources"
	"github.com/orkls/orkls/grammar"
)

// Link leads from a place in a program to another.
type Link struct {
	From grammar.Range // what leads there
	File string        // as the workspace names it
	To   grammar.Range
}

// DefinitionAt returns where that is which a place means: a declaration, the step that a jump leads to, an imported
// file, and from a task's own declaration or source the function that it runs.
func DefinitionAt(p *flow.Program, files analysis.Files, offset int) (Link, bool) {
	for _, i := range p.Imports {
		if i.Range.Contains(offset) && i.Program != nil {
			return Link{From: i.Range, File: i.Program.Path}, true
		}
	}
	for _, t := range p.Tasks {
		if t.Source.Kind != flow.NoSource && t.Source.Range.Contains(offset) {
			return handlerOf(t, files, t.Source.Range)
		}
		if t.NameRange.Contains(offset) {
			if link, ok := handlerOf(t, files, t.NameRange); ok {
				return link, true
			}
		}
	}
	for jump := range jumps(p) {
		if jump.Target != nil && jump.Range.Contains(offset) {
			to := jump.Target.Range
			if as, ok := asRange(jump.Target); ok {
				to = as
			}
			return Link{From: jump.Range, File: p.Path, To: to}, true
		}
	}
	if n, at, ok := NameAt(p, offset); ok {
		return Link{From: at, File: n.File, To: n.Range}, true
	}
	return Link{}, false
}

// handlerOf returns where the function of a task is written.
func handlerOf(t *flow.Task, files analysis.Files, from grammar.Range) (Link, bool) {
	code, ok := attribute.CodeOf(t)
	if !ok {
		return Link{}, false
	}
	if code.Index == "" {
		return goMain(t, files, code.Entry, from)
	}
	file := files.Beside(t.Program.Path, code.File())
	text, err := files.ReadFile(file)
	if err != nil {
		return Link{}, false
	}
	return Link{From: from, File: file, To: definedIn(file, text, code.Handler)}, true
}

// goMain returns where the function main of a Go package stands.
func goMain(t *flow.Task, files analysis.Files, folder string, from grammar.Range) (Link, bool) {
	entries, err := files.ReadDir(files.Beside(t.Program.Path, folder))
	if err != nil {
		return Link{}, false
	}
	for _, e := range entries {
		if path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file := files.Beside(t.Program.Path, path.Join(folder, e.Name()))
		if text, err := files.ReadFile(file); err == nil {
			if inMain, hasMain := sources.IsGoMain(text); inMain && hasMain {
				return Link{From: from, File: file, To: firstMatch(text, regexp.MustCompile(`(?m)^func\s+(main)\s*\(`))}, true
			}
		}
	}
	return Link{}, false
}

// definedIn returns where a script defines a name; its start where it does so in a way that is not known.
func definedIn(file, text, name string) grammar.Range {
	quoted := regexp.QuoteMeta(name)
	ways := []string{
		`(?m)^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*(` + quoted + `)\b`,
		`(?m)^\s*(?:export\s+)?(?:const|let|var|class)\s+(` + quoted + `)\b`,
		`(?m)\bexports\.(` + quoted + `)\s*=`,
		`(?m)^export\s*\{[^}]*\b(` + quoted + `)\b`,
	}
	if sources.LanguageOf(file) == sources.Python {
		ways = []string{
			`(?m)^[ \t]*(?:async[ \t]+)?def[ \t]+(` + quoted + `)\b`,
			`(?m)^[ \t]*class[ \t]+(` + quoted + `)\b`,
			`(?m)^[ \t]*(` + quoted + `)[ \t]*(?::[^=\n]*)?=[^=]`,
			`(?m)^[ \t]*(?:from[ \t]+\S+[ \t]+)?import\b[^\n]*\b(` + quoted + `)\b`,
		}
	}
	for _, way := range ways {
		if r := firstMatch(text, regexp.MustCompile(way)); r.End > 0 {
			return r
		}
	}
	return grammar.Range{}
}

// firstMatch is where the first group of an expression matches first; empty where it does not.
func firstMatch(text string, expression *regexp.Regexp) grammar.Range {
	m := expression.FindStringSubmatchIndex(text)
	if m == nil {
		return grammar.Range{}
	}
	return grammar.Range{Start: m[2], End: m[3]}
}
