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
	found     []analysis.Diagnostic // by the rules
	examples  []example             // its workflows, once compiled
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
	return project{program: p, folder: folder, workspace: w}
}

// compile compiles the program's workflows. It returns what is wrong with them by the compiler and by the rules.
func (p *project) compile(t testing.TB) (wrong []string) {
	t.Helper()
	p.workspace.Open("program.ork", p.program.Text)
	program, err := p.workspace.Program("program.ork")
	if err != nil {
		t.Fatal(err)
	}
	p.found = analysis.Run(rules.All, program, p.workspace)
	for _, d := range p.found {
		if d.Severity == analysis.Error {
			wrong = append(wrong, d.Rule+": "+d.Message)
		}
	}
	for _, source := range program.Workflows {
		out, problems := compiler.Compile(source)
		for _, d := range problems {
			wrong = append(wrong, d.Rule+": "+d.Message)
		}
		p.examples = append(p.examples, example{file: filepath.Join(p.folder, "program.ork"), source: source, workflow: out})
	}
	return wrong
}
