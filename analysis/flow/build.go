package flow

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/grammar"
)

// build computes the states of every workflow, now that all names are known.
func (p *Program) build() {
	blocks := p.Workflows
	for _, w := range blocks {
		p.workflowNames[w.Name] = true
	}
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
			chains = append(chains, chainNode{node: n, base: s.Base, broken: p.isBroken(s)})
		}
	}
	p.topLevel(chains)
	sortByPlace(p.Workflows, func(w *Workflow) grammar.Range { return w.Range })
	sortByPlace(p.Unknown, func(s *State) grammar.Range { return s.Range })
	sortByPlace(p.Clashes, func(s *State) grammar.Range { return s.Range })
	sortByPlace(p.References, func(r Reference) grammar.Range { return r.Range })
}

// sortByPlace puts things in the order of the text, in which they mostly are.
func sortByPlace[T any](things []T, place func(T) grammar.Range) {
	byStart := func(a, b T) int { return cmp.Compare(place(a).Start, place(b).Start) }
	if !slices.IsSortedFunc(things, byStart) {
		slices.SortStableFunc(things, byStart)
	}
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
	// catching tells that the body of a catch is being built; nexts are the exits in it that go on with
	// what follows the step.
	catching bool
	nexts    []exit
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
	jump    *Jump // nil where it leads on by itself
}

// piece is a step or a body with its way in and its ways out.
type piece struct {
	entry *State // nil where nothing runs
	exits []exit
}

func newBuilder(p *Program, w *Workflow) *builder {
	w.Scope = p.made.scopes.add(Scope{Workflow: w, Range: w.Range})
	return &builder{program: p, workflow: w, scope: w.Scope}
}

func (b *builder) build(body *grammar.Body, base int) {
	w := b.workflow
	w.Attributes = b.scopeBody(body, base)
	b.finish()
}

// finish names the states of the whole workflow.
func (b *builder) finish() {
	w := b.workflow
	sortByPlace(w.States, func(s *State) grammar.Range { return s.Range })
	b.program.nameStates(w)
	w.findFailing()
}

// scopeBody builds the current scope from a body, and returns the body's attributes.
func (b *builder) scopeBody(n *grammar.Body, base int) []*Attribute {
	parts := b.sort(n, base)
	b.scope.Handlers = append(b.scope.Handlers, parts.handlers...)
	starts, open := b.chains(parts.chains, true)
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
			p.attrs = append(p.attrs, b.program.attribute(n, at))
			b.program.referTo(n.Key.Text, n.Value, at)
		case *grammar.Retry:
			p.handlers = append(p.handlers, b.program.retryHandler(n, at))
		case *grammar.Catch:
			h := b.program.handler(n.Errors, n.Span(), at)
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

func (p *Program) retryHandler(n *grammar.Retry, base int) *Handler {
	h := p.handler(n.Errors, n.Span(), base)
	if n.Object != nil {
		h.Attributes = p.objectAttributes(n.Object, base)
	}
	return h
}

// edge records that an exit leads to a state, or for nil to the scope's end.
func (b *builder) edge(e exit, to *State, at grammar.Range, m *Mention) *Edge {
	edge := b.program.made.edges.add(Edge{
		From: e.from, To: to, Kind: e.kind, Range: at, Mention: m, Jump: e.jump, Arm: e.arm, Handler: e.handler,
	})
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
	at := step.Primary.Span()
	if at == (grammar.Range{}) { // it does not parse
		at = step.Span()
	}
	s := b.program.made.states.add(State{
		Kind: kind, Scope: b.scope, Step: step, Base: base, Range: at.Shift(base), Whole: step.Span().Shift(base),
		Statement: b.statement, OnlyHandled: true, catching: b.catching,
	})
	b.scope.States = append(b.scope.States, s)
	b.workflow.States = append(b.workflow.States, s)
	return s
}

// branch builds a branch of a group or map as a scope of its own.
func (b *builder) branch(owner *State, branch *grammar.Branch, base int) {
	outer := *b
	b.pending, b.nexts, b.unsaid, b.further, b.catching = nil, nil, nil, nil, false
	b.scope = b.program.made.scopes.add(Scope{
		Workflow: b.workflow, Owner: owner, Index: len(owner.Branches), Range: branch.Span().Shift(base),
	})
	owner.Branches = append(owner.Branches, b.scope)
	if branch.Body != nil {
		b.scope.Attrs = b.scopeBody(branch.Body, base)
	} else {
		starts, open := b.chains([]chainNode{{node: branch.Chain, base: base, branch: true}}, true)
		b.closeScope(starts, open)
	}
	*b = outer
}
