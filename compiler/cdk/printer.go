package cdk

import (
	"strings"
	"unicode/utf8"
)

// Language is a language that CDK code is written in: Python or TypeScript.
type Language interface {
	width() int      // that lines should not exceed
	indent() string  // of one level
	padding() string // inside the braces of an object on one line
	self() string    // the construct that a method belongs to
	new() string     // in front of a constructor
	comment() string // what opens a comment
	end() string     // of a statement

	variable(name string) string // a name in snake case, or a state's, as that of a variable
	member(name string) string   // a name in snake case, as that of a method, an attribute or an argument
	key(key string) string       // a key of an object
	quote(s string) string
	literal(l literal) string
	alias(m *module) string    // the name in front of what m has, empty where that is imported by name
	reserved(name string) bool // no variable may be called so

	prop(name string) string // a named argument up to its value
	// format is a string with expressions in it.
	format(p *printer, f format) string
	// arguments are what stands behind a function, in its brackets, on one line or over several.
	arguments(p *printer, c call) string
	brokenArguments(p *printer, c call, indent string) string
	// chain is what stands around the lines of a chain that is broken.
	chainOpening(indent string) string
	chainClosing(indent string) string

	// structure is an object of a class that the CDK declares for arguments.
	structure(class ref, props []prop) expr

	declaration(variable string) string // a new variable up to its value
	attribute(name string) string       // an attribute of the module's construct, up to its value
	importLine(m *module, names []string) string
	stack(p *printer, s stackModule) string
	function(p *printer, f functionModule) string
}

// printer lays out code in one language, and notes which names of which modules the code uses.
type printer struct {
	Language
	used map[*module]map[string]bool
}

func newPrinter(l Language) *printer {
	return &printer{Language: l, used: map[*module]map[string]bool{}}
}

// layout prints e, over several lines where it does not fit behind what stands on the line already:
// indent and used more characters.
func (p *printer) layout(e expr, indent string, used int) string {
	one := e.inline(p)
	if utf8.RuneCountInString(indent)+used+utf8.RuneCountInString(one) <= p.width() {
		return one
	}
	return e.broken(p, indent)
}

// ref spells a name of a module, and notes that it must be imported.
func (p *printer) ref(r ref) string {
	segments := strings.Split(r.path, ".")
	if p.used[r.module] == nil {
		p.used[r.module] = map[string]bool{}
	}
	p.used[r.module][segments[0]] = true
	for i, s := range segments[1:] {
		segments[i+1] = p.member(s)
	}
	path := strings.Join(segments, ".")
	if alias := p.alias(r.module); alias != "" {
		return alias + "." + path
	}
	return path
}

// joined are expressions on one line.
func joined[E expr](p *printer, items []E) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = item.inline(p)
	}
	return strings.Join(parts, ", ")
}

// onePerLine are expressions on lines of their own, up to the bracket that closes them.
func onePerLine[E expr](p *printer, items []E, indent string) string {
	inner := indent + p.indent()
	var b strings.Builder
	for _, item := range items {
		b.WriteString("\n" + inner + p.layout(item, inner, 1) + ",")
	}
	b.WriteString("\n" + indent)
	return b.String()
}

// opensBracket tells whether an only argument may share its call's bracket: f([ … ]).
func opensBracket(e expr) bool {
	switch e.(type) {
	case list, dict, call:
		return true
	}
	return false
}
