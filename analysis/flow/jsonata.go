package flow

import "github.com/orkls/orkls/grammar"

// HoldsJSONata tells whether {% %} stands in the step itself: in its values, conditions and handlers,
// but not in its branches or bodies.
func (s *State) HoldsJSONata() bool {
	for _, a := range s.Attributes {
		if a.Value != nil && holdsJSONata(a.Value) {
			return true
		}
	}
	for _, h := range s.Handlers {
		for _, a := range h.Attributes {
			if a.Value != nil && holdsJSONata(a.Value) {
				return true
			}
		}
	}
	for _, arm := range s.Arms {
		if holdsJSONata(arm.Cond) {
			return true
		}
	}
	if s.Task != nil {
		for _, a := range s.Task.Attributes {
			if a.Value != nil && holdsJSONata(a.Value) {
				return true
			}
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
