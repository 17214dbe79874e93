package grammar

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The productions of chains are written by hand, as what could be read of a broken chain is kept.

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
	if err != nil {
		return nil, err // to a half node participle gives no tokens
	}
	return node, nil
}
