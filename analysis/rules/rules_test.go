package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
)

var update = flag.Bool("update", false, "write what is found and fixed into testdata")

// TestData lints the projects of testdata/RULE/*.txtar. An archive is a sentence that says what it is about, the
// files of the project, the findings of the rule as the file "want", and for each fix the files that it changes as
// "fix N.M FILE": the M-th fix of the N-th finding. Every fix is held to its promise against all rules.
func TestData(t *testing.T) {
	for _, rule := range rules.All {
		archives, err := filepath.Glob(filepath.Join("testdata", rule.Name, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		if len(archives) == 0 {
			t.Errorf("%s has no data in testdata/%s", rule.Name, rule.Name)
		}
		for _, path := range archives {
			t.Run(rule.Name+"/"+strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
				t.Parallel()
				testArchive(t, rule, path)
			})
		}
	}
}

func testArchive(t *testing.T, rule *analysis.Rule, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("the archive does not say what it is about")
	}
	got := &txtar.Archive{Comment: archive.Comment}
	p := project{}
	for _, f := range archive.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, "fix ") {
			break
		}
		p[f.Name] = expand(string(f.Data))
		got.Files = append(got.Files, f)
	}
	got.Files = append(got.Files, p.findings(t, rule)...)
	if *update {
		if err := os.WriteFile(path, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
		t.Errorf("%s (-want +got; -update writes it):\n%s", path, diff)
	}
	testLineEnds(t, rule, p)
}

// findings are what the rule finds in the project, and what its fixes make of it, as files of an archive.
func (p project) findings(t *testing.T, rule *analysis.Rule) []txtar.File {
	t.Helper()
	var want strings.Builder
	var fixes []txtar.File
	found, n := p.lint(t), 0
	for _, d := range found {
		if d.Rule != rule.Name {
			continue
		}
		n++
		want.WriteString(p.describe(d))
		for m, fix := range d.Fixes {
			p.checkFix(t, found, d, fix)
			after, changed := p.fixed(t, fix)
			for _, name := range changed {
				fixes = append(fixes, txtar.File{Name: fmt.Sprintf("fix %d.%d %s", n, m+1, name), Data: []byte(after[name])})
			}
		}
	}
	return append([]txtar.File{{Name: "want", Data: []byte(want.String())}}, fixes...)
}

// testLineEnds checks that a file with the line ends of Windows has the same findings, and that fixes keep them.
func testLineEnds(t *testing.T, rule *analysis.Rule, p project) {
	windows := project{}
	for name, text := range p {
		windows[name] = strings.ReplaceAll(text, "\n", "\r\n")
	}
	unix := func(files []txtar.File) string {
		return strings.ReplaceAll(string(txtar.Format(&txtar.Archive{Files: files})), "\r\n", "\n")
	}
	found := windows.findings(t, rule)
	if diff := cmp.Diff(unix(p.findings(t, rule)), unix(found)); diff != "" {
		t.Errorf("with \\r\\n at the ends of lines (-with \\n +with \\r\\n):\n%s", diff)
	}
	for _, f := range found {
		if _, name, _ := strings.Cut(strings.TrimPrefix(f.Name, "fix "), " "); windows[name] != "" && loneNewline.Match(f.Data) {
			t.Errorf("%s has lines that end with \\n beside those with \\r\\n:\n%q", f.Name, f.Data)
		}
	}
}

var loneNewline = regexp.MustCompile(`(^|[^\r])\n`)

// TestRules checks that every rule says all that is asked of it.
func TestRules(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, r := range rules.All {
		if !kebab.MatchString(r.Name) || seen[r.Name] {
			t.Errorf("%q is no name in kebab case of its own", r.Name)
		}
		seen[r.Name] = true
		if rules.Named(r.Name) != r {
			t.Errorf("%s is not found by its name", r.Name)
		}
		if r.Summary == "" || strings.HasSuffix(r.Summary, ".") || strings.Contains(r.Summary, "\n") {
			t.Errorf("%s: the summary %q is not one line without a full stop", r.Name, r.Summary)
		}
		if r.Category == "" || r.Severity < analysis.Error || r.Severity > analysis.Hint || r.Run == nil {
			t.Errorf("%s lacks its category, its severity or what it runs", r.Name)
		}
	}
	if rules.Named("nonsense") != nil {
		t.Error("a rule answers to nonsense")
	}
}
