package flow

import "github.com/orkls/orkls/grammar"

// primary makes the state of a step, and of all that stands inside it.
func (b *builder) primary(step *grammar.Step, base int) piece {
	switch n := step.Primary.(type) {
	case *grammar.Mention:
		s := b.newState(TaskState, step, base)
		b.call(s, n.Name)
		return b.complete(s)
	case *grammar.InlineTask:
		s := b.newState(TaskState, step, base)
		b.inline(s, n)
		return b.complete(s)
	case *grammar.Group:
		s := b.newState(GroupState, step, base)
		s.Captures = n.Tuple && !n.Grouping
		for _, branch := range n.Branches {
			b.branch(s, branch, base)
		}
		return b.complete(s)
	case *grammar.Map:
		s := b.newState(MapState, step, base)
		s.Captures = n.Tuple
		if n.Branch != nil {
			b.branch(s, n.Branch, base)
		}
		return b.complete(s)
	case *grammar.If:
		return b.choice(step, n, base)
	case *grammar.Wait:
		return b.complete(b.newState(WaitState, step, base))
	case *grammar.Pass:
		return b.complete(b.newState(PassState, step, base))
	case *grammar.Succeed:
		return piece{entry: b.complete(b.newState(SucceedState, step, base)).entry}
	default:
		return piece{entry: b.complete(b.newState(FailState, step, base)).entry}
	}
}

// call links a state to the task or workflow that it mentions.
func (b *builder) call(s *State, name *grammar.Name) {
	s.Called = name.Text
	d := b.program.names[name.Text]
	if d == nil {
		b.program.Unknown = append(b.program.Unknown, s)
		return
	}
	b.program.refer(d, s.Range)
	s.Task, s.Workflow = d.Task, d.Workflow
	if d.Task != nil && d.Program == b.program {
		d.Task.States = append(d.Task.States, s)
	}
}

// inline declares a task for one state alone.
func (b *builder) inline(s *State, n *grammar.InlineTask) {
	if n.Name == nil { // it does not parse
		return
	}
	t := &Task{
		Name: n.Name.Text, NameRange: n.Name.Span().Shift(s.Base), Range: s.Range,
		Program: b.program, Inline: true, States: []*State{s},
	}
	t.setSource(n.Source, s.Base)
	if s.Step.Block != nil {
		t.Attributes, t.Retries = b.program.members(s.Step.Block, s.Base)
	}
	s.Called, s.Task = t.Name, t
	b.program.Tasks = append(b.program.Tasks, t)
}

// complete reads the step's block, and returns the piece of a state that leads on by itself.
func (b *builder) complete(s *State) piece {
	p := piece{entry: s, exits: []exit{{from: s, kind: Sequence}}}
	if s.Step.Block != nil {
		p.exits = append(p.exits, b.block(s, s.Step.Block, s.Base)...)
	}
	return p
}

// block reads a block of a step. It returns the exits of catches that go on with what follows the step.
func (b *builder) block(s *State, n *grammar.Block, base int) (exits []exit) {
	parts := b.sort(n, base)
	s.Attributes = append(s.Attributes, parts.attrs...)
	s.Handlers = append(s.Handlers, parts.handlers...)
	if !s.CanCatch() {
		b.scope.Misplaced = append(b.scope.Misplaced, parts.handlers...)
	}
	for _, c := range parts.catches {
		exits = append(exits, b.catch(c, s)...)
	}
	return exits
}

// choice makes the state of an if. Where no body runs, the chain goes on behind it.
func (b *builder) choice(step *grammar.Step, n *grammar.If, base int) piece {
	s := b.newState(ChoiceState, step, base)
	p := piece{entry: s}
	arm := func(cond *grammar.Cond, body *grammar.Body) {
		if cond == nil || body == nil { // the if does not parse
			return
		}
		i := len(s.Arms)
		a := &Arm{Cond: cond, Base: base, Range: cond.Span().Shift(base)}
		s.Arms = append(s.Arms, a)
		attrs, exits := b.inner(body, base, exit{from: s, kind: ArmEdge, arm: i})
		a.Attrs = attrs
		p.exits = append(p.exits, exits...)
	}
	arm(n.Cond, n.Then)
	for _, e := range n.Elif {
		arm(e.Cond, e.Then)
	}
	otherwise := exit{from: s, kind: DefaultEdge}
	switch {
	case n.Else == nil:
		p.exits = append(p.exits, otherwise)
	case n.Else.Body != nil:
		attrs, exits := b.inner(n.Else.Body, base, otherwise)
		s.Attributes = append(s.Attributes, attrs...)
		p.exits = append(p.exits, exits...)
	}
	if step.Block != nil {
		p.exits = append(p.exits, b.block(s, step.Block, base)...)
	}
	return p
}

// inner builds the body of an if or a catch, which belongs to the current scope. In leads to its first
// chain; a body without chains is passed through, or jumps.
func (b *builder) inner(n *grammar.Body, base int, in exit) (attrs []*Attribute, exits []exit) {
	parts := b.sort(n, base)
	b.scope.Misplaced = append(b.scope.Misplaced, parts.handlers...)
	switch {
	case len(parts.chains) > 0:
		starts, open := b.chains(parts.chains, false)
		if len(starts) == 0 {
			return parts.attrs, nil
		}
		b.edge(in, starts[0], starts[0].Whole, nil)
		b.further = append(b.further, starts[1:]...)
		return parts.attrs, open
	case parts.jump != nil:
		_, open := b.jump(parts.jump.node, parts.jump.base, []exit{in})
		return parts.attrs, open
	}
	return parts.attrs, []exit{in}
}

// catch builds where a catch leads. It belongs to the step of state, or for nil to the scope. It returns
// the exits that go on with what follows the step.
func (b *builder) catch(c catchNode, state *State) []exit {
	in := exit{from: state, kind: CatchEdge, handler: c.handler}
	if c.node.Jump != nil {
		return b.catchJump(c.node.Jump, c.base, c.handler, in)
	}
	if c.node.Body == nil {
		return nil
	}
	c.handler.Body = true
	parts := b.sort(c.node.Body, c.base)
	b.scope.Misplaced = append(b.scope.Misplaced, parts.handlers...)
	c.handler.Attributes = parts.attrs
	if len(parts.chains) == 0 && parts.jump != nil {
		return b.catchJump(parts.jump.node, parts.jump.base, c.handler, in)
	}
	open := []exit{in}
	goOn := b.collectNexts(func() {
		if len(parts.chains) == 0 {
			return
		}
		var starts []*State
		starts, open = b.chains(parts.chains, false)
		if len(starts) > 0 {
			b.edge(in, starts[0], starts[0].Whole, nil)
			c.handler.Target = starts[0]
			b.further = append(b.further, starts[1:]...)
		}
	})
	c.handler.Next = len(goOn) > 0
	b.unsaid = append(b.unsaid, unsaid{c.handler, state, open})
	return goOn
}

// catchJump leads a catch along a jump.
func (b *builder) catchJump(n *grammar.Jump, base int, h *Handler, in exit) []exit {
	goOn := b.collectNexts(func() { h.Jump, _ = b.jump(n, base, []exit{in}) })
	h.Next = len(goOn) > 0
	return goOn
}

// collectNexts returns the exits of -> next in what build makes of a catch.
func (b *builder) collectNexts(build func()) []exit {
	nexts, catching := b.nexts, b.catching
	b.nexts, b.catching = nil, true
	build()
	goOn := b.nexts
	b.nexts, b.catching = nexts, catching
	return goOn
}

// unsaid is a catch whose body does not say how it ends.
type unsaid struct {
	handler *Handler
	state   *State // nil for a catch of the scope
	exits   []exit
}

// jump records a jump. To a name it is linked when the scope is complete. It returns the exits that stay
// open: outside of a catch, -> next says what holds anyhow.
func (b *builder) jump(n *grammar.Jump, base int, from []exit) (j *Jump, open []exit) {
	if n.Target == nil { // it does not parse
		return nil, nil
	}
	j = &Jump{Name: n.Target.Text, Quoted: n.Target.Quoted, Range: n.Target.Span().Shift(base), Scope: b.scope}
	b.scope.Jumps = append(b.scope.Jumps, j)
	switch {
	case !j.Quoted && j.Name == "end":
		for _, e := range from {
			b.edge(e.along(j), nil, j.Range, nil)
		}
	case !j.Quoted && j.Name == "next":
		j.Next = true
		if !b.catching {
			return j, from
		}
		for _, e := range from {
			e.jump = j
			b.nexts = append(b.nexts, e)
		}
	default:
		b.pending = append(b.pending, pendingJump{j, from})
	}
	return j, nil
}

// along is the exit as it leads along a jump.
func (e exit) along(j *Jump) exit {
	e.jump = j
	if e.kind == Sequence {
		e.kind = JumpEdge
	}
	return e
}
