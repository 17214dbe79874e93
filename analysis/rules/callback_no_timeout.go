package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed callback_no_timeout.md
var callbackNoTimeoutPage string

var callbackNoTimeout = &analysis.Rule{
	Name:     "callback-no-timeout",
	Category: analysis.Failure,
	Severity: analysis.Warning,
	Summary:  "a step that waits for an answer from outside, up to a year",
	Page:     callbackNoTimeoutPage,
	Fixes:    "a heartbeat or a timeout",
	Run:      reportCallbacksWithoutTimeout,
}

func reportCallbacksWithoutTimeout(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if attribute.OfWorkflow(w, "timeout") != nil || isExpress(w) {
			continue // the workflow does not wait longer than that
		}
		for _, s := range w.States {
			if s.Task == nil || attribute.OfState(s, "heartbeat") != nil || attribute.OfState(s, "sfn_timeout") != nil {
				continue
			}
			reportEndlessWait(p, s)
		}
	}
}

// isExpress tells whether a workflow is an express one, which ends after five minutes.
func isExpress(w *flow.Workflow) bool {
	a := attribute.OfWorkflow(w, "type")
	return a != nil && a.Value != nil && (a.Value.Ident == "express" || a.Value.String != nil && a.Value.String.Unquote() == "express")
}

func reportEndlessWait(p *analysis.Pass, s *flow.State) {
	name := spell(p, s)
	d := analysis.Diagnostic{Range: s.Range}
	timeout := analysis.Fix{Title: "fail after a day: sfn_timeout: 1d", Edits: []analysis.Edit{addToBlock(p, s, "sfn_timeout: 1d")}}
	heartbeat := analysis.Fix{Title: "fail after an hour without a sign of life: heartbeat: 1h", Edits: []analysis.Edit{addToBlock(p, s, "heartbeat: 1h")}}
	switch {
	case waitsForToken(s):
		d.Message = "if nobody sends the token of " + name + " back, the workflow waits for a year; write heartbeat or sfn_timeout"
		d.Fixes = []analysis.Fix{heartbeat, timeout}
	case strings.Contains(s.Task.Source.Text, ":activity:"):
		d.Message = "if no worker takes " + name + ", the workflow waits for a year; write heartbeat or sfn_timeout"
		d.Fixes = []analysis.Fix{heartbeat, timeout}
	case waitsForJob(s):
		d.Severity = analysis.Hint
		d.Message = "if the job of " + name + " hangs, the workflow waits for a year; write sfn_timeout"
		d.Fixes = []analysis.Fix{timeout}
	default:
		return
	}
	p.Report(d)
}

// waitsForToken tells whether a step is done when somebody sends its token back.
func waitsForToken(s *flow.State) bool {
	if strings.HasSuffix(s.Task.Source.Text, ".waitForTaskToken") {
		return true
	}
	a := attribute.OfState(s, "integration_pattern")
	if a == nil {
		return false
	}
	value := attribute.At("integration_pattern", attribute.PlaceOfState(s)).Enum(a.Value)
	return value != nil && value.Name == "wait_for_task_token"
}

// waitsForJob tells whether a step is done when the job that it starts is.
func waitsForJob(s *flow.State) bool {
	return strings.HasSuffix(s.Task.Source.Text, ".sync") || strings.HasSuffix(s.Task.Source.Text, ".sync:2")
}
