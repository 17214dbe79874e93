package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// jsonataSteps are the steps of the file that read and make data with JSONata: because their workflow does, because they
// say so, or because {% %} stands in them.
var jsonataSteps = analysis.NewFact(func(p *analysis.Pass) map[*flow.State]bool {
	steps := map[*flow.State]bool{}
	declared := map[*flow.Task]bool{} // what a task says may make its steps JSONata
	for _, w := range p.Program.Workflows {
		whole := isJSONataWorkflow(w)
		for _, s := range w.States {
			if whole || mayHoldJSONata(p, s, declared) && isJSONataStep(s) {
				steps[s] = true
			}
		}
	}
	return steps
})

// mayHoldJSONata tells at a glance whether {% or a query language stands in a step, or in what its task says. Most
// steps have neither, and looking closely costs much more.
func mayHoldJSONata(p *analysis.Pass, s *flow.State, declared map[*flow.Task]bool) bool {
	may := func(text string) bool { return strings.Contains(text, "{%") || strings.Contains(text, queryLanguage) }
	if t := s.Task; t != nil && !t.Inline {
		known, ok := declared[t]
		if !ok {
			known = len(t.Program.Compose) > 0 || may(t.Program.File.Text[t.Range.Start:t.Range.End])
			declared[t] = known
		}
		if known {
			return true
		}
	}
	return may(p.Text(s.Whole))
}

const queryLanguage = "query_language"

func isJSONataWorkflow(w *flow.Workflow) bool {
	return enumOf(attribute.OfWorkflow(w, queryLanguage), attribute.Workflow) == "jsonata"
}

func isJSONataStep(s *flow.State) bool {
	if a := attribute.OfState(s, queryLanguage); a != nil {
		return enumOf(a, attribute.PlaceOfState(s)) == "jsonata"
	}
	return s.HoldsJSONata()
}

// reportOtherLanguage reports paths, calls and tests of paths in steps that read no paths, and JSONata in those that read
// nothing else.
func reportOtherLanguage(p *analysis.Pass) {
	steps := jsonataSteps.Of(p)
	f := expressions.Of(p)
	for _, e := range f.expressions {
		if s := speaker(steps, e.steps, !e.jsonata); s != nil && !e.isForeign(steps[s]) {
			reportOtherExpression(p, s, e)
		}
	}
	for _, c := range f.calls {
		if s := speaker(steps, c.steps, true); s != nil && !c.isForeign(true) {
			p.Report(analysis.Diagnostic{
				Range:   c.at,
				Message: spell(p, s) + " is a JSONata step, which calls no intrinsic functions; write {% … %} with a function of JSONata",
			})
		}
	}
}

// speaker returns the first of the steps that is a JSONata one, or none; nil where none is so.
func speaker(jsonata map[*flow.State]bool, steps []*flow.State, wanted bool) *flow.State {
	for _, s := range steps {
		if jsonata[s] == wanted {
			return s
		}
	}
	return nil
}

// isForeign tells whether the value, or its attribute, is wrong as a whole, which is reported as such.
func (c context) isForeign(jsonata bool) bool {
	if c.attribute == nil {
		return false
	}
	known := attribute.At(c.attribute.Key, c.place)
	switch {
	case known == nil, known.ASL == "", known.Mismatch(c.attribute.Value) != "":
		return true
	case known.Language == attribute.Both:
		return false
	}
	return (known.Language == attribute.JSONataOnly) != jsonata
}

func reportOtherExpression(p *analysis.Pass, s *flow.State, e *expression) {
	if e.jsonata {
		if e.value != nil && e.value.String != nil {
			return // a text like any other
		}
		p.Report(analysis.Diagnostic{
			Range:   e.whole,
			Message: spell(p, s) + " is a JSONPath step, which evaluates no JSONata; write a path, or query_language: jsonata",
		})
		return
	}
	d := analysis.Diagnostic{Range: e.whole, Message: spell(p, s) + " is a JSONata step, which reads no paths"}
	meant := pathInJSONata(e, e.text)
	if e.test != nil {
		d.Range = e.test.Span().Shift(e.base)
		d.Message = spell(p, s) + " is a JSONata step, which tests no paths"
		meant = testInJSONata(e)
	} else if e.value == nil {
		return // the right side of a test
	}
	if meant == "" {
		d.Message += "; write {% … %}"
	} else {
		meant = "{% " + meant + " %}"
		d.Message += "; write " + meant
		d.Fixes = []analysis.Fix{{Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(d.Range, meant)}}}
	}
	p.Report(d)
}
