package compiler

import (
	"fmt"
	"unicode/utf8"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// judge reports what makes a scope no legal machine. The rules say it better; here it keeps wrong output
// from being made.
func (l *lowering) judge(s *flow.Scope) {
	for _, m := range s.Loops {
		l.problem(m.Range, m.State.Called+" is mentioned twice on one path; -> loops, as runs it once more")
	}
	for _, m := range s.Rejoined {
		l.problem(m.Range, "this step stands in two chains; -> joins it, as makes another")
	}
	for _, start := range s.Starts {
		l.problem(start.Range, "nothing leads to this step")
	}
	for _, j := range s.Jumps {
		if j.Target == nil && !j.Next && (j.Quoted || j.Name != "end") {
			l.problem(j.Range, "no step of this scope is called "+j.Name+", or several are")
		}
	}
	for _, h := range s.Misplaced {
		l.problem(h.Range, "a handler holds for nothing here; it stands in a step's block, or in front of the chains of a workflow or branch")
	}
	for _, h := range s.Handlers {
		if h.Catch && h.Next && h.Target != nil {
			l.problem(h.Range, "several steps lead to this catch, so that no single one follows it; end it with a jump, fail, or -> end")
		}
	}
}

// judgeDeclarations reports handlers that hold for nothing, as they stand in a declaration.
func (l *lowering) judgeDeclarations(p *flow.Program) {
	for _, s := range p.File.Statements {
		switch n := s.Node.(type) {
		case *grammar.Compose:
			for _, inner := range grammar.Statements(n.Block) {
				if _, ok := inner.Node.(*grammar.Attr); !ok {
					l.report(p, inner.Extent.Shift(s.Base+inner.Base), "compose has no handlers; write them in a task or a workflow")
				}
			}
		case *grammar.Task:
			if n.Block == nil {
				continue
			}
			for _, inner := range grammar.Statements(n.Block) {
				if _, ok := inner.Node.(*grammar.Catch); ok {
					l.report(p, inner.Extent.Shift(s.Base+inner.Base), "where a catch leads belongs to the workflow: write it in the block of a step; a task has retry alone")
				}
			}
		}
	}
}

// judgeMachine reports what Step Functions refuses in a machine as a whole: a state that is never reached, and
// no way to end.
func (l *lowering) judgeMachine(s *flow.Scope, m *asl.Machine) {
	reached := reachable(m)
	ends := false
	for _, state := range m.States {
		ends = ends || state.End || state.Type == asl.Succeed || state.Type == asl.Fail
	}
	if !ends {
		l.problem(s.Start.Range, "nothing that starts here ever ends; Step Functions wants a step that does")
	}
	for _, state := range s.States {
		if !reached[state.Name] && len(state.In) > 0 {
			l.problem(state.Range, "nothing leads to this step when the workflow runs")
		}
		if utf8.RuneCountInString(state.Name) > maxName {
			l.problem(state.Range, fmt.Sprintf("a state's name has at most %d characters; give it another with as", maxName))
		}
	}
}

// reachable returns the names of the states that a machine's start leads to.
func reachable(m *asl.Machine) map[string]bool {
	states := make(map[string]*asl.State, len(m.States))
	for _, s := range m.States {
		states[s.Name] = s
	}
	reached := map[string]bool{}
	for todo := []string{m.StartAt}; len(todo) > 0; {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s := states[name]; s != nil && !reached[name] {
			reached[name] = true
			todo = append(todo, s.Next, s.Default)
			for _, r := range s.Choices {
				todo = append(todo, r.Next)
			}
			for _, c := range s.Catch {
				todo = append(todo, c.Next)
			}
		}
	}
	return reached
}
