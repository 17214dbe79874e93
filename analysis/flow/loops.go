package flow

import "github.com/orkls/orkls/grammar"

// findLoops finds mentions that close a circle of >>, and tasks that a path mentions in two bodies without
// a name of their own.
func (s *Scope) findLoops() {
	order := s.States
	if s.leadsBack() {
		order = s.depthFirst()
	}
	if len(s.Bodies) > 1 { // in one body a name is one state
		s.findRepeats(order)
	}
	sortByPlace(s.Loops, func(m *Mention) grammar.Range { return m.Range })
}

// follows tells whether an edge is one of the order in which steps are written, not a jump or a catch.
func (e *Edge) follows() bool { return e.To != nil && e.Jump == nil && e.Kind != CatchEdge }

// leadsBack tells whether an edge leads to what stands before it in the text. Where none does there is no circle, and the
// order of the text is one in which all follow.
func (s *Scope) leadsBack() bool {
	for _, state := range s.States {
		for _, e := range state.Out {
			if e.follows() && e.To.index <= state.index {
				return true
			}
		}
	}
	return false
}

// depthFirst records the mentions that close circles, and returns the states, each in front of all that
// follow it but for circles.
func (s *Scope) depthFirst() (order []*State) {
	const (
		unseen = iota
		open
		done
	)
	type visit struct {
		state *State
		next  int // of its edges
	}
	seen := make([]uint8, len(s.States))
	order = make([]*State, len(s.States))
	last := len(order)
	var stack []visit
	for _, root := range s.States {
		if seen[root.index] != unseen {
			continue
		}
		seen[root.index] = open
		stack = append(stack, visit{state: root})
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(top.state.Out) {
				seen[top.state.index] = done
				last--
				order[last] = top.state
				stack = stack[:len(stack)-1]
				continue
			}
			e := top.state.Out[top.next]
			top.next++
			if !e.follows() {
				continue
			}
			switch seen[e.To.index] {
			case unseen:
				seen[e.To.index] = open
				stack = append(stack, visit{state: e.To})
			case open:
				if e.Mention != nil {
					s.Loops = append(s.Loops, e.Mention)
				}
			}
		}
	}
	return order
}

// findRepeats finds states that run a task which ran before on the same path, in another body. It asks for
// 64 tasks at a time, a bit of a word each. Order has each state in front of all that follow it.
func (s *Scope) findRepeats(order []*State) {
	repeated := s.repeatedTasks()
	if len(repeated) == 0 {
		return
	}
	place := make([]int32, len(order)) // in the order, by index
	for i, state := range order {
		place[state.index] = int32(i)
	}
	type step struct{ from, to int32 }
	var steps []step // in the order of where they come from
	for i, state := range order {
		for _, e := range state.Out {
			if e.follows() {
				steps = append(steps, step{int32(i), place[e.To.index]})
			}
		}
	}
	ran, runs := make([]uint64, len(order)), make([]uint64, len(order))
	for ; len(repeated) > 0; repeated = repeated[min(64, len(repeated)):] {
		clear(ran)
		clear(runs)
		batch := repeated[:min(64, len(repeated))]
		for bit, states := range batch {
			for _, state := range states {
				runs[place[state.index]] = 1 << bit
			}
		}
		for _, step := range steps {
			ran[step.to] |= ran[step.from] | runs[step.from]
		}
		for bit, states := range batch {
			for _, state := range states {
				if ran[place[state.index]]&(1<<bit) != 0 {
					s.Loops = append(s.Loops, state.Mention)
				}
			}
		}
	}
}

// repeatedTasks returns the states of each task that several states of the scope run under no name of their
// own. Those in the bodies of catches do not count.
func (s *Scope) repeatedTasks() (repeated [][]*State) {
	number := map[string]int{}
	var runs [][]*State
	for _, state := range s.States {
		if state.Kind != TaskState || state.Step.As != nil || state.catching || state.Task != nil && state.Task.Inline {
			continue
		}
		i, ok := number[state.Called]
		if !ok {
			i = len(runs)
			number[state.Called] = i
			runs = append(runs, nil)
		}
		runs[i] = append(runs[i], state)
	}
	for _, states := range runs {
		if len(states) > 1 {
			repeated = append(repeated, states)
		}
	}
	return repeated
}
