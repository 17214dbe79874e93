package apply_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/orkls/orkls/cmd/orklint/apply"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWriteKeepsModeAndLeavesNothingBehind(t *testing.T) {
	w := project(t, map[string]string{"a.ork": "old"})
	for _, mode := range []fs.FileMode{0o644, 0o600, 0o755, 0o664} {
		if err := os.Chmod(w.Path("a.ork"), mode); err != nil {
			t.Fatal(err)
		}
		change := apply.Change{File: "a.ork", Before: read(t, w.Path("a.ork")), After: "new" + mode.String()}
		if err := change.Write(w); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(w.Path("a.ork"))
		if err != nil || info.Mode() != mode || read(t, w.Path("a.ork")) != change.After {
			t.Errorf("mode %v became %v, text %q", mode, info.Mode(), read(t, w.Path("a.ork")))
		}
	}
	if entries, err := os.ReadDir(w.Path(".")); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, test := range []struct {
		name   string
		change apply.Change
		before func(path string) error
		disk   string // what the file holds afterwards, "" for none
		want   string
	}{
		{"changed", apply.Change{Before: "seen", After: "new"}, nil, "old", "a.ork: not written: the file changed meanwhile; run again"},
		{"vanished", apply.Change{Before: "old", After: "new"}, os.Remove, "", "a.ork: not written: the file changed meanwhile; run again"},
		{"appeared", apply.Change{After: "new", Created: true}, nil, "old", "a.ork: not written: the file changed meanwhile; run again"},
		{"read-only", apply.Change{Before: "old", After: "new"}, func(path string) error { return os.Chmod(path, 0o444) }, "old", "a.ork: not written: the file is read-only"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := project(t, map[string]string{"a.ork": "old"})
			path := w.Path("a.ork")
			if test.before != nil {
				if err := test.before(path); err != nil {
					t.Fatal(err)
				}
			}
			test.change.File = "a.ork"
			if err := test.change.Write(w); err == nil || err.Error() != test.want {
				t.Errorf("Write: %v; want %q", err, test.want)
			}
			if text, _ := os.ReadFile(path); string(text) != test.disk {
				t.Errorf("the file holds %q", text)
			}
			if entries, err := filepath.Glob(w.Path(".orklint-*")); err != nil || len(entries) != 0 {
				t.Errorf("left behind: %q, %v", entries, err)
			}
		})
	}
}

func TestWriteOutsideOfTheProject(t *testing.T) {
	w := project(t, nil)
	outside := t.TempDir()
	if err := os.Symlink(outside, w.Path("link")); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"../a.ork", "link/a.ork", filepath.Join(outside, "a.ork")} {
		err := apply.Change{File: file, After: "new", Created: true}.Write(w)
		if want := file + ": not written: the file lies outside of the project"; err == nil || err.Error() != want {
			t.Errorf("Write: %v; want %q", err, want)
		}
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) != 0 {
		t.Errorf("written outside: %v, %v", entries, err)
	}
}

func TestWriteCreatesFolders(t *testing.T) {
	w := project(t, nil)
	if err := (apply.Change{File: "deep/er/a.txt", After: "new", Created: true}).Write(w); err != nil {
		t.Fatal(err)
	}
	if got := read(t, w.Path("deep/er/a.txt")); got != "new" {
		t.Errorf("wrote %q", got)
	}
}

func TestWriteKeepsALink(t *testing.T) {
	w := project(t, map[string]string{"real/a.ork": "old"})
	if err := os.Symlink(filepath.Join("real", "a.ork"), w.Path("a.ork")); err != nil {
		t.Fatal(err)
	}
	if err := (apply.Change{File: "a.ork", Before: "old", After: "new"}).Write(w); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(w.Path("a.ork"))
	if err != nil || info.Mode()&fs.ModeSymlink == 0 || read(t, w.Path("real/a.ork")) != "new" {
		t.Errorf("%v, %v; the file it leads to holds %q", info, err, read(t, w.Path("real/a.ork")))
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out", "a.json")
	for _, text := range []string{"one", "two"} {
		if err := apply.WriteFile(path, text); err != nil || read(t, path) != text {
			t.Errorf("WriteFile: %v", err)
		}
	}
	if err := apply.WriteFile(filepath.Dir(path), "x"); err == nil || err.Error() != filepath.Dir(path)+": not written: not a regular file" {
		t.Errorf("WriteFile to a folder: %v", err)
	}
}
