package compiler

import (
	"slices"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// retriers lowers the retriers that hold for a state. Nothing is asked behind one that takes all errors,
// and ASL wants States.ALL to be the last.
func (b *scopeBuilder) retriers(s *flow.State) (out []asl.Retrier) {
	for _, h := range s.Retries() {
		r := asl.Retrier{ErrorEquals: errorNames(h)}
		setAll(b.handlerReader(s, h), &r, retrierSlots, attribute.Retrier, h.Attributes)
		out = append(out, r)
		if h.All {
			break
		}
	}
	return out
}

// catchers lowers the catches that hold for a state, and in a captured branch the one that captures. Last is
// the state that leads on from it.
func (b *scopeBuilder) catchers(s *flow.State, out, last *asl.State) (catchers []asl.Catcher) {
	done := ""
	for _, h := range s.Catches() {
		if h.Open {
			b.problem(h.Range, "this catch does not say how it ends, and something follows its step: add -> end or -> next")
		}
		c := asl.Catcher{ErrorEquals: errorNames(h), Next: catchTarget(s, h, last)}
		if c.Next == "" {
			c.Next = b.done(s, &done)
		}
		setAll(b.handlerReader(s, h), &c, catcherSlots, attribute.Catcher, h.Attributes)
		catchers = append(catchers, c)
		if h.All {
			return catchers
		}
	}
	if b.catching {
		catchers = append(catchers, b.capture(s))
	}
	return catchers
}

// handlerReader reads the attributes of a handler that holds for a step.
func (b *scopeBuilder) handlerReader(s *flow.State, h *flow.Handler) reader {
	r := b.stepReader(s)
	switch {
	case slices.Contains(s.Scope.Handlers, h):
		r.step = s.Name
	case s.Task != nil && !s.Task.Inline && slices.Contains(s.Task.Retries, h):
		r.program = s.Task.Program
	}
	return r
}

func errorNames(h *flow.Handler) []string {
	if h.All {
		return []string{asl.AllErrors}
	}
	return h.Names
}

// catchTarget returns the name of the state that a catch leads to, empty where it ends the scope.
func catchTarget(s *flow.State, h *flow.Handler, last *asl.State) string {
	for _, e := range s.Out {
		if e.Kind == flow.CatchEdge && e.Handler == h && e.To != nil {
			return e.To.Name
		}
	}
	switch {
	case h.Target != nil:
		return h.Target.Name
	case h.Next:
		return last.Next
	}
	return ""
}
