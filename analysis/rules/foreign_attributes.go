package rules

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// reportForeignAttributes reports attributes of the query language that a step does not have.
func reportForeignAttributes(p *analysis.Pass) {
	f := &foreign{pass: p, jsonata: jsonataSteps.Of(p), own: ownAttributes.Of(p), seen: map[*flow.Attribute]bool{}}
	type declared struct {
		task    *flow.Task
		jsonata bool
	}
	judged := map[declared]bool{} // what a task says is the same for all its steps
	for _, w := range p.Program.Workflows {
		whole := isJSONataWorkflow(w)
		for _, s := range w.States {
			f.judge(s, s.Attributes, attribute.PlaceOfState(s))
			for _, h := range s.Handlers {
				if h.Catch {
					f.judge(s, h.Attributes, attribute.Catcher)
				}
			}
			for _, a := range s.Arms {
				f.judge(s, a.Attrs, attribute.Arm)
			}
			if t := s.Task; t != nil && !judged[declared{t, f.jsonata[s]}] {
				judged[declared{t, f.jsonata[s]}] = true
				f.judge(s, t.Attributes, attribute.PlaceOfTask(t))
				f.judge(s, t.Program.Compose, attribute.Compose)
			}
			if whole {
				f.judgeGoingBack(s)
			}
		}
	}
}

type foreign struct {
	pass    *analysis.Pass
	jsonata map[*flow.State]bool
	own     map[*flow.Attribute]bool
	seen    map[*flow.Attribute]bool // reported already
}

func (f *foreign) judge(s *flow.State, attributes []*flow.Attribute, place attribute.Place) {
	for _, a := range attributes {
		known := attribute.At(a.Key, place)
		if known == nil || known.Language == attribute.Both || (known.Language == attribute.JSONataOnly) == f.jsonata[s] || f.seen[a] {
			continue
		}
		if place == attribute.Compose && attribute.OfState(s, a.Key) != a || !f.own[a] {
			continue
		}
		f.seen[a] = true
		f.report(s, a, place)
	}
}

// instead says what JSONata has in the place of attributes of JSONPath.
var instead = map[string]string{
	"input_path": "write what the step needs of $states.input in arguments", "items_path": "write map {% … %}",
	"result_path":     "write output, as {% $merge([$states.input, { \"name\": $states.result }]) %}",
	"result_selector": "write output", "output_path": "write output, as {% $states.result %}",
}

func (f *foreign) report(s *flow.State, a *flow.Attribute, place attribute.Place) {
	p := f.pass
	d := analysis.Diagnostic{Range: a.KeyRange}
	if f.jsonata[s] {
		d.Message = a.Key + " is JSONPath's, and " + spell(p, s) + " is a JSONata step"
		other := "arguments"
		if attribute.At(other, place) == nil {
			other = "output" // of a pass
		}
		switch text := instead[a.Key]; {
		case text != "":
			d.Message += "; " + text
		case a.Key == "result":
			other = "output"
			fallthrough
		default:
			d.Message += "; write " + other
			d.Fixes = f.rename(s, a, other)
		}
	} else {
		d.Message = a.Key + " is JSONata's, and " + spell(p, s) + " is a JSONPath step; write query_language: jsonata, or {% … %} in it"
		if a.Key == "arguments" {
			d.Message = a.Key + " is JSONata's, and " + spell(p, s) + " is a JSONPath step; write parameters"
			d.Fixes = f.rename(s, a, "parameters")
		}
	}
	p.Report(d)
}

// rename is the fix that writes the key of the other language, where the value is the same in both.
func (f *foreign) rename(s *flow.State, a *flow.Attribute, key string) []analysis.Fix {
	if computes(a.Value) || attribute.OfState(s, key) != nil {
		return nil
	}
	return []analysis.Fix{{Title: "write " + key, Safe: true, Edits: []analysis.Edit{f.pass.Replace(a.KeyRange, key)}}}
}

// computes tells whether a path, a call or JSONata stands in a value.
func computes(v *grammar.Value) bool {
	found := &finder{}
	if v != nil {
		found.value(v, context{})
	}
	return len(found.expressions)+len(found.calls) > 0
}

// judgeGoingBack reports a step of a JSONata workflow that says that it reads paths.
func (f *foreign) judgeGoingBack(s *flow.State) {
	a := s.Attribute(queryLanguage)
	if a == nil || enumOf(a, attribute.PlaceOfState(s)) != "jsonpath" {
		return
	}
	f.pass.Report(analysis.Diagnostic{
		Range:   a.Range,
		Message: "in a JSONata workflow no step goes back to JSONPath; remove it, or the query_language of the workflow",
		Fixes: []analysis.Fix{{
			Title: "remove it", Safe: true, Edits: []analysis.Edit{removeAttribute(f.pass, a)},
		}},
	})
}
