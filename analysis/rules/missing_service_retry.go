package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed missing_service_retry.md
var missingServiceRetryPage string

var missingServiceRetry = &analysis.Rule{
	Name:     "missing-service-retry",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "functions that are not run again when Lambda itself fails",
	Page:     missingServiceRetryPage,
	Fixes:    "retries Lambda's own errors",
	Run:      reportMissingServiceRetries,
}

func reportMissingServiceRetries(p *analysis.Pass) {
	const key = "retry_on_service_exceptions"
	var given []*flow.Attribute // in the order of the text, but for those of compose
	names := map[*flow.Attribute][]string{}
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a retry may stand in what does not parse
		}
		for _, s := range w.States {
			if s.Task == nil {
				continue
			}
			a := attribute.OfState(s, key)
			if a == nil || s.Task.Program != p.Program && s.Attribute(key) == nil {
				continue
			}
			if on, ok := attribute.AsBool(a.Value); !ok || on || retriesService(s) {
				continue
			}
			if names[a] == nil {
				given = append(given, a)
			}
			names[a] = append(names[a], spell(p, s))
		}
	}
	for _, a := range given {
		fails := " fails"
		if len(names[a]) > 1 {
			fails = " fail"
		}
		p.Report(analysis.Diagnostic{
			Range: a.Range,
			Message: "when Lambda itself fails for a moment, " + and(names[a]) + fails + " at once, as nothing retries Lambda.ServiceException; " +
				"leave this out, or write retry",
			Fixes: []analysis.Fix{{
				Title: "retry Lambda's own errors up to six times, as by default", Edits: []analysis.Edit{p.Replace(a.ValueRange(), "true")},
			}},
		})
	}
}

// retriesService tells whether a step is run again when Lambda itself fails.
func retriesService(s *flow.State) bool {
	return slices.ContainsFunc(s.Retries(), func(h *flow.Handler) bool {
		return h.All || slices.Contains(h.Names, "States.TaskFailed") || slices.Contains(h.Names, "Lambda.ServiceException")
	})
}
