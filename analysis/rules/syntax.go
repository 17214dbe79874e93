package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
)

//go:embed syntax.md
var syntaxPage string

var syntax = &analysis.Rule{
	Name:     "syntax",
	Category: analysis.Housekeeping,
	Severity: analysis.Error,
	Summary:  "text that the grammar does not allow",
	Page:     syntaxPage,
	Fixes:    "where the parser can tell: the missing bracket, a habit of another language",
	Run:      reportSyntax,
}

func reportSyntax(p *analysis.Pass) {
	for _, problem := range p.Program.File.Problems() {
		d := analysis.Diagnostic{Range: problem.Range, Message: problem.Message}
		if f := problem.Fix; f != nil {
			d.Fixes = []analysis.Fix{{Title: f.Title, Safe: true, Edits: []analysis.Edit{p.Replace(f.Range, f.NewText)}}}
		}
		p.Report(d)
	}
}
