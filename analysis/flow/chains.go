package flow

import "github.com/orkls/orkls/grammar"

// chains builds the chains of one body in the current scope. Chains whose head names a step of another
// one are joined to it. It returns the heads of the joined chains, in order, and the ways out of them.
func (b *builder) chains(nodes []chainNode) (starts []*State, open []exit) {
	shared := mergeable(nodes)
	body := &body{
		builder: b, shared: shared, states: map[string]*State{}, first: map[string]*Mention{},
		onwards: map[*State][]exit{}, led: map[*State]bool{}, continued: map[*State]bool{},
	}
	for _, n := range nodes {
		body.chain(n)
	}
	return body.result()
}

// body is one pair of braces while its chains are built.
type body struct {
	*builder
	shared  map[string]bool     // step names that more than one mention answers to
	states  map[string]*State   // of the steps of this body, by the name that joins them
	first   map[string]*Mention // the first mention of each, its head where all are heads
	onwards map[*State][]exit   // the ways out of each step
	heads   []*State
	ends    []end
	led     map[*State]bool // has a step before it
	// continued are the steps that something follows.
	continued map[*State]bool
}

// end is the last step of a chain, and the exits that are open there unless another chain goes on.
type end struct {
	state *State
	exits []exit
}

// mergeable returns the names that stand in more than one place of the body, one of them a chain's head
// or in the same chain: those are one step.
func mergeable(nodes []chainNode) map[string]bool {
	count := map[string]int{}
	for _, n := range nodes {
		for _, step := range flatten(n.node, nil) {
			if name := joinName(step); name != "" {
				count[name]++
			}
		}
	}
	shared := map[string]bool{}
	for name, n := range count {
		if n > 1 {
			shared[name] = true
		}
	}
	return shared
}

// flatten appends the steps of a chain, those of groupings in parentheses spliced in.
func flatten(c *grammar.Chain, out []*grammar.Step) []*grammar.Step {
	for _, s := range c.Steps {
		if g, ok := s.Primary.(*grammar.Group); ok && g.Grouping && g.Branches[0].Chain != nil {
			out = flatten(g.Branches[0].Chain, out)
		} else {
			out = append(out, s)
		}
	}
	return out
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

func (b *body) chain(n chainNode) {
	c := &Chain{Range: n.node.Span().Shift(n.base)}
	b.scope.Chains = append(b.scope.Chains, c)
	if !n.branch {
		outer := b.statement
		b.statement = c.Range
		defer func() { b.statement = outer }()
	}
	var last piece
	for i, step := range flatten(n.node, nil) {
		p, m := b.step(step, n.base, c, i)
		if i == 0 {
			b.heads = append(b.heads, p.entry)
		} else {
			for _, e := range last.exits {
				b.edge(e, p.entry, m.Range, m)
			}
			b.led[p.entry], b.continued[last.entry] = true, true
		}
		last = p
	}
	if last.entry == nil {
		return
	}
	if n.node.Jump != nil {
		c.Jump = b.jump(n.node.Jump, n.base, last.exits)
		b.continued[last.entry] = true
		return
	}
	b.ends = append(b.ends, end{last.entry, last.exits})
}

// step returns the piece of a step: a new state, or the one that the same name has made.
func (b *body) step(step *grammar.Step, base int, c *Chain, index int) (piece, *Mention) {
	m := &Mention{Range: step.Span().Shift(base), Chain: c, Index: index}
	c.Mentions = append(c.Mentions, m)
	name := joinName(step)
	if known := b.states[name]; known != nil && b.shared[name] {
		m.State = known
		b.rejoin(m)
		return piece{known, b.onwards[known]}, m
	}
	p := b.primary(step, base)
	m.State = p.entry
	if name != "" {
		b.states[name] = p.entry
		b.first[name] = m
		b.onwards[p.entry] = p.exits
	}
	return p, m
}

// rejoin records a further mention of a step, unless it is what joins chains: one of the two is a head.
func (b *body) rejoin(m *Mention) {
	first := b.first[joinName(m.State.Step)]
	switch {
	case first.Chain == m.Chain || m.Index == 0:
	case first.Index == 0:
		b.first[joinName(m.State.Step)] = m
	default:
		b.scope.Rejoined = append(b.scope.Rejoined, m)
	}
}

// result returns the heads that no chain of the body leads to. The first chain's component starts where
// its own steps say; where they go round in a circle, at its head.
func (b *body) result() (starts []*State, open []exit) {
	seen := map[*State]bool{}
	for _, h := range b.heads {
		if h != nil && !b.led[h] && !seen[h] {
			seen[h] = true
			starts = append(starts, h)
		}
	}
	if len(starts) == 0 && len(b.heads) > 0 && b.heads[0] != nil {
		starts = []*State{b.heads[0]}
	}
	done := map[*State]bool{}
	for _, e := range b.ends {
		if done[e.state] || b.continued[e.state] {
			continue
		}
		done[e.state] = true
		open = append(open, e.exits...)
	}
	return b.reorder(starts), open
}

// reorder puts first the start from which the first chain's head is reached.
func (b *body) reorder(starts []*State) []*State {
	if len(b.heads) == 0 || len(starts) < 2 {
		return starts
	}
	for i, s := range starts {
		if s == b.heads[0] || reaches(s, b.heads[0], Sequence) {
			return append([]*State{s}, append(append([]*State{}, starts[:i]...), starts[i+1:]...)...)
		}
	}
	return starts
}

// reaches tells whether edges of the given kinds lead from one state to another.
func reaches(from, to *State, kinds ...EdgeKind) bool {
	seen := map[*State]bool{}
	var visit func(s *State) bool
	visit = func(s *State) bool {
		if s == to {
			return true
		}
		if seen[s] {
			return false
		}
		seen[s] = true
		for _, e := range s.Out {
			if e.To != nil && hasKind(kinds, e.Kind) && visit(e.To) {
				return true
			}
		}
		return false
	}
	return visit(from)
}

func hasKind(kinds []EdgeKind, k EdgeKind) bool {
	for _, want := range kinds {
		if k == want {
			return true
		}
	}
	return false
}

// joinTopLevel puts the chains at the top level together that belong to one workflow: a chain whose head
// names a step of exactly one other workflow, or its head.
func joinTopLevel(chains []chainNode) [][]chainNode {
	parent := make([]int, len(chains))
	for i := range parent {
		parent[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	heads := map[string]int{}
	holders := map[string][]int{}
	for i, c := range chains {
		for j, step := range flatten(c.node, nil) {
			name := joinName(step)
			switch {
			case name == "":
			case j > 0:
				holders[name] = append(holders[name], i)
			default:
				if other, ok := heads[name]; ok {
					parent[root(i)] = root(other)
				} else {
					heads[name] = i
				}
			}
		}
	}
	for i, c := range chains {
		steps := flatten(c.node, nil)
		if len(steps) == 0 {
			continue
		}
		for _, holder := range holders[joinName(steps[0])] {
			parent[root(i)] = root(holder)
		}
	}
	var groups [][]chainNode
	index := map[int]int{}
	for i, c := range chains {
		if len(c.node.Steps) == 0 {
			continue
		}
		r := root(i)
		g, ok := index[r]
		if !ok {
			g = len(groups)
			index[r] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], c)
	}
	return groups
}
