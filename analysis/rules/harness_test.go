package rules_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/grammar"
)

// project is files by their paths.
type project map[string]string

// expand writes a line that ends with "# … ×N" as often as it says, with the number of each for @.
func expand(text string) string {
	return repeated.ReplaceAllStringFunc(text, func(line string) string {
		m := repeated.FindStringSubmatch(line)
		n, _ := strconv.Atoi(m[2])
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(m[1], "@", strconv.Itoa(i+1)) + "\n")
		}
		return b.String()
	})
}

var repeated = regexp.MustCompile(`(?m)^(.*?) *# … ×(\d+)\n`)

// workspace writes the project to a folder of its own.
func (p project) workspace(t testing.TB) *workspace.Workspace {
	t.Helper()
	folder := t.TempDir()
	for name, text := range p {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.New(folder)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// lint runs all rules over every .ork file of the project.
func (p project) lint(t *testing.T) (found []analysis.Diagnostic) {
	t.Helper()
	w := p.workspace(t)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if filepath.Ext(name) != ".ork" {
			continue
		}
		program, err := w.Program(name)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, analysis.Run(rules.All, program, w)...)
	}
	for _, d := range found {
		p.check(t, d)
	}
	return found
}

// check holds a diagnostic to what every one must keep to.
func (p project) check(t *testing.T, d analysis.Diagnostic) {
	t.Helper()
	p.checkRange(t, d.Rule, d.File, d.Range)
	for _, r := range d.Related {
		p.checkRange(t, d.Rule+", related", r.File, r.Range)
	}
	if d.Message == "" || fullStop.MatchString(d.Message) {
		t.Errorf("%s: the message %q is empty or ends with a full stop", d.Rule, d.Message)
	}
	for _, fix := range d.Fixes {
		if fix.Title == "" || len(fix.Edits) == 0 {
			t.Errorf("%s: the fix %q is not whole", d.Rule, fix.Title)
		}
		for _, e := range fix.Edits {
			p.checkRange(t, d.Rule+", "+fix.Title, e.File, e.Range)
		}
	}
}

// fullStop is one that ends a sentence; the parser speaks of the token that it is, too.
var fullStop = regexp.MustCompile(`\S\.$`)

func (p project) checkRange(t *testing.T, what, file string, at grammar.Range) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(p[file]) {
		t.Errorf("%s: the range %v does not lie in %s, which has %d bytes", what, at, file, len(p[file]))
	}
}

// fixed returns the project after a fix, and the files that the fix changed, sorted.
func (p project) fixed(t *testing.T, fix analysis.Fix) (after project, changed []string) {
	t.Helper()
	after = maps.Clone(p)
	edits := slices.Clone(fix.Edits)
	slices.SortStableFunc(edits, func(a, b analysis.Edit) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Range.Start-b.Range.Start, a.Range.End-b.Range.End)
	})
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		if i > 0 && edits[i-1].File == e.File && edits[i-1].Range.End > e.Range.Start {
			t.Fatalf("%s: its edits of %s overlap", fix.Title, e.File)
		}
		text := after[e.File]
		after[e.File] = text[:e.Range.Start] + e.NewText + text[e.Range.End:]
		changed = append(changed, e.File)
	}
	slices.Sort(changed)
	return after, slices.Compact(changed)
}

// checkFix holds a fix to its promise: what was found is gone, and where that was no error, nothing as
// weighty has come up; a lesser finding may tell more of what the fix makes. Found is what the project had before.
func (p project) checkFix(t *testing.T, found []analysis.Diagnostic, of analysis.Diagnostic, fix analysis.Fix) {
	t.Helper()
	after, _ := p.fixed(t, fix)
	left := after.lint(t)
	if same(left, of) >= same(found, of) {
		t.Errorf("%s leaves what it should mend: %s", fix.Title, of.Message)
	}
	before, now := count(found), map[string]int{}
	for _, d := range left {
		now[d.Rule]++
		if d.Severity <= of.Severity && now[d.Rule] > before[d.Rule] && (of.Severity > analysis.Error || d.Rule == "syntax") {
			t.Errorf("%s brings up %s: %s", fix.Title, d.Rule, d.Message)
		}
	}
}

// same counts the diagnostics that say the same as another.
func same(found []analysis.Diagnostic, as analysis.Diagnostic) (n int) {
	for _, d := range found {
		if d.Rule == as.Rule && d.Message == as.Message {
			n++
		}
	}
	return n
}

func count(found []analysis.Diagnostic) map[string]int {
	n := map[string]int{}
	for _, d := range found {
		n[d.Rule]++
	}
	return n
}

// describe writes a diagnostic as the test data has it.
func (p project) describe(d analysis.Diagnostic) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s: %s\n", p.place(d.File, d.Range), d.Severity, d.Rule, d.Message)
	for _, r := range d.Related {
		fmt.Fprintf(&b, "    %s %s\n", p.place(r.File, r.Range), r.Message)
	}
	for _, f := range d.Fixes {
		safe := "unsafe"
		if f.Safe {
			safe = "safe"
		}
		fmt.Fprintf(&b, "    fix, %s: %s\n", safe, f.Title)
	}
	return b.String()
}

// place writes a range as people count lines and columns.
func (p project) place(file string, at grammar.Range) string {
	m := grammar.NewMapper(p[file])
	start, end := m.OffsetPosition(at.Start, grammar.UTF32), m.OffsetPosition(at.End, grammar.UTF32)
	if start.Line == end.Line {
		return fmt.Sprintf("%s:%d:%d-%d", file, start.Line+1, start.Column+1, end.Column+1)
	}
	return fmt.Sprintf("%s:%d:%d-%d:%d", file, start.Line+1, start.Column+1, end.Line+1, end.Column+1)
}
