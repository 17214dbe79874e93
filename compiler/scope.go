package compiler

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// lowerScope lowers a scope to a machine. A captured scope lets no error out that a catch could take.
func (l *lowering) lowerScope(s *flow.Scope, captured bool) *asl.Machine {
	l.judge(s)
	if s.Start == nil {
		l.problem(s.Range, "an empty branch cannot be compiled; remove it, or write pass")
		return &asl.Machine{}
	}
	guard := captured && needsGuard(s)
	b := &scopeBuilder{
		lowering: l, machine: &asl.Machine{StartAt: s.Start.Name}, catching: captured && !guard,
	}
	for _, state := range s.States {
		b.state(state)
	}
	setAll(l.reader(l.program, 0, l.jsonata), b.machine, machineSlots, attribute.Branch, s.Attrs)
	if len(l.problems) == 0 {
		l.judgeMachine(s, b.machine)
	}
	if guard {
		return l.guarded(s, b.machine)
	}
	return b.machine
}

// scopeBuilder lowers the states of one scope.
type scopeBuilder struct {
	*lowering
	machine  *asl.Machine
	catching bool // every step ends its branch alone when it fails
}

func (b *scopeBuilder) add(s *asl.State) *asl.State {
	b.machine.States = append(b.machine.States, s)
	return s
}

// done returns the name of a state that ends the scope, made for a state that must lead somewhere.
func (b *scopeBuilder) done(s *flow.State, made *string) string {
	if *made == "" {
		*made = b.names.Free(s.Name + "_done")
		b.add(&asl.State{Name: *made, Type: asl.Pass, End: true, Origin: asl.DoneEnd})
	}
	return *made
}
