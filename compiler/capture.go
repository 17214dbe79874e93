package compiler

import (
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// needsGuard tells whether a captured scope has a state that can fail and that cannot carry a Catch.
// https://states-language.net/#errors: only Task, Parallel and Map states have Catch.
func needsGuard(s *flow.Scope) bool {
	for _, state := range s.States {
		if !state.CanCatch() && state.Kind != flow.FailState && state.MayFail() {
			return true
		}
	}
	return false
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

// fail lowers a fail. In a captured branch it may let no error out: there it becomes a Pass that ends the
// branch with the error as its output.
func (b *scopeBuilder) fail(s *flow.State, out *asl.State) {
	out.Type = asl.Fail
	b.failFields(s, out)
	if !b.catching {
		return
	}
	end := &asl.State{Name: out.Name, Type: asl.Pass, Comment: out.Comment, QueryLanguage: out.QueryLanguage}
	constant := asl.Object(asl.Field{Name: "Error", Value: out.Error}, asl.Field{Name: "Cause", Value: out.Cause})
	switch {
	case b.isJSONata(s):
		end.Output = constant
	case out.ErrorPath.Present() || out.CausePath.Present():
		end.Parameters = asl.Object(
			asl.Field{Name: "Error", Value: out.Error}, asl.Field{Name: "Error.$", Value: out.ErrorPath},
			asl.Field{Name: "Cause", Value: out.Cause}, asl.Field{Name: "Cause.$", Value: out.CausePath},
		)
	default:
		end.Result = constant
	}
	*out = *end
}
