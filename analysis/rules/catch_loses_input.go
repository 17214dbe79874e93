package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed catch_loses_input.md
var catchLosesInputPage string

var catchLosesInput = &analysis.Rule{
	Name:     "catch-loses-input",
	Category: analysis.Failure,
	Severity: analysis.Hint,
	Summary:  "a catch that puts the error in the place of the input, with more expected behind it",
	Page:     catchLosesInputPage,
	Fixes:    "result_path: $.error keeps the input",
	Run:      reportLostInputs,
}

func reportLostInputs(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may be where it leads
		}
		for _, s := range w.States {
			for _, h := range s.Handlers {
				if h.Catch && !h.Open && s.CanCatch() {
					reportLostInput(p, h, targetsOf(s, h), spell(p, s)+" fails", inJSONata(s))
				}
			}
		}
		for scope := range scopesOf(w) {
			for _, h := range scope.Handlers {
				if h.Catch && h.Target != nil {
					jsonata := attribute.OfWorkflow(w, "query_language") != nil
					reportLostInput(p, h, []*flow.State{h.Target}, "a step fails", jsonata)
				}
			}
		}
	}
}

// targetsOf are the states that a step's catch leads to.
func targetsOf(s *flow.State, h *flow.Handler) (targets []*flow.State) {
	for _, e := range s.Out {
		if e.Kind == flow.CatchEdge && e.Handler == h && e.To != nil {
			targets = append(targets, e.To)
		}
	}
	return targets
}

func reportLostInput(p *analysis.Pass, h *flow.Handler, targets []*flow.State, when string, jsonata bool) {
	if attribute.Given(h.Attributes, "result_path") != nil || attribute.Given(h.Attributes, "output") != nil {
		return
	}
	keep := "result_path: $.error"
	if jsonata {
		keep = `output: {% $merge([$states.input, { "error": $states.errorOutput }]) %}`
	}
	d := analysis.Diagnostic{Range: headOf(p, h), Fixes: []analysis.Fix{{
		Title: "keep the input, with the error in it: " + keep, Edits: []analysis.Edit{giveHandler(p, h, keep)},
	}}}
	if !h.Body {
		d.Fixes[0].Edits = []analysis.Edit{p.Insert(d.Range.End, " { "+keep), p.Insert(h.Range.End, " }")}
	}
	if hasComment(p, grammar.Range{Start: d.Range.End, End: h.Range.End}) && !h.Body {
		d.Fixes = nil
	}
	if reader, path := readsInput(targets); reader != nil && !jsonata {
		d.Severity = analysis.Warning
		d.Message = "if " + when + ", the input is gone, and " + spell(p, reader) + " finds no " + path + ", but Error and Cause alone; keep the input with " + keep
		d.Related = []analysis.Related{p.Here(reader.Range, spell(p, reader)+" reads "+path)}
		p.Report(d)
		return
	}
	for _, t := range targets {
		if takesWhole(t) && onPaths.Of(p).holds(t) {
			d.Message = "if " + when + ", " + spell(p, t) + " gets Error and Cause alone, and otherwise the input that others hand on; keep the input with " + keep
			d.Related = []analysis.Related{p.Here(t.Range, spell(p, t)+" is led to without an error, too")}
			p.Report(d)
			return
		}
	}
}

// readsInput returns the first step, of those that get a catch's output, that reads more than an error in it.
func readsInput(todo []*flow.State) (reader *flow.State, path string) {
	seen := map[*flow.State]bool{}
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		if seen[s] {
			continue
		}
		seen[s] = true
		if inJSONata(s) {
			continue
		}
		for _, path := range pathsRead(s) {
			if field := fieldOf(path); field != "" && field != "Error" && field != "Cause" {
				return s, path
			}
		}
		if !handsOn(s) {
			continue
		}
		for _, e := range s.Out {
			if e.To != nil && e.Kind != flow.CatchEdge {
				todo = append(todo, e.To)
			}
		}
	}
	return nil, ""
}

// handsOn tells whether a step's output is its input as it is.
func handsOn(s *flow.State) bool {
	switch s.Kind {
	case flow.ChoiceState, flow.WaitState:
		return !hasAny(s, "input_path", "output_path", "output")
	case flow.PassState:
		return len(s.Attributes) == 0
	}
	return false
}

// takesWhole tells whether a step hands its whole input to what it runs.
func takesWhole(s *flow.State) bool {
	return (s.Kind == flow.TaskState || s.Kind == flow.GroupState || s.Kind == flow.MapState) &&
		!hasAny(s, "input_path", "parameters", "arguments", "item_selector", "items_path")
}

// onPaths are the states that run where nothing fails, by scope, as far as somebody asked.
var onPaths = analysis.NewFact(func(*analysis.Pass) pathsOf { return pathsOf{} })

type pathsOf map[*flow.Scope]map[*flow.State]bool

// holds tells whether a step runs where nothing fails, too.
func (o pathsOf) holds(s *flow.State) bool {
	if o[s.Scope] == nil {
		o[s.Scope] = reachedWithoutErrors(s.Scope)
	}
	return o[s.Scope][s]
}

// giveHandler writes an attribute at the beginning of a handler's body.
func giveHandler(p *analysis.Pass, h *flow.Handler, attribute string) analysis.Edit {
	text := p.Program.File.Text
	start := headOf(p, h).End
	brace := start + strings.IndexByte(text[start:h.Range.End], '{')
	if brace < start {
		return p.Insert(start, "")
	}
	behind := strings.TrimLeft(text[brace+1:], blanks)
	if strings.HasPrefix(behind, analysis.Newline(text)) {
		line := text[analysis.LineStart(text, brace):]
		indent := line[:len(line)-len(strings.TrimLeft(line, blanks))]
		return p.Insert(brace+1, analysis.Newline(text)+indent+indentation+attribute)
	}
	return p.Insert(brace+1, " "+attribute)
}
