package compiler_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/compiler/internal/generate"
)

// project is a generated program on disk, with the handlers that it names.
type project struct {
	program   generate.Program
	folder    string
	workspace *workspace.Workspace
}

// projectOf writes a program into a folder of its own.
func projectOf(t testing.TB, p generate.Program) project {
	t.Helper()
	folder := filepath.Join(t.TempDir(), fmt.Sprintf("seed%d", p.Seed))
	for name, text := range map[string]string{"program.ork": p.Text, "lambdas/main.py": generate.HandlersFile()} {
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
	return project{p, folder, w}
}

// compiled compiles a text in the place of the program's, and returns what is wrong with it by the compiler
// and by the rules.
func (p project) compiled(t testing.TB, text string) (compiled []example, wrong []string) {
	t.Helper()
	p.workspace.Open("program.ork", text)
	program, err := p.workspace.Program("program.ork")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range analysis.Run(rules.All, program, p.workspace) {
		if d.Severity == analysis.Error {
			wrong = append(wrong, d.Rule+": "+d.Message)
		}
	}
	for _, source := range program.Workflows {
		out, problems := compiler.Compile(source)
		for _, d := range problems {
			wrong = append(wrong, d.Rule+": "+d.Message)
		}
		compiled = append(compiled, example{file: filepath.Join(p.folder, "program.ork"), source: source, workflow: out})
	}
	return compiled, wrong
}

// TestGeneratedAreWellFormed holds the generator to its promise: the rules find no errors, and the compiler
// refuses nothing.
func TestGeneratedAreWellFormed(t *testing.T) {
	for seed := range uint64(500) {
		p := projectOf(t, generate.New(seed))
		if _, wrong := p.compiled(t, p.program.Text); len(wrong) > 0 {
			t.Errorf("seed %d: %q in\n%s", seed, wrong, p.program.Text)
		}
	}
}
