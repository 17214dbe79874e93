package flow

import "github.com/orkls/orkls/grammar"

// HoldsJSONata tells whether {% %} stands in the step itself: in its values, conditions and handlers, and in
// what its task or the task's file says of it, but not in its branches or bodies.
func (s *State) HoldsJSONata() bool {
	if hold(s.Attributes) || s.Task != nil && (hold(s.Task.Attributes) || hold(s.Task.Program.Compose)) {
		return true
	}
	for _, h := range s.Handlers {
		if hold(h.Attributes) {
			return true
		}
	}
	for _, arm := range s.Arms {
		if holdsJSONata(arm.Cond) || hold(arm.Attrs) {
			return true
		}
	}
	switch n := s.Step.Primary.(type) {
	case *grammar.Wait:
		return n.For != nil && holdsJSONata(n.For) || n.At != nil && holdsJSONata(n.At)
	case *grammar.Map:
		return n.Items != nil && holdsJSONata(n.Items)
	}
	return false
}

// hold tells whether {% %} stands in the values of attributes.
func hold(attributes []*Attribute) bool {
	for _, a := range attributes {
		if a.Value != nil && holdsJSONata(a.Value) {
			return true
		}
	}
	return false
}

func holdsJSONata(n grammar.Node) bool {
	switch n := n.(type) {
	case *grammar.Value:
		if n.Jsonata != "" || n.String != nil && isJsonata(n.String.Quoted) {
			return true
		}
	case *grammar.Not:
		if n.Jsonata != "" {
			return true
		}
	}
	for _, child := range grammar.Children(n) {
		if holdsJSONata(child) {
			return true
		}
	}
	return false
}
