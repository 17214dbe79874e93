// Package neovim holds the plugin for Neovim; its test drives the real editor.
package neovim

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestQuickFix opens a file in Neovim, sees the flagship finding and applies its first fix.
func TestQuickFix(t *testing.T) {
	out := drive(t, "testdata/quickfix.lua")
	if !strings.Contains(out, "captured\n") {
		t.Errorf("Neovim ended without saying that the errors are captured:\n%s", out)
	}
}

// drive runs a script in a headless Neovim that has this folder as a package and orkls in its path.
func drive(t *testing.T, script string) string {
	t.Helper()
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		const reason = "could not run: Neovim is not installed; apt-get install neovim"
		if os.Getenv("ORK_JUDGES") == "required" {
			t.Fatal(reason)
		}
		t.Skip(reason)
	}
	folder := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(folder, "orkls"), "github.com/orkls/orkls/cmd/orkls")
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	absolute, err := filepath.Abs(script)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n",
		"--cmd", "set runtimepath^="+here, "-c", "filetype plugin on", "-c", "syntax on", "-c", "luafile "+absolute)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "PATH="+folder+string(os.PathListSeparator)+os.Getenv("PATH"), "ORK_FILE="+filepath.Join(folder, "seed.ork"), "HOME="+folder)
	cmd.WaitDelay = time.Second
	timer := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, text)
	}
	return string(text)
}
