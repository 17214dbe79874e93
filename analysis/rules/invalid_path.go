package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
)

//go:embed invalid_path.md
var invalidPathPage string

var invalidPath = &analysis.Rule{
	Name:     "invalid-path",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a path that Step Functions does not take, there or anywhere",
	Page:     invalidPathPage,
	Run:      reportInvalidPaths,
}

// oneValue are the fields whose path must lead to one place, with what they need it for.
// https://states-language.net/#ref-paths
var oneValue = map[string]string{
	"ResultPath":                     "puts the result in one place",
	"ItemsPath":                      "reads the items from one place",
	"SecondsPath":                    "reads one number",
	"TimestampPath":                  "reads one moment",
	"TimeoutSecondsPath":             "reads one number",
	"HeartbeatSecondsPath":           "reads one number",
	"MaxConcurrencyPath":             "reads one number",
	"ToleratedFailureCountPath":      "reads one number",
	"ToleratedFailurePercentagePath": "reads one number",
}

func reportInvalidPaths(p *analysis.Pass) {
	for _, e := range expressions.Of(p).expressions {
		if e.jsonata {
			continue
		}
		path, err := e.path, e.pathErr
		what := "wait"
		if e.attribute != nil {
			what = e.attribute.Key
		} else if e.field == "ItemsPath" {
			what = "map"
		}
		switch why := oneValue[e.field]; {
		case err != nil:
			p.Report(analysis.Diagnostic{Range: e.span(err.Start, err.End), Message: e.text + " is no path: " + err.Message})
		case e.field == "ResultPath" && path.Context:
			p.Report(analysis.Diagnostic{Range: e.at, Message: "result_path puts the result into the input; nothing can be put into the context object " + e.text})
		case e.field == "ResultPath" && path.Variable != "":
			p.Report(analysis.Diagnostic{
				Range:   e.at,
				Message: "result_path puts the result into the input; write assign: { " + path.Variable + ": $ } to put it into a variable",
			})
		case why != "" && path.Many != "":
			p.Report(analysis.Diagnostic{
				Range: e.at, Message: what + " " + why + ", and " + path.Many + " in " + e.text + " may lead to several; write names and indices alone",
			})
		}
	}
}
