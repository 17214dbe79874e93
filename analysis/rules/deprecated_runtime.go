package rules

import (
	_ "embed"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed deprecated_runtime.md
var deprecatedRuntimePage string

var deprecatedRuntime = &analysis.Rule{
	Name:     "deprecated-runtime",
	Category: analysis.Functions,
	Severity: analysis.Warning,
	Summary:  "a runtime that Lambda does not support any more",
	Page:     deprecatedRuntimePage,
	Fixes:    "the newest runtime of the family",
	Run:      reportDeprecatedRuntimes,
}

func reportDeprecatedRuntimes(p *analysis.Pass) {
	for _, a := range functionSettings(p, "runtime") {
		name, _ := attribute.AsString(a.Value)
		runtime := aws.RuntimeNamed(name)
		if runtime == nil || !runtime.Ended(time.Now()) {
			continue
		}
		newest := runtime.Newest().Name
		p.Report(analysis.Diagnostic{
			Range: a.ValueRange(),
			Message: name + " has had no support since " + runtime.Ends.Format("2 January 2006") +
				": it gets no security fixes, and Lambda will refuse to create or update functions with it; write " + newest,
			Fixes: []analysis.Fix{{
				Title: "run on " + newest, Edits: []analysis.Edit{p.Replace(a.ValueRange(), grammar.Quote(newest))},
			}},
		})
	}
}

// functionSettings are the attributes of that key, in the order of the text, that are given for functions in the
// file: in compose, and in the tasks' own blocks.
func functionSettings(p *analysis.Pass, key string) (given []*flow.Attribute) {
	for _, s := range allSettings.Of(p) {
		if a := attribute.Given(s.attributes, key); a != nil && s.place&(attribute.Compose|attribute.FunctionTask) != 0 {
			given = append(given, a)
		}
	}
	return given
}
