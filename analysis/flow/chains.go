package flow

import "github.com/orkls/orkls/grammar"

// chainNode is a chain of the tree with the base of its places.
type chainNode struct {
	node   *grammar.Chain
	base   int
	broken bool
	branch bool // of a group or map: no statement by itself
}

// line is a chain without groupings in parentheses: their steps are steps of the chain.
type line struct {
	steps []*grammar.Step
	jump  *grammar.Jump
}

func lineOf(c *grammar.Chain) line {
	for i := range c.Steps {
		if spliced(c, i) != nil {
			return flatten(c, line{})
		}
	}
	return line{c.Steps, c.Jump}
}

func flatten(c *grammar.Chain, to line) line {
	for i, s := range c.Steps {
		if inner := spliced(c, i); inner != nil {
			to = flatten(inner, to)
		} else {
			to.steps = append(to.steps, s)
		}
	}
	if c.Jump != nil {
		to.jump = c.Jump
	}
	return to
}

// spliced returns the chain in the parentheses of a step that only groups; nil where the step is more
// than that, or where the chain jumps away from what follows.
func spliced(c *grammar.Chain, i int) *grammar.Chain {
	s := c.Steps[i]
	g, ok := s.Primary.(*grammar.Group)
	if !ok || !g.Grouping || s.As != nil || s.Block != nil || g.Branches[0].Chain == nil {
		return nil
	}
	inner := g.Branches[0].Chain
	if jumps(inner) && (i < len(c.Steps)-1 || c.Jump != nil) {
		return nil
	}
	return inner
}

// jumps tells whether a chain ends with a jump, be it in parentheses.
func jumps(c *grammar.Chain) bool {
	if c.Jump != nil {
		return true
	}
	last := len(c.Steps) - 1
	if last < 0 {
		return false
	}
	inner := spliced(c, last)
	return inner != nil && jumps(inner)
}

// joinName returns the name by which other chains of the body can go on from a step.
func joinName(s *grammar.Step) string {
	if s.As != nil {
		return s.As.Text
	}
	if m, ok := s.Primary.(*grammar.Mention); ok {
		return m.Name.Text
	}
	return ""
}

// chains builds the chains of one body in the current scope. Mentions of one name are one state, so that
// chains whose head names a step of another one go on from it, wherever the two stand. It returns
// the heads that no chain of the body leads to, in order, and the ways out of the body. Own tells that
// the body is the scope's, not one of an if or a catch.
func (b *builder) chains(nodes []chainNode, own bool) (starts []*State, open []exit) {
	made := &b.program.made
	body := &bodyBuilder{builder: b, body: made.bodies.add(Body{Own: own, Chains: make([]*Chain, 0, len(nodes))})}
	lines := make([]line, len(nodes))
	steps := 0
	for i, n := range nodes {
		lines[i] = lineOf(n.node)
		steps += len(lines[i].steps)
	}
	if steps > 1 {
		body.defined = make(map[string]*definition, steps)
		for i, n := range nodes {
			body.define(lines[i].steps, n)
		}
	}
	for i, n := range nodes {
		body.chain(lines[i], n)
	}
	b.scope.Bodies = append(b.scope.Bodies, body.body)
	if own {
		b.scope.Chains = body.body.Chains
	}
	return body.starts(), body.open()
}

// bodyBuilder is one pair of braces while its chains are built.
type bodyBuilder struct {
	*builder
	body    *Body
	defined map[string]*definition
	heads   []*place // of the chains, in order
	ends    []*place // of the chains that end without a jump
}

// definition is a step of a body under the name that joins chains, before and when its state is made.
type definition struct {
	step   *grammar.Step
	chain  chainNode
	blocks []blockNode // of further mentions: they hold for the one state
	place  *place      // nil until its state is made
	first  *Mention    // the first mention; once there is one behind another step, that
}

// blockNode is a block of the tree with the base of its places.
type blockNode struct {
	node *grammar.Block
	base int
}

// place is a step of a body with what leads to it and away.
type place struct {
	piece
	led       bool // a step stands before it
	continued bool // a step or a jump stands behind it
}

// define notes which steps answer to names: one with as before mentions, and the first before others.
func (b *bodyBuilder) define(steps []*grammar.Step, chain chainNode) {
	for _, s := range steps {
		name := joinName(s)
		if name == "" {
			continue
		}
		d := b.defined[name]
		switch {
		case d == nil:
			b.defined[name] = b.program.made.definitions.add(definition{step: s, chain: chain})
		case s.As != nil && d.step.As == nil:
			if block := d.step.Block; block != nil {
				d.blocks = append(d.blocks, blockNode{block, d.chain.base})
			}
			d.step, d.chain = s, chain
		case s.As == nil && s.Block != nil:
			d.blocks = append(d.blocks, blockNode{s.Block, chain.base})
		}
	}
}

func (b *bodyBuilder) chain(l line, n chainNode) {
	made := &b.program.made
	c := made.chains.add(Chain{Range: n.node.Span().Shift(n.base), Body: b.body, Mentions: make([]*Mention, 0, len(l.steps))})
	b.body.Chains = append(b.body.Chains, c)
	outer := b.enter(n)
	defer func() { b.statement = outer }()
	var last *place
	for i, step := range l.steps {
		m := made.mentions.add(Mention{Range: step.Span().Shift(n.base), Chain: c, Index: i})
		c.Mentions = append(c.Mentions, m)
		p := b.step(step, n, m)
		m.State = p.entry
		if m.State.Mention == nil {
			m.State.Mention = m
		}
		if last == nil {
			b.heads = append(b.heads, p)
		} else {
			for _, e := range last.exits {
				b.edge(e, p.entry, m.Range, m)
			}
			p.led, last.continued = true, true
		}
		last = p
	}
	switch {
	case last == nil:
	case l.jump == nil:
		b.ends = append(b.ends, last)
	default:
		var open []exit
		if c.Jump, open = b.jump(l.jump, n.base, last.exits); open == nil {
			last.continued = true
		} else {
			b.ends = append(b.ends, last)
		}
	}
}

// enter makes a chain the statement in which states are made, if it is one, and returns the one before.
func (b *builder) enter(n chainNode) (outer grammar.Range) {
	outer = b.statement
	if !n.branch {
		b.statement = n.node.Span().Shift(n.base)
	}
	return outer
}

// step returns the place of a step: a new one, or the one that the same name has made.
func (b *bodyBuilder) step(step *grammar.Step, n chainNode, m *Mention) *place {
	d := b.defined[joinName(step)]
	if d == nil || step.As != nil && step != d.step { // two steps of one name: its rule says so
		return b.program.made.places.add(place{piece: b.primary(step, n.base)})
	}
	if d.place == nil {
		outer := b.enter(d.chain)
		p := b.primary(d.step, d.chain.base)
		for _, block := range d.blocks {
			p.exits = append(p.exits, b.block(p.entry, block.node, block.base)...)
		}
		b.statement = outer
		d.place, d.first = b.program.made.places.add(place{piece: p}), m
		return d.place
	}
	switch {
	case d.first.Chain == m.Chain || m.Index == 0: // a loop, or what joins chains
	case d.first.Index == 0:
		d.first = m
	default:
		b.scope.Rejoined = append(b.scope.Rejoined, m)
	}
	return d.place
}

// starts returns the heads that no chain of the body leads to, that of the first chain's component
// first. Where that goes round in a circle, it starts at the first chain's head.
func (b *bodyBuilder) starts() (starts []*State) {
	if len(b.heads) == 0 {
		return nil
	}
	from := b.heads[0].entry
	if b.heads[0].led {
		from = b.origin()
	}
	starts = append(starts, from)
	if len(b.heads) == 1 {
		return starts
	}
	seen := map[*place]bool{}
	for _, h := range b.heads {
		if !h.led && !seen[h] && h.entry != from {
			seen[h] = true
			starts = append(starts, h.entry)
		}
	}
	return starts
}

// origin returns the head from which the first chain's head is reached, the first one where there are
// several; the first chain's head where there is none.
func (b *bodyBuilder) origin() *State {
	first := b.heads[0].entry
	before := map[*State]bool{first: true}
	for stack := []*State{first}; len(stack) > 0; {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, e := range s.In {
			if e.From != nil && e.Jump == nil && !before[e.From] {
				before[e.From] = true
				stack = append(stack, e.From)
			}
		}
	}
	for _, h := range b.heads {
		if !h.led && before[h.entry] {
			return h.entry
		}
	}
	return first
}

// open returns the ways out of the chains that nothing goes on from.
func (b *bodyBuilder) open() (open []exit) {
	if len(b.ends) == 1 && !b.ends[0].continued {
		return b.ends[0].exits
	}
	done := map[*place]bool{}
	for _, p := range b.ends {
		if !p.continued && !done[p] {
			done[p] = true
			open = append(open, p.exits...)
		}
	}
	return open
}
