package compiler_test

import (
	"os"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/grammar"
)

// TestFormattingChangesNothing holds that what is compiled does not depend on how the text is laid out.
func TestFormattingChangesNothing(t *testing.T) {
	for _, e := range judged(t) {
		source := e.source.Program
		formatted, problems := grammar.Format(source.File.Text, grammar.Options{})
		if len(problems) > 0 {
			t.Fatalf("%s: %v", e.file, problems)
		}
		squeezed := strings.ReplaceAll(formatted, "\n", "\r\n")
		for _, text := range []string{formatted, squeezed} {
			file, _ := grammar.Parse(text)
			again := flow.Resolve(source.Path, file, func(path string) (*flow.Program, error) {
				for _, i := range source.Imports {
					if i.Path == path {
						return i.Program, nil
					}
				}
				return nil, os.ErrNotExist
			})
			for _, w := range again.Workflows {
				if w.Name != e.source.Name {
					continue
				}
				out, problems := compiler.Compile(w)
				if len(problems) > 0 {
					t.Errorf("%s: formatted: %s", e.name(), problems[0].Message)
				} else if got, want := out.Machine.JSON(), e.workflow.Machine.JSON(); got != want {
					t.Errorf("%s: formatted, it compiles to\n%s\nand not to\n%s", e.name(), got, want)
				}
			}
		}
	}
}

// TestTooLarge holds that a definition beyond the quota is refused, and one below it is not.
func TestTooLarge(t *testing.T) {
	for _, c := range []struct {
		steps   int
		refused bool
	}{{4000, false}, {16000, true}} {
		var text strings.Builder
		text.WriteString("workflow large {\n    pass\n")
		for range c.steps {
			text.WriteString("        >> pass\n")
		}
		text.WriteString("}\n")
		file, _ := grammar.Parse(text.String())
		_, problems := compiler.Compile(flow.Resolve("large.ork", file, nil).Workflows[0])
		if refused := len(problems) == 1 && strings.Contains(problems[0].Message, "and Step Functions takes 1048576"); refused != c.refused || !refused && len(problems) > 0 {
			t.Errorf("%d steps: %v", c.steps, problems)
		}
	}
}
