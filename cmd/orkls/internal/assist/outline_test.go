package assist_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

func program(text string) *flow.Program {
	file, _ := grammar.Parse(text)
	return flow.Resolve("a.ork", file, func(string) (*flow.Program, error) { return nil, errors.New("no imports here") })
}

// draw writes symbols one a line, children indented, each with the text that is selected.
func draw(text string, symbols []*assist.Symbol, indent string) string {
	var b strings.Builder
	for _, s := range symbols {
		fmt.Fprintf(&b, "%s%s (%s) %q\n", indent, s.Name, s.Detail, text[s.Selected.Start:s.Selected.End])
		b.WriteString(draw(text, s.Children, indent+"  "))
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	text := `task a "main.py"
task b
workflow w {
    a >> [b >> map (a), wait 3s] >> if $.x == 1 { b as c } >> task d "sns:publish"
}
task )
a >> b
`
	want := `a (main.py) "a"
b () "b"
w (workflow) "w"
  a () "a"
  parallelize_b_wait_3s (list: one failing stops the others) "[b >> map (a), wait 3s]"
    b () "b"
    map_a (for each item; errors are captured) "map (a)"
      a2 (a) "a"
    wait_3s () "wait 3s"
  choice () "if $.x == 1 { b as c }"
    c (b) "b"
  d () "task d \"sns:publish\""
a (workflow) "a"
  a () "a"
  b () "b"
`
	if got := draw(text, assist.Outline(program(text)), ""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// requireNested requires what editors rely on: children lie in their parents, and so does what is selected.
func requireNested(t *testing.T, parent grammar.Range, symbols []*assist.Symbol) {
	t.Helper()
	for _, s := range symbols {
		if !parent.Covers(s.Range) || !s.Range.Covers(s.Selected) || s.Name == "" {
			t.Errorf("%q at %v selects %v in %v", s.Name, s.Range, s.Selected, parent)
		}
		requireNested(t, s.Range, s.Children)
	}
}

func TestOutlineNests(t *testing.T) {
	for _, pattern := range []string{"ok/*.ork", "err/*.ork", "examples/*/*.ork"} {
		files, err := filepath.Glob("../../../../testdata/" + pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for cut := 0; cut <= len(text); cut += 1 + len(text)/40 { // half-typed files, too
				requireNested(t, grammar.Range{Start: 0, End: cut}, assist.Outline(program(string(text[:cut]))))
			}
		}
	}
}
