package apply_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/grammar"
)

// project makes a workspace of files with the given texts.
func project(t *testing.T, texts map[string]string) *workspace.Workspace {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "project")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range texts {
		path := filepath.Join(folder, name)
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

// replacing is a linter that reports every match of a pattern in a.ork, with a fix that replaces it.
func replacing(t *testing.T, w *workspace.Workspace, pattern, by string, safe bool) func() []analysis.Diagnostic {
	matcher := regexp.MustCompile(pattern)
	return func() (found []analysis.Diagnostic) {
		text, err := w.ReadFile("a.ork")
		if err != nil {
			t.Error(err)
		}
		for _, m := range matcher.FindAllStringSubmatchIndex(text, -1) {
			r := grammar.Range{Start: m[0], End: m[1]}
			newText := string(matcher.ExpandString(nil, by, text, m))
			found = append(found, analysis.Diagnostic{
				Rule: "replacing", Severity: analysis.Warning, File: "a.ork", Range: r,
				Fixes: []analysis.Fix{{Title: "replace", Safe: safe, Edits: []analysis.Edit{{File: "a.ork", Range: r, NewText: newText}}}},
			})
		}
		return found
	}
}

func reporting(diagnostics ...analysis.Diagnostic) func() []analysis.Diagnostic {
	return func() []analysis.Diagnostic { return diagnostics }
}

func fixable(edits ...analysis.Edit) analysis.Diagnostic {
	return analysis.Diagnostic{Rule: "fixable", File: "a.ork", Fixes: []analysis.Fix{{Safe: true, Edits: edits}}}
}

func insert(file, text string) analysis.Edit { return analysis.Edit{File: file, NewText: text} }

func fix(t *testing.T, w *workspace.Workspace, unsafe bool, lint func() []analysis.Diagnostic) *apply.Result {
	t.Helper()
	result, err := apply.Fix(w, unsafe, lint)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestFixRepeatsUntilNothingChanges(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "[[x] [y]]"})
	result := fix(t, w, false, replacing(t, w, `\[([^\[\]]*)\]`, "($1)", true))
	if got := result.Changes[0].After; got != "((x) (y))" || result.Applied != 3 || len(result.Remaining) != 0 || result.Interrupted {
		t.Errorf("%q after %d fixes, %d left", got, result.Applied, len(result.Remaining))
	}
	if text, _ := w.ReadDisk("a.ork"); text != "[[x] [y]]" {
		t.Errorf("Fix wrote %q to the disk", text)
	}
}

func TestUnsafeFixesOnlyWhereAllowed(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "[x]"})
	lint := replacing(t, w, `\[(.)\]`, "($1)", false)
	if result := fix(t, w, false, lint); len(result.Changes) != 0 || result.Applied != 0 || len(result.Remaining) != 1 {
		t.Errorf("without unsafe: %+v", result)
	}
	if result := fix(t, w, true, lint); len(result.Changes) != 1 || result.Changes[0].After != "(x)" {
		t.Errorf("with unsafe: %+v", result)
	}
}

func TestRulesThatUndoEachOtherEnd(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "x"})
	result := fix(t, w, false, replacing(t, w, `^.`, "${0}y", true)) // grows for ever
	if !result.Interrupted || len(result.Remaining) == 0 {
		t.Errorf("not interrupted: %d applied, %d left", result.Applied, len(result.Remaining))
	}
}

func TestFixThatChangesNothingEnds(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "x"})
	result := fix(t, w, false, replacing(t, w, `x`, "x", true))
	if result.Interrupted || result.Applied != 0 || len(result.Changes) != 0 {
		t.Errorf("%+v", result)
	}
}

func TestFixCreatesAndAppends(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "x"})
	rounds := 0
	lint := func() []analysis.Diagnostic {
		if rounds++; rounds > 1 {
			return nil
		}
		return []analysis.Diagnostic{fixable(insert("new/requirements.txt", "one\n"), insert("a.ork", "# "))}
	}
	result := fix(t, w, false, lint)
	want := []apply.Change{
		{File: "a.ork", Before: "x", After: "# x"},
		{File: "new/requirements.txt", After: "one\n", Created: true},
	}
	if fmt.Sprint(result.Changes) != fmt.Sprint(want) {
		t.Errorf("%+v", result.Changes)
	}
}

func TestRefusedFixes(t *testing.T) {
	for _, test := range []struct {
		name string
		edit analysis.Edit
		want string
	}{
		{"outside", insert("../elsewhere.txt", "x"), "../elsewhere.txt: not fixed (fixable): the file lies outside of the project"},
		{"through a link", insert("link/elsewhere.txt", "x"), "link/elsewhere.txt: not fixed (fixable): the file lies outside of the project"},
		{"read-only", insert("locked.txt", "x"), "locked.txt: the file is read-only; not fixed (fixable)"},
		{"a folder", insert("folder", "x"), "folder: a folder where a file is expected; not fixed (fixable)"},
		{"past the end", analysis.Edit{File: "a.ork", Range: grammar.Range{Start: 5, End: 6}}, "a.ork: not fixed: the edits of fixable do not fit the text; please report this"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := project(t, map[string]string{"a.ork": "x", "locked.txt": "old", "folder/f": ""})
			if err := errors.Join(os.Chmod(w.Path("locked.txt"), 0o444), os.Symlink(t.TempDir(), w.Path("link"))); err != nil {
				t.Fatal(err)
			}
			// The other edit of the same fix must not be made alone.
			result := fix(t, w, false, reporting(fixable(insert("a.ork", "# "), test.edit)))
			if len(result.Changes) != 0 || len(result.Refused) != 1 || result.Refused[0].Error() != test.want {
				t.Errorf("changes %v, refused %v; want %q", result.Changes, result.Refused, test.want)
			}
		})
	}
}

func TestFixKeepsEveryOtherByte(t *testing.T) {
	for name, text := range map[string]string{
		"CRLF":                   "a\r\n[x]\r\nb\r\n",
		"byte-order mark":        "\ufeff[x]\n",
		"no last newline":        "a\n[x]",
		"mixed line ends":        "a\r[x]\nb\r\nc\n\r",
		"bytes that are no rune": "\xff\xfe[x]\x80\x00",
	} {
		w := project(t, map[string]string{"a.ork": text})
		result := fix(t, w, false, replacing(t, w, `\[x\]`, "(x)", true))
		if err := result.Changes[0].Write(w); err != nil {
			t.Fatal(err)
		}
		got, err := w.ReadDisk("a.ork")
		if want := strings.Replace(text, "[x]", "(x)", 1); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
}
