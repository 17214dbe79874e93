package workspace_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/workspace"
)

// plant makes files, each holding its own name, below a new folder.
func plant(t *testing.T, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func open(t *testing.T, folder string) *workspace.Workspace {
	t.Helper()
	w, err := workspace.New(folder)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Fatal(err)
	}
}

func TestFiles(t *testing.T) {
	folder := plant(t,
		"b.ork", "a.ork", "notes.txt", ".hidden.ork/keep.txt",
		"orders/o.ork", "orders/deep/d.ork", "empty/readme.md", "empty/below/e.ork",
		".git/x.ork", ".venv/x.ork", "node_modules/x.ork", "vendor/x.ork", "infra/cdk.out/x.ork", "infra/i.ork",
	)
	all := []string{"a.ork", "b.ork", "empty/below/e.ork", "infra/i.ork", "orders/deep/d.ork", "orders/o.ork"}
	for _, test := range []struct {
		patterns []string
		want     []string
	}{
		{nil, all},
		{[]string{"./..."}, all},
		{[]string{"..."}, all},
		{[]string{"."}, []string{"a.ork", "b.ork"}},
		{[]string{"orders"}, []string{"orders/o.ork"}},
		{[]string{"orders/"}, []string{"orders/o.ork"}},
		{[]string{"orders/..."}, []string{"orders/deep/d.ork", "orders/o.ork"}},
		{[]string{"b.ork", "./b.ork", "a.ork", folder + "/a.ork"}, []string{"a.ork", "b.ork"}},
		{[]string{"notes.txt"}, []string{"notes.txt"}},
		{[]string{"vendor/..."}, []string{"vendor/x.ork"}},
		{[]string{"orders/../infra/..."}, []string{"infra/i.ork"}},
	} {
		got, err := open(t, folder).Files(test.patterns...)
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("Files(%q) = %q, %v; want %q", test.patterns, got, err, test.want)
		}
	}
}

func TestFilesErrors(t *testing.T) {
	folder := plant(t, "a.ork", "empty/readme.md", "empty/below/e.ork", "bare/readme.md")
	for pattern, want := range map[string]string{
		"missing.ork":  "missing.ork: no such file or folder",
		"missing/...":  "missing: no such file or folder",
		"empty":        "empty: no .ork file in this folder; empty/... looks below it too",
		"bare/...":     "bare/...: no .ork file in this folder or below it",
		"a.ork/...":    "a.ork/...: a.ork is a file; only a folder takes /...",
		"a.ork/x.ork":  "a.ork/x.ork: not a directory",
		"nul\x00b.ork": "nul\x00b.ork: invalid argument",
	} {
		names, err := open(t, folder).Files("a.ork", pattern)
		if err == nil || err.Error() != want {
			t.Errorf("Files(%q) = %q, %v; want the error %q", pattern, names, err, want)
		}
	}
}

func TestWalkFollowsNoLink(t *testing.T) {
	folder := plant(t, "tree/a.ork", "elsewhere/b.ork")
	tree := filepath.Join(folder, "tree")
	link(t, filepath.Join(folder, "elsewhere"), filepath.Join(tree, "folder"))
	link(t, filepath.Join(folder, "elsewhere/b.ork"), filepath.Join(tree, "file.ork"))
	link(t, tree, filepath.Join(tree, "loop"))
	link(t, filepath.Join(folder, "nothing"), filepath.Join(tree, "broken.ork"))
	got, err := open(t, tree).Files()
	if want := []string{"a.ork"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("Files() = %q, %v; want %q", got, err, want)
	}
}

func TestNamesOutsideTheFolderAreAbsolute(t *testing.T) {
	folder := plant(t, "here/a.ork", "there/b.ork")
	w := open(t, filepath.Join(folder, "here"))
	got, err := w.Files("../there", "a.ork")
	want := []string{filepath.ToSlash(folder) + "/there/b.ork", "a.ork"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Files = %q, %v; want %q", got, err, want)
	}
}

func TestBeside(t *testing.T) {
	folder := plant(t, "here/a.ork")
	w := open(t, filepath.Join(folder, "here"))
	outside := filepath.ToSlash(folder) + "/shared/t.ork"
	for _, test := range []struct{ from, path, want string }{
		{"a.ork", "lambdas/main.py", "lambdas/main.py"},
		{"orders/a.ork", "../b.ork", "b.ork"},
		{"a.ork", "../shared/t.ork", outside},
		{outside, "../here/a.ork", "a.ork"},
		{"a.ork", outside, outside},
	} {
		if got := w.Beside(test.from, test.path); got != test.want {
			t.Errorf("Beside(%q, %q) = %q; want %q", test.from, test.path, got, test.want)
		}
	}
}

func TestContains(t *testing.T) {
	folder := plant(t, "project/.git/HEAD", "project/here/a.ork", "project/shared/t.ork", "other/o.ork", "named/n.ork")
	here := filepath.Join(folder, "project/here")
	link(t, filepath.Join(folder, "other"), filepath.Join(here, "out"))
	link(t, filepath.Join(folder, "project/shared"), filepath.Join(here, "in"))
	link(t, filepath.Join(folder, "nothing"), filepath.Join(here, "broken.ork"))
	w := open(t, here)
	if _, err := w.Files("../../named/n.ork"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"a.ork":                      true,
		"new/folder/new.py":          true,
		"../shared/t.ork":            true,
		"in/t.ork":                   true,
		"out/o.ork":                  false,
		"out/new.py":                 false,
		"broken.ork":                 false,
		"../../other/o.ork":          false,
		"../../named/new.py":         true,
		folder + "/other/o.ork":      false,
		folder + "/project":          true,
		folder + "/project-not/a.py": false,
	} {
		if got := w.Contains(name); got != want {
			t.Errorf("Contains(%q) = %v", strings.TrimPrefix(name, folder), got)
		}
	}
}
