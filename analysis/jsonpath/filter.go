package jsonpath

import "strings"

// deepest is how far parentheses nest in a filter; nobody writes more.
const deepest = 64

// filter reads (a condition), behind the ?.
func (p *parser) filter() {
	p.blanks()
	if p.next() != '(' {
		p.fail(p.at, p.at, "a filter stands in parentheses: [?(@.price > 10)]")
		return
	}
	p.term()
}

// conditions reads conditions joined by && and ||; which binds stronger is nothing to a check.
func (p *parser) conditions() bool {
	for p.term() {
		p.blanks()
		if !p.take("&&") && !p.take("||") {
			return true
		}
		p.blanks()
	}
	return false
}

func (p *parser) term() bool {
	p.blanks()
	for p.take("!") {
		p.blanks()
	}
	if p.next() != '(' {
		return p.test()
	}
	open := p.at
	p.at++
	if p.depth++; p.depth > deepest {
		return p.fail(open, p.at, "the parentheses of the filter nest too deep")
	}
	if !p.conditions() {
		return false
	}
	p.depth--
	p.blanks()
	if !p.take(")") {
		return p.fail(p.at, p.at, ") is missing, which closes the filter")
	}
	return true
}

// operators of a filter, those first that begin with another one.
var operators = []string{
	"==", "!=", "<=", ">=", "=~", "<", ">", "subsetof", "anyof", "noneof", "contains", "size", "empty", "nin", "in",
}

func (p *parser) test() bool {
	if !p.operand() {
		return false
	}
	p.blanks()
	start := p.at
	for _, op := range operators {
		if p.take(op) {
			p.blanks()
			return p.operand()
		}
	}
	if p.take("=") {
		return p.fail(start, p.at, "a filter compares with ==")
	}
	return true
}

// operand reads a path, a constant, a list of constants or a regular expression.
func (p *parser) operand() bool {
	start := p.at
	switch c := p.next(); {
	case c == '@' || c == '$':
		p.at++
		if c == '$' {
			p.take("$")
			p.name()
		}
		p.segments()
		return p.err == nil
	case c == '\'' || c == '"':
		return p.quoted()
	case c == '-' || '0' <= c && c <= '9':
		if !p.number() {
			return p.fail(start, p.at+1, "a number is missing behind -")
		}
		return p.fraction()
	case c == '[':
		p.at++
		p.list("values", p.operandOrBlank)
		if p.err == nil && !p.take("]") {
			return p.fail(p.at, p.at, "] is missing, which closes the list")
		}
		return p.err == nil
	case c == '/':
		end := strings.IndexByte(p.text[start+1:], '/')
		if end < 0 {
			return p.fail(start, len(p.text), "the / is missing that ends the regular expression")
		}
		p.at += end + 2
		p.name() // its flags
		return true
	}
	for _, word := range []string{"true", "false", "null"} {
		if p.take(word) {
			return true
		}
	}
	word := p.name()
	if word == "" {
		return p.fail(start, p.at, "a filter compares paths that begin with @, numbers, and text in quotes")
	}
	return p.fail(start, p.at, word+" is neither a path, which begins with @, nor text, which stands in quotes")
}

func (p *parser) operandOrBlank() bool {
	p.blanks()
	return p.operand()
}

func (p *parser) fraction() bool {
	if p.take(".") {
		digits := p.at
		for '0' <= p.next() && p.next() <= '9' {
			p.at++
		}
		if p.at == digits {
			return p.fail(digits-1, digits, "digits are missing behind the point")
		}
	}
	return true
}
