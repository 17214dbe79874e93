package rules

import (
	_ "embed"
	"fmt"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed payload_risk.md
var payloadRiskPage string

var payloadRisk = &analysis.Rule{
	Name:     "payload-risk",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "a step whose result may be larger than Step Functions hands on",
	Page:     payloadRiskPage,
	Run:      reportPayloadRisks,
}

func reportPayloadRisks(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			switch {
			case keepsLittle(s):
			case isDistributed(s):
				reportManyResults(p, s)
			case s.Task != nil:
				reportLargeAnswer(p, s)
			}
			reportLargeConstants(p, s)
		}
	}
}

// keepsLittle tells whether a step says which part of its result goes on.
func keepsLittle(s *flow.State) bool {
	for _, key := range []string{"result_selector", "output"} {
		if attribute.OfState(s, key) != nil {
			return true
		}
	}
	a := attribute.OfState(s, "result_path")
	return a != nil && a.Value != nil && a.Value.Null
}

// reportManyResults reports a distributed map that hands on what all its items gave.
func reportManyResults(p *analysis.Pass, s *flow.State) {
	if attribute.OfState(s, "result_writer") != nil {
		return
	}
	p.Report(analysis.Diagnostic{
		Range:    attribute.OfState(s, "mode").Range,
		Severity: analysis.Information,
		Message: "the results of all items are handed on together, and the step fails with States.DataLimitExceeded, which catch * does not take, " +
			"where they are more than 256 KiB; write result_writer, or result_path: null",
	})
}

// reportLargeAnswer reports a call whose answer is handed on whole.
func reportLargeAnswer(p *analysis.Pass, s *flow.State) {
	i, ok := aws.ParseIntegration(s.Task.Source.Text)
	limit, large := aws.LargeAnswers[i.Service+":"+i.Action]
	if !ok || !large || i.Pattern != "" {
		return
	}
	given := attribute.OfState(s, "parameters")
	if given == nil {
		given = attribute.OfState(s, "arguments")
	}
	if given != nil && (given.Value == nil || given.Value.Object == nil || limit != "" && hasField(given.Value.Object, limit)) {
		return
	}
	d := analysis.Diagnostic{
		Range: s.Range, Severity: analysis.Information,
		Message: i.Service + ":" + i.Action + " may answer with more than 256 KiB, and then the step fails with States.DataLimitExceeded, which catch * does not take; ",
	}
	if limit == "" {
		d.Message += "read what is large in a function, or keep a part with result_selector"
	} else {
		d.Message += "write " + limit + " in its parameters, or keep a part with result_selector"
	}
	p.Report(d)
}

// reportLargeConstants reports values that are too large as they are written.
func reportLargeConstants(p *analysis.Pass, s *flow.State) {
	for _, a := range s.Attributes {
		if at := a.ValueRange(); at.End-at.Start <= aws.MaxPayload || a.Value == nil {
			continue
		}
		if known := attribute.At(a.Key, attribute.PlaceOfState(s)); known == nil || known.ASL == "" {
			continue
		}
		if n := valueSize(p.Program, a); n > aws.MaxPayload {
			p.Report(analysis.Diagnostic{
				Range: a.KeyRange,
				Message: fmt.Sprintf("%s has %d bytes, and a state takes and gives %d at the most; keep it in S3, and hand on where it is",
					a.Key, n, aws.MaxPayload),
			})
		}
	}
}
