package cdk_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/samples"
)

// TestPythonParses lets Python itself read every module, and warn of what it finds odd, such as a bad escape.
func TestPythonParses(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("ORK_JUDGES") == "required" {
			t.Fatal("could not run: python3:", err)
		}
		t.Skip("could not run: python3:", err)
	}
	for _, w := range samples.All() {
		for _, module := range []string{cdk.Stack(w, cdk.Python), cdk.Composition(w, cdk.Python)} {
			parse := exec.Command(python, "-W", "error", "-c", "import ast, sys; ast.parse(sys.stdin.read())")
			parse.Stdin = strings.NewReader(module)
			if output, err := parse.CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", w.Name, err, output)
			}
		}
	}
}
