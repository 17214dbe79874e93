package grammar

import (
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// mark is the kind of a token that stands in front of each statement in braces, and behind the last one. It has
// no text, and its column is the number of tokens of the statement. No production takes it, so none can run past
// the end of its statement, and a statement is read together with those in its braces, in one pass.
const mark = kinds

// A Bad token's column is its Problem. Nothing else needs columns.

// lexer returns the statement p as participle reads it, its places relative to its start.
func (d *document) lexer(p part) *lexer.PeekingLexer {
	d.begin(p)
	d.feed(p, d.tokens[p.from])
	lex, _ := lexer.Upgrade(&relay{tokens: d.stream}) // a relay gives no errors
	return lex
}

// begin clears the stream for the statement p.
func (d *document) begin(p part) {
	d.stream = slices.Grow(d.stream[:0], p.to-p.from)
	d.source = d.text[d.tokens[p.from].Start:d.tokens[p.to-1].End]
	if d.own {
		d.source = strings.Clone(d.source)
	}
}

// feed appends a statement to the stream, those in its braces marked.
func (d *document) feed(p part, first Token) {
	object := d.tokens[p.from].Kind == KeywordRetry || isKeyColon(d.tokens[:p.to], p.from) // in its braces stand keys and values
	condition := false                                                                     // the next braces are the body of an if
	for i := p.from; i < p.to; i++ {
		d.add(i, first)
		switch d.tokens[i].Kind {
		case KeywordIf:
			condition = true
		case OpenBrace:
			if !object {
				i = d.feedBraces(part{i, p.to}, first, d.levelOf(p.from, i, condition)) - 1
				condition = false
			}
		}
	}
}

// feedBraces appends the statements behind the { that begins p, and returns where they end.
func (d *document) feedBraces(p part, first Token, at level) int {
	end := int(d.brackets.partner[p.from])
	if end < 0 {
		end = p.to
	}
	for from := p.from + 1; from < end; {
		to := d.endOfStatement(part{from, end}, at)
		before := len(d.stream)
		d.mark(d.tokens[from].Start, from, first)
		d.feed(part{from, to}, first)
		d.stream[before].Pos.Column = len(d.stream) - before - 1
		from = to
	}
	d.mark(d.tokens[end-1].End, end-1, first)
	return end
}

func (d *document) add(i int, first Token) {
	t := d.tokens[i]
	d.stream = append(d.stream, lexer.Token{
		Type:  lexer.TokenType(t.Kind),
		Value: d.source[t.Start-first.Start : t.End-first.Start],
		Pos:   lexer.Position{Offset: int(t.Start - first.Start), Line: int(t.Line - first.Line), Column: int(t.Problem)},
	})
}

// mark appends a mark that stands at offset, beside token i.
func (d *document) mark(offset int32, i int, first Token) {
	d.stream = append(d.stream, lexer.Token{
		Type: lexer.TokenType(mark),
		Pos:  lexer.Position{Offset: int(offset - first.Start), Line: int(d.tokens[i].Line - first.Line)},
	})
}

// levelOf tells whether the { at i, in a statement that begins at start, opens a body or a block.
func (d *document) levelOf(start, i int, condition bool) level {
	if condition || i == start || d.tokens[start].Kind == KeywordCatch {
		return inBody
	}
	switch d.tokens[i-1].Kind {
	case OpenBracket, OpenParen, Comma, KeywordElse:
		return inBody
	}
	return inBlock
}

// relay hands tokens to participle.
type relay struct {
	tokens []lexer.Token
	next   int
}

// Next implements lexer.Lexer.
func (r *relay) Next() (lexer.Token, error) {
	if r.next < len(r.tokens) {
		r.next++
		return r.tokens[r.next-1], nil
	}
	at := lexer.Position{}
	if last := len(r.tokens) - 1; last >= 0 {
		at = lexer.Position{Offset: rangeOf(r.tokens[last]).End, Line: r.tokens[last].Pos.Line}
	}
	return lexer.EOFToken(at), nil
}

// kindOf returns the kind of a token that came through participle.
func kindOf(t *lexer.Token) Kind {
	if t.EOF() {
		return EOF
	}
	return Kind(t.Type)
}

func rangeOf(t lexer.Token) Range { return Range{t.Pos.Offset, t.Pos.Offset + len(t.Value)} }

// own returns the tokens of a statement without those of the statements in its braces.
func own(tokens []lexer.Token) []lexer.Token {
	out := make([]lexer.Token, 0, len(tokens))
	for i := 0; i < len(tokens); i++ {
		if kindOf(&tokens[i]) == mark {
			i += tokens[i].Pos.Column
			continue
		}
		out = append(out, tokens[i])
	}
	return out
}
