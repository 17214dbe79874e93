package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed payload_response_conflict.md
var payloadResponseConflictPage string

var payloadResponseConflict = &analysis.Rule{
	Name:     "payload-response-conflict",
	Category: analysis.Functions,
	Severity: analysis.Error,
	Summary:  "a way to invoke a function that payload_response_only does not leave open",
	Page:     payloadResponseConflictPage,
	Fixes:    "payload_response_only: false",
	Run:      reportPayloadResponseConflicts,
}

// wholeAnswer are the attributes that only an invocation has which returns Lambda's whole answer.
var wholeAnswer = []string{"integration_pattern", "invocation_type", "client_context", "qualifier"}

const payloadResponseOnly = "payload_response_only"

func reportPayloadResponseConflicts(p *analysis.Pass) {
	own := ownAttributes.Of(p)
	seen := map[*flow.Attribute]bool{}
	judge := func(given func(key string) *flow.Attribute) {
		only := given(payloadResponseOnly)
		if only != nil && (only.Value == nil || !only.Value.True) {
			return
		}
		for _, key := range wholeAnswer {
			if a := given(key); a != nil && own[a] && !seen[a] {
				seen[a] = true
				reportPayloadResponseConflict(p, a, only)
			}
		}
	}
	for _, t := range p.Program.Tasks {
		if len(t.States) == 0 {
			judge(func(key string) *flow.Attribute { return attribute.OfTask(t, key) })
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			if s.Task != nil {
				judge(func(key string) *flow.Attribute { return attribute.OfState(s, key) })
			}
		}
	}
}

// reportPayloadResponseConflict reports an attribute; only is what is given for payload_response_only, nil for its default.
func reportPayloadResponseConflict(p *analysis.Pass, a, only *flow.Attribute) {
	const instead = payloadResponseOnly + ": false"
	edit := addInFront(p, a, instead)
	if only != nil && ownAttributes.Of(p)[only] {
		edit = p.Replace(only.ValueRange(), "false")
	}
	p.Report(analysis.Diagnostic{
		Range: a.Range,
		Message: a.Key + " has no effect on an invocation that returns the function's result alone; write " + instead +
			", which gives Lambda's whole answer",
		Fixes: []analysis.Fix{{Title: "write " + instead, Safe: true, Edits: []analysis.Edit{edit}}},
	})
}
