package sam

import (
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/orkls/orkls/compiler/asl"
)

// field is an entry of a mapping; one without a value is left out.
type field struct {
	name  string
	value *yaml.Node
}

type fields []field

func (all *fields) add(name string, value *yaml.Node) { *all = append(*all, field{name, value}) }

func mapping(all ...field) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, f := range all {
		if f.value != nil {
			n.Content = append(n.Content, text(f.name), f.value)
		}
	}
	if len(n.Content) == 0 {
		n.Style = yaml.FlowStyle
	}
	return n
}

func sequence(items ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Content: items}
}

// text is a string. The parsers that read templates take words of YAML 1.1 for something else, so these are quoted.
func text(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if taken.MatchString(s) || strings.TrimSpace(s) != s {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// taken are the strings that mean a boolean or a number in base 60 in YAML 1.1 and do not in YAML 1.2, and merges.
// https://yaml.org/type/
var taken = regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|<<|=|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?[0-9][0-9_,]*(\.[0-9_]*)?)$`)

func quoted(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s, Style: yaml.DoubleQuotedStyle}
}

// optional is a string that is left out where it is empty.
func optional(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return text(s)
}

func texts(all []string) *yaml.Node {
	n := sequence()
	for _, s := range all {
		n.Content = append(n.Content, text(s))
	}
	return compact(n)
}

// compact puts a short list of plain words on one line.
func compact(n *yaml.Node) *yaml.Node {
	length := 0
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || item.Style != 0 || !word.MatchString(item.Value) {
			return n
		}
		length += len(item.Value) + 2
	}
	if length <= 80 {
		n.Style = yaml.FlowStyle
	}
	return n
}

var word = regexp.MustCompile(`^[\w./-]+$`)

// oneOrMore is a list, or where it has one item the item alone, as policies allow.
func oneOrMore(items ...*yaml.Node) *yaml.Node {
	if len(items) == 1 {
		return items[0]
	}
	return sequence(items...)
}

func number(n int) *yaml.Node { return literal("!!int", strconv.Itoa(n)) }

func literal(tag, spelling string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: spelling}
}

// tagged is a function of CloudFormation on a string: !Ref OrdersTable.
func tagged(tag, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value}
}

// call is a function of CloudFormation on a list, on one line.
func call(tag string, arguments ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: tag, Style: yaml.FlowStyle, Content: arguments}
}

// tree is a JSON value, its strings as leaf makes them.
func tree(v asl.Value, leaf func(string) *yaml.Node) *yaml.Node {
	switch v.Kind {
	case asl.KindAbsent:
		return nil
	case asl.KindObject:
		n := mapping()
		for _, f := range v.Fields {
			n.Content = append(n.Content, text(f.Name), tree(f.Value, leaf))
		}
		if len(v.Fields) > 0 {
			n.Style = 0
		}
		return n
	case asl.KindArray:
		n := sequence()
		for _, item := range v.Items {
			n.Content = append(n.Content, tree(item, leaf))
		}
		return compact(n)
	case asl.KindString:
		return leaf(v.Text)
	case asl.KindNumber:
		return numeral(v.Text)
	case asl.KindBool:
		return literal("!!bool", v.Text)
	}
	return literal("!!null", "null")
}

// numeral spells a number so that YAML 1.1 reads one: 1e3 would be a string there, and 1.0e+3 is not.
func numeral(spelling string) *yaml.Node {
	mantissa, exponent, found := strings.Cut(strings.ToLower(spelling), "e")
	if !found {
		return literal("", spelling)
	}
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	if !strings.HasPrefix(exponent, "-") && !strings.HasPrefix(exponent, "+") {
		exponent = "+" + exponent
	}
	return literal("", mantissa+"e"+exponent)
}

// section is a part of the template, its entries apart from one another; nothing where there are none.
func section(name string, entries fields) string {
	if len(entries) == 0 {
		return ""
	}
	parts := make([]string, len(entries))
	for i, e := range entries {
		parts[i] = indented(encode(mapping(e)))
	}
	return "\n" + name + ":\n" + strings.Join(parts, "\n")
}

func indented(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		if line != "\n" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}

func encode(n *yaml.Node) string {
	var b strings.Builder
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		panic(err) // a strings.Builder takes everything, and the nodes are well formed
	}
	return b.String()
}
