package grammar

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The productions of values are written by hand: through participle's reflection they took a third of the time of a
// large file, and take a twentieth now.

// Parse implements participle.Parseable.
func (a *Attr) Parse(lex *lexer.PeekingLexer) error {
	start := lex.RawCursor()
	if !isKey(peek(lex)) {
		return participle.NextMatch
	}
	a.Key = new(Name)
	_ = a.Key.Parse(lex)
	if err := expect(lex, Colon); err != nil {
		return err
	}
	value, err := parseValue(lex)
	a.Value = value
	a.span = since(lex, start)
	return err
}

// Parse implements participle.Parseable.
func (v *Value) Parse(lex *lexer.PeekingLexer) (err error) {
	start := lex.RawCursor()
	switch k := peek(lex); k {
	case String:
		v.String = parseText(lex)
	case Number:
		v.Number = lex.Next().Value
	case Duration:
		v.Duration = lex.Next().Value
	case KeywordTrue, KeywordFalse, KeywordNull:
		v.True, v.False, v.Null = k == KeywordTrue, k == KeywordFalse, k == KeywordNull
		lex.Next()
	case Path:
		v.Path = lex.Next().Value
	case Jsonata:
		v.Jsonata = lex.Next().Value
	case OpenBrace:
		v.Object = new(Object)
		err = v.Object.Parse(lex)
	case OpenBracket:
		v.Array = new(Array)
		err = v.Array.parse(lex)
	case Ident:
		if lex.Range(start, start+2)[1].Type == lexer.TokenType(Dot) { // behind every token stands one, if only EOF
			v.Call = new(Call)
			err = v.Call.parse(lex)
		} else {
			v.Ident = lex.Next().Value
		}
	default:
		return participle.NextMatch
	}
	v.span = since(lex, start)
	return err
}

// parseValue returns what it read of a value even where it returns an error; nil where that is nothing.
func parseValue(lex *lexer.PeekingLexer) (*Value, error) {
	v := new(Value)
	if err := v.Parse(lex); err == participle.NextMatch {
		return nil, unexpected(lex)
	} else if err != nil {
		return v, err
	}
	return v, nil
}

func parseText(lex *lexer.PeekingLexer) *Text {
	t := new(Text)
	_ = t.Parse(lex)
	return t
}

// Parse implements participle.Parseable.
func (t *Text) Parse(lex *lexer.PeekingLexer) error {
	if peek(lex) != String {
		return participle.NextMatch
	}
	start := lex.RawCursor()
	t.Quoted = lex.Next().Value
	t.span = since(lex, start)
	return nil
}

// Parse implements participle.Parseable.
func (o *Object) Parse(lex *lexer.PeekingLexer) error {
	if peek(lex) != OpenBrace {
		return participle.NextMatch
	}
	start := lex.RawCursor()
	defer func() { o.span = since(lex, start) }()
	lex.Next()
	for isKey(peek(lex)) {
		a := new(Attr)
		err := a.Parse(lex)
		if a.Value != nil {
			o.Attrs = append(o.Attrs, a)
		}
		if err != nil {
			return err
		}
		accept(lex, Comma)
	}
	return expect(lex, CloseBrace)
}

func (a *Array) parse(lex *lexer.PeekingLexer) (err error) {
	start := lex.RawCursor()
	lex.Next()
	a.Values, err = parseValues(lex, CloseBracket)
	a.span = since(lex, start)
	return err
}

func (c *Call) parse(lex *lexer.PeekingLexer) (err error) {
	start := lex.RawCursor()
	defer func() { c.span = since(lex, start) }()
	c.Function = &Dotted{Words: []string{lex.Next().Value}}
	for err == nil && accept(lex, Dot) {
		if peek(lex) != Ident {
			err = unexpected(lex)
			break
		}
		c.Function.Words = append(c.Function.Words, lex.Next().Value)
	}
	c.Function.span = since(lex, start)
	if err == nil {
		err = expect(lex, OpenParen)
	}
	if err == nil {
		c.Args, err = parseValues(lex, CloseParen)
	}
	return err
}

// parseValues reads values with commas between them, and the bracket that closes them.
func parseValues(lex *lexer.PeekingLexer, closing Kind) (values []*Value, err error) {
	for peek(lex) != closing {
		value, err := parseValue(lex)
		if value != nil {
			values = append(values, value)
		}
		if err != nil {
			return values, err
		}
		if !accept(lex, Comma) {
			break
		}
	}
	return values, expect(lex, closing)
}
