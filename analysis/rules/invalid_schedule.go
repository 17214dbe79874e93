package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/grammar"
)

//go:embed invalid_schedule.md
var invalidSchedulePage string

var invalidSchedule = &analysis.Rule{
	Name:     "invalid-schedule",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a schedule that EventBridge refuses",
	Page:     invalidSchedulePage,
	Fixes:    "the schedule that is meant, where it can be told",
	Run:      reportInvalidSchedules,
}

func reportInvalidSchedules(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		a := attribute.OfWorkflow(w, "schedule")
		if a == nil {
			continue
		}
		text, ok := attribute.AsString(a.Value)
		if !ok || strings.Contains(text, "${") { // what is filled in shows at deployment
			continue
		}
		problem, meant := aws.CheckSchedule(text)
		if problem == "" {
			continue
		}
		d := analysis.Diagnostic{Range: a.ValueRange(), Message: "EventBridge refuses this schedule, and the deployment fails: " + problem}
		if meant != "" {
			d.Message += "; write " + meant
			d.Fixes = []analysis.Fix{{
				Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(a.ValueRange(), grammar.Quote(meant))},
			}}
		}
		p.Report(d)
	}
}
