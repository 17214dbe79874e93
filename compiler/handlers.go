package compiler

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// retriers lowers the retriers that hold for a state. Nothing is asked behind one that takes all errors,
// and ASL wants States.ALL to be the last.
func (b *scopeBuilder) retriers(s *flow.State) (out []asl.Retrier) {
	for _, h := range s.Retries() {
		r := asl.Retrier{ErrorEquals: errorNames(h)}
		for _, a := range h.Attributes {
			b.retrierField(&r, a)
		}
		out = append(out, r)
		if h.All {
			break
		}
	}
	return out
}

func (b *scopeBuilder) retrierField(r *asl.Retrier, a *flow.Attribute) {
	switch a.Key {
	case "interval":
		r.IntervalSeconds = b.seconds(a.Value, a.Base)
	case "max_attempts":
		r.MaxAttempts = b.literal(a.Value, a.Base)
	case "backoff_rate":
		r.BackoffRate = b.literal(a.Value, a.Base)
	case "max_delay":
		r.MaxDelaySeconds = b.seconds(a.Value, a.Base)
	case "jitter":
		if v := attribute.At("jitter", attribute.Retrier).Enum(a.Value); v != nil {
			r.JitterStrategy = v.ASL
		}
	case "comment":
		r.Comment = b.text(a)
	default:
		b.problem(a.Range, "a retrier has no attribute "+a.Key)
	}
}

// catchers lowers the catches that hold for a state, and in a captured branch the one that captures.
func (b *scopeBuilder) catchers(s *flow.State, out *asl.State) (catchers []asl.Catcher) {
	done := ""
	for _, h := range s.Catches() {
		if h.Open {
			b.problem(h.Range, "this catch does not say how it ends, and something follows its step: add -> end or -> next")
		}
		c := asl.Catcher{ErrorEquals: errorNames(h), Next: b.catchTarget(s, h, &done)}
		for _, a := range h.Attributes {
			b.catcherField(&c, a, b.isJSONata(s))
		}
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

func errorNames(h *flow.Handler) []string {
	if h.All {
		return []string{asl.AllErrors}
	}
	return h.Names
}

// catchTarget returns the name of the state that a catch leads to; a made one where it ends the scope.
func (b *scopeBuilder) catchTarget(s *flow.State, h *flow.Handler, done *string) string {
	for _, e := range s.Out {
		if e.Kind == flow.CatchEdge && e.Handler == h && e.To != nil {
			return e.To.Name
		}
	}
	if h.Target != nil {
		return h.Target.Name
	}
	return b.done(s, done)
}

func (b *scopeBuilder) catcherField(c *asl.Catcher, a *flow.Attribute, jsonata bool) {
	switch a.Key {
	case "result_path":
		c.ResultPath = b.literal(a.Value, a.Base)
	case "assign":
		c.Assign = b.template(a.Value, a.Base, jsonata)
	case "output":
		c.Output = b.template(a.Value, a.Base, jsonata)
	case "comment":
		c.Comment = b.text(a)
	default:
		b.problem(a.Range, "a catch has no attribute "+a.Key)
	}
}
