package rules

import (
	_ "embed"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed powertools_timeout.md
var powertoolsTimeoutPage string

var powertoolsTimeout = &analysis.Rule{
	Name:     "powertools-timeout",
	Category: analysis.Functions,
	Severity: analysis.Warning,
	Summary:  "Powertools switched on, with a timeout too short for their start-up",
	Page:     powertoolsTimeoutPage,
	Fixes:    "timeout: 6s, in the task or in compose",
	Run:      reportPowertoolsTimeouts,
}

// lambdaTimeout is how long a function may run that does not say how long.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
const lambdaTimeout = 3 * time.Second

// longEnough is what Orkestra's own examples give functions with Powertools.
const longEnough = "6s"

// hurried are the functions that have too little time because of one place.
type hurried struct {
	timeout *flow.Attribute // nil for Lambda's default
	enabled *flow.Attribute
	tasks   []located
}

func reportPowertoolsTimeouts(p *analysis.Pass) {
	var all []*hurried
	by := map[*flow.Attribute]*hurried{}
	for _, t := range powertoolsTasks(p) {
		given := attribute.OfTask(t.Task, "timeout")
		cause := t.enabled
		if given != nil {
			if timeout, ok := attribute.AsDuration(given.Value); !ok || timeout > lambdaTimeout {
				continue
			}
			cause = given
		}
		if by[cause] == nil {
			by[cause] = &hurried{timeout: given, enabled: t.enabled}
			all = append(all, by[cause])
		}
		by[cause].tasks = append(by[cause].tasks, t.located)
	}
	for _, h := range all {
		h.report(p)
	}
}

func (h *hurried) report(p *analysis.Pass) {
	var names []string
	var related []analysis.Related
	for _, t := range h.tasks {
		names = append(names, t.Name)
		related = append(related, p.Here(t.NameRange, t.Name+" runs with Powertools"))
	}
	d := analysis.Diagnostic{Range: h.enabled.Range, Related: related}
	limit := "Lambda's default timeout of 3s"
	if h.timeout != nil {
		d.Range = h.timeout.ValueRange()
		limit = "the timeout of " + p.Text(d.Range)
	}
	run := " run"
	if len(names) == 1 {
		run = " runs"
	}
	d.Message = and(names) + run + " with Powertools, which may take longer to start than " + limit + "; write timeout: " + longEnough
	first := h.tasks[0].Task
	switch {
	case h.timeout != nil:
		d.Fixes = append(d.Fixes, lengthen(and(names), p.Replace(d.Range, longEnough)))
	case inCompose(first, h.enabled):
		d.Fixes = append(d.Fixes, lengthen("every function of this file", addAttribute(p, composeEnd(p, h.enabled), sixSeconds)))
		if len(h.tasks) > 1 {
			break
		}
		fallthrough
	default:
		d.Fixes = append(d.Fixes, lengthen(first.Name, giveTask(p, first, sixSeconds)))
	}
	p.Report(d)
}

const sixSeconds = "timeout: " + longEnough

func lengthen(who string, edit analysis.Edit) analysis.Fix {
	return analysis.Fix{Title: "let " + who + " run longer: " + sixSeconds, Edits: []analysis.Edit{edit}}
}
