package workspace

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestReadFileSeesChanges holds that a remembered text is never older than the file.
func TestReadFileSeesChanges(t *testing.T) {
	folder := t.TempDir()
	w, err := New(folder)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "main.py")
	for i, step := range []struct {
		text string
		age  time.Duration
	}{{"one", time.Hour}, {"two", time.Hour - time.Second}, {"six", 0}, {"ten", 0}, {"eleven", time.Hour}} {
		if err := os.WriteFile(file, []byte(step.text), 0o644); err != nil {
			t.Fatal(err)
		}
		when := time.Now().Add(-step.age)
		if err := os.Chtimes(file, when, when); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if text, err := w.ReadFile("main.py"); text != step.text || err != nil {
				t.Errorf("step %d: read %q, %v, want %q", i, text, err, step.text)
			}
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if text, err := w.ReadFile("main.py"); err == nil {
		t.Errorf("a removed file is read: %q", text)
	}
}
