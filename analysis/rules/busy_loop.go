package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed busy_loop.md
var busyLoopPage string

var busyLoop = &analysis.Rule{
	Name:     "busy-loop",
	Category: analysis.Composition,
	Severity: analysis.Hint,
	Summary:  "a loop that asks a service again and again, without a wait",
	Page:     busyLoopPage,
	Fixes:    "wait 30s in front of the way back",
	Run:      reportBusyLoops,
}

func reportBusyLoops(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a wait may be what does not parse
		}
		told := map[*flow.Jump]bool{}
		for _, s := range w.States {
			if !asks(s) {
				continue
			}
			if back := wayBackWithoutWait(s); back != nil && !told[back.Jump] {
				told[back.Jump] = true
				reportBusyLoop(p, s, back.Jump)
			}
		}
	}
}

// asks tells whether a step only asks a service how something is, and not for a further page of it.
func asks(s *flow.State) bool {
	if s.Task == nil || s.Task.Source.Kind != flow.Service && s.Task.Source.Kind != flow.ARN {
		return false
	}
	text := s.Task.Source.Text
	action := text[strings.LastIndexByte(text, ':')+1:]
	if !strings.HasPrefix(action, "describe") && !strings.HasPrefix(action, "get") || strings.Contains(action, ".") {
		return false
	}
	for _, path := range pathsRead(s) {
		if strings.Contains(path, "Token") || strings.Contains(path, "Marker") || strings.Contains(path, "LastEvaluated") {
			return false
		}
	}
	return true
}

// wayBackWithoutWait returns the jump on a way from a step back to it on which nothing takes time, and which an if can leave; nil
// where there is none.
func wayBackWithoutWait(from *flow.State) (back *flow.Edge) {
	type visit struct {
		state  *flow.State
		jump   *flow.Edge
		choice bool
	}
	seen := map[*flow.State]bool{}
	todo := []visit{{state: from}}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range v.state.Out {
			next := visit{e.To, v.jump, v.choice || v.state.Kind == flow.ChoiceState}
			if e.Jump != nil {
				next.jump = e
			}
			switch {
			case e.To == nil || e.Kind == flow.CatchEdge:
			case e.To == from:
				if next.choice && next.jump != nil {
					return next.jump
				}
			case !seen[e.To] && (e.To.Kind == flow.ChoiceState || e.To.Kind == flow.PassState || asks(e.To)):
				seen[e.To] = true
				todo = append(todo, next)
			}
		}
	}
	return nil
}

func reportBusyLoop(p *analysis.Pass, s *flow.State, back *flow.Jump) {
	d := analysis.Diagnostic{
		Range: back.Range,
		Message: spell(p, s) + " is asked again at once, many times a second, each time for money, until the service throttles it or " +
			"the limit of 25,000 events ends the workflow; write wait 30s in front of the way back",
		Related: []analysis.Related{p.Here(s.Range, "the loop goes round this")},
	}
	wait := "wait 30s "
	if endsChain(back) {
		wait = ">> wait 30s "
	}
	if handlerOf(back) == nil {
		d.Fixes = []analysis.Fix{{Title: "wait in between: wait 30s", Edits: []analysis.Edit{p.Insert(arrowOf(p, back).Start, wait)}}}
	}
	p.Report(d)
}
