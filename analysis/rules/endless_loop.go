package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed endless_loop.md
var endlessLoopPage string

var endlessLoop = &analysis.Rule{
	Name:     "endless-loop",
	Category: analysis.Composition,
	Severity: analysis.Warning,
	Summary:  "a loop with no way out",
	Page:     endlessLoopPage,
	Run:      reportEndlessLoops,
}

func reportEndlessLoops(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // the way out may be what does not parse
		}
		for scope := range scopesOf(w) {
			if len(scope.Loops) == 0 && len(lostJumps.Of(p)[scope]) == 0 {
				if loop := loopWithoutEnd(scope); len(loop) > 0 {
					reportEndlessLoop(p, loop, len(loop) == len(scope.States))
				}
			}
		}
	}
}

// loopWithoutEnd returns the steps of a scope that run, but from which no end can be reached, in the order of the text. Errors are
// a way out where something takes them, or where they are on purpose.
func loopWithoutEnd(scope *flow.Scope) (loop []*flow.State) {
	ends := map[*flow.State]bool{}
	var todo []*flow.State
	end := func(s *flow.State) {
		if s != nil && !ends[s] {
			ends[s] = true
			todo = append(todo, s)
		}
	}
	for _, s := range scope.States {
		if leavesBySelf(s) {
			end(s)
		}
	}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range s.In {
			end(e.From)
		}
		for _, h := range scope.Handlers {
			if h.Target == s {
				for _, other := range scope.States {
					if other.CanCatch() && !other.OnlyHandled {
						end(other)
					}
				}
			}
		}
	}
	reached := reachedIn(scope)
	for _, s := range scope.States {
		if reached[s] && !ends[s] {
			loop = append(loop, s)
		}
	}
	return loop
}

// leavesBySelf tells whether a step ends its scope.
func leavesBySelf(s *flow.State) bool {
	if s.Kind == flow.SucceedState || s.Kind == flow.FailState || len(s.Out) == 0 {
		return true
	}
	for _, e := range s.Out {
		if e.To == nil {
			return true
		}
	}
	for _, h := range s.Catches() {
		if h.Target == nil && !h.Next {
			return true
		}
	}
	n, ok := s.Step.Primary.(*grammar.If)
	return ok && n.Else != nil && n.Else.Fail
}

// reportEndlessLoop reports a loop. Alone tells that the scope has nothing else, which Step Functions refuses.
func reportEndlessLoop(p *analysis.Pass, loop []*flow.State, alone bool) {
	var names []string
	for _, s := range loop {
		names = append(names, spell(p, s))
	}
	d := analysis.Diagnostic{
		Range: loop[0].Range,
		Message: and(names) + " run again and again, with no way out, until an error or the limit of 25,000 events ends the workflow; " +
			"leave the loop with an if",
	}
	if len(names) == 1 {
		d.Message = names[0] + " runs again and again, with no way out, until an error or the limit of 25,000 events ends the workflow; " +
			"leave the loop with an if"
	}
	if alone {
		d.Severity = analysis.Error
		d.Message = "nothing that starts here ever ends, which Step Functions refuses; leave the loop with an if"
	}
	for _, s := range loop {
		for _, e := range s.Out {
			if e.Jump != nil && e.To != nil && e.To.Range.Start <= s.Range.Start {
				d.Related = append(d.Related, p.Here(e.Jump.Range, "here it goes back to "+spell(p, e.To)))
			}
		}
	}
	p.Report(d)
}
