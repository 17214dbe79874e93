package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
)

//go:embed invalid_jsonata.md
var invalidJSONataPage string

var invalidJSONata = &analysis.Rule{
	Name:     "invalid-jsonata",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "an expression that is no JSONata, or that reads what Step Functions does not have",
	Page:     invalidJSONataPage,
	Fixes:    "$states.input in front of what is read from nowhere",
	Run:      reportInvalidJSONata,
}

func reportInvalidJSONata(p *analysis.Pass) {
	for _, e := range expressions.Of(p).expressions {
		if !e.jsonata {
			continue
		}
		expression, err := e.read, e.readErr
		if err != nil {
			p.Report(analysis.Diagnostic{Range: e.span(err.Start, err.End), Message: "no JSONata: " + err.Message})
			continue
		}
		for _, f := range expression.Bare {
			reportUnrooted(p, e, f.Start, f.End, "states.input."+e.text[f.Start:f.End])
		}
		for _, v := range expression.Variables {
			if !v.Called && (v.Name == "$" || v.Name == "" && v.TopLevel) {
				reportUnrooted(p, e, v.Start, v.End, "states.input")
			}
		}
	}
}

// reportUnrooted reports what is read of the expression's input, which is nothing in Step Functions.
// https://states-language.net/#jsonata-expressions
func reportUnrooted(p *analysis.Pass, e *expression, start, end int, meant string) {
	meant = "$" + meant
	d := analysis.Diagnostic{
		Range:   e.span(start, end),
		Message: e.text[start:end] + " reads the input of the expression, and in Step Functions it has none; write " + meant,
	}
	if e.exact {
		d.Fixes = []analysis.Fix{{Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(d.Range, meant)}}}
	}
	p.Report(d)
}
