package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/errornames"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unknown_error_name.md
var unknownErrorNamePage string

var unknownErrorName = &analysis.Rule{
	Name:     "unknown-error-name",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "an error of Step Functions that there is not, or that only Step Functions may give",
	Page:     unknownErrorNamePage,
	Fixes:    "the error that is meant, where one is near; a name of one's own",
	Run:      reportUnknownErrorNames,
}

// reserved is what the names of Step Functions' own errors begin with.
const reserved = "States."

func reportUnknownErrorNames(p *analysis.Pass) {
	handlers := func(handlers []*flow.Handler) {
		for _, h := range handlers {
			for i, name := range h.Names {
				if isReserved(name) && errornames.Lookup(name) == nil {
					reportUnknownErrorName(p, h, name, h.NameRanges[i])
				}
			}
		}
	}
	for _, t := range p.Program.Tasks {
		if !t.Inline { // otherwise the step has them
			handlers(t.Retries)
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			handlers(s.Handlers)
			reportReservedError(p, s)
		}
		for _, s := range scopes(w) {
			handlers(s.Handlers)
		}
	}
}

func isReserved(name string) bool {
	return len(name) >= len(reserved) && strings.EqualFold(name[:len(reserved)], reserved)
}

func reportUnknownErrorName(p *analysis.Pass, h *flow.Handler, name string, at grammar.Range) {
	what := "retry"
	if h.Catch {
		what = "catch"
	}
	d := analysis.Diagnostic{Range: at, Message: "Step Functions gives no error " + name + ", so that the " + what + " takes none"}
	var names []string
	for _, e := range errornames.All() {
		if strings.HasPrefix(e.Name, reserved) {
			names = append(names, e.Name[len(reserved):])
		}
	}
	if near := suggest.Nearest(name[len(reserved):], names); near != "" {
		near = reserved + near
		d.Message += "; did you mean " + near + "?"
		d.Fixes = []analysis.Fix{{Title: "let the " + what + " take " + near, Edits: []analysis.Edit{p.Replace(at, near)}}}
	} else {
		d.Message += "; names that begin with States. are its own"
	}
	p.Report(d)
}

// reportReservedError reports a fail with a name that is Step Functions' own.
func reportReservedError(p *analysis.Pass, s *flow.State) {
	n, ok := s.Step.Primary.(*grammar.Fail)
	if !ok {
		return
	}
	report := func(name string, at grammar.Range, quote bool) {
		own := name[len(reserved):]
		d := analysis.Diagnostic{
			Range:   at,
			Message: "errors whose names begin with States. are Step Functions' own, and handlers take this one for what it is not; write a name of your own",
		}
		if own != "" && own != "ALL" {
			text := own
			if quote || !grammar.IsIdent(own) {
				text = grammar.Quote(own)
			}
			d.Message += ", " + own
			d.Fixes = []analysis.Fix{{Title: "fail with " + own, Edits: []analysis.Edit{p.Replace(at, text)}}}
		}
		p.Report(d)
	}
	if n.Error != nil && isReserved(n.Error.Text) {
		report(n.Error.Text, n.Error.Span().Shift(s.Base), false)
	}
	if a := s.Attribute("error"); a != nil {
		if text, ok := attribute.AsString(a.Value); ok && isReserved(text) {
			report(text, a.ValueRange(), true)
		}
	}
}
