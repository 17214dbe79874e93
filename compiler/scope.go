package compiler

import (
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// lowerScope lowers a scope to a machine. A captured scope lets no error out that a catch could take.
func (l *lowering) lowerScope(s *flow.Scope, captured bool) *asl.Machine {
	l.judge(s)
	if s.Start == nil {
		l.problem(s.Range, "an empty branch cannot be compiled; remove it, or write pass")
		return &asl.Machine{}
	}
	guard := captured && needsGuard(s)
	m := &asl.Machine{StartAt: s.Start.Name}
	b := &scopeBuilder{lowering: l, scope: s, machine: m, catching: captured && !guard}
	for _, state := range s.States {
		b.state(state)
	}
	for _, a := range s.Attrs {
		if a.Key != "comment" {
			l.problem(a.Range, "a branch has no attribute "+a.Key)
			continue
		}
		m.Comment = l.text(a)
	}
	if guard {
		return l.guarded(s, m)
	}
	return m
}

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
}

// scopeBuilder lowers the states of one scope.
type scopeBuilder struct {
	*lowering
	scope    *flow.Scope
	machine  *asl.Machine
	catching bool // every step ends its branch alone when it fails
}

func (b *scopeBuilder) add(s *asl.State) *asl.State {
	b.machine.States = append(b.machine.States, s)
	return s
}

// state lowers a state of the source, with the states that the lowering makes for it.
func (b *scopeBuilder) state(s *flow.State) {
	out := b.add(&asl.State{Name: s.Name, Captures: s.Captures})
	b.check(s)
	out.Comment = b.comment(s)
	switch s.Kind {
	case flow.TaskState:
		out.Type = asl.Task
		b.task(s, out)
	case flow.GroupState:
		out.Type = asl.Parallel
		b.group(s, out)
	case flow.MapState:
		out.Type = asl.Map
		b.itemMap(s, out)
	case flow.ChoiceState:
		out.Type = asl.Choice
		b.choice(s, out)
	case flow.WaitState:
		out.Type = asl.Wait
		b.wait(s, out)
	case flow.PassState:
		out.Type = asl.Pass
		b.fields(s, out)
	case flow.SucceedState:
		out.Type = asl.Succeed
		b.fields(s, out)
	case flow.FailState:
		b.fail(s, out)
	}
	if s.CanCatch() {
		out.Retry = append(out.Retry, b.retriers(s)...)
		out.Catch = b.catchers(s, out)
	}
	b.next(s, out)
}

// check reports flow that a state cannot have.
func (b *scopeBuilder) check(s *flow.State) {
	onward := 0
	for _, e := range s.Out {
		if e.Kind == flow.Sequence || e.Kind == flow.JumpEdge {
			onward++
		}
	}
	if onward > 1 {
		b.problem(s.Range, s.Name+" has several steps behind it, and Step Functions lets a state have one; group them: [a, b] or (a, b)")
	}
	if len(b.problems) == 0 && len([]rune(s.Name)) > 80 {
		b.problem(s.Range, "a state's name has at most 80 characters")
	}
}

// next links a state to what follows it.
func (b *scopeBuilder) next(s *flow.State, out *asl.State) {
	switch out.Type {
	case asl.Choice, asl.Succeed, asl.Fail:
		return
	}
	if s.Kind == flow.FailState { // captured: it ends its branch
		out.End = true
		return
	}
	for _, e := range s.Out {
		if (e.Kind == flow.Sequence || e.Kind == flow.JumpEdge) && e.To != nil {
			out.Next = e.To.Name
			return
		}
	}
	out.End = true
}

// done returns the name of a state that ends the scope, made for a state that must lead somewhere.
func (b *scopeBuilder) done(s *flow.State, made *string) string {
	if *made == "" {
		*made = b.names.Free(s.Name + "_done")
		b.add(&asl.State{Name: *made, Type: asl.Pass, End: true, Origin: asl.DoneEnd})
	}
	return *made
}

// comment returns the state's documentation: its own, else that of what it runs.
func (b *scopeBuilder) comment(s *flow.State) string {
	if doc := b.program.Doc(s.Whole.Start); doc != "" {
		return doc
	}
	if s.Task != nil && !s.Task.Inline {
		return s.Task.Program.Doc(s.Task.Range.Start)
	}
	return ""
}

func primaryOf[P grammar.Primary](s *flow.State) P { return s.Step.Primary.(P) }
