package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// needsGuard tells whether a captured scope has a state that can let an error out although each of its steps
// that can carry a Catch does.
func needsGuard(s *flow.Scope) bool {
	for _, state := range s.States {
		if escapes(state) {
			return true
		}
	}
	return false
}

// escapes tells whether an error can come out of a state that no Catch on it takes: only Task, Parallel and
// Map states have Catch, and what a Catch computes itself can fail too.
// https://states-language.net/#errors
func escapes(s *flow.State) bool {
	switch {
	case s.CanCatch():
		for _, h := range s.Catches() {
			if flow.Compute(h.Attributes) {
				return true
			}
		}
		return false
	case s.Kind == flow.FailState:
		return s.Computes()
	}
	return s.MayFail()
}

// guarded wraps a branch in a Parallel of one branch, which can carry the Catch.
func (l *lowering) guarded(s *flow.Scope, inner *asl.Machine) *asl.Machine {
	name := l.names.Free(s.Start.Name + "_branch")
	failed := l.names.Free(name + "_failed")
	guard := &asl.State{
		Name: name, Type: asl.Parallel, Branches: []*asl.Machine{inner}, End: true, Origin: asl.BranchGuard,
		Catch: []asl.Catcher{{ErrorEquals: []string{asl.AllErrors}, Next: failed}},
	}
	if l.jsonata {
		guard.Output = asl.String("{% $states.result[0] %}")
	} else {
		guard.OutputPath = asl.String("$[0]")
	}
	return &asl.Machine{StartAt: name, States: []*asl.State{guard, failedEnd(failed)}}
}

// failedEnd ends a captured branch with the error object, which is its input.
func failedEnd(name string) *asl.State {
	return &asl.State{Name: name, Type: asl.Pass, End: true, Origin: asl.FailedEnd}
}

// capture adds the Catch that ends the branch alone, behind the state's own catches.
func (b *scopeBuilder) capture(s *flow.State) asl.Catcher {
	name := b.names.Free(s.Name + "_failed")
	b.add(failedEnd(name))
	return asl.Catcher{ErrorEquals: []string{asl.AllErrors}, Next: name}
}

// fail lowers a fail, whose error and cause may stand in its chain or in its block. In a captured branch it
// may let no error out: there it becomes a Pass that ends the branch with the error as its output.
func (b *scopeBuilder) fail(s *flow.State, out *asl.State) {
	b.fields(s, out)
	f, r := primaryOf[*grammar.Fail](s), b.stepReader(s)
	if f.Error != nil {
		r.failWord(&out.Error, out.ErrorPath, f.Error, "Error", f.Error.Text)
	}
	if f.Cause != nil {
		r.failWord(&out.Cause, out.CausePath, f.Cause, "Cause", f.Cause.Text)
	}
	if b.catching {
		*out = *capturedFail(out, r.jsonata)
	}
}

// failWord sets the error or the cause that stands behind fail.
func (r reader) failWord(to *asl.Value, path asl.Value, n grammar.Node, field, text string) {
	key := strings.ToLower(field)
	if to.Present() || path.Present() {
		r.problem(n, "the "+key+" is given in the block too; say it once")
	}
	*to = asl.String(text)
	r.limit(field, *to, key, n.Span().Shift(r.base))
}

// capturedFail is the Pass that stands for a Fail in a captured branch. What the Fail does not say is empty, so
// that whoever reads the branch's output finds both.
func capturedFail(fail *asl.State, jsonata bool) *asl.State {
	end := &asl.State{Name: fail.Name, Type: asl.Pass, Comment: fail.Comment, QueryLanguage: fail.QueryLanguage}
	for _, word := range []struct{ constant, path *asl.Value }{{&fail.Error, &fail.ErrorPath}, {&fail.Cause, &fail.CausePath}} {
		if !word.constant.Present() && !word.path.Present() {
			*word.constant = asl.String("")
		}
	}
	object := asl.Object(
		asl.Field{Name: "Error", Value: fail.Error}, asl.Field{Name: "Error.$", Value: fail.ErrorPath},
		asl.Field{Name: "Cause", Value: fail.Cause}, asl.Field{Name: "Cause.$", Value: fail.CausePath},
	)
	switch {
	case jsonata:
		end.Output = object
	case fail.ErrorPath.Present() || fail.CausePath.Present():
		end.Parameters = object
	default:
		end.Result = object
	}
	return end
}
