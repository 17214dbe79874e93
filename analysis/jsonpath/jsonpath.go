// Package jsonpath checks the paths of Step Functions without evaluating them: JSONPath as Jayway's library reads it,
// the paths into the context object ($$) and workflow variables ($name), and reference paths, which lead to one place.
//
// https://states-language.net/#path, https://states-language.net/#ref-paths and
// https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
package jsonpath

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Error is why a text is no path.
type Error struct {
	Start, End int // of what is wrong, in bytes of the text; equal where something is missing
	Message    string
}

// Path is what a path reads.
type Path struct {
	Context  bool   // the context object
	Variable string // the workflow variable of that name; empty for the input and the context object
	// Many says why the path does not lead to one place, by names and indices; empty where it is a reference path.
	Many string
}

// Parse reads a path.
func Parse(text string) (Path, *Error) {
	p := &parser{text: text}
	p.whole()
	return p.path, p.err
}

// parser reads a path from left to right. The first error is kept, and reading stops there.
type parser struct {
	text  string
	at    int
	depth int // of parentheses in filters
	path  Path
	err   *Error
}

func (p *parser) fail(start, end int, message string) bool {
	if p.err == nil {
		p.err = &Error{start, max(start, end), message}
	}
	return false
}

// next is the byte that is read next, 0 at the end.
func (p *parser) next() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) take(s string) bool {
	if !strings.HasPrefix(p.text[p.at:], s) {
		return false
	}
	p.at += len(s)
	return true
}

func (p *parser) blanks() {
	for p.next() == ' ' || p.next() == '\t' {
		p.at++
	}
}

// many notes what makes the path lead to several places.
func (p *parser) many(what string) {
	if p.path.Many == "" {
		p.path.Many = what
	}
}

func (p *parser) whole() {
	switch {
	case p.take("$$"):
		p.path.Context = true
	case p.take("$"):
		start := p.at
		p.path.Variable = p.name()
		if i := strings.IndexFunc(p.path.Variable, notInVariable); i >= 0 {
			p.fail(start, p.at, "the name of a variable has letters, digits and _ alone")
			return
		}
	default:
		p.fail(0, len(p.text), "a path begins with $")
		return
	}
	p.segments()
	if p.err == nil && p.at < len(p.text) {
		p.fail(p.at, len(p.text), "the path ends in front of "+strconv.Quote(p.text[p.at:])+"; a name with such characters stands in ['…']")
	}
}

func notInVariable(c rune) bool {
	return c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c < utf8.RuneSelf
}

// segments reads what follows the root, or @ in a filter.
func (p *parser) segments() {
	for p.err == nil {
		start := p.at
		switch {
		case p.take(".."):
			p.many("..")
			if p.next() == '[' {
				p.bracket()
			} else {
				p.member(start)
			}
		case p.take("."):
			p.member(start)
		case p.next() == '[':
			p.bracket()
		default:
			return
		}
	}
}

func (p *parser) member(dot int) {
	if p.take("*") {
		p.many("*")
		return
	}
	start := p.at
	if p.name() == "" {
		p.fail(dot, p.at, "a name is missing behind "+strconv.Quote(p.text[dot:start]))
	}
}

// name reads letters, digits and all other characters that mean nothing in a path.
func (p *parser) name() string {
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(".[]()'\",*?@:!=<>&| \t\r\n\\/$#%+^~`{};", p.text[p.at]) < 0 {
		p.at++
	}
	return p.text[start:p.at]
}

// bracket reads names, indices, a slice, a filter or *.
func (p *parser) bracket() {
	open := p.at
	p.at++
	p.blanks()
	switch c := p.next(); {
	case c == '\'' || c == '"':
		p.list("names", p.quoted)
	case c == '*':
		p.at++
		p.many("*")
	case c == '?':
		p.at++
		p.many("a filter")
		p.filter()
	case c == '(':
		p.many("a computed index")
		p.fromEnd()
	case c == ':' || c == '-' || '0' <= c && c <= '9':
		p.indices()
	case c == ']':
		p.fail(open, p.at+1, "an index or a name is missing between [ and ]")
	default:
		p.fail(p.at, len(p.text), "between [ and ] stand an index, a name in quotes, *, a slice or ?(a filter)")
	}
	p.blanks()
	if p.err == nil && !p.take("]") {
		p.fail(p.at, p.at, "] is missing, which closes the [ at "+strconv.Itoa(open+1))
	}
}

// list reads one thing or several with commas between them.
func (p *parser) list(what string, one func() bool) {
	for one() {
		p.blanks()
		if !p.take(",") {
			return
		}
		p.many("several " + what)
		p.blanks()
	}
}

func (p *parser) quoted() bool {
	start, quote := p.at, p.next()
	if quote != '\'' && quote != '"' {
		return p.fail(p.at, p.at, "a name in quotes is missing")
	}
	for p.at++; p.at < len(p.text); p.at++ {
		switch p.text[p.at] {
		case '\\':
			p.at++
		case quote:
			p.at++
			return true
		}
	}
	p.at = len(p.text)
	return p.fail(start, len(p.text), "the quote that ends the name is missing")
}

func (p *parser) number() bool {
	start := p.at
	p.take("-")
	digits := p.at
	for '0' <= p.next() && p.next() <= '9' {
		p.at++
	}
	if p.at == digits {
		p.at = start
		return false
	}
	if p.text[start] == '-' {
		p.many("an index from the end")
	}
	return true
}

// indices reads one index or several, or a slice.
func (p *parser) indices() {
	p.number()
	p.blanks()
	if p.next() == ':' {
		p.many("a slice")
		for range 2 {
			if p.take(":") {
				p.blanks()
				p.number()
				p.blanks()
			}
		}
		return
	}
	if p.take(",") {
		p.many("several indices")
		p.blanks()
		p.list("indices", func() bool {
			return p.number() || p.fail(p.at, p.at, "an index is missing")
		})
	}
}

// fromEnd reads (@.length-1).
func (p *parser) fromEnd() {
	start := p.at
	end := strings.IndexByte(p.text[p.at:], ')')
	if end < 0 {
		p.fail(start, len(p.text), ") is missing")
		return
	}
	p.at += end + 1
	inside := strings.ReplaceAll(p.text[start+1:p.at-1], " ", "")
	offset, ok := strings.CutPrefix(inside, "@.length-")
	if _, err := strconv.ParseUint(offset, 10, 32); !ok || err != nil {
		p.fail(start, p.at, "an index is computed as (@.length-1) only")
	}
}
