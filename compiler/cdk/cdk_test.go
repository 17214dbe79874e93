package cdk_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/samples"
)

var update = flag.Bool("update", false, "write the golden files")

var languages = []struct {
	language  cdk.Language
	extension string
}{{cdk.Python, ".py"}, {cdk.TypeScript, ".ts"}}

func TestStack(t *testing.T) {
	for _, w := range samples.All() {
		for _, l := range languages {
			golden(t, filepath.Join("stack", w.Name+l.extension), cdk.Stack(w, l.language))
		}
	}
}

func TestComposition(t *testing.T) {
	for _, w := range samples.All() {
		if w.Name != "seed_tuple" && w.Name != "place_order" {
			continue
		}
		for _, l := range languages {
			golden(t, filepath.Join("composition", w.Name+l.extension), cdk.Composition(w, l.language))
		}
	}
}

func TestSnippets(t *testing.T) {
	for _, w := range samples.All() {
		if w.Name != "metadata" && w.Name != "powertools" {
			continue
		}
		s := w.Machine.States[0]
		for _, l := range languages {
			golden(t, filepath.Join("function", s.Name+l.extension), cdk.Function(s.Function, l.language))
			golden(t, filepath.Join("task", s.Name+l.extension), cdk.Task(s, l.language))
		}
	}
}

// golden compares got with a file below testdata, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	path = filepath.Join("testdata", path)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update writes it):\n%s", path, diff)
	}
}
