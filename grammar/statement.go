package grammar

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// failure is where a statement stopped making sense. Its message is made only when the whole statement
// has been read, as that takes parsing again.
type failure struct {
	tokens []lexer.Token // of the statement
	level  level
	at     int // the index of the token at fault; len(tokens) for the end
}

// parseStatement reads one statement from tokens that hold nothing else.
func parseStatement(lex *lexer.PeekingLexer, tokens []Token, at level) *Statement {
	all := lex.Range(0, lexer.RawCursor(len(tokens)))
	if at != inFile && len(tokens) > 1 && tokens[len(tokens)-1].Kind == Comma && isKeyColon(tokens, 0) {
		tokens = tokens[:len(tokens)-1]
		lex, _ = lexer.Upgrade(&relay{tokens: all[:len(tokens)]})
		all = lex.Range(0, lexer.RawCursor(len(tokens)))
	}
	node, err := runProduction(lex, tokens, at)
	s := &Statement{Node: node}
	if err != nil {
		s.failure = &failure{tokens: all, level: at, at: indexAt(all, errorOffset(err))}
	}
	if node == nil {
		s.Node = &BadStatement{span{all}}
	}
	if last := len(all) - 1; last >= 0 {
		s.Extent = Range{all[0].Pos.Offset, all[last].Pos.Offset + len(all[last].Value)}
	}
	return s
}

func indexAt(tokens []lexer.Token, offset int) int {
	for i := range tokens {
		if tokens[i].Pos.Offset >= offset {
			return i
		}
	}
	return len(tokens)
}

// runProduction chooses the production by the first token and the level. With an error it returns what
// could be read, or nil.
func runProduction(lex *lexer.PeekingLexer, tokens []Token, at level) (Node, error) {
	if at != inFile && isKeyColon(tokens, 0) {
		return whole(attrParser, lex, func(a *Attr) bool { return a.Value != nil })
	}
	switch tokens[0].Kind {
	case KeywordRetry:
		if at != inFile {
			return whole(retryParser, lex, func(r *Retry) bool { return r.Errors != nil })
		}
	case KeywordCatch:
		if at != inFile {
			return whole(catchParser, lex, func(c *Catch) bool { return c.Errors != nil && (c.Body != nil || c.Jump != nil) })
		}
	case Arrow:
		if at == inBody {
			return whole(jumpParser, lex, func(j *Jump) bool { return j.Target != nil })
		}
	case KeywordImport:
		if at == inFile {
			return whole(importParser, lex, func(i *Import) bool { return i.Path != nil })
		}
	case KeywordCompose:
		if at == inFile {
			return whole(composeParser, lex, func(c *Compose) bool { return c.Block != nil })
		}
	case KeywordTask:
		if at == inFile && !isChain(tokens) {
			return whole(taskParser, lex, func(t *Task) bool { return t.Name != nil })
		}
	}
	if at == inBlock {
		return nil, unexpected(lex)
	}
	return whole(chainParser, lex, func(c *Chain) bool { return len(c.Steps) > 0 })
}

// isChain tells whether a statement that begins with a task goes on as a chain.
func isChain(tokens []Token) bool {
	depth := 0
	for _, t := range tokens {
		switch {
		case opens(t.Kind):
			depth++
		case closer(t.Kind):
			depth--
		case depth == 0 && (t.Kind == Then || t.Kind == Arrow || t.Kind == KeywordAs):
			return true
		}
	}
	return false
}

// whole parses all that lex holds. What came of it with an error is kept only where usable says so.
func whole[P any, N interface {
	*P
	Node
	setTokens([]lexer.Token)
}](p *participle.Parser[P], lex *lexer.PeekingLexer, usable func(N) bool) (Node, error) {
	node, err := p.ParseFromLexer(lex)
	if err != nil {
		if node == nil || !usable(node) {
			return nil, err
		}
		N(node).setTokens(lex.Range(0, lex.RawCursor()))
	}
	return N(node), err
}

func (s *span) setTokens(tokens []lexer.Token) { s.Tokens = tokens }

// Parse implements participle.Parseable. Errors inside the braces stay there.
func (b *Body) Parse(lex *lexer.PeekingLexer) error {
	var err error
	b.span, b.Statements, err = parseBraces(lex, inBody)
	b.Extent = b.span.Span()
	b.order()
	return err
}

// Parse implements participle.Parseable. Errors inside the braces stay there.
func (b *Block) Parse(lex *lexer.PeekingLexer) error {
	var err error
	b.span, b.Statements, err = parseBraces(lex, inBlock)
	return err
}

// parseBraces takes a { and all up to its partner, and parses what stands between them.
func parseBraces(lex *lexer.PeekingLexer, at level) (span, []*Statement, error) {
	if peek(lex) != OpenBrace {
		return span{}, nil, participle.NextMatch
	}
	start := lex.RawCursor()
	closed := takeBraces(lex)
	s := since(lex, start)
	inner := s.Tokens[1:]
	if closed {
		inner = inner[:len(inner)-1]
	}
	var statements []*Statement
	if len(inner) > 0 {
		tokens := compact(inner)
		b := brackets{partner: make([]int32, len(tokens))}
		b.pair(tokens, 0, len(tokens), nil)
		for _, p := range split(tokens, b, "") {
			lex, _ := lexer.Upgrade(&relay{tokens: inner[p.from:p.to]}) // a relay gives no errors
			statements = append(statements, parseStatement(lex, tokens[p.from:p.to], at))
		}
	}
	if !closed {
		return s, statements, unexpected(lex)
	}
	return s, statements, nil
}

// takeBraces moves behind the } that closes the { at the current place; to the end where there is none.
func takeBraces(lex *lexer.PeekingLexer) (closed bool) {
	var open []Kind
	for {
		k := kindOf(lex.Next())
		switch {
		case k == EOF:
			return false
		case opens(k):
			open = append(open, k)
		case closer(k):
			top := len(open) - 1
			for top >= 0 && !closes(open[top], k) {
				top--
			}
			if top >= 0 {
				open = open[:top]
			}
			if len(open) == 0 {
				return true
			}
		}
	}
}

// order reports what stands in the wrong place among the statements of a body.
func (b *Body) order() {
	chains, jumps := 0, 0
	for _, s := range b.Statements {
		at := s.Extent.Shift(s.Base)
		switch s.Node.(type) {
		case *Chain:
			chains++
		case *Jump:
			if jumps++; chains > 0 || jumps > 1 {
				b.problem(at, "a jump alone is a whole body; behind a step write it in the step's chain: step -> target")
			}
		case *Attr, *Retry, *Catch:
			if chains+jumps > 0 {
				b.problem(at, "attributes and handlers stand in front of the chains of their body")
			}
		}
	}
}

func (b *Body) problem(at Range, message string) {
	b.Problems = append(b.Problems, Diagnostic{Range: at, Message: message})
}
