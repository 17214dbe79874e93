package grammar

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
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
