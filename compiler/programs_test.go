package compiler_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/grammar"
)

// programs are the workflows of testdata/compile: small ones that together say everything that the language
// has.
func programs(t *testing.T) []example {
	t.Helper()
	var all []example
	for _, pattern := range []string{"compile/*.ork", "compile/shared/tasks.ork"} {
		compiled, refused := examples(t, pattern)
		for name, problems := range refused {
			t.Errorf("%s: %s", name, strings.Join(problems, "\n\t"))
		}
		all = append(all, compiled...)
	}
	return all
}

// judged are all workflows of testdata that compile: the laws hold for each of them.
func judged(t *testing.T) []example {
	t.Helper()
	compiled, _ := examples(t, "examples/*/*.ork")
	return append(compiled, programs(t)...)
}

// TestPrograms compares the state machines of testdata/compile with the files beside them.
func TestPrograms(t *testing.T) {
	for _, e := range programs(t) {
		golden(t, filepath.Join("../testdata/compile", e.folder(), e.source.Name+".asl.json"), e.workflow.Machine.JSON())
	}
}

// TestRefused compares what is said of workflows that cannot be compiled with the files beside them.
func TestRefused(t *testing.T) {
	w, err := workspace.New("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../testdata/compile/refused/*.ork")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		program, err := w.Program(strings.TrimPrefix(filepath.ToSlash(file), "../testdata/"))
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for _, source := range program.Workflows {
			out, problems := compiler.Compile(source)
			if out != nil {
				t.Errorf("%s: %s compiles:\n%s", file, source.Name, out.Machine.JSON())
			}
			fmt.Fprintf(&said, "%s\n", source.Name)
			for _, p := range problems {
				fmt.Fprintf(&said, "  %s: %s\n", place(t, w, p), p.Message)
			}
		}
		golden(t, strings.TrimSuffix(file, ".ork")+".out", said.String())
	}
}

// place is where a diagnostic stands, with what stands there.
func place(t *testing.T, w *workspace.Workspace, d analysis.Diagnostic) string {
	t.Helper()
	text, err := w.ReadFile(d.File)
	if err != nil {
		t.Fatal(err)
	}
	if d.Range.Start < 0 || d.Range.End > len(text) || d.Range.Start > d.Range.End {
		t.Fatalf("%s: no such place: %v", d.File, d.Range)
	}
	at := grammar.NewMapper(text).OffsetPosition(d.Range.Start, grammar.UTF8)
	line, _, _ := strings.Cut(text[d.Range.Start:d.Range.End], "\n")
	return fmt.Sprintf("%s:%d:%d `%s`", filepath.Base(d.File), at.Line+1, at.Column+1, line)
}
