package flow

import "github.com/orkls/orkls/grammar"

// MayFail tells whether an error can leave the state when it runs: one that a catch could take, and that
// no catch of the state's own scope takes whole. States.Runtime and States.DataLimitExceeded do not
// count, as nothing takes them.
func (s *State) MayFail() bool { return s.mayFail }

// MayFail tells whether an error can leave the scope.
func (s *Scope) MayFail() bool { return s.FirstFailing() != nil }

// FirstFailing returns the first state of the scope, in the order of the text, that may fail; nil where
// none does.
func (s *Scope) FirstFailing() *State {
	for _, state := range s.States {
		if state.mayFail {
			return state
		}
	}
	return nil
}

// Culprit returns the step from which an error starts that leaves the state: the state itself, or the
// first one inside its branches that fails.
func (s *State) Culprit() *State {
	if s.Captures {
		return s
	}
	for _, b := range s.Branches {
		if f := b.FirstFailing(); f != nil {
			return f.Culprit()
		}
	}
	return s
}

// Catches returns the catches that hold for the state, in the order in which they are asked: its own,
// then its scope's.
func (s *State) Catches() []*Handler { return s.handlers(true) }

// Retries returns the retriers that hold for the state, in the order in which they are asked: its own,
// its task's, then its scope's.
func (s *State) Retries() []*Handler { return s.handlers(false) }

func (s *State) handlers(catch bool) (out []*Handler) {
	add := func(handlers []*Handler) {
		for _, h := range handlers {
			if h.Catch == catch {
				out = append(out, h)
			}
		}
	}
	if !s.CanCatch() {
		return nil
	}
	add(s.Handlers)
	if s.Task != nil && !s.Task.Inline {
		add(s.Task.Retries)
	}
	if !s.OnlyHandled {
		add(s.Scope.Handlers)
	}
	return out
}

// CanCatch tells whether ASL lets the state carry Retry and Catch.
func (s *State) CanCatch() bool {
	return s.Kind == TaskState || s.Kind == GroupState || s.Kind == MapState
}

// CatchesAll returns the catch that takes every error of the state, nil where none does.
func (s *State) CatchesAll() *Handler {
	if !s.CanCatch() {
		return nil
	}
	for _, h := range s.Handlers {
		if h.Catch && h.All {
			return h
		}
	}
	if s.OnlyHandled {
		return nil
	}
	return s.Scope.catchAll
}

// Taker returns the nearest catch of everything that takes an error of the state, and the state whose
// catch it is, going outward from branch to group; nil where the error ends the workflow. An error that
// a tuple or captured map takes has the group as its state, and no handler.
func (s *State) Taker() (*Handler, *State) {
	for {
		if h := s.CatchesAll(); h != nil {
			return h, s
		}
		owner := s.Scope.Owner
		if owner == nil {
			return nil, nil
		}
		if owner.Captures {
			return nil, owner
		}
		s = owner
	}
}

// findFailing computes MayFail for every state, those in branches first.
func (w *Workflow) findFailing() {
	var inside func(scope *Scope)
	inside = func(scope *Scope) {
		for _, s := range scope.States {
			for _, b := range s.Branches {
				inside(b)
			}
			s.mayFail = s.Raises() && s.CatchesAll() == nil
		}
	}
	inside(w.Scope)
}

// Raises tells whether an error can start in the state or come out of its branches, one that a catch of its own
// could take.
func (s *State) Raises() bool {
	switch s.Kind {
	case TaskState, FailState:
		return true
	case GroupState, MapState:
		if !s.Captures {
			for _, b := range s.Branches {
				if b.MayFail() {
					return true
				}
			}
		}
		return s.readsOrWrites() || s.Computes()
	case ChoiceState:
		if e := s.Step.Primary.(*grammar.If).Else; e != nil && e.Fail {
			return true
		}
	}
	return s.Computes()
}

// readsOrWrites tells whether a map takes its items from outside, or puts its results there.
func (s *State) readsOrWrites() bool {
	for _, a := range s.Attributes {
		if a.Key == "item_reader" || a.Key == "result_writer" {
			return true
		}
	}
	return false
}

// Computes tells whether the state evaluates JSONata or an intrinsic function, which can fail. What its
// handlers evaluate does not count.
func (s *State) Computes() bool {
	if Compute(s.Attributes) {
		return true
	}
	for _, arm := range s.Arms {
		if Compute(arm.Attrs) {
			return true
		}
	}
	switch n := s.Step.Primary.(type) {
	case *grammar.If:
		return conditionsEvaluate(n)
	case *grammar.Wait:
		return n.For != nil && evaluates(n.For) || n.At != nil && evaluates(n.At)
	case *grammar.Map:
		return n.Items != nil && evaluates(n.Items)
	}
	return false
}

func conditionsEvaluate(n *grammar.If) bool {
	if n.Cond != nil && evaluates(n.Cond) {
		return true
	}
	for _, e := range n.Elif {
		if e.Cond != nil && evaluates(e.Cond) {
			return true
		}
	}
	return false
}

// Compute tells whether JSONata or a call stands anywhere in the values of attributes.
func Compute(attributes []*Attribute) bool {
	for _, a := range attributes {
		if a.Value != nil && evaluates(a.Value) {
			return true
		}
	}
	return false
}

// evaluates tells whether JSONata or a call stands anywhere in n.
func evaluates(n grammar.Node) bool {
	switch n := n.(type) {
	case *grammar.Value:
		if n.Jsonata != "" || n.Call != nil || n.String != nil && isJsonata(n.String.Quoted) {
			return true
		}
	case *grammar.Not:
		if n.Jsonata != "" {
			return true
		}
	}
	for _, child := range grammar.Children(n) {
		if evaluates(child) {
			return true
		}
	}
	return false
}

// isJsonata tells whether a string, with its quotes, holds nothing but {% ... %}.
func isJsonata(quoted string) bool {
	return len(quoted) >= len(`"{%%}"`) && quoted[1:3] == "{%" && quoted[len(quoted)-3:len(quoted)-1] == "%}"
}
