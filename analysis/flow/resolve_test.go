package flow_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// TestHalfPrograms resolves programs of which something is missing: every prefix that ends with a token, and
// every program without one of its tokens. All have a flow whose edges lead both ways.
func TestHalfPrograms(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"testdata/*.ork", "../../testdata/ok/*.ork", "../../testdata/err/*.ork"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no programs in %s: %v", pattern, err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			resolve(t, string(text))
			tokens, _ := grammar.Lex(string(text))
			const most = 40 // tokens of a program that are left out
			step := len(tokens)/most + 1
			for i := 0; i < len(tokens); i += step {
				token := tokens[i]
				resolve(t, string(text[:token.End]))
				resolve(t, string(text[:token.Start])+string(text[token.End:]))
			}
		})
	}
}

func resolve(t *testing.T, text string) {
	t.Helper()
	file, _ := grammar.Parse(text)
	p := flow.Resolve("main.ork", file, nil)
	for _, w := range p.Workflows {
		for _, s := range w.States {
			checkState(t, text, s)
		}
	}
}

func checkState(t *testing.T, text string, s *flow.State) {
	t.Helper()
	if s.Name == "" {
		t.Errorf("a state at %v has no name in\n%s", s.Range, text)
	}
	if s.Range.Start < 0 || s.Range.End > len(text) || !s.Whole.Covers(s.Range) {
		t.Errorf("%s stands at %v, its step at %v, in\n%s", s.Name, s.Range, s.Whole, text)
	}
	for _, e := range s.Out {
		if e.From != s || e.To != nil && (e.To.Scope != s.Scope || !contains(e.To.In, e)) {
			t.Errorf("an edge of %s leads nowhere in\n%s", s.Name, text)
		}
	}
	for _, e := range s.In {
		if e.To != s || e.From != nil && !contains(e.From.Out, e) {
			t.Errorf("an edge to %s comes from nowhere in\n%s", s.Name, text)
		}
	}
	s.MayFail()
	s.Culprit()
	s.Taker()
	s.Retries()
}

func contains(edges []*flow.Edge, e *flow.Edge) bool {
	for _, other := range edges {
		if other == e {
			return true
		}
	}
	return false
}

// TestNothingIsQuadratic resolves programs ten times as large as others: they may not take much more than ten
// times as long.
func TestNothingIsQuadratic(t *testing.T) {
	many := func(separator, item string) func(n int) string {
		return func(n int) string { return strings.TrimSuffix(strings.Repeat(item+separator, n), separator) }
	}
	numbered := func(format string) func(n int) string {
		return func(n int) string {
			var b strings.Builder
			for i := range n {
				b.WriteString(strings.ReplaceAll(format, "@", number(i)))
			}
			return b.String()
		}
	}
	programs := map[string]func(n int) string{
		"a long chain": func(n int) string {
			return "workflow w {\n" + strings.TrimSuffix(numbered("s@ >> ")(n), " >> ") + "\n}"
		},
		"one task, many times": func(n int) string { return "workflow w {\n" + many(" >> ", "if $.x == 1 { a }")(n) + "\n}" },
		"many tasks, twice": func(n int) string {
			return "workflow w {\n" + numbered("if $.x == 1 { s@ } >> ")(n) + numbered("if $.x == 1 { s@ } >> ")(n) + "pass }"
		},
		"many branches": func(n int) string { return "workflow w { [" + many(", ", "a >> b")(n) + "] }" },
		"many lists":    func(n int) string { return "workflow w {\n catch * -> end\n" + many(" >> ", "[a, b]")(n) + "\n}" },
		"many catches": func(n int) string {
			return "workflow w {\n" + many("\n", "catch X -> end")(n) + many(" >> ", "[a]")(n) + "\n}"
		},
		"many chains":         func(n int) string { return "workflow w {\n" + numbered("s@ >> t@\nt@ >> u@\n")(n) + "}" },
		"joined from behind":  func(n int) string { return "workflow w {\nlast >> z\n" + numbered("s@ >> t@\n")(n) + "s0 >> last }" },
		"chains at the top":   numbered("s@ >> t@\nt@ >> u@\n"),
		"one head at the top": many("\n", "a >> b"),
		"many jumps":          func(n int) string { return "workflow w {\na\n" + numbered("s@ -> a\n")(n) + "}" },
		"many arms":           func(n int) string { return "workflow w {\n" + many(" else ", "if $.x == 1 { a }")(n) + " >> b }" },
		"many circles":        func(n int) string { return "workflow w {\n" + numbered("s@ >> t@ >> s@\n")(n) + "}" },
	}
	for name, program := range programs {
		t.Run(name, func(t *testing.T) {
			const n = 1000
			small, large := resolving(program(n)), resolving(program(10*n))
			best, worst := small(), large()
			for range 5 { // other work on the machine may have taken the time
				if worst < 40*best || worst < time.Second {
					return
				}
				best, worst = min(best, small()), min(worst, large())
			}
			t.Errorf("%v for %d, %v for ten times as many", best, n, worst)
		})
	}
}

func number(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return number(i/10) + number(i%10)
}

// resolving returns what takes the time of resolving a program.
func resolving(text string) func() time.Duration {
	file, _ := grammar.Parse(text)
	return func() time.Duration {
		start := time.Now()
		flow.Resolve("main.ork", file, nil)
		return time.Since(start)
	}
}
