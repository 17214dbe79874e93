package grammar

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestFormat formats the programs of testdata/format. Beside each stands how it is to look.
func TestFormat(t *testing.T) {
	for _, name := range programs(t, "format") {
		text := contents(t, name)
		got, problems := Format(text, Options{})
		if len(problems) > 0 {
			t.Errorf("%s: %s", name, render(text, problems))
			continue
		}
		compare(t, strings.TrimSuffix(name, ".ork")+".golden", got)
	}
}

// TestFormatKeeps: formatting changes nothing but blanks, line ends and commas that mean nothing, and what is
// formatted stays as it is.
func TestFormatKeeps(t *testing.T) {
	for name, text := range corpus(t) {
		for _, width := range []int{1, 30, 100} {
			if fault := checkFormat(text, width); fault != "" {
				t.Errorf("%s, %d wide: %s", name, width, fault)
			}
		}
	}
}

// TestFormatLayouts: so it is however the tokens and comments are laid out.
func TestFormatLayouts(t *testing.T) {
	const layouts = 8
	texts := corpus(t)
	checked := 0
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		random := rand.New(rand.NewPCG(uint64(i), 11))
		if _, problems := Parse(texts[name]); len(problems) > 0 {
			continue
		}
		for n := range layouts {
			text := relaid(random, texts[name], n%4)
			if _, problems := Parse(text); len(problems) > 0 {
				continue // the name behind fail must stand on its line
			}
			checked++
			if fault := checkFormat(text, 100-40*(n%2)); fault != "" {
				t.Fatalf("%s, laid out as\n%s\n%s", name, text, fault)
			}
		}
	}
	if checked < 300 {
		t.Errorf("only %d layouts parse", checked)
	}
}

// relaid returns a program with other blanks, line ends and comments between its tokens: with few of them, or many.
func relaid(random *rand.Rand, text string, many int) string {
	gaps := []string{" ", " ", " ", "", "\n", "\n    ", "\n\n", "\t", " \\\n", "\r\n"}
	if many > 1 {
		gaps = append(gaps, " # c\n", "\n# alone\n", "\n## doc\n", "\n\n# apart\n\n", "\n#\n\n\n")
	}
	tokens, _ := Lex(text)
	var out strings.Builder
	for i, token := range tokens {
		switch {
		case i == 0, token.Kind == Comma: // what stands by a comma may move when that goes
		case many == 0 && random.IntN(4) > 0:
			out.WriteByte(' ')
		default:
			gap := gaps[random.IntN(len(gaps))]
			if gap == "" && touch(text, tokens[i-1], token) {
				gap = " "
			}
			out.WriteString(gap)
		}
		out.WriteString(text[token.Start:token.End])
	}
	return out.String()
}

// touch tells whether two tokens would be others with nothing between them.
func touch(text string, a, b Token) bool {
	both, comments := Lex(text[a.Start:a.End] + text[b.Start:b.End])
	return len(comments) > 0 || len(both) < 2 || both[0].Kind != a.Kind || both[0].End != a.End-a.Start || both[1].Kind != b.Kind
}

// checkFormat returns what formatting does to text that it must not do.
func checkFormat(text string, width int) string {
	formatted, problems := Format(text, Options{LineWidth: width})
	if len(problems) > 0 {
		if formatted != text {
			return "a broken program is changed"
		}
		return ""
	}
	if file, problems := Parse(formatted); len(problems) > 0 {
		return "the result does not parse: " + render(formatted, problems) + "\n" + formatted
	} else if before, after := outline(NewParser().Parse(text)), outline(file); before != after {
		return "another tree:\n" + after + "\nin\n" + formatted
	}
	before, after := words(text), words(formatted)
	for i, w := range before {
		if i >= len(after) || after[i] != w {
			return fmt.Sprintf("word %d was %q, and is %q in\n%s", i, w, after[min(i, len(after)-1)], formatted)
		}
	}
	if len(after) != len(before) {
		return "more words in\n" + formatted
	}
	if again, _ := Format(formatted, Options{LineWidth: width}); again != formatted {
		return "formatted as\n" + formatted + "\nand then as\n" + again
	}
	return checkLines(formatted, lineEnding(text))
}

// words returns the tokens but for commas, and the comments between them with how they stand: behind code, directly
// above it, as documentation does, or alone. A comma by itself is no code, as it may move or go.
func words(text string) (out []string) {
	tokens, comments := Lex(text)
	end := 0
	for _, token := range tokens {
		for ; len(comments) > 0 && comments[0].Start < int(token.Start); comments = comments[1:] {
			c := comments[0]
			kind := "alone: "
			if end > 0 && countLines(text[end:c.Start]) == 0 {
				kind = "behind code: "
			} else if c.Doc && !closer(token.Kind) && strings.Trim(lineBelow(text, c), " \t\\") != "" {
				kind = "directly above: "
			}
			out = append(out, kind+strings.TrimRight(text[c.Start:c.End], " \t"))
		}
		if token.Kind != Comma {
			out = append(out, text[token.Start:token.End])
			end = int(token.End)
		}
	}
	return out
}

// lineBelow returns the line below a comment.
func lineBelow(text string, c Comment) string {
	m := NewMapper(text)
	r := m.LineRange(c.Line + 1)
	return text[r.Start:r.End]
}

// outline returns the tree without places.
func outline(file *File) string {
	var out strings.Builder
	var write func(n Node, depth int)
	write = func(n Node, depth int) {
		fmt.Fprintf(&out, "%*s%T", depth, "", n)
		switch n := n.(type) {
		case *Group:
			fmt.Fprint(&out, n.Tuple, n.Grouping)
		case *Map:
			fmt.Fprint(&out, n.Tuple)
		}
		out.WriteByte('\n')
		for _, child := range Children(n) {
			write(child, depth+1)
		}
		for _, s := range Statements(n) {
			write(s.Node, depth+1)
		}
	}
	for _, s := range file.Statements {
		write(s.Node, 0)
	}
	return out.String()
}

// checkLines returns what is wrong with the line ends of a formatted text.
func checkLines(text, ending string) string {
	tokens, _ := Lex(text)
	end := 0
	for _, token := range tokens {
		gap := text[end:token.Start]
		rest := strings.ReplaceAll(gap, ending, "")
		if strings.ContainsAny(rest, "\r\n") {
			return "another line end than " + Quote(ending) + " in " + Quote(gap)
		}
		for _, s := range []string{" " + ending, "\t", ending + ending + ending, "\\"} {
			if strings.Contains(gap, s) && !strings.Contains(gap, "#") {
				return Quote(s) + " between tokens"
			}
		}
		end = int(token.End)
	}
	if strings.Trim(text, byteOrderMark) != "" && (!strings.HasSuffix(text, ending) || strings.HasSuffix(text, ending+ending)) {
		return "not one line end at the end"
	}
	return ""
}
