package flow

import "github.com/orkls/orkls/grammar"

// closeScope links what waited for the scope to be complete, and finds its start.
func (b *builder) closeScope(starts []*State, open []exit) {
	for _, e := range open {
		b.edge(e, nil, grammar.Range{}, nil)
	}
	sortByPlace(b.scope.States, func(s *State) grammar.Range { return s.Range })
	for i, s := range b.scope.States {
		s.index = i
	}
	b.linkJumps()
	sortByPlace(b.scope.Jumps, func(j *Jump) grammar.Range { return j.Range })
	for _, u := range b.unsaid {
		u.handler.Open = u.state != nil && len(u.exits) > 0 && followed(u.state)
		for _, e := range u.exits {
			b.edge(e, nil, grammar.Range{}, nil)
		}
	}
	b.setStart(append(starts, b.further...))
	b.unsaid, b.further = nil, nil
	b.scope.markHandled()
	b.scope.findLoops()
}

// followed tells whether something runs behind a state when it succeeds.
func followed(s *State) bool {
	for _, e := range s.Out {
		if e.Kind != CatchEdge && e.To != nil {
			return true
		}
	}
	return false
}

// linkJumps finds the states that jumps lead to, by the names that states answer to.
func (b *builder) linkJumps() {
	if len(b.pending) == 0 {
		return
	}
	answering := map[string][]*State{}
	for _, s := range b.scope.States {
		if name := joinName(s.Step); name != "" {
			answering[name] = append(answering[name], s)
		} else if s.Task != nil && s.Task.Inline {
			answering[s.Task.Name] = append(answering[s.Task.Name], s)
		}
	}
	for _, p := range b.pending {
		states := answering[p.jump.Name]
		p.jump.Candidates = len(states)
		if len(states) != 1 {
			continue
		}
		p.jump.Target = states[0]
		for _, e := range p.from {
			b.edge(e.along(p.jump), states[0], p.jump.Range, nil)
			if e.handler != nil && e.kind == CatchEdge {
				e.handler.Target = states[0]
			}
		}
	}
	b.pending = nil
}

// setStart takes the first start, and records the others that nothing leads to.
func (b *builder) setStart(starts []*State) {
	if len(starts) == 0 {
		return
	}
	b.scope.Start = starts[0]
	for _, s := range starts[1:] {
		if len(s.In) == 0 {
			b.scope.Starts = append(b.scope.Starts, s)
		}
	}
}

// markHandled finds the states that the scope's start does not reach: only a handler of the scope may
// lead there.
func (s *Scope) markHandled() {
	stack := append([]*State{}, s.Starts...)
	if s.Start != nil {
		stack = append(stack, s.Start)
	}
	for len(stack) > 0 {
		state := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !state.OnlyHandled {
			continue
		}
		state.OnlyHandled = false // as all are made
		for _, e := range state.Out {
			if e.To != nil {
				stack = append(stack, e.To)
			}
		}
	}
	for _, h := range s.Handlers {
		if h.Catch && h.All {
			s.catchAll = h
			break
		}
	}
}
