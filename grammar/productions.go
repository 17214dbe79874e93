package grammar

import (
	"errors"
	"io"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// productions is the root that participle builds its parsers from: one production for each kind of
// statement, and those that the hand-written productions call.
type productions struct {
	Import  *Import     `parser:"@@"`
	Compose *Compose    `parser:"| @@"`
	Task    *Task       `parser:"| @@"`
	Attr    *Attr       `parser:"| @@"`
	Retry   *Retry      `parser:"| @@"`
	Catch   *Catch      `parser:"| @@"`
	Jump    *Jump       `parser:"| @@"`
	Inline  *InlineTask `parser:"| @@"`
	If      *If         `parser:"| @@"`
	Wait    *Wait       `parser:"| @@"`
	Pass    *Pass       `parser:"| @@"`
	Succeed *Succeed    `parser:"| @@"`
	Fail    *Fail       `parser:"| @@"`
}

// With more lookahead participle takes repetitions back, and errors land on the wrong token; the few
// places that need a second token say so in their tags.
var options = []participle.Option{participle.Lexer(definition{}), participle.UseLookahead(0)}

var parser = participle.MustBuild[productions](options...)

var (
	importParser  = production[Import]()
	composeParser = production[Compose]()
	taskParser    = production[Task]()
	chainParser   = participle.MustBuild[Chain](options...)
	attrParser    = production[Attr]()
	retryParser   = production[Retry]()
	catchParser   = production[Catch]()
	jumpParser    = production[Jump]()
	inlineParser  = production[InlineTask]()
	ifParser      = production[If]()
	waitParser    = production[Wait]()
	passParser    = production[Pass]()
	succeedParser = production[Succeed]()
	failParser    = production[Fail]()
)

func production[P any]() *participle.Parser[P] {
	p, err := participle.ParserForProduction[P](parser)
	if err != nil {
		panic(err) // the type is missing from productions
	}
	return p
}

// definition tells participle the kinds of our tokens. It cuts no text itself: Lex does.
type definition struct{}

func (definition) Symbols() map[string]lexer.TokenType {
	symbols := map[string]lexer.TokenType{"EOF": lexer.EOF}
	for k := Ident; k <= Jsonata; k++ {
		symbols[k.String()] = lexer.TokenType(k)
	}
	return symbols
}

func (definition) Lex(string, io.Reader) (lexer.Lexer, error) {
	return nil, errors.New("the parser is given tokens, not text")
}

// stream hands tokens to participle, with their places relative to the first one's.
type stream struct {
	text   string
	tokens []Token
	base   int
	line   int
	next   int
}

func (s *stream) Next() (lexer.Token, error) {
	if s.next == len(s.tokens) {
		last := s.tokens[s.next-1]
		return lexer.EOFToken(lexer.Position{Offset: int(last.End) - s.base, Line: int(last.Line) - s.line}), nil
	}
	t := s.tokens[s.next]
	s.next++
	return lexer.Token{
		Type:  lexer.TokenType(t.Kind),
		Value: s.text[t.Start:t.End],
		Pos:   lexer.Position{Offset: int(t.Start) - s.base, Line: int(t.Line) - s.line},
	}, nil
}

// relay hands on tokens that participle has had before.
type relay struct {
	tokens []lexer.Token
	next   int
}

func (r *relay) Next() (lexer.Token, error) {
	if r.next == len(r.tokens) {
		last := r.tokens[r.next-1]
		return lexer.EOFToken(lexer.Position{Offset: last.Pos.Offset + len(last.Value), Line: last.Pos.Line}), nil
	}
	r.next++
	return r.tokens[r.next-1], nil
}

// kindOf returns the kind of a token that came through participle.
func kindOf(t *lexer.Token) Kind {
	if t.EOF() {
		return EOF
	}
	return Kind(t.Type)
}

// compact returns the tokens as the splitter reads them.
func compact(tokens []lexer.Token) []Token {
	out := make([]Token, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		out[i] = Token{
			Start: int32(t.Pos.Offset), End: int32(t.Pos.Offset + len(t.Value)), Line: int32(t.Pos.Line), Kind: kindOf(t),
		}
	}
	return out
}
