package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unknown_service_action.md
var unknownServiceActionPage string

var unknownServiceAction = &analysis.Rule{
	Name:     "unknown-service-action",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "a service, an action or a way to wait for it that Step Functions does not have",
	Page:     unknownServiceActionPage,
	Fixes:    "what is meant, where one is near; the same action of the SDK",
	Run:      reportUnknownServiceActions,
}

func reportUnknownServiceActions(p *analysis.Pass) {
	for _, t := range p.Program.Tasks {
		i, ok := aws.ParseIntegration(t.Source.Text)
		if !ok || t.Source.Kind != flow.Service && t.Source.Kind != flow.ARN || strings.Contains(i.Service+i.Action+i.Pattern, "${") {
			continue
		}
		switch {
		case len(aws.Actions(i.Service, i.SDK)) == 0:
			reportUnknownService(p, t, i)
		case !slices.Contains(aws.Actions(i.Service, i.SDK), i.Action):
			reportUnknownAction(p, t, i)
		case i.Pattern != "" && !slices.Contains(i.Patterns(), i.Pattern):
			reportUnknownPattern(p, t, i)
		}
	}
}

func reportUnknownService(p *analysis.Pass, t *flow.Task, i aws.Integration) {
	d := analysis.Diagnostic{Message: "Step Functions has no integration of a service " + i.Service}
	meant := i
	meant.SDK = true
	if !i.SDK && slices.Contains(aws.Actions(i.Service, true), i.Action) {
		d.Message += " of its own; call it by AWS's SDK: " + meant.String()
	} else {
		meant = i
		meant.Service = suggest.Nearest(i.Service, aws.Services(i.SDK))
		if i.SDK {
			if meant.Service == "" {
				return // it may be newer than the models
			}
			d.Message = "AWS's SDK has no service " + i.Service + ", by its models of " + aws.ActionsKnownUntil
		}
		if meant.Service != "" {
			d.Message += "; did you mean " + meant.Service + "?"
		} else {
			d.Message += "; write aws-sdk:" + i.Service + ":… for a service of AWS's SDK"
		}
	}
	reportCall(p, t, d, meant, meant.Service != "")
}

func reportUnknownAction(p *analysis.Pass, t *flow.Task, i aws.Integration) {
	d := analysis.Diagnostic{}
	meant := i
	meant.Action = suggest.Nearest(i.Action, aws.Actions(i.Service, i.SDK))
	switch bySDK := (aws.Integration{Service: i.Service, Action: i.Action, SDK: true}); {
	case i.SDK:
		d.Message = "the service " + i.Service + " has no action " + i.Action + ", by AWS's models of " + aws.ActionsKnownUntil
		if meant.Action == "" {
			d.Severity = analysis.Information // it may be newer than the models
			d.Message += "; see that it is spelled as in AWS's API"
		}
	case slices.Contains(aws.Actions(i.Service, true), i.Action):
		d.Message = "Step Functions has no integration " + i.String() + " of its own; call it by AWS's SDK: " + bySDK.String()
		reportCall(p, t, d, bySDK, i.Pattern == "")
		return
	default:
		d.Message = "Step Functions has no integration " + i.Service + ":" + i.Action
		if meant.Action == "" {
			d.Message += "; of " + i.Service + " it has " + and(aws.Actions(i.Service, false))
		}
	}
	if meant.Action != "" {
		d.Message += "; did you mean " + meant.Action + "?"
	}
	reportCall(p, t, d, meant, meant.Action != "")
}

func reportUnknownPattern(p *analysis.Pass, t *flow.Task, i aws.Integration) {
	bare := i
	bare.Pattern = ""
	d := analysis.Diagnostic{Message: bare.String() + " has no ." + i.Pattern}
	meant := i
	meant.Pattern = suggest.Nearest(i.Pattern, i.Patterns())
	switch {
	case meant.Pattern != "":
		d.Message += "; did you mean ." + meant.Pattern + "?"
	case len(i.Patterns()) == 0:
		d.Message += "; a step can only take its answer"
		meant = bare
	default:
		d.Message += "; it has ." + strings.Join(i.Patterns(), " and .")
	}
	reportCall(p, t, d, meant, meant.Pattern != "" || len(i.Patterns()) == 0)
}

// reportCall reports a task's source, with the fix that writes what is meant.
func reportCall(p *analysis.Pass, t *flow.Task, d analysis.Diagnostic, meant aws.Integration, fix bool) {
	d.Range = t.Source.Range
	if fix {
		text := meant.String()
		if at := strings.Index(t.Source.Text, ":states:::"); at >= 0 {
			text = t.Source.Text[:at] + ":states:::" + text
		}
		d.Fixes = []analysis.Fix{{Title: "call " + text, Edits: []analysis.Edit{p.Replace(t.Source.Range, grammar.Quote(text))}}}
	}
	p.Report(d)
}
