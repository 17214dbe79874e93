package cdk

import "strings"

// An expr is an expression of the program that is written, the same for both languages: names are in
// snake case, and the printer spells them as its language does.
type expr interface {
	// inline is the expression on one line.
	inline(p *printer) string
	// broken is the expression over several lines, those behind the first indented by indent; the same
	// as inline where it cannot be broken.
	broken(p *printer, indent string) string
}

// name is a variable's name, already spelled as the language wants it.
type name string

func (n name) inline(*printer) string         { return string(n) }
func (n name) broken(*printer, string) string { return string(n) }

// self is the construct that the program builds in.
type self struct{}

func (self) inline(p *printer) string           { return p.self() }
func (self) broken(p *printer, _ string) string { return p.self() }

// ref is something of a CDK module: a class, an enum's value, a static method.
type ref struct {
	module *module
	path   string // "Runtime.PYTHON_3_13", "Condition.is_present"
}

func (r ref) inline(p *printer) string           { return p.ref(r) }
func (r ref) broken(p *printer, _ string) string { return p.ref(r) }

// member is an attribute of an object.
type member struct {
	of   expr
	name string
}

func (m member) inline(p *printer) string           { return m.of.inline(p) + "." + p.member(m.name) }
func (m member) broken(p *printer, _ string) string { return m.inline(p) }

// text is a string.
type text string

func (t text) inline(p *printer) string           { return p.quote(string(t)) }
func (t text) broken(p *printer, _ string) string { return p.quote(string(t)) }

// format is a string with expressions in it; its parts are text and other expressions.
type format []expr

func (f format) inline(p *printer) string           { return p.format(p, f) }
func (f format) broken(p *printer, _ string) string { return p.format(p, f) }

// literal is a number, true or false.
type literal string

func (l literal) inline(p *printer) string           { return p.literal(l) }
func (l literal) broken(p *printer, _ string) string { return p.literal(l) }

const yes literal = "true"

// list is a list of expressions.
type list []expr

func (l list) inline(p *printer) string                { return "[" + joined(p, l) + "]" }
func (l list) broken(p *printer, indent string) string { return "[" + onePerLine(p, l, indent) + "]" }

// dict is an object with arbitrary keys, in order.
type dict []entry

type entry struct {
	key   string
	value expr
}

func (d dict) inline(p *printer) string {
	if len(d) == 0 {
		return "{}"
	}
	return "{" + p.padding() + joined(p, d) + p.padding() + "}"
}

func (d dict) broken(p *printer, indent string) string { return "{" + onePerLine(p, d, indent) + "}" }

func (e entry) inline(p *printer) string { return p.key(e.key) + ": " + e.value.inline(p) }

func (e entry) broken(p *printer, indent string) string {
	head := p.key(e.key) + ": "
	return head + p.layout(e.value, indent, len(head)+1)
}

// prop is a named argument: a keyword in Python, a field of the last argument in TypeScript.
type prop struct {
	name  string
	value expr
}

func (v prop) inline(p *printer) string { return p.prop(v.name) + v.value.inline(p) }

func (v prop) broken(p *printer, indent string) string {
	head := p.prop(v.name)
	return head + p.layout(v.value, indent, len(head)+1)
}

// call calls a function or, where it is new, a constructor.
type call struct {
	function expr
	new      bool
	args     []expr
	props    []prop
}

// construct is a new construct in scope.
func construct(class ref, scope expr, id string, props ...prop) call {
	return call{function: class, new: true, args: []expr{scope, text(id)}, props: props}
}

// static calls a method of a class.
func static(m *module, path string, args ...expr) call {
	return call{function: ref{m, path}, args: args}
}

func (c call) head(p *printer) string {
	if c.new {
		return p.new() + c.function.inline(p)
	}
	return c.function.inline(p)
}

func (c call) inline(p *printer) string { return c.head(p) + p.arguments(p, c) }

func (c call) broken(p *printer, indent string) string {
	return c.head(p) + c.brokenArguments(p, indent)
}

func (c call) brokenArguments(p *printer, indent string) string {
	if len(c.props) == 0 && len(c.args) == 1 && opensBracket(c.args[0]) {
		return "(" + c.args[0].broken(p, indent) + ")"
	}
	return p.brokenArguments(p, c, indent)
}

// bracketed are the arguments of a call alone.
type bracketed struct{ call call }

func (b bracketed) inline(p *printer) string                { return p.arguments(p, b.call) }
func (b bracketed) broken(p *printer, indent string) string { return b.call.brokenArguments(p, indent) }

// chain calls methods one behind the other: a.next(b).next(c).
type chain struct {
	head  expr
	links []link
}

// link is one call in a chain.
type link struct {
	method string
	call   call // its arguments
}

// then is a link with arguments and named arguments.
func then(method string, args []expr, props ...prop) link {
	return link{method, call{args: args, props: props}}
}

func (c chain) inline(p *printer) string {
	var b strings.Builder
	b.WriteString(c.head.inline(p))
	for _, l := range c.links {
		b.WriteString("." + p.member(l.method) + p.arguments(p, l.call))
	}
	return b.String()
}

func (c chain) broken(p *printer, indent string) string {
	if len(c.links) == 1 { // a single call breaks in its brackets
		l := c.links[0]
		head := c.head.inline(p) + "." + p.member(l.method)
		if len(indent)+len(head) <= p.width() {
			return head + l.call.brokenArguments(p, indent)
		}
		return c.head.broken(p, indent) + "." + p.member(l.method) + p.layout(bracketed{l.call}, indent, len(l.method)+3)
	}
	inner := indent + p.indent()
	var b strings.Builder
	b.WriteString(p.chainOpening(indent))
	b.WriteString(p.layout(c.head, inner, 0))
	for _, l := range c.links {
		head := "." + p.member(l.method)
		b.WriteString("\n" + inner + head)
		if one := p.arguments(p, l.call); len(inner)+len(head)+len(one) <= p.width() {
			b.WriteString(one)
		} else {
			b.WriteString(l.call.brokenArguments(p, inner))
		}
	}
	b.WriteString(p.chainClosing(indent))
	return b.String()
}

// statement is a line of the program, or more.
type statement struct {
	variable  string // a new variable that gets the value; empty for none
	attribute string // an attribute of self that gets the value; empty for none
	comment   string // instead of a value
	value     expr
}

func (s statement) print(p *printer, indent string) string {
	if s.comment != "" {
		return indent + p.comment() + " " + s.comment + "\n"
	}
	head := ""
	switch {
	case s.variable != "":
		head = p.declaration(s.variable)
	case s.attribute != "":
		head = p.attribute(s.attribute)
	}
	return indent + head + p.layout(s.value, indent, len(head)+len(p.end())) + p.end() + "\n"
}

// section is a group of statements, with an empty line in front of the next.
type section []statement

func printSections(p *printer, sections []section, indent string) string {
	var parts []string
	for _, s := range sections {
		var b strings.Builder
		for _, statement := range s {
			b.WriteString(statement.print(p, indent))
		}
		if b.Len() > 0 {
			parts = append(parts, b.String())
		}
	}
	return strings.Join(parts, "\n")
}
