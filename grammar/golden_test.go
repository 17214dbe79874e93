package grammar

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the code gives as what the tests want")

// TestErr reads the programs of testdata/err. Beside each stands what is reported about it: the place, the
// message, and the fix where there is one.
func TestErr(t *testing.T) {
	for _, name := range programs(t, "err") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text := contents(t, name)
			_, problems := Parse(text)
			if len(problems) == 0 {
				t.Error("nothing is reported")
			}
			compare(t, strings.TrimSuffix(name, ".ork")+".out", render(text, problems))
		})
	}
}

// TestNeighbours: what is wrong in a program is said in the same words between other declarations, and those are
// read as if nothing were wrong.
func TestNeighbours(t *testing.T) {
	const above, behind = "task declared_above \"lambdas/main.py\"\n", "\ntask declared_behind { timeout: 6s }\n"
	for _, name := range programs(t, "err") {
		text := contents(t, name)
		_, alone := Parse(text)
		before := above
		if tokens, _ := Lex(text); slices.Contains([]Kind{Then, OpenBrace, String}, tokens[0].Kind) || strings.HasPrefix(text, byteOrderMark) {
			before = "" // what begins so may go on with what stands above; and only the start of a file takes the mark
		}
		file, between := Parse(before + text + behind)
		if len(alone) != len(between) {
			t.Errorf("%s: alone\n%sbetween others\n%s", name, render(text, alone), render(before+text+behind, between))
			continue
		}
		for i, p := range between {
			if p.Message != alone[i].Message || p.Range.Start != alone[i].Range.Start+len(before) {
				t.Errorf("%s: %s is reported in another way between others", name, p.Message)
			}
		}
		whole := 0
		for _, s := range file.Statements {
			if task, ok := s.Node.(*Task); ok && strings.HasPrefix(task.Name.Text, "declared_") && len(s.all) == 0 {
				whole++
			}
		}
		if whole < 2 && before != "" || whole < 1 {
			t.Errorf("%s: a neighbour is not whole", name)
		}
	}
}

// TestOK reads the programs of testdata/ok, in which nothing is wrong.
func TestOK(t *testing.T) {
	for _, name := range programs(t, "ok") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text := contents(t, name)
			_, problems := Parse(text)
			if len(problems) > 0 {
				t.Error(render(text, problems))
			}
		})
	}
}

// programs returns the paths of the .ork files in a folder of testdata.
func programs(t testing.TB, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "testdata", folder, "*.ork"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no programs in testdata/%s: %v", folder, err)
	}
	return names
}

func contents(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// compare compares got with the content of a file, or writes the file where the tests are told to.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := contents(t, name); got != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}

// render writes problems as people count places: from 1, in code points.
func render(text string, problems []Diagnostic) string {
	m := NewMapper(text)
	place := func(r Range) string {
		a, b := m.OffsetPosition(r.Start, UTF32), m.OffsetPosition(r.End, UTF32)
		return fmt.Sprintf("%d:%d-%d:%d", a.Line+1, a.Column+1, b.Line+1, b.Column+1)
	}
	var out strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&out, "%s: %s\n", place(p.Range), p.Message)
		if p.Fix != nil {
			fmt.Fprintf(&out, "    fix %s: %s: %q\n", place(p.Fix.Range), p.Fix.Title, p.Fix.NewText)
		}
	}
	return out.String()
}

// TestSlips: for what each row of the table says there is a program in testdata/err.
func TestSlips(t *testing.T) {
	var said strings.Builder
	for _, name := range programs(t, "err") {
		_, problems := Parse(contents(t, name))
		for _, p := range problems {
			said.WriteString(p.Message + "\n")
		}
	}
	token := regexp.MustCompile(`\\\{-?[0-9]\\\}`)
	for _, s := range slips {
		message := token.ReplaceAllString(regexp.QuoteMeta(s.message), ".*")
		if !regexp.MustCompile("(?m)^" + message + "$").MatchString(said.String()) {
			t.Errorf("no program makes the slip %q: %s", s.pattern, s.message)
		}
	}
}
