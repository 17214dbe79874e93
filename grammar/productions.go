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
	Retry   *Retry      `parser:"| @@"`
	Catch   *Catch      `parser:"| @@"`
	Jump    *Jump       `parser:"| @@"`
	Inline  *InlineTask `parser:"| @@"`
	Cond    *Cond       `parser:"| @@"`
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
	importParser  = parserOf[Import]()
	composeParser = parserOf[Compose]()
	taskParser    = parserOf[Task]()
	retryParser   = parserOf[Retry]()
	catchParser   = parserOf[Catch]()
	jumpParser    = parserOf[Jump]()
	inlineParser  = parserOf[InlineTask]()
	condParser    = parserOf[Cond]()
	waitParser    = parserOf[Wait]()
	passParser    = parserOf[Pass]()
	succeedParser = parserOf[Succeed]()
	failParser    = parserOf[Fail]()
)

func parserOf[P any]() *participle.Parser[P] {
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
