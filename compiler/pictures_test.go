package compiler_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/orkls/orkls/compiler/svg"
)

// pictures are the examples that the documentation shows.
var pictures = []string{"hello_orkestra", "recall_batch"}

// TestPictures compares the pictures of the documentation with what is drawn now.
func TestPictures(t *testing.T) {
	compiled, _ := examples(t, "examples/*/*.ork")
	drawn := 0
	for _, e := range compiled {
		if slices.Contains(pictures, e.source.Name) {
			golden(t, filepath.Join("../docs/images", e.source.Name+".svg"), svg.Print(e.workflow))
			drawn++
		}
	}
	if drawn != len(pictures) {
		t.Errorf("%d pictures are drawn, want %d", drawn, len(pictures))
	}
}
