package graph

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// exit is a way out of a state.
type exit struct {
	to    string
	kind  EdgeKind
	label string
}

// exits are a state's ways out, in the order in which they are tried; the errors' ways come last.
func exits(s *asl.State) []exit {
	var all []exit
	for _, r := range s.Choices {
		all = append(all, exit{r.Next, Next, condition(r)})
	}
	if s.Default != "" {
		all = append(all, exit{s.Default, Next, "else"})
	}
	if s.Next != "" {
		all = append(all, exit{s.Next, Next, ""})
	}
	for _, c := range s.Catch {
		all = append(all, exit{c.Next, Catch, errors(c.ErrorEquals)})
	}
	return all
}

// errors names what is caught; nothing where that is everything.
func errors(names []string) string {
	if len(names) == 1 && names[0] == asl.AllErrors {
		return ""
	}
	return strings.Join(names, ", ")
}

// loops are the edges, from name to name, that lead back to a state on the way to them.
func loops(m *asl.Machine) map[[2]string]bool {
	const unseen, onTheWay, done = 0, 1, 2
	state, back := map[string]int{}, map[[2]string]bool{}
	var visit func(name string)
	visit = func(name string) {
		s := m.State(name)
		if s == nil {
			return
		}
		state[name] = onTheWay
		for _, e := range exits(s) {
			switch state[e.to] {
			case unseen:
				visit(e.to)
			case onTheWay:
				back[[2]string{name, e.to}] = true
			}
		}
		state[name] = done
	}
	visit(m.StartAt)
	return back
}
