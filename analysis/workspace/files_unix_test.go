//go:build unix

package workspace_test

import (
	"path/filepath"
	"syscall"
	"testing"
)

func TestPipeIsNotRead(t *testing.T) {
	folder := plant(t)
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe.ork"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := open(t, folder).ReadFile("pipe.ork")
	if want := "pipe.ork: not a regular file"; err == nil || err.Error() != want {
		t.Errorf("ReadFile: %v; want %q", err, want)
	}
}
