package grammar

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// corpus returns all programs of testdata, whole and broken ones, by their paths.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"ok/*.ork", "err/*.ork", "examples/*/*.ork", "format/*.ork"} {
		names, err := filepath.Glob(filepath.Join("..", "testdata", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no programs in testdata/%s: %v", pattern, err)
		}
		for _, name := range names {
			texts[name] = contents(t, name)
		}
	}
	return texts
}

func TestTree(t *testing.T) {
	for name, text := range corpus(t) {
		if err := checkTree(text); err != "" {
			t.Errorf("%s: %s", name, err)
		}
	}
}

// checkTree returns how the tree of text is not as it should be: every token stands in one statement, statements
// and nodes follow each other in the order of the text, and nodes lie in the nodes that hold them.
func checkTree(text string) string {
	tokens, _ := Lex(text)
	tokens = tokens[:len(tokens)-1]
	file := NewParser().Parse(text)
	c := &treeCheck{text: text, starts: map[int]bool{}, ends: map[int]bool{}, closing: map[int]bool{}, strays: map[int]bool{}}
	for _, token := range tokens {
		c.starts[int(token.Start)], c.ends[int(token.End)] = true, true
		c.closing[int(token.End)] = token.Kind == CloseBrace
	}
	for _, s := range file.strays {
		c.strays[s.Range.Start] = true
	}
	c.statements(file.Statements, 0, Range{0, len(text)}, tokens)
	if len(file.Problems()) == 0 {
		c.sound(file, tokens)
	}
	for _, p := range file.Problems() {
		if p.Range.Start < 0 || p.Range.Start > p.Range.End || p.Range.End > len(text) || p.Message == "" {
			c.fault(p.Range, "a bad problem: "+p.Message)
		}
		if f := p.Fix; f != nil && (f.Title == "" || f.Range.Start < 0 || f.Range.Start > f.Range.End || f.Range.End > len(text)) {
			c.fault(f.Range, "a bad fix: "+f.Title)
		}
	}
	return strings.Join(c.faults, "\n")
}

type treeCheck struct {
	text         string
	starts, ends map[int]bool // of tokens
	closing      map[int]bool // the ends of closing braces
	strays       map[int]bool
	faults       []string
}

func (c *treeCheck) fault(at Range, message string) {
	if len(c.faults) < 5 {
		c.faults = append(c.faults, message+": "+c.show(at))
	}
}

func (c *treeCheck) show(at Range) string {
	if at.Start < 0 || at.Start > at.End || at.End > len(c.text) {
		return "outside of the text"
	}
	return Quote(shorten(strings.ToValidUTF8(c.text[at.Start:at.End], "?")))
}

// statements checks that the statements hold the tokens between them, each one in one of them.
func (c *treeCheck) statements(statements []*Statement, base int, within Range, tokens []Token) {
	for len(tokens) > 0 && int(tokens[0].Start) < within.Start {
		tokens = tokens[1:]
	}
	for _, s := range statements {
		at := s.Extent.Shift(base + s.Base)
		if !c.starts[at.Start] || !c.ends[at.End] || !within.Covers(at) {
			c.fault(at, "a statement is not in its place")
			return
		}
		for len(tokens) > 0 && int(tokens[0].Start) < at.Start && c.strays[int(tokens[0].Start)] {
			tokens = tokens[1:]
		}
		if len(tokens) == 0 || int(tokens[0].Start) != at.Start {
			c.fault(at, "tokens in front of the statement belong to none")
			return
		}
		inner := tokens
		for len(tokens) > 0 && int(tokens[0].Start) < at.End {
			tokens = tokens[1:]
		}
		if !at.Covers(s.Node.Span().Shift(base + s.Base)) {
			c.fault(s.Node.Span().Shift(base+s.Base), "a node lies outside of its statement "+c.show(at))
		}
		if _, bad := s.Node.(*BadStatement); bad && s.Node.Span().Shift(base+s.Base) != at {
			c.fault(at, "a bad statement has another place than its node")
		}
		c.node(s.Node, base+s.Base, inner)
	}
	for _, token := range tokens {
		if int(token.Start) < within.End && !c.strays[int(token.Start)] {
			c.fault(token.Range(), "a token belongs to no statement")
			return
		}
	}
}

func (c *treeCheck) node(n Node, base int, tokens []Token) {
	at := n.Span().Shift(base)
	if !c.starts[at.Start] || !c.ends[at.End] {
		c.fault(at, reflect.TypeOf(n).String()+" does not begin and end with tokens")
		return
	}
	end := at.Start
	for _, child := range Children(n) {
		r := child.Span().Shift(base)
		if r.Start < end || !at.Covers(r) {
			c.fault(r, reflect.TypeOf(child).String()+" is not in its place in "+reflect.TypeOf(n).String())
		}
		end = r.End
		c.node(child, base, tokens)
	}
	switch n := n.(type) {
	case *Name:
		if !n.Quoted && n.Text != c.text[at.Start:at.End] || n.Quoted && n.Text != unquote(c.text[at.Start:at.End]) {
			c.fault(at, "another name: "+n.Text)
		}
	case *Body, *Block:
		inner := Range{at.Start + 1, at.End}
		statements := Statements(n)
		end := 0
		if last := len(statements) - 1; last >= 0 {
			end = statements[last].Extent.End + statements[last].Base + base
		}
		if c.closing[at.End] && end < at.End {
			inner.End--
		}
		c.statements(statements, base, inner, tokens)
	}
}

// sound checks a file in which nothing is wrong: a statement is just its node, and the comma behind it.
func (c *treeCheck) sound(file *File, tokens []Token) {
	for _, token := range tokens {
		if token.Kind == Bad {
			c.fault(token.Range(), "a bad token is not reported")
		}
	}
	check := func(s *Statement, base int) {
		whole := s.Extent.Shift(s.Base + base)
		node := s.Node.Span().Shift(s.Base + base)
		behind, _ := Lex(c.text[node.End:whole.End])
		_, bad := s.Node.(*BadStatement)
		if bad || node.Start != whole.Start || len(behind) > 2 || len(behind) == 2 && behind[0].Kind != Comma {
			c.fault(whole, "a broken statement is not reported")
		}
	}
	for _, s := range file.Statements {
		check(s, 0)
	}
	Walk(file.Statements, 0, func(n Node, base int) bool {
		for _, s := range Statements(n) {
			check(s, base)
		}
		return true
	})
}

// TestGaps: what stands between tokens are blanks, line ends, comments and backslashes, so nothing is lost.
func TestGaps(t *testing.T) {
	for name, text := range corpus(t) {
		if err := checkGaps(text); err != "" {
			t.Errorf("%s: %s", name, err)
		}
	}
}

func checkGaps(text string) string {
	tokens, comments := Lex(text)
	end := 0
	if strings.HasPrefix(text, byteOrderMark) {
		end = len(byteOrderMark)
	}
	lines := 0
	for _, token := range tokens {
		lines += countLines(text[end:token.Start])
		if lines != int(token.Line) {
			return "a token is said to be in another line: " + Quote(text[token.Start:token.End])
		}
		for at := end; at < int(token.Start); {
			if len(comments) > 0 && comments[0].Start == at {
				if text[at] != '#' || comments[0].Line != int(lines)-countLines(text[at:token.Start]) {
					return "a bad comment: " + Quote(text[at:comments[0].End])
				}
				at = comments[0].End
				comments = comments[1:]
			} else if strings.IndexByte(" \t\r\n\\", text[at]) < 0 {
				return "lost: " + Quote(text[at:token.Start])
			} else {
				at++
			}
		}
		lines += countLines(text[token.Start:token.End])
		end = int(token.End)
	}
	if end != len(text) || len(comments) > 0 {
		return "the end is lost"
	}
	return ""
}

// TestFixes: a fix takes away the problem that it belongs to. Behind it another may come to light.
func TestFixes(t *testing.T) {
	for _, name := range programs(t, "err") {
		text := contents(t, name)
		_, problems := Parse(text)
		for _, p := range problems {
			if p.Fix == nil {
				continue
			}
			fixed := text[:p.Fix.Range.Start] + p.Fix.NewText + text[p.Fix.Range.End:]
			_, left := Parse(fixed)
			for _, l := range left {
				if len(left) > len(problems) || l.Range.Start == p.Range.Start {
					t.Errorf("%s: behind %q:\n%s", name, p.Fix.Title, render(fixed, left))
					break
				}
			}
		}
	}
}
