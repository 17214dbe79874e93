package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed missing_attribute.md
var missingAttributePage string

var missingAttribute = &analysis.Rule{
	Name:     "missing-attribute",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "an attribute or a parameter that a step cannot do without",
	Page:     missingAttributePage,
	Fixes:    "mode: distributed",
	Run:      reportMissingAttributes,
}

func reportMissingAttributes(p *analysis.Pass) {
	judged := map[*flow.Task]bool{}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			switch {
			case s.Kind == flow.MapState:
				reportMissingInMap(p, s)
			case s.Task != nil:
				reportMissingParameters(p, s, judged)
			}
		}
	}
}

// ofDistributed are the attributes that only a distributed map has.
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
var ofDistributed = []string{
	"execution_type", "item_batcher", "item_reader", "label", "result_writer", "tolerated_failure_count", "tolerated_failure_percentage",
}

func reportMissingInMap(p *analysis.Pass, s *flow.State) {
	if isDistributed(s) {
		return
	}
	for _, key := range ofDistributed {
		a := attribute.OfState(s, key)
		if a == nil {
			continue
		}
		d := analysis.Diagnostic{Range: a.Range, Message: "only a distributed map has " + key + "; write mode: distributed"}
		edit := addInFront(p, a, "mode: distributed")
		if mode := attribute.OfState(s, "mode"); mode != nil {
			edit = p.Replace(mode.ValueRange(), "distributed")
		}
		d.Fixes = []analysis.Fix{{Title: "write mode: distributed", Safe: true, Edits: []analysis.Edit{edit}}}
		p.Report(d)
		return // the mode makes all of them right
	}
}

// reportMissingParameters reports what a step does not hand to its integration that this cannot do without: at the
// task where the task says what is handed over, so once for all its steps.
func reportMissingParameters(p *analysis.Pass, s *flow.State, judged map[*flow.Task]bool) {
	i, ok := aws.ParseIntegration(s.Task.Source.Text)
	if !ok || len(i.Required()) == 0 {
		return
	}
	given := attribute.OfState(s, "parameters")
	if given == nil {
		given = attribute.OfState(s, "arguments")
	}
	ofStep := given != nil && s.Attribute(given.Key) == given
	if !ofStep && (s.Task.Program != p.Program || judged[s.Task]) {
		return
	}
	at := s.Task.Source.Range
	if ofStep {
		at = given.KeyRange
	} else {
		judged[s.Task] = true
		if given != nil {
			at = given.KeyRange
		}
	}
	if given != nil && (given.Value == nil || given.Value.Object == nil) { // computed as a whole
		return
	}
	var lacks []string
	for _, name := range i.Required() {
		if given == nil || !hasField(given.Value.Object, name) {
			lacks = append(lacks, name)
		}
	}
	if len(lacks) == 0 {
		return
	}
	instead := "write parameters: { " + strings.Join(lacks, ": …, ") + ": … }"
	if given != nil {
		instead = "add " + and(lacks) + " to " + given.Key
	}
	p.Report(analysis.Diagnostic{
		Range:   at,
		Message: i.Service + ":" + i.Action + " cannot do without " + and(lacks) + ", and Step Functions refuses the definition; " + instead,
	})
}

func hasField(o *grammar.Object, name string) bool {
	for _, a := range o.Attrs {
		if strings.TrimSuffix(a.Key.Text, ".$") == name {
			return true
		}
	}
	return false
}
