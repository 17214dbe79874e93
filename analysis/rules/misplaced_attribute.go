package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed misplaced_attribute.md
var misplacedAttributePage string

var misplacedAttribute = &analysis.Rule{
	Name:     "misplaced-attribute",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "an attribute where it means nothing, or of the other query language",
	Page:     misplacedAttributePage,
	Fixes:    "the attribute that is meant there; remove it",
	Run:      reportMisplacedAttributes,
}

func reportMisplacedAttributes(p *analysis.Pass) {
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			if attribute.Lookup(a.Key) != nil && attribute.At(a.Key, s.place) == nil {
				reportMisplacedAttribute(p, a, s)
			}
		}
	}
	reportForeignAttributes(p)
}

func reportMisplacedAttribute(p *analysis.Pass, a *flow.Attribute, s settings) {
	d := analysis.Diagnostic{
		Range:   a.KeyRange,
		Message: a.Key + " means nothing in " + s.place.String() + "; it stands in " + attribute.PlacesOf(a.Key).String(),
	}
	if meant := insteadOf[a.Key]; meant != "" && attribute.At(meant, s.place) != nil && attribute.Given(s.attributes, meant) == nil {
		d.Message = a.Key + " means nothing in " + s.place.String() + "; there it is called " + meant
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(a.KeyRange, meant)},
		})
	}
	d.Fixes = append(d.Fixes, analysis.Fix{
		Title: "remove " + a.Key, Edits: []analysis.Edit{removeAttribute(p, a)},
	})
	p.Report(d)
}

// insteadOf are the attributes that say the same in other places.
var insteadOf = map[string]string{
	"timeout":    "sfn_timeout",
	"parameters": "item_selector",
	"arguments":  "item_selector",
}
