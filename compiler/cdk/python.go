package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// Python is CDK code for Python 3.9 and later, laid out as Black does.
var Python Language = python{}

type python struct{}

func (python) width() int      { return 88 }
func (python) indent() string  { return "    " }
func (python) padding() string { return "" }
func (python) self() string    { return "self" }
func (python) new() string     { return "" }
func (python) comment() string { return "#" }
func (python) end() string     { return "" }

func (python) variable(name string) string { return naming.Identifier(name) }

// member: what is a keyword in Python, jsii spells with a line behind it.
func (python) member(name string) string {
	if pythonKeywords[name] {
		return name + "_"
	}
	return name
}

func (l python) key(key string) string { return l.quote(key) }

// quote: JSON's escapes are Python's too.
func (python) quote(s string) string { return asl.Quote(s) }

func (python) literal(l literal) string {
	switch l {
	case "true":
		return "True"
	case "false":
		return "False"
	}
	return string(l)
}

func (python) alias(m *module) string { return m.pythonAlias }

func (python) reserved(name string) bool { return pythonKeywords[name] || pythonNames[name] }

func (l python) prop(name string) string { return l.member(name) + "=" }

func (l python) format(p *printer, f format) string {
	var b strings.Builder
	b.WriteString(`f"`)
	for _, part := range f {
		if t, ok := part.(text); ok {
			quoted := l.quote(string(t))
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(quoted[1 : len(quoted)-1]))
		} else {
			b.WriteString("{" + part.inline(p) + "}")
		}
	}
	return b.String() + `"`
}

func (python) all(c call) []expr {
	all := append([]expr{}, c.args...)
	for _, v := range c.props {
		all = append(all, v)
	}
	return all
}

func (l python) arguments(p *printer, c call) string { return "(" + joined(p, l.all(c)) + ")" }

func (l python) brokenArguments(p *printer, c call, indent string) string {
	return "(" + onePerLine(p, l.all(c), indent) + ")"
}

func (l python) chainOpening(indent string) string { return "(\n" + indent + l.indent() }
func (l python) chainClosing(indent string) string { return "\n" + indent + ")" }

func (python) structure(class ref, props []prop) expr { return call{function: class, props: props} }

func (python) declaration(variable string) string { return variable + " = " }
func (python) attribute(name string) string       { return "self." + name + " = " }

func (python) importLine(m *module, names []string) string {
	switch {
	case m.pythonName == "":
		return "from " + m.pythonPackage + " import " + strings.Join(names, ", ")
	case m.pythonName == m.pythonAlias:
		return "from " + m.pythonPackage + " import " + m.pythonName
	}
	return "from " + m.pythonPackage + " import " + m.pythonName + " as " + m.pythonAlias
}

// docstring is a documentation string, its line end included; empty where there is nothing to say.
func (python) docstring(s, indent string) string {
	if s == "" {
		return ""
	}
	body := strings.TrimSuffix(s, `"`)
	end := strings.Replace(s[len(body):], `"`, `\"`, 1)
	body = strings.NewReplacer(`\`, `\\`, `"""`, `\"\"\"`, "\n", "\n"+indent).Replace(body)
	return indent + `"""` + body + end + `"""` + "\n"
}

func (l python) stack(p *printer, s stackModule) string {
	class := "class " + s.class + "(" + p.ref(ref{core, "Stack"}) + "):\n"
	scope := p.ref(ref{constructs, "Construct"})
	body := printSections(p, s.sections, "        ")
	return p.comment() + " " + s.origin + "\n\n" + p.imports() + "\n\n" + class +
		spaced(l.docstring(s.comment, "    ")) +
		"    def __init__(self, scope: " + scope + ", construct_id: str, **kwargs) -> None:\n" +
		"        super().__init__(scope, construct_id, **kwargs)\n\n" + body
}

func (l python) function(p *printer, f functionModule) string {
	result := p.ref(f.typed)
	scope := p.ref(ref{constructs, "Construct"})
	body := printSections(p, f.sections, "    ")
	value := "    return " + p.layout(f.body, "    ", len("return ")) + "\n"
	return p.comment() + " " + f.origin + "\n\n" + p.imports() + "\n\n" +
		"def " + f.name + "(scope: " + scope + ") -> " + result + ":\n" +
		l.docstring(f.comment, "    ") + body + "\n" + value
}

// spaced puts an empty line behind text, where there is any.
func spaced(text string) string {
	if text == "" {
		return ""
	}
	return text + "\n"
}

var pythonKeywords = words(`False None True and as assert async await break class continue def del elif else except
	finally for from global if import in is lambda nonlocal not or pass raise return try while with yield`)

// pythonNames are those that the program uses for itself.
var pythonNames = words(`self scope construct_id kwargs super definition str
	events targets iam lambda_ sfn tasks Construct Stack Duration Aws CfnParameter PythonFunction GoFunction NodejsFunction`)

// words makes a set of the words in s.
func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
