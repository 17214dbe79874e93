package report

import (
	"encoding/json"
	"io"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

// jsonVersion is that of the format: what reads version 1 can read all that is called so.
const jsonVersion = 1

type jsonReport struct {
	Version     int              `json:"version"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
	Summary     Summary          `json:"summary"`
}

type jsonDiagnostic struct {
	Rule     string        `json:"rule"`
	Severity string        `json:"severity"`
	Message  string        `json:"message"`
	URL      string        `json:"url"`
	File     string        `json:"file"`
	Range    jsonRange     `json:"range"`
	Related  []jsonRelated `json:"related"`
	Fixes    []jsonFix     `json:"fixes"`
}

type jsonRelated struct {
	Message string    `json:"message"`
	File    string    `json:"file"`
	Range   jsonRange `json:"range"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File    string    `json:"file"`
	Range   jsonRange `json:"range"`
	NewText string    `json:"newText"`
}

type jsonRange struct {
	Start jsonPlace `json:"start"`
	End   jsonPlace `json:"end"`
}

// jsonPlace counts line and column from 1, the column in code points, and the offset from 0 in bytes.
type jsonPlace struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

func writeJSON(out io.Writer, r *Report, _ Style) error {
	report := jsonReport{Version: jsonVersion, Diagnostics: []jsonDiagnostic{}, Summary: r.Summary()}
	for _, d := range r.Diagnostics {
		report.Diagnostics = append(report.Diagnostics, r.jsonDiagnostic(d))
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false) // ">>" stays readable
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}

func (r *Report) jsonDiagnostic(d analysis.Diagnostic) jsonDiagnostic {
	out := jsonDiagnostic{
		Rule: d.Rule, Severity: d.Severity.String(), Message: d.Message, URL: r.URL(d.Rule),
		File: d.File, Range: r.jsonRange(d.File, d.Range),
		Related: []jsonRelated{}, Fixes: []jsonFix{}, // arrays even where empty: readers loop over them
	}
	for _, related := range d.Related {
		out.Related = append(out.Related, jsonRelated{related.Message, related.File, r.jsonRange(related.File, related.Range)})
	}
	for _, fix := range d.Fixes {
		edits := []jsonEdit{}
		for _, edit := range fix.Edits {
			edits = append(edits, jsonEdit{edit.File, r.jsonRange(edit.File, edit.Range), edit.NewText})
		}
		out.Fixes = append(out.Fixes, jsonFix{fix.Title, fix.Safe, edits})
	}
	return out
}

func (r *Report) jsonRange(file string, of grammar.Range) jsonRange {
	place := func(offset int) jsonPlace {
		line, column := r.position(file, offset)
		return jsonPlace{line, column, offset}
	}
	return jsonRange{place(of.Start), place(of.End)}
}
