package compiler_test

import (
	"time"

	"github.com/orkls/orkls/analysis/flow"
)

// siblings returns the first tasks of the branches beside the state, in each group around it.
func siblings(s *flow.State) (names []string) {
	for scope := s.Scope; scope.Owner != nil; scope = scope.Owner.Scope {
		for _, branch := range scope.Owner.Branches {
			if branch != scope && isTask(branch.Start) {
				names = append(names, branch.Start.Name)
			}
		}
	}
	return names
}

// isTask tells whether a state becomes a task under its own name; one that runs an express workflow does not.
func isTask(s *flow.State) bool { return s.Kind == flow.TaskState && s.Workflow == nil }

// slow makes the siblings take longer than the step that fails.
func slow(names []string) map[string]time.Duration {
	delays := map[string]time.Duration{}
	for _, name := range names {
		delays[name] = time.Hour
	}
	return delays
}

// expected tells which siblings are stopped by the failure of s, going outward up to the state that takes
// the error, and which finish: those beside a state whose error is captured or caught.
func expected(s, taker *flow.State) (stopped, finished []string) {
	taken := false
	for state := s; state != nil; state = state.Scope.Owner {
		taken = taken || state == taker
		owner := state.Scope.Owner
		if owner == nil {
			return stopped, finished
		}
		if owner == taker && owner.Captures {
			taken = true
		}
		for _, branch := range owner.Branches {
			if branch == state.Scope || !isTask(branch.Start) || owner.Kind == flow.MapState {
				continue
			}
			if taken {
				finished = append(finished, branch.Start.Name)
			} else {
				stopped = append(stopped, branch.Start.Name)
			}
		}
	}
	return stopped, finished
}
