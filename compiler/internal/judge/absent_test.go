package judge

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// outcome is a test that only remembers how it was ended.
type outcome struct {
	testing.TB
	how string
}

func (o *outcome) Helper()                          {}
func (o *outcome) Skipf(format string, args ...any) { o.how = "skip: " + fmt.Sprintf(format, args...) }
func (o *outcome) Fatalf(format string, args ...any) {
	o.how = "fail: " + fmt.Sprintf(format, args...)
	panic(o)
}

func TestWithoutJudge(t *testing.T) {
	for required, want := range map[string]string{
		"":         "skip: could not run: the validators: no node",
		"required": "fail: could not run: the validators: no node",
	} {
		t.Setenv("ORK_JUDGES", required)
		test := &outcome{}
		func() {
			defer func() { _ = recover() }()
			withoutJudge(test, "the validators", errors.New("no node"))
		}()
		if test.how != want {
			t.Errorf("with ORK_JUDGES=%s: got %q, want %q", required, test.how, want)
		}
	}
}

func TestNothingInstalled(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "go.mod"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	if _, err := oracles(); err == nil || !strings.Contains(err.Error(), "run npm ci in testdata/oracles") {
		t.Errorf("without node_modules: got %v", err)
	}
	t.Setenv("PATH", "")
	if _, err := startProcess(root); err == nil || !strings.Contains(err.Error(), "node is not installed") {
		t.Errorf("without node: got %v", err)
	}
}

// TestPackageMissing takes the scripts to a place where no package is to be found.
func TestPackageMissing(t *testing.T) {
	installed := Start(t)
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "lib"), os.DirFS("../../../testdata/oracles/lib")); err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../../../testdata/oracles/judge.mjs")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "judge.mjs"), script, 0o644); err != nil {
		t.Fatal(err)
	}
	bare, err := startProcess(folder)
	if err != nil {
		t.Fatal(err)
	}
	for method, params := range map[string]any{
		"validate": map[string]any{"asl": machineOfOne},
		"execute":  map[string]any{"asl": machineOfOne},
		"synth":    Program{Files: map[string]string{"app.ts": ""}, Entry: "app.ts"},
	} {
		var missing *missingError
		if _, err := bare.ask(method, params); !errors.As(err, &missing) {
			t.Errorf("%s: got %v, want that a package is missing", method, err)
		}
	}
	if _, err := installed.process.ask("validate", map[string]any{"asl": machineOfOne}); err != nil {
		t.Errorf("where all is installed: %v", err)
	}
}

const machineOfOne = `{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}`
