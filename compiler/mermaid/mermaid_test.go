package mermaid_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/compiler/internal/samples"
	"github.com/orkls/orkls/compiler/mermaid"
)

var update = flag.Bool("update", false, "write the golden files")

func TestPrint(t *testing.T) {
	for _, w := range samples.All() {
		path, got := filepath.Join("testdata", w.Name+".mmd"), mermaid.Print(w)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got; -update writes it):\n%s", path, diff)
		}
	}
}
