package flow

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/grammar"
)

// build computes the states of every workflow, now that all names are known.
func (p *Program) build() {
	blocks := p.Workflows
	p.Workflows = nil
	next := 0
	var chains []chainNode
	for _, s := range p.File.Statements {
		switch n := s.Node.(type) {
		case *grammar.Workflow:
			if n.Name == nil || n.Body == nil {
				continue
			}
			w := blocks[next]
			next++
			p.Workflows = append(p.Workflows, w)
			newBuilder(p, w).build(n.Body, s.Base)
		case *grammar.Chain:
			chains = append(chains, chainNode{node: n, base: s.Base, broken: broken([]*grammar.Statement{s})})
		}
	}
	p.topLevel(chains)
	slices.SortStableFunc(p.Workflows, func(a, b *Workflow) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
}

// chainNode is a chain of the tree with the base of its places.
type chainNode struct {
	node   *grammar.Chain
	base   int
	broken bool
	branch bool // of a group or map: no statement by itself
}

// builder makes the states of one workflow.
type builder struct {
	program  *Program
	workflow *Workflow
	scope    *Scope
	// statement is the range of the innermost chain being built that is a statement.
	statement grammar.Range
	// pending are jumps whose targets are looked up when the scope is complete.
	pending []pendingJump
	// nexts are exits that go on with what follows the step whose catch is being built.
	nexts []exit
	// unsaid are catches that do not say how they end, until it is known whether something follows.
	unsaid []unsaid
	// further are second heads in the bodies of the scope.
	further []*State
}

type pendingJump struct {
	jump *Jump
	from []exit
}

// exit is a way out of something that leads to whatever comes next.
type exit struct {
	from    *State
	kind    EdgeKind
	arm     int
	handler *Handler
}

// piece is a step or a body with its way in and its ways out.
type piece struct {
	entry *State // nil where nothing runs
	exits []exit
}

func newBuilder(p *Program, w *Workflow) *builder {
	w.Scope = &Scope{Workflow: w, Range: w.Range}
	return &builder{program: p, workflow: w, scope: w.Scope}
}

func (b *builder) build(body *grammar.Body, base int) {
	w := b.workflow
	w.Broken = w.Broken || broken(body.Statements)
	w.Attributes = b.scopeBody(body, base)
	b.finish()
}

// finish names the states of the whole workflow.
func (b *builder) finish() {
	w := b.workflow
	slices.SortStableFunc(w.States, func(a, b *State) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	b.program.nameStates(w)
	w.findFailing()
}

// broken tells whether a statement, or one inside its braces, does not parse.
func broken(statements []*grammar.Statement) (found bool) {
	for _, s := range statements {
		if len(s.Problems) > 0 {
			return true
		}
	}
	grammar.Walk(statements, 0, func(n grammar.Node, _ int) bool {
		for _, s := range grammar.Statements(n) {
			found = found || len(s.Problems) > 0
		}
		return !found
	})
	return found
}

// topLevel makes workflows of the chains outside any block: chains that share a head's step are one.
func (p *Program) topLevel(chains []chainNode) {
	for _, group := range joinTopLevel(chains) {
		first := group[0].node.Steps[0]
		at := first.Primary.Span().Shift(group[0].base)
		whole := grammar.Range{Start: at.Start, End: at.End}
		for _, c := range group {
			span := c.node.Span().Shift(c.base)
			whole.Start, whole.End = min(whole.Start, span.Start), max(whole.End, span.End)
		}
		w := &Workflow{NameRange: at, Range: whole, Program: p, TopLevel: true}
		for _, c := range group {
			w.Broken = w.Broken || c.broken
		}
		p.Workflows = append(p.Workflows, w)
		b := newBuilder(p, w)
		starts, open := b.chains(group)
		b.closeScope(starts, open)
		b.finish()
		w.Name = firstTaskName(w)
		if d := p.names[w.Name]; w.Name != "" && d == nil {
			p.names[w.Name] = &Declaration{Name: w.Name, Range: at, Program: p, Workflow: w}
		}
	}
}

// firstTaskName returns the name of the first task that the workflow runs, "" where it runs none.
func firstTaskName(w *Workflow) string {
	for _, s := range w.States {
		if s.Kind == TaskState {
			return s.Called
		}
	}
	return ""
}

// scopeBody builds the current scope from a body, and returns the body's attributes.
func (b *builder) scopeBody(n *grammar.Body, base int) []*Attribute {
	parts := b.sort(n, base)
	b.scope.Handlers = append(b.scope.Handlers, parts.handlers...)
	starts, open := b.chains(parts.chains)
	for _, c := range parts.catches {
		b.catch(c, nil)
	}
	if parts.jump != nil && len(parts.chains) == 0 {
		b.jump(parts.jump.node, parts.jump.base, nil) // leads nowhere, but its name is looked up
	}
	b.closeScope(starts, open)
	return parts.attrs
}

// catchNode is a catch of the tree and the handler made of it.
type catchNode struct {
	node    *grammar.Catch
	base    int
	handler *Handler
}

type jumpNode struct {
	node *grammar.Jump
	base int
}

// parts are the statements of a body, by kind.
type parts struct {
	attrs    []*Attribute
	handlers []*Handler // in the order of the text
	catches  []catchNode
	chains   []chainNode
	jump     *jumpNode
}

func (b *builder) sort(n grammar.Node, base int) (p parts) {
	for _, s := range grammar.Statements(n) {
		at := base + s.Base
		switch n := s.Node.(type) {
		case *grammar.Attr:
			p.attrs = append(p.attrs, attribute(n, at))
			b.program.referTo(n.Key.Text, n.Value, at)
		case *grammar.Retry:
			p.handlers = append(p.handlers, retryHandler(n, at))
		case *grammar.Catch:
			h := handler(n.Errors, n.Span(), at)
			h.Catch = true
			p.handlers = append(p.handlers, h)
			p.catches = append(p.catches, catchNode{n, at, h})
		case *grammar.Chain:
			p.chains = append(p.chains, chainNode{node: n, base: at})
		case *grammar.Jump:
			p.jump = &jumpNode{n, at}
		}
	}
	return p
}

func retryHandler(n *grammar.Retry, base int) *Handler {
	h := handler(n.Errors, n.Span(), base)
	if n.Object != nil {
		h.Attributes = objectAttributes(n.Object, base)
	}
	return h
}

// edge records that an exit leads to a state, or for nil to the scope's end.
func (b *builder) edge(e exit, to *State, at grammar.Range, m *Mention) *Edge {
	edge := &Edge{From: e.from, To: to, Kind: e.kind, Range: at, Mention: m, Arm: e.arm, Handler: e.handler}
	if e.from != nil {
		e.from.Out = append(e.from.Out, edge)
	}
	if to != nil {
		to.In = append(to.In, edge)
	}
	return edge
}

// newState adds a state to the current scope.
func (b *builder) newState(kind Kind, step *grammar.Step, base int) *State {
	s := &State{
		Kind: kind, Scope: b.scope, Step: step, Base: base,
		Range: step.Primary.Span().Shift(base), Whole: step.Span().Shift(base), Statement: b.statement,
	}
	b.scope.States = append(b.scope.States, s)
	b.workflow.States = append(b.workflow.States, s)
	return s
}

// branch builds a branch of a group or map as a scope of its own.
func (b *builder) branch(owner *State, branch *grammar.Branch, base int) {
	outer := *b
	b.pending, b.nexts, b.unsaid, b.further = nil, nil, nil, nil
	b.scope = &Scope{Workflow: b.workflow, Owner: owner, Index: len(owner.Branches), Range: branch.Span().Shift(base)}
	owner.Branches = append(owner.Branches, b.scope)
	if branch.Body != nil {
		b.scope.Attrs = b.scopeBody(branch.Body, base)
	} else {
		starts, open := b.chains([]chainNode{{node: branch.Chain, base: base, branch: true}})
		b.closeScope(starts, open)
	}
	*b = outer
}
