package sam_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/judge"
	"github.com/orkls/orkls/compiler/internal/naming"
	"github.com/orkls/orkls/compiler/internal/samples"
	"github.com/orkls/orkls/compiler/sam"
)

var update = flag.Bool("update", false, "write the golden files")

func TestPrint(t *testing.T) {
	for _, w := range samples.All() {
		path, got := filepath.Join("testdata", w.Name+".yaml"), sam.Print(w)
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

// TestTemplates has other programs read the templates, and compares the state machine that they find with the asl target's.
func TestTemplates(t *testing.T) {
	j := judge.Start(t)
	for _, w := range samples.All() {
		made := j.Serverless(sam.Print(w))
		for _, problem := range made.Problems {
			t.Errorf("%s: %s", w.Name, problem)
		}
		if len(made.Machines) != 1+len(w.Workflows) {
			t.Errorf("%s: the template has %d machines", w.Name, len(made.Machines))
		}
		for _, each := range append([]*asl.Workflow{w}, w.Workflows...) {
			machine := made.Machines[naming.Pascal(each.Name)+"StateMachine"]
			if diff := judge.Same(judge.Deployed(each, id), machine, nil); diff != "" {
				t.Errorf("%s: asl, and what the template has:\n%s", each.Name, diff)
			}
		}
	}
}

// id is the logical id of what a substitution stands for.
func id(s asl.Substitution) string {
	kind := map[asl.SubstitutionKind]string{asl.FunctionSubstitution: "Function", asl.MachineSubstitution: "StateMachine"}
	return naming.Pascal(s.Name) + kind[s.Kind]
}
