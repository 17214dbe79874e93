package jsonata

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind uint8

const (
	ending   kind = iota
	operator      // its text says which
	name
	variable
	literal // a number, a text, true, false or null
	pattern // a regular expression
)

type token struct {
	kind       kind
	text       string // of an operator as it is written, of a name or variable what it names
	start, end int
	quoted     bool // a name in backticks
}

// lexer cuts an expression into tokens.
type lexer struct {
	text string
	at   int
	err  *Error
}

func (l *lexer) fail(start, end int, message string) token {
	if l.err == nil {
		l.err = &Error{start, end, message}
	}
	return l.over()
}

func (l *lexer) over() token { return token{start: len(l.text), end: len(l.text)} }

// operators, those of two characters first.
var operators = []string{
	"..", ":=", "!=", ">=", "<=", "**", "~>",
	".", "[", "]", "{", "}", "(", ")", ",", "@", "#", ";", ":", "?", "+", "-", "*", "/", "%", "|", "=", "<", ">", "^", "&", "!", "~",
}

// stops are the characters that end a name.
const stops = " \t\n\r\v.[]{}(),@#;:?+-*/%|=<>^&!~"

var number = regexp.MustCompile(`^(0|[1-9][0-9]*)(\.[0-9]+)?([Ee][-+]?[0-9]+)?`)

// next reads a token; behind an operand a / divides, elsewhere it begins a regular expression.
func (l *lexer) next(behindOperand bool) token {
	l.skip()
	start := l.at
	if l.err != nil || start >= len(l.text) {
		return l.over()
	}
	c := l.text[start]
	if c == '/' && !behindOperand {
		return l.pattern()
	}
	for _, op := range operators {
		if strings.HasPrefix(l.text[start:], op) {
			l.at += len(op)
			return token{kind: operator, text: op, start: start, end: l.at}
		}
	}
	switch {
	case c == '"' || c == '\'':
		return l.string(c)
	case '0' <= c && c <= '9':
		return l.number()
	case c == '`':
		length := strings.IndexByte(l.text[start+1:], '`')
		if length < 0 {
			return l.fail(start, len(l.text), "the backtick is missing that ends the name")
		}
		l.at += length + 2
		return token{kind: name, text: l.text[start+1 : l.at-1], start: start, end: l.at, quoted: true}
	}
	length := strings.IndexAny(l.text[start:], stops)
	if length < 0 {
		length = len(l.text) - start
	}
	l.at += length
	return word(l.text[start:l.at], start)
}

func word(text string, start int) token {
	t := token{kind: name, text: text, start: start, end: start + len(text)}
	switch {
	case text[0] == '$':
		t.kind, t.text = variable, text[1:]
	case text == "and" || text == "or" || text == "in":
		t.kind = operator
	case text == "true" || text == "false" || text == "null":
		t.kind = literal
	}
	return t
}

// skip passes over blanks and comments.
func (l *lexer) skip() {
	for l.at < len(l.text) {
		switch c := l.text[l.at]; {
		case strings.IndexByte(" \t\n\r\v", c) >= 0:
			l.at++
		case strings.HasPrefix(l.text[l.at:], "/*"):
			length := strings.Index(l.text[l.at+2:], "*/")
			if length < 0 {
				l.fail(l.at, len(l.text), "the */ is missing that ends the comment")
				return
			}
			l.at += length + 4
		default:
			return
		}
	}
}

func (l *lexer) number() token {
	start := l.at
	text := number.FindString(l.text[start:])
	l.at += len(text)
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return l.fail(start, l.at, "the number is too large")
	}
	return token{kind: literal, start: start, end: l.at}
}

func (l *lexer) string(quote byte) token {
	start := l.at
	for l.at++; l.at < len(l.text); l.at++ {
		switch l.text[l.at] {
		case quote:
			l.at++
			return token{kind: literal, start: start, end: l.at}
		case '\\':
			l.at++
			if !l.escape() {
				return l.fail(l.at-1, min(l.at+1, len(l.text)), `a backslash stands in front of " \ / b f n r t or uXXXX only`)
			}
		}
	}
	return l.fail(start, len(l.text), "the quote is missing that ends the text")
}

// escape passes over the character behind a backslash.
func (l *lexer) escape() bool {
	if l.at >= len(l.text) {
		return false
	}
	if l.text[l.at] != 'u' {
		return strings.IndexByte(`"\/bfnrt`, l.text[l.at]) >= 0
	}
	if l.at+5 > len(l.text) {
		return false
	}
	_, err := strconv.ParseUint(l.text[l.at+1:l.at+5], 16, 16)
	l.at += 4
	return err == nil
}

// pattern reads a regular expression, in whose brackets a / is itself.
func (l *lexer) pattern() token {
	start, depth := l.at, 0
	for l.at++; l.at < len(l.text); {
		c, size := utf8.DecodeRuneInString(l.text[l.at:])
		switch {
		case c == '\\':
			l.at++
			_, size = utf8.DecodeRuneInString(l.text[min(l.at, len(l.text)-1):])
		case c == '/' && depth == 0:
			if l.at == start+1 {
				return l.fail(start, l.at+1, "the regular expression is empty")
			}
			for l.at++; l.at < len(l.text) && (l.text[l.at] == 'i' || l.text[l.at] == 'm'); l.at++ {
			}
			return token{kind: pattern, start: start, end: l.at}
		case strings.ContainsRune("([{", c):
			depth++
		case strings.ContainsRune(")]}", c):
			depth--
		}
		l.at += size
	}
	return l.fail(start, len(l.text), "the / is missing that ends the regular expression")
}
