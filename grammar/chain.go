package grammar

import (
	"slices"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The productions of chains are written by hand: they are the most frequent ones, and what could be read
// of a broken chain is kept.

// unexpected is the error that participle itself gives for the token that comes next.
func unexpected(lex *lexer.PeekingLexer) error {
	return &participle.UnexpectedTokenError{Unexpected: *lex.Peek()}
}

func peek(lex *lexer.PeekingLexer) Kind { return kindOf(lex.Peek()) }

// accept takes the next token if it is of the given kind.
func accept(lex *lexer.PeekingLexer, k Kind) bool {
	if peek(lex) != k {
		return false
	}
	lex.Next()
	return true
}

func expect(lex *lexer.PeekingLexer, k Kind) error {
	if !accept(lex, k) {
		return unexpected(lex)
	}
	return nil
}

// since returns the tokens from start to the current place.
func since(lex *lexer.PeekingLexer, start lexer.RawCursor) span {
	return span{Tokens: lex.Range(start, lex.RawCursor())}
}

// called runs another production from a hand-written one.
func called[P any](p *participle.Parser[P], lex *lexer.PeekingLexer) (*P, error) {
	return p.ParseFromLexer(lex, participle.AllowTrailing(true))
}

// Parse implements participle.Parseable.
func (n *Name) Parse(lex *lexer.PeekingLexer) error {
	start := lex.RawCursor()
	switch k := peek(lex); {
	case k == String:
		n.Quoted = true
		n.Text = unquote(lex.Next().Value)
	case k == Ident || k.Keyword():
		n.Text = lex.Next().Value
	default:
		return participle.NextMatch
	}
	n.span = since(lex, start)
	return nil
}

// Parse implements participle.Parseable.
func (c *Chain) Parse(lex *lexer.PeekingLexer) (err error) {
	start := lex.RawCursor()
	defer func() { c.span = since(lex, start) }()
	for {
		step, err := parseStep(lex)
		if step != nil {
			c.Steps = append(c.Steps, step)
		}
		if err != nil {
			return err
		}
		if !accept(lex, Then) {
			break
		}
	}
	if peek(lex) != Arrow {
		return nil
	}
	jump, err := called(jumpParser, lex)
	if err == nil {
		c.Jump = jump
	}
	return err
}

// parseStep returns what it read of a step even where it returns an error; nil where that is nothing.
func parseStep(lex *lexer.PeekingLexer) (*Step, error) {
	start := lex.RawCursor()
	primary, err := parsePrimary(lex)
	if primary == nil {
		return nil, err
	}
	step := &Step{Primary: primary}
	defer func() { step.span = since(lex, start) }()
	if err != nil {
		return step, err
	}
	if accept(lex, KeywordAs) {
		if k := peek(lex); k != Ident && k != String {
			return step, unexpected(lex)
		}
		step.As = new(Name)
		_ = step.As.Parse(lex)
	}
	if peek(lex) == OpenBrace {
		step.Block = new(Block)
		return step, step.Block.Parse(lex)
	}
	return step, nil
}

func parsePrimary(lex *lexer.PeekingLexer) (Primary, error) {
	switch peek(lex) {
	case Ident:
		start := lex.RawCursor()
		name := new(Name)
		_ = name.Parse(lex)
		return &Mention{span: since(lex, start), Name: name}, nil
	case OpenBracket, OpenParen:
		return parseGroup(lex)
	case KeywordMap:
		return parseMap(lex)
	case KeywordTask:
		return primaryOf(called(inlineParser, lex))
	case KeywordIf:
		return parseIf(lex)
	case KeywordWait:
		return primaryOf(called(waitParser, lex))
	case KeywordPass:
		return primaryOf(called(passParser, lex))
	case KeywordSucceed:
		return primaryOf(called(succeedParser, lex))
	case KeywordFail:
		return primaryOf(called(failParser, lex))
	}
	return nil, unexpected(lex)
}

func primaryOf[P any, N interface {
	*P
	Primary
}](node N, err error) (Primary, error) {
	if node == nil || err != nil && !complete(node) {
		return nil, err
	}
	return node, err
}

// complete tells whether a node that was broken off has the parts that every reader relies on.
func complete(n Primary) bool {
	switch n := n.(type) {
	case *If:
		n.Elif = slices.DeleteFunc(n.Elif, func(e *Elif) bool { return e.Cond == nil || e.Then == nil })
		return n.Cond != nil && n.Then != nil
	case *Wait:
		return n.For != nil || n.At != nil && n.At.Value != nil
	case *InlineTask:
		return n.Name != nil
	}
	return true
}

func parseGroup(lex *lexer.PeekingLexer) (Primary, error) {
	start := lex.RawCursor()
	g := &Group{Tuple: lex.Next().Value == "("}
	defer func() { g.span = since(lex, start) }()
	comma, err := g.parseBranches(lex)
	if err != nil {
		return g, err
	}
	g.Grouping = g.Tuple && len(g.Branches) == 1 && !comma
	return g, expect(lex, closing(g.Tuple))
}

func closing(tuple bool) Kind {
	if tuple {
		return CloseParen
	}
	return CloseBracket
}

// parseBranches tells whether the last branch was followed by a comma.
func (g *Group) parseBranches(lex *lexer.PeekingLexer) (comma bool, err error) {
	for peek(lex) != closing(g.Tuple) {
		branch, err := parseBranch(lex)
		if branch != nil {
			g.Branches = append(g.Branches, branch)
		}
		if err != nil {
			return false, err
		}
		if !accept(lex, Comma) {
			return false, nil
		}
		comma = true
	}
	return comma, nil
}

func parseBranch(lex *lexer.PeekingLexer) (b *Branch, err error) {
	start := lex.RawCursor()
	b = new(Branch)
	if peek(lex) == OpenBrace {
		b.Body = new(Body)
		err = b.Body.Parse(lex)
	} else {
		b.Chain = new(Chain)
		err = b.Chain.Parse(lex)
		if len(b.Chain.Steps) == 0 {
			return nil, err
		}
	}
	b.span = since(lex, start)
	return b, err
}

func parseMap(lex *lexer.PeekingLexer) (Primary, error) {
	start := lex.RawCursor()
	lex.Next()
	m := new(Map)
	defer func() { m.span = since(lex, start) }()
	if k := peek(lex); k == Path || k == Jsonata {
		at := lex.RawCursor()
		m.Items = new(Value)
		if text := lex.Next().Value; k == Path {
			m.Items.Path = text
		} else {
			m.Items.Jsonata = text
		}
		m.Items.span = since(lex, at)
	}
	m.Tuple = peek(lex) == OpenParen
	if !accept(lex, OpenParen) && !accept(lex, OpenBracket) {
		return m, unexpected(lex)
	}
	var err error
	if m.Branch, err = parseBranch(lex); err != nil {
		return m, err
	}
	accept(lex, Comma)
	return m, expect(lex, closing(m.Tuple))
}

// parseIf returns what it read of an if that has its condition and its first body.
func parseIf(lex *lexer.PeekingLexer) (Primary, error) {
	start := lex.RawCursor()
	lex.Next()
	n := new(If)
	var err error
	if n.Cond, n.Then, err = parseCase(lex); n.Then == nil {
		return nil, err
	}
	for err == nil && n.Else == nil && peek(lex) == KeywordElse {
		err = n.parseElse(lex)
	}
	n.span = since(lex, start)
	return n, err
}

// parseElse reads an else, with a condition or without.
func (n *If) parseElse(lex *lexer.PeekingLexer) (err error) {
	start := lex.RawCursor()
	lex.Next()
	switch {
	case accept(lex, KeywordIf):
		e := new(Elif)
		if e.Cond, e.Then, err = parseCase(lex); e.Then != nil {
			e.span = since(lex, start)
			n.Elif = append(n.Elif, e)
		}
	case accept(lex, KeywordFail):
		n.Else = &Else{span: since(lex, start), Fail: true}
	default:
		e := new(Else)
		if e.Body, err = parseBody(lex); e.Body != nil {
			e.span = since(lex, start)
			n.Else = e
		}
	}
	return err
}

func parseCase(lex *lexer.PeekingLexer) (*Cond, *Body, error) {
	cond, err := called(condParser, lex)
	if err != nil {
		return nil, nil, err
	}
	body, err := parseBody(lex)
	return cond, body, err
}

// parseBody returns what it read of a body even where it returns an error; nil where that is nothing.
func parseBody(lex *lexer.PeekingLexer) (*Body, error) {
	if peek(lex) != OpenBrace {
		return nil, unexpected(lex)
	}
	b := new(Body)
	return b, b.Parse(lex)
}
