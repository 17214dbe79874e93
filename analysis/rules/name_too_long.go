package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed name_too_long.md
var nameTooLongPage string

var nameTooLong = &analysis.Rule{
	Name:     "name-too-long",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a name with more characters than Step Functions takes",
	Page:     nameTooLongPage,
	Run:      reportLongNames,
}

func reportLongNames(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			if n := s.Step.As; n != nil {
				judgeName(p, "the name of a step", n.Text, n.Span().Shift(s.Base), aws.MaxStateName)
			} else if s.Kind == flow.TaskState && s.Naming == flow.Mentioned {
				judgeName(p, "the name of a step", s.Called, s.Range, aws.MaxStateName)
			}
		}
	}
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			judgeNames(p, a, s.place)
		}
	}
}

// judgeNames reports the names that an attribute gives.
func judgeNames(p *analysis.Pass, a *flow.Attribute, place attribute.Place) {
	text, isText := attribute.AsString(a.Value)
	switch {
	case attribute.At(a.Key, place) == nil || a.Value == nil:
	case a.Key == "state_machine_name" && isText && !strings.Contains(text, "${"):
		judgeName(p, "the name of a state machine", text, a.ValueRange(), aws.MaxMachineName)
	case a.Key == "label" && isText:
		judgeName(p, "the label of a map", text, a.ValueRange(), aws.MaxLabel)
	case a.Key == "assign" && a.Value.Object != nil:
		for _, variable := range a.Value.Object.Attrs {
			judgeName(p, "the name of a variable", strings.TrimSuffix(variable.Key.Text, ".$"), variable.Key.Span().Shift(a.Base), aws.MaxVariableName)
		}
	}
}

func judgeName(p *analysis.Pass, what, name string, at grammar.Range, limit int) {
	if len(name) <= limit {
		return
	}
	if n := utf8.RuneCountInString(name); n > limit {
		p.Report(analysis.Diagnostic{
			Range:   at,
			Message: fmt.Sprintf("%s has %d characters at the most, and this one has %d; shorten it, or Step Functions refuses the definition", what, limit, n),
		})
	}
}
