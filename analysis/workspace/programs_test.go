package workspace_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/workspace"
)

func program(t *testing.T, w *workspace.Workspace, name string) *flow.Program {
	t.Helper()
	p, err := w.Program(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestProgramFollowsImports(t *testing.T) {
	folder := plant(t, "project/.git/HEAD", "project/orders/o.ork", "project/shared/t.ork", "outside.ork")
	w := open(t, filepath.Join(folder, "project/orders"))
	w.Open("../shared/t.ork", "task charge\n")
	w.Open("o.ork", `import "../shared/t.ork"
import "missing.ork"
import "../../outside.ork"
charge
`)
	p := program(t, w, "o.ork")
	if d := p.Lookup("charge"); d == nil || d.Task == nil || d.Program.Path != w.Name("../shared/t.ork") {
		t.Errorf("charge is %+v", d)
	}
	slashed := filepath.ToSlash(folder)
	for i, want := range []string{"<nil>", "missing.ork: no such file or folder", slashed + "/outside.ork: the file lies outside of the project"} {
		if got := fmt.Sprint(p.Imports[i].Err); got != want {
			t.Errorf("import %d: %s; want %s", i, got, want)
		}
	}
}

func TestProgramEndsOnCycles(t *testing.T) {
	w := open(t, plant(t))
	w.Open("a.ork", `import "b.ork"`)
	w.Open("b.ork", "import \"./a.ork\"\nimport \"b.ork\"\ntask b\n")
	b := program(t, w, "a.ork").Imports[0].Program
	for i, want := range []string{"a.ork: the files import each other in a circle", "b.ork: the files import each other in a circle"} {
		if got := fmt.Sprint(b.Imports[i].Err); got != want {
			t.Errorf("import %d of b.ork: %s; want %s", i, got, want)
		}
	}
}

// TestProgramLoadsEachFileOnce would not end if every one of the 2⁴⁰ ways through the imports were taken.
func TestProgramLoadsEachFileOnce(t *testing.T) {
	w := open(t, plant(t))
	const depth = 40
	for i := range depth {
		w.Open(fmt.Sprintf("l%d.ork", i), fmt.Sprintf("import \"l%d.ork\"\nimport \"r%[1]d.ork\"\n", i+1))
		w.Open(fmt.Sprintf("r%d.ork", i), fmt.Sprintf("import \"l%d.ork\"\nimport \"r%[1]d.ork\"\n", i+1))
	}
	w.Open(fmt.Sprintf("l%d.ork", depth), "task left\n")
	w.Open(fmt.Sprintf("r%d.ork", depth), "task right\n")
	p := program(t, w, "l0.ork")
	for range depth {
		p = p.Imports[1].Program
	}
	if p.Lookup("right") == nil {
		t.Error("the last file was not loaded")
	}
}

func TestProgramOfNoFile(t *testing.T) {
	_, err := open(t, plant(t)).Program("a.ork")
	if want := "a.ork: no such file or folder"; fmt.Sprint(err) != want {
		t.Errorf("Program: %v; want %s", err, want)
	}
}
