package jsonata

import "strconv"

// parser reads an expression by the binding powers of its operators, as JSONata's own does. It keeps the first error.
type parser struct {
	lexer
	token   token // the next one
	found   Expression
	inside  int // paths, predicates and functions around: what there is read has a context of its own
	nesting int
}

// deepest is how far an expression nests; nobody writes more.
const deepest = 256

func parse(text string) (*Expression, *Error) {
	p := &parser{lexer: lexer{text: text}, found: Expression{Bound: map[string]bool{}, Constant: true}}
	p.token = p.next(false)
	p.expression(0)
	if p.err == nil && p.token.kind != ending {
		p.fail(p.token.start, p.token.end, "the expression ends in front of "+strconv.Quote(p.written(p.token)))
	}
	if p.err != nil {
		return nil, p.err
	}
	return &p.found, nil
}

func (p *parser) written(t token) string { return p.text[t.start:t.end] }

// advance goes on to the next token.
func (p *parser) advance(behindOperand bool) {
	if p.err == nil {
		p.token = p.next(behindOperand)
	}
	if p.err != nil {
		p.token = p.over()
	}
}

func (p *parser) is(operator_ string) bool {
	return p.token.kind == operator && p.token.text == operator_
}

// expect goes on behind an operator that must come next.
func (p *parser) expect(text string, behindOperand bool) bool {
	if p.is(text) {
		p.advance(behindOperand)
		return p.err == nil
	}
	switch {
	case p.err != nil:
	case p.token.kind == ending:
		p.fail(p.token.start, p.token.end, text+" is missing at the end")
	default:
		p.fail(p.token.start, p.token.end, text+" is missing in front of "+strconv.Quote(p.written(p.token)))
	}
	return false
}

// powers are how strongly operators bind what stands on their left.
var powers = map[string]int{
	".": 75, "[": 80, "{": 70, "(": 80, "@": 80, "#": 80, "?": 20, "+": 50, "-": 50, "*": 60, "/": 60, "%": 60, "=": 40,
	"<": 40, ">": 40, "^": 40, ":=": 10, "!=": 40, "<=": 40, ">=": 40, "~>": 40, "and": 30, "or": 25, "in": 40, "&": 50,
}

// shape is what is known of a part of an expression that was read.
type shape struct {
	token   token
	lone    bool // it is that token alone
	grouped bool // { } groups its items
}

func (p *parser) expression(power int) (left shape) {
	if p.nesting++; p.nesting > deepest {
		p.fail(p.token.start, p.token.end, "the expression nests too deep")
	}
	defer func() { p.nesting-- }()
	t := p.token
	p.advance(true)
	left = p.operand(t)
	for p.err == nil && p.token.kind == operator && power < powers[p.token.text] {
		t = p.token
		p.advance(false)
		left = p.behind(left, t)
	}
	return left
}

// operand reads what begins with a token that has been read.
func (p *parser) operand(t token) shape {
	alone := shape{token: t, lone: true}
	switch t.kind {
	case ending:
		if p.err == nil {
			p.fail(t.start, t.end, "something is missing at the end")
		}
	case name:
		p.reads(t)
		return alone
	case variable:
		p.readsVariable(t)
		return alone
	case literal, pattern:
		return alone
	case operator:
		p.prefix(t)
	}
	return shape{token: t}
}

// reads notes a field that is read.
func (p *parser) reads(t token) {
	p.found.Constant = false
	function := !t.quoted && (t.text == "function" || t.text == "λ") && p.is("(")
	if p.inside == 0 && !function {
		p.found.Bare = append(p.found.Bare, Field{t.text, t.start, t.end})
	}
}

func (p *parser) readsVariable(t token) {
	p.found.Constant = false
	p.found.Variables = append(p.found.Variables, Variable{
		Name: t.text, Start: t.start, End: t.end, Called: p.is("("), TopLevel: p.inside == 0,
	})
}

// prefix reads what begins with an operator.
func (p *parser) prefix(t token) {
	switch t.text {
	case "and", "or", "in", "*", "**", "%":
		p.found.Constant = false
		if p.inside == 0 {
			p.found.Bare = append(p.found.Bare, Field{t.text, t.start, t.end})
		}
	case "-":
		p.expression(70)
	case "(":
		p.block()
	case "[":
		p.array()
	case "{":
		p.object()
	case "|":
		p.transform()
	default:
		if p.err == nil {
			p.fail(t.start, t.end, "something is missing in front of "+strconv.Quote(t.text))
		}
	}
}

func (p *parser) block() {
	for p.err == nil && !p.is(")") {
		p.expression(0)
		if !p.is(";") {
			break
		}
		p.advance(false)
	}
	p.expect(")", true)
}

// list reads things with commas between them, up to what closes them.
func (p *parser) list(closing string, one func()) {
	for more := !p.is(closing); more && p.err == nil; {
		one()
		if more = p.is(","); more {
			p.advance(false)
		}
	}
	p.expect(closing, true)
}

func (p *parser) array() {
	p.list("]", func() {
		p.expression(0)
		if p.is("..") {
			p.advance(false)
			p.expression(0)
		}
	})
}

func (p *parser) object() {
	p.list("}", func() {
		p.expression(0)
		p.expect(":", false)
		p.expression(0)
	})
}

func (p *parser) transform() {
	p.inside++
	p.found.Constant = false
	p.expression(0)
	p.expect("|", false)
	p.expression(0)
	if p.is(",") {
		p.advance(false)
		p.expression(0)
	}
	p.expect("|", false)
	p.inside--
}

// behind reads what an operator, which has been read, joins to what stands in front of it.
func (p *parser) behind(left shape, t token) shape {
	switch t.text {
	case "(":
		p.call(left)
	case "[":
		if p.is("]") {
			p.advance(true)
			return left
		}
		p.within(func() { p.expression(0) })
		p.expect("]", true)
	case "{":
		if left.grouped && p.err == nil {
			p.fail(t.start, t.end, "items are grouped once only")
		}
		p.within(p.object)
		return shape{token: left.token, grouped: true}
	case "^":
		p.within(p.sorting)
	case "?":
		p.expression(0)
		if p.is(":") {
			p.advance(false)
			p.expression(0)
		}
	case ":=":
		if left.token.kind != variable || !left.lone {
			p.fail(left.token.start, t.start, "in front of := stands a variable")
		}
		p.binds(left.token)
		p.expression(powers[":="] - 1)
	case "@", "#":
		at := p.token
		if right := p.expression(powers[t.text]); (right.token.kind != variable || !right.lone) && p.err == nil {
			p.fail(at.start, at.end, "behind "+t.text+" stands a variable")
		}
		p.binds(at)
	case ".":
		p.noteField(left)
		p.within(func() { p.expression(powers["."]) })
	default:
		p.expression(powers[t.text])
	}
	return shape{token: left.token, grouped: left.grouped && t.text == "."}
}

// within reads something that has a context of its own.
func (p *parser) within(read func()) {
	p.inside++
	read()
	p.inside--
}

// binds notes that the expression gives a variable its value: that place does not read it.
func (p *parser) binds(t token) {
	if p.err != nil {
		return
	}
	p.found.Bound[t.text] = true
	for i := len(p.found.Variables) - 1; i >= 0; i-- {
		if p.found.Variables[i].Start == t.start {
			p.found.Variables = append(p.found.Variables[:i], p.found.Variables[i+1:]...)
			return
		}
	}
}

// noteField notes which field of a variable is read directly.
func (p *parser) noteField(left shape) {
	if n := len(p.found.Variables); left.lone && left.token.kind == variable && n > 0 && p.token.kind == name {
		if v := &p.found.Variables[n-1]; v.Start == left.token.start {
			v.Field = Field{p.token.text, p.token.start, p.token.end}
		}
	}
}

func (p *parser) sorting() {
	if !p.expect("(", false) {
		return
	}
	for more := true; more && p.err == nil; {
		if p.is("<") || p.is(">") {
			p.advance(false)
		}
		p.expression(0)
		if more = p.is(","); more {
			p.advance(false)
		}
	}
	p.expect(")", true)
}

// isFunction tells whether what is called is the word that begins a function.
func isFunction(left shape) bool {
	t := left.token
	return left.lone && t.kind == name && !t.quoted && (t.text == "function" || t.text == "λ")
}

// call reads the arguments of a call, or a function.
func (p *parser) call(left shape) {
	if isFunction(left) {
		p.function()
		return
	}
	p.found.Constant = false
	p.list(")", func() {
		if p.is("?") {
			p.advance(false)
		} else {
			p.expression(0)
		}
	})
}

// function reads the parameters, the signature and the body of a function.
func (p *parser) function() {
	p.list(")", func() {
		t := p.token
		if t.kind != variable && p.err == nil {
			p.fail(t.start, t.end, "the parameters of a function are variables")
		}
		p.found.Bound[t.text] = true
		p.advance(true)
	})
	if p.is("<") {
		p.signature()
	}
	p.within(func() {
		if p.expect("{", false) {
			p.expression(0)
			p.expect("}", true)
		}
	})
}

// signature passes over <…>, in which others may stand.
func (p *parser) signature() {
	for depth := 0; p.err == nil; {
		switch {
		case p.is("<"):
			depth++
		case p.is(">"):
			depth--
		case p.is("{") || p.token.kind == ending:
			p.fail(p.token.start, p.token.end, "the > is missing that ends the signature")
			return
		}
		p.advance(true)
		if depth == 0 {
			return
		}
	}
}
