package workspace_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/workspace"
)

func read(t *testing.T, w *workspace.Workspace, name string) string {
	t.Helper()
	text, err := w.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestOpenTextStandsBeforeDisk(t *testing.T) {
	folder := plant(t, "a.ork")
	w := open(t, folder)
	w.Open(filepath.Join(folder, "a.ork"), "edited")
	if got := read(t, w, "./a.ork"); got != "edited" {
		t.Errorf("ReadFile = %q while open", got)
	}
	if got, err := w.ReadDisk("a.ork"); got != "a.ork" {
		t.Errorf("ReadDisk = %q, %v while open", got, err)
	}
	w.Close("a.ork")
	if got := read(t, w, "a.ork"); got != "a.ork" {
		t.Errorf("ReadFile = %q after Close", got)
	}
}

func TestOpenFileNeedNotExist(t *testing.T) {
	w := open(t, plant(t, "a.ork"))
	w.Open("new/n.ork", "12345")
	if info, err := w.Stat("new/n.ork"); err != nil || info.Size() != 5 || !info.Mode().IsRegular() || info.Name() != "n.ork" {
		t.Errorf("Stat = %v, %v", info, err)
	}
	if got := entries(t, w, "new"); got != "n.ork" {
		t.Errorf("ReadDir(new) = %q", got)
	}
}

func TestReadDir(t *testing.T) {
	w := open(t, plant(t, "b.ork", "d/x.py"))
	w.Open("a.ork", "")
	w.Open("b.ork", "")
	w.Open("d/y.ork", "")
	if got := entries(t, w, "."); got != "a.ork b.ork d/" {
		t.Errorf("ReadDir(.) = %q", got)
	}
	if _, err := w.ReadDir("missing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("ReadDir(missing): %v", err)
	}
}

func entries(t *testing.T, w *workspace.Workspace, folder string) string {
	t.Helper()
	list, err := w.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range list {
		name := entry.Name()
		if entry.IsDir() {
			name += "/"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestReadErrors(t *testing.T) {
	folder := plant(t, "folder/a.ork", "large.ork")
	if err := os.Truncate(filepath.Join(folder, "large.ork"), workspace.MaxFileSize+1); err != nil {
		t.Fatal(err)
	}
	w := open(t, folder)
	for name, want := range map[string]string{
		"missing.ork": "missing.ork: no such file or folder",
		"folder":      "folder: a folder where a file is expected",
		"large.ork":   "large.ork: larger than 16 MiB; this is no source file",
	} {
		if _, err := w.ReadFile(name); err == nil || err.Error() != want {
			t.Errorf("ReadFile(%q): %v; want %q", name, err, want)
		}
	}
	if _, err := w.ReadFile("missing.ork"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file's error is not fs.ErrNotExist: %v", err)
	}
	if err := os.Truncate(filepath.Join(folder, "large.ork"), workspace.MaxFileSize); err != nil {
		t.Fatal(err)
	}
	if text, err := w.ReadFile("large.ork"); err != nil || len(text) != workspace.MaxFileSize {
		t.Errorf("a file of MaxFileSize: %d bytes, %v", len(text), err)
	}
}

func TestNewWantsAFolder(t *testing.T) {
	folder := plant(t, "a.ork")
	for name, want := range map[string]string{
		filepath.Join(folder, "a.ork"):   "not a folder",
		filepath.Join(folder, "missing"): "no such file or folder",
	} {
		if _, err := workspace.New(name); err == nil || err.Error() != name+": "+want {
			t.Errorf("New(%q): %v", name, err)
		}
	}
}
