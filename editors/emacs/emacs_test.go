// Package emacs holds the major mode for Emacs; its tests drive the real editor.
package emacs

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const seed = "task x\ntask y\ntask z\ntask g\n\nx >> y >> [z, g]\n"

// TestEglot opens a file with the language server, and does with it what a user does.
func TestEglot(t *testing.T) {
	folder := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(folder, "orkls"), "github.com/orkls/orkls/cmd/orkls")
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	file := filepath.Join(folder, "seed.ork")
	if err := os.WriteFile(file, []byte(seed), 0o644); err != nil {
		t.Fatal(err)
	}
	out := emacs(t, []string{
		"PATH=" + folder + string(os.PathListSeparator) + os.Getenv("PATH"), "ORK_FILE=" + file, "HOME=" + folder,
	}, "-l", "testdata/eglot.el")
	for _, done := range []string{"found", "fixed", "renamed", "completed", "formatted", "compiled"} {
		if !strings.Contains(out, done+"\n") {
			t.Errorf("Emacs ended without having %s:\n%s", done, out)
		}
	}
}

// TestIndentation takes the indentation of all examples away and lets Emacs give it back.
func TestIndentation(t *testing.T) {
	examples, err := filepath.Glob("../../testdata/examples/*/*.ork")
	if err != nil || len(examples) == 0 {
		t.Fatalf("%d examples, %v", len(examples), err)
	}
	out := emacs(t, nil, append([]string{"-l", "testdata/indent.el"}, examples...)...)
	if out != "indented\n" {
		t.Error(out)
	}
}

func TestColours(t *testing.T) {
	if out := emacs(t, nil, "-l", "testdata/colours.el"); out != "coloured\n" {
		t.Error(out)
	}
}

// TestCompiles requires that the byte compiler has nothing to say.
func TestCompiles(t *testing.T) {
	folder := t.TempDir()
	text, err := os.ReadFile("ork-mode.el")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, "ork-mode.el")
	if err := os.WriteFile(copied, text, 0o644); err != nil {
		t.Fatal(err)
	}
	emacs(t, nil, "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", copied)
}

// emacs runs Emacs with this folder in its load path, and returns what it prints.
func emacs(t *testing.T, environment []string, arguments ...string) string {
	t.Helper()
	path, err := exec.LookPath("emacs")
	if err != nil {
		const reason = "could not run: Emacs is not installed; apt-get install emacs-nox elpa-eglot"
		if os.Getenv("ORK_JUDGES") == "required" {
			t.Fatal(reason)
		}
		t.Skip(reason)
	}
	cmd := exec.Command(path, append([]string{"--batch", "-Q", "-L", "."}, arguments...)...)
	cmd.Env = append(os.Environ(), environment...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.WaitDelay = time.Second
	timer := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s%s", arguments, err, out.String(), errs.String())
	}
	return out.String()
}
