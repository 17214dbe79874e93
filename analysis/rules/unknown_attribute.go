package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
)

//go:embed unknown_attribute.md
var unknownAttributePage string

var unknownAttribute = &analysis.Rule{
	Name:     "unknown-attribute",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "an attribute that the language does not have",
	Page:     unknownAttributePage,
	Fixes:    "the name that is meant, where one is near",
	Run:      reportUnknownAttributes,
}

func reportUnknownAttributes(p *analysis.Pass) {
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			if attribute.Lookup(a.Key) == nil {
				reportUnknownAttribute(p, a, s)
			}
		}
	}
}

func reportUnknownAttribute(p *analysis.Pass, a *flow.Attribute, s settings) {
	d := analysis.Diagnostic{Range: a.KeyRange, Message: "there is no attribute " + a.Key}
	if hint := elsewhere[a.Key]; hint != "" {
		d.Message += ": " + hint
	} else if meant := meantKey(a.Key, s); meant != "" {
		d.Message += "; did you mean " + meant + "?"
		d.Fixes = []analysis.Fix{{
			Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(a.KeyRange, meant)},
		}}
	}
	p.Report(d)
}

// elsewhere says how to write what other notations have an attribute for.
var elsewhere = map[string]string{
	"is_map_job":         "write map (task) where the task is used",
	"capture_map_errors": "map (task) captures each item's error, map [task] does not",
	"state_machine_type": "write type: express or type: standard in the workflow",
	"retry":              "write retry * { max_attempts: 3 }, without a colon",
	"catch":              "write catch * { … }, without a colon",
	"Retry":              "write retry * { max_attempts: 3 }",
	"Catch":              "write catch * { … }",
	"Next":               "write -> name behind the step",
	"next":               "write -> name behind the step",
	"End":                "a chain ends where nothing follows; write -> end to end elsewhere",
	"end":                "a chain ends where nothing follows; write -> end to end elsewhere",
	"Resource":           "it is the string behind the task's name",
	"description":        "write comment, or a ## comment above",
}

// meantKey returns the attribute that an unknown key most likely stands for and that the block does not have yet: the
// one that becomes the ASL field of that name, or one that is spelled much the same.
func meantKey(key string, s settings) string {
	var keys []string
	for _, k := range attribute.Keys(s.place) {
		if attribute.Given(s.attributes, k) == nil {
			keys = append(keys, k)
		}
	}
	if a := attribute.OfASL(key); a != nil && a.In(s.place) && attribute.Given(s.attributes, a.Key) == nil {
		return a.Key
	}
	return suggest.Nearest(key, keys)
}
