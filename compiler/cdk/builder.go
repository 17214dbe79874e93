package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// builder writes the constructs of one workflow, in a scope, in one language's names.
type builder struct {
	language Language
	workflow *asl.Workflow
	scope    expr

	constructIDs, variableNames naming.Set
	ids                         map[*asl.State]string
	variables                   map[*asl.State]name
	functions                   map[*asl.Function]name
	parameterValues             map[string]expr

	declared section      // the parameters and functions, in front of all states
	written  []section    // the states and what connects them
	current  section      // the last of them
	unknown  []*asl.State // the states written as JSON
}

// newBuilder gives every state and function its names.
func newBuilder(w *asl.Workflow, l Language, scope expr) *builder {
	b := &builder{
		language: l, workflow: w, scope: scope,
		ids: map[*asl.State]string{}, variables: map[*asl.State]name{},
		functions: map[*asl.Function]name{}, parameterValues: map[string]expr{},
	}
	w.Machine.Walk(func(_ *asl.Machine, s *asl.State) {
		b.ids[s] = b.id(strings.ReplaceAll(s.Name, "/", "-"))
		b.variables[s] = b.variable(s.Name)
	})
	return b
}

func (b *builder) id(wish string) string {
	return b.constructIDs.Unique(wish, nil)
}

func (b *builder) variable(wish string) name {
	return name(b.variableNames.Unique(b.language.variable(wish), b.language.reserved))
}

// gap ends a section.
func (b *builder) gap() {
	b.written = append(b.written, b.current)
	b.current = nil
}

// sections are all that was written, and more behind it.
func (b *builder) sections(more ...section) []section {
	all := append([]section{b.declared}, b.written...)
	return append(append(all, b.current), more...)
}

func (b *builder) add(s statement) { b.current = append(b.current, s) }

func (b *builder) declare(s *asl.State, value expr) {
	b.add(statement{variable: string(b.variables[s]), value: value})
}

// target is the state that a choice or a catch leads to.
func (b *builder) target(m *asl.Machine, state string) expr { return b.variables[m.State(state)] }

// machine writes the states of a scope and what connects them, and returns the chain that it starts with.
func (b *builder) machine(m *asl.Machine) expr {
	for _, s := range m.States {
		b.state(s)
	}
	for _, s := range m.States {
		b.catches(m, s)
		if s.Type == asl.Choice {
			b.choose(m, s)
		}
	}
	reached := map[*asl.State]bool{}
	start := b.follow(m, m.State(m.StartAt), reached)
	for _, s := range m.States {
		if !reached[s] {
			if rest, ok := b.follow(m, s, reached).(chain); ok {
				b.add(statement{value: rest})
			}
		}
	}
	return start
}

// follow is the chain from a state to the end, or to a state that another chain has gone on from.
func (b *builder) follow(m *asl.Machine, s *asl.State, reached map[*asl.State]bool) expr {
	head := b.variables[s]
	var links []link
	for reached[s] = true; s.Next != ""; reached[s] = true {
		s = m.State(s.Next)
		links = append(links, then("next", []expr{b.variables[s]}))
		if reached[s] {
			break
		}
	}
	if links == nil {
		return head
	}
	return chain{head, links}
}
