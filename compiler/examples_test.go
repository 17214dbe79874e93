package compiler_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/compiler/asl"
)

var update = flag.Bool("update", false, "write what is compiled beside the sources")

// example is a compiled workflow of testdata.
type example struct {
	file     string // the .ork file
	source   *flow.Workflow
	workflow *asl.Workflow
}

func (e example) name() string { return e.folder() + "/" + e.source.Name }

// folder is where what is compiled from the file stands.
func (e example) folder() string {
	if folder := filepath.Base(filepath.Dir(e.file)); folder != "compile" {
		return folder
	}
	return strings.TrimSuffix(filepath.Base(e.file), ".ork")
}

// examples compiles every workflow under testdata that matches the pattern. Those that do not compile are
// returned apart, with what the compiler says.
func examples(t *testing.T, pattern string) (compiled []example, refused map[string][]string) {
	t.Helper()
	w, err := workspace.New("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("../testdata", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files match %s: %v", pattern, err)
	}
	refused = map[string][]string{}
	for _, file := range files {
		program, err := w.Program(strings.TrimPrefix(filepath.ToSlash(file), "../testdata/"))
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range program.Workflows {
			out, problems := compiler.Compile(source)
			e := example{file: file, source: source, workflow: out}
			if len(problems) > 0 {
				for _, p := range problems {
					refused[e.name()] = append(refused[e.name()], p.Message)
				}
				continue
			}
			compiled = append(compiled, e)
		}
	}
	return compiled, refused
}

// TestExamples compares what every target prints for the examples with the files beside them.
func TestExamples(t *testing.T) {
	compiled, refused := examples(t, "examples/*/*.ork")
	for _, e := range compiled {
		for _, target := range compiler.Targets {
			golden(t, filepath.Join(filepath.Dir(e.file), "compiled", e.source.Name+target.Extension), target.Print(e.workflow))
		}
	}
	for name, problems := range refused {
		example, workflow, _ := strings.Cut(name, "/")
		golden(t, filepath.Join("../testdata/examples", example, "compiled", workflow+".refused"), strings.Join(problems, "\n")+"\n")
	}
}

// golden compares got with a file, or writes it there.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v; go test ./compiler -update writes it", err)
		return
	}
	if got != string(want) {
		t.Errorf("%s differs from what is compiled now; go test ./compiler -update, then look at the difference\n%s", file, got)
	}
}

// TestCompilingTwice holds that the same source gives the same bytes.
func TestCompilingTwice(t *testing.T) {
	for _, e := range judged(t) {
		again, _ := compiler.Compile(e.source)
		for _, target := range compiler.Targets {
			if target.Print(e.workflow) != target.Print(again) {
				t.Errorf("%s: compiled twice, %s differs", e.name(), target.Name)
			}
		}
	}
}
