package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed express_unsupported.md
var expressUnsupportedPage string

var expressUnsupported = &analysis.Rule{
	Name:     "express-unsupported",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a step that no express workflow can run",
	Page:     expressUnsupportedPage,
	Fixes:    "type: standard",
	Run:      reportExpressUnsupported,
}

func reportExpressUnsupported(p *analysis.Pass) {
	express := anyExpress(p)
	for _, w := range p.Program.Workflows {
		if !express {
			return
		}
		for _, s := range w.States {
			what := beyondExpress(s)
			if what == "" {
				continue
			}
			if a := expressAround(s); a != nil {
				reportExpress(p, s, a, what)
			}
		}
	}
}

// anyExpress tells whether anything in the file is run by an express workflow.
func anyExpress(p *analysis.Pass) bool {
	for _, s := range allSettings.Of(p) {
		for _, key := range []string{"type", "execution_type"} {
			if enumOf(attribute.Given(s.attributes, key), s.place) == "express" {
				return true
			}
		}
	}
	return false
}

// beyondExpress says what a step does that an express workflow cannot, empty where it can do it.
// https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
func beyondExpress(s *flow.State) string {
	switch {
	case isDistributed(s):
		return "runs no distributed map"
	case s.Workflow != nil && expressType(s.Workflow) == nil:
		return "does not wait for a standard one, as " + s.Called + " is"
	case s.Task == nil:
		return ""
	case strings.Contains(s.Task.Source.Text, ":activity:"):
		return "does not wait for an activity"
	case enumOf(attribute.OfState(s, "integration_pattern"), attribute.InvokedStep) == "wait_for_task_token":
		return "does not wait for a task token"
	}
	i, ok := aws.ParseIntegration(s.Task.Source.Text)
	switch {
	case !ok || i.Pattern == "":
		return ""
	case strings.HasPrefix(i.Pattern, "sync"):
		return "does not wait for a job"
	}
	return "does not wait for a task token"
}

func reportExpress(p *analysis.Pass, s *flow.State, express *flow.Attribute, what string) {
	d := analysis.Diagnostic{
		Range:   s.Range,
		Message: "an express workflow " + what + "; write " + express.Key + ": standard",
		Related: []analysis.Related{p.Here(express.Range, "the workflow is an express one")},
		Fixes: []analysis.Fix{{
			Title: "write " + express.Key + ": standard", Safe: true, Edits: []analysis.Edit{p.Replace(express.ValueRange(), "standard")},
		}},
	}
	if s.Kind == flow.MapState {
		d.Range = attribute.OfState(s, "mode").Range
	}
	p.Report(d)
}
