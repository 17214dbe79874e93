package grammar

import (
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Parse implements participle.Parseable. The name behind the first dot is read as far as it goes.
func (e *ErrorName) Parse(lex *lexer.PeekingLexer) error {
	start := lex.RawCursor()
	switch peek(lex) {
	case String:
		e.Text = unquote(lex.Next().Value)
	case Ident:
		e.Text = lex.Next().Value
		for accept(lex, Dot) {
			if k := peek(lex); k != Ident && !k.Keyword() {
				return unexpected(lex)
			}
			e.Text += "." + lex.Next().Value
		}
	default:
		return participle.NextMatch
	}
	e.span = since(lex, start)
	return nil
}

// unquote returns what a JSON string stands for. The lexer has judged its escapes.
func unquote(quoted string) string {
	inner := quoted[1 : len(quoted)-1]
	if !strings.Contains(inner, `\`) {
		return inner
	}
	return unescape(inner)
}
