package grammar

import "github.com/alecthomas/participle/v2/lexer"

// The productions of what holds chains: groups, maps and ifs.

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
