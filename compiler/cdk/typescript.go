package cdk

import (
	"strings"
	"unicode/utf8"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// TypeScript is CDK code for TypeScript 5 and later, laid out as Prettier does with single quotes.
var TypeScript Language = typescript{}

type typescript struct{}

func (typescript) width() int      { return 100 }
func (typescript) indent() string  { return "  " }
func (typescript) padding() string { return " " }
func (typescript) self() string    { return "this" }
func (typescript) new() string     { return "new " }
func (typescript) comment() string { return "//" }
func (typescript) end() string     { return ";" }

func (typescript) variable(name string) string { return naming.Camel(naming.Identifier(name)) }
func (typescript) member(name string) string   { return naming.Camel(name) }

func (l typescript) key(key string) string {
	if key != "" && key == naming.Identifier(key) {
		return key
	}
	return l.quote(key)
}

func (typescript) quote(s string) string {
	quoted := asl.Quote(s)
	if strings.Contains(s, "'") {
		return quoted
	}
	return "'" + strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`) + "'"
}

func (typescript) literal(l literal) string { return string(l) }

func (typescript) alias(m *module) string { return m.typescriptAlias }

func (typescript) reserved(name string) bool {
	return typescriptKeywords[name] || typescriptNames[name]
}

func (typescript) prop(name string) string { return naming.Camel(name) + ": " }

func (typescript) format(p *printer, f format) string {
	var b strings.Builder
	b.WriteByte('`')
	for _, part := range f {
		if t, ok := part.(text); ok {
			quoted := strings.ReplaceAll(asl.Quote(string(t)), `\"`, `"`)
			b.WriteString(strings.NewReplacer("`", "\\`", "${", `\${`).Replace(quoted[1 : len(quoted)-1]))
		} else {
			b.WriteString("${" + part.inline(p) + "}")
		}
	}
	return b.String() + "`"
}

func (typescript) arguments(p *printer, c call) string {
	args := joined(p, c.args)
	if len(c.props) == 0 {
		return "(" + args + ")"
	}
	return "(" + separated(args) + "{ " + joined(p, c.props) + " })"
}

func (l typescript) brokenArguments(p *printer, c call, indent string) string {
	if len(c.props) == 0 {
		return "(" + onePerLine(p, c.args, indent) + ")"
	}
	object := l.object(c.props)
	args := joined(p, c.args)
	if utf8.RuneCountInString(indent+args) > p.width()/2 {
		return "(" + onePerLine(p, append(c.args[:len(c.args):len(c.args)], object), indent) + ")"
	}
	return "(" + separated(args) + object.broken(p, indent) + ")"
}

// separated puts a comma behind arguments, where there are any.
func separated(args string) string {
	if args == "" {
		return ""
	}
	return args + ", "
}

func (typescript) chainOpening(string) string { return "" }
func (typescript) chainClosing(string) string { return "" }

func (l typescript) structure(_ ref, props []prop) expr {
	return l.object(props)
}

// object are named arguments as an object.
func (typescript) object(props []prop) dict {
	object := make(dict, len(props))
	for i, v := range props {
		object[i] = entry{naming.Camel(v.name), v.value}
	}
	return object
}

func (typescript) declaration(variable string) string { return "const " + variable + " = " }
func (typescript) attribute(name string) string       { return "this." + naming.Camel(name) + " = " }

func (typescript) importLine(m *module, names []string) string {
	if m.typescriptAlias == "" {
		return "import { " + strings.Join(names, ", ") + " } from '" + m.typescriptPath + "';"
	}
	return "import * as " + m.typescriptAlias + " from '" + m.typescriptPath + "';"
}

// documentation is a comment in front of a declaration; empty where there is nothing to say.
func (typescript) documentation(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ReplaceAll(s, "*/", "* /")
	if !strings.Contains(s, "\n") {
		return "/** " + s + " */\n"
	}
	return "/**\n * " + strings.ReplaceAll(s, "\n", "\n * ") + "\n */\n"
}

func (l typescript) stack(p *printer, s stackModule) string {
	class := "export class " + s.class + " extends " + p.ref(ref{core, "Stack"}) + " {\n"
	props := p.ref(ref{core, "StackProps"})
	scope := p.ref(ref{constructs, "Construct"})
	body := printSections(p, s.sections, "    ")
	return p.comment() + " " + s.origin + "\n\n" + p.imports() + "\n" + l.documentation(s.comment) + class +
		"  readonly stateMachine: sfn.StateMachine;\n\n" +
		"  constructor(scope: " + scope + ", id: string, props?: " + props + ") {\n" +
		"    super(scope, id, props);\n\n" + body + "  }\n}\n"
}

func (l typescript) function(p *printer, f functionModule) string {
	result := p.ref(f.typed)
	scope := p.ref(ref{constructs, "Construct"})
	body := printSections(p, f.sections, "  ")
	value := "  return " + p.layout(f.body, "  ", len("return ;")) + ";\n"
	return p.comment() + " " + f.origin + "\n\n" + p.imports() + "\n" + l.documentation(f.comment) +
		"export function " + f.name + "(scope: " + scope + "): " + result + " {\n" +
		body + "\n" + value + "}\n"
}

var typescriptKeywords = words(`arguments async await break case catch class const continue debugger default delete do
	else enum eval export extends false finally for function if implements import in instanceof interface let new null
	package private protected public return static super switch this throw true try typeof undefined var void while
	with yield`)

// typescriptNames are those that the program uses for itself.
var typescriptNames = words(`scope id props definition
	events targets iam lambda sfn tasks Construct Stack StackProps Duration Aws CfnParameter PythonFunction GoFunction NodejsFunction`)
