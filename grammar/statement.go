package grammar

import (
	"errors"
	"math"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// parseStatement reads the next tokens, so many as length says, as one statement.
func parseStatement(lex *lexer.PeekingLexer, length int, at level) *Statement {
	start := lex.RawCursor()
	end := start + lexer.RawCursor(length)
	tokens := lex.Range(start, end)
	production := productionOf(tokens, at)
	node, err := production.parse(lex)
	if err == nil && at != inFile && isAttr(node) {
		accept(lex, Comma)
	}
	offset := errorOffset(err)
	if err == nil && lex.RawCursor() < end {
		err, offset = unexpected(lex), lex.Peek().Pos.Offset
	} else if err == nil && kindOf(&tokens[length-1]) == mark {
		err, offset = unexpected(lex), math.MaxInt // braces that are not closed
	}
	s := &Statement{Node: node, Extent: Range{tokens[0].Pos.Offset, rangeOf(tokens[length-1]).End}}
	if err == nil {
		return s
	}
	if lex.RawCursor() < end {
		lex.FastForward(end - 1)
	}
	f := newFailure(tokens, offset, production, at)
	if node == nil {
		s.Node = &BadStatement{span{tokens}}
	} else if n, ok := node.(interface{ setTokens([]lexer.Token) }); ok {
		n.setTokens(tokens)
	}
	if !f.isSwallowed(tokens) {
		s.Problems = []Diagnostic{f.diagnostic()}
	}
	return s
}

func isAttr(n Node) bool { _, ok := n.(*Attr); return ok }

// errorOffset returns where the token stands at which a production failed.
func errorOffset(err error) int {
	var perr participle.Error
	if errors.As(err, &perr) {
		return perr.Position().Offset
	}
	return 0
}

// production is what reads a statement. With an error it returns what could be read, or nil.
type production uint8

const (
	noStatement production = iota
	attrStatement
	chainStatement
	retryStatement
	catchStatement
	jumpStatement
	importStatement
	composeStatement
	taskStatement
)

// productionOf chooses by the first tokens and the level.
func productionOf(tokens []lexer.Token, at level) production {
	kind := func(i int) Kind {
		if i < len(tokens) {
			return kindOf(&tokens[i])
		}
		return EOF
	}
	first := kind(0)
	if at != inFile && isKey(first) && kind(1) == Colon {
		return attrStatement
	}
	switch {
	case first == KeywordRetry && at != inFile:
		return retryStatement
	case first == KeywordCatch && at != inFile:
		return catchStatement
	case first == Arrow && at == inBody:
		return jumpStatement
	case first == KeywordImport && at == inFile:
		return importStatement
	case first == KeywordCompose && at == inFile:
		return composeStatement
	case first == KeywordTask && at == inFile && !isChain(tokens):
		return taskStatement
	case (first == Ident || first == String) && at == inBlock:
		return attrStatement
	case at == inBlock:
		return noStatement
	}
	return chainStatement
}

// isChain tells whether a statement that begins with a task goes on as a chain.
func isChain(tokens []lexer.Token) bool {
	depth := 0
	for i := range tokens {
		switch k := kindOf(&tokens[i]); {
		case opens(k):
			depth++
		case closer(k):
			depth--
		case depth == 0 && (k == Then || k == Arrow || k == KeywordAs):
			return true
		}
	}
	return false
}

// parse reads a statement. With an error it keeps what says what the statement is.
func (p production) parse(lex *lexer.PeekingLexer) (Node, error) {
	switch p {
	case attrStatement:
		a := new(Attr)
		return kept(a, a.Parse(lex), func(a *Attr) bool { return a.Value != nil })
	case chainStatement:
		c := new(Chain)
		return kept(c, c.Parse(lex), func(c *Chain) bool { return len(c.Steps) > 0 })
	case retryStatement:
		r, err := called(retryParser, lex)
		return kept(r, err, func(r *Retry) bool { return isWhole(r.Errors) })
	case catchStatement:
		c, err := called(catchParser, lex)
		return kept(c, err, func(c *Catch) bool { return isWhole(c.Errors) && (c.Body != nil || isWhole(c.Jump)) })
	case jumpStatement:
		j, err := called(jumpParser, lex)
		return kept(j, err, func(j *Jump) bool { return isWhole(j.Target) })
	case importStatement:
		i, err := called(importParser, lex)
		return kept(i, err, func(i *Import) bool { return isWhole(i.Path) })
	case composeStatement:
		c, err := called(composeParser, lex)
		return kept(c, err, func(c *Compose) bool { return isWhole(c.Block) })
	case taskStatement:
		t, err := called(taskParser, lex)
		return kept(t, err, func(t *Task) bool { return isWhole(t.Name) })
	}
	return nil, unexpected(lex)
}

// isWhole tells whether participle read all of a node: to a half one it gives no tokens.
func isWhole[P any, N interface {
	*P
	Node
}](node N) bool {
	return node != nil && len(node.tokens()) > 0
}

func kept[P any, N interface {
	*P
	Node
}](node N, err error, usable func(N) bool) (Node, error) {
	if err != nil && (node == nil || !usable(node)) {
		return nil, err
	}
	return node, err
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

// parseBraces reads the statements between { and }, each behind its mark. Braces that are not closed go to the end
// of their statement, whose reader sees that.
func parseBraces(lex *lexer.PeekingLexer, at level) (s span, statements []*Statement, err error) {
	if peek(lex) != OpenBrace {
		return s, nil, participle.NextMatch
	}
	start := lex.RawCursor()
	lex.Next()
	for peek(lex) == mark {
		length := lex.Next().Pos.Column
		if length == 0 {
			accept(lex, CloseBrace)
			return since(lex, start), statements, nil
		}
		statements = append(statements, parseStatement(lex, length, at))
	}
	err = expect(lex, CloseBrace)
	return since(lex, start), statements, err
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
				b.problem(at, "a jump alone is a whole body; behind a step write it in the step's chain: `step -> target`")
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
