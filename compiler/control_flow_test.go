package compiler_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
)

// TestControlFlow compares the compiled examples that were rewritten after a machine in use elsewhere
// with that machine's control flow, which stands beside them in control_flow.txt: a line for each state
// and for each edge, "#" before a comment.
//
//	start s1                            where the machine starts
//	s1 Task callback                    a state's type; of a task how it is awaited, of a map its mode
//	s1 next s2
//	s1 retry 1 States.Timeout e1        the errors of each retrier
//	s1 catch 1 s5 States.ALL            where a catch leads, and its errors
//	s2 choice 1 s3                      where a rule leads
//	s2 default s4
//	s4 branch 1 s6                      where a branch starts
//	s5 items s9                         where the processor of a map starts
//	s6 end
//	s7 Fail e1                          the error that it raises, where it is constant
//
// States are numbered as a walk in breadth meets them that follows branches, rules, the default, what is
// next and the catches, each in their order. So two machines with the same listing have the same graph, edge by
// edge, and the listing needs no names. Nothing is left out or drawn together: a state that the compiler
// makes (the Pass that ends a choice) is a state like any other. Errors are numbered too (e1), as a machine may
// call its own errors what it likes; only those of the States Language keep their names. What states do
// with data is not compared.
func TestControlFlow(t *testing.T) {
	files, err := filepath.Glob("../testdata/examples/*/control_flow.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Errorf("only %d examples say what control flow they must have", len(files))
	}
	compiled, refused := examples(t, "examples/*/*.ork")
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) {
			i := slices.IndexFunc(compiled, func(e example) bool { return e.name() == name+"/"+name })
			if i < 0 {
				t.Fatalf("the workflow %s is not compiled: %s", name, strings.Join(refused[name+"/"+name], "\n"))
			}
			compareListings(t, listing(t, file), newWalk(compiled[i].workflow.Machine))
		})
	}
}

// compareListings reports the first difference.
func compareListings(t *testing.T, want []string, got *walk) {
	t.Helper()
	for i := range max(len(want), len(got.lines)) {
		switch {
		case i >= len(want):
			t.Fatalf("compiled, but not in the file: %s", got.named(got.lines[i]))
		case i >= len(got.lines):
			t.Fatalf("in the file, but not compiled: %s", got.named(want[i]))
		case want[i] != got.lines[i]:
			t.Fatalf("difference in line %d of the listing\nthe file: %s\ncompiled: %s", i+1, got.named(want[i]), got.named(got.lines[i]))
		}
	}
	if got.states != len(got.ids) {
		t.Fatalf("%d states are compiled, and only %d are reached", got.states, len(got.ids))
	}
}

// listing reads a file of control flow without its comments and blank lines.
func listing(t *testing.T, file string) (lines []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// walk lists the control flow of a machine in the order in which its states are met.
type walk struct {
	lines  []string
	ids    map[string]string // of a state's name
	errors map[string]string // of an error's name
	queue  []met
	states int // in the machine, whether reached or not
}

// met is a state that waits for its edges to be listed.
type met struct {
	scope *asl.Machine
	name  string
}

func newWalk(m *asl.Machine) *walk {
	w := &walk{ids: map[string]string{}, errors: map[string]string{}, states: count(m)}
	w.line("start", w.state(m, m.StartAt))
	for len(w.queue) > 0 {
		next := w.queue[0]
		w.queue = w.queue[1:]
		w.edges(next.scope, next.scope.State(next.name))
	}
	return w
}

func count(m *asl.Machine) int {
	states := len(m.States)
	for _, s := range m.States {
		for _, scope := range s.Scopes() {
			states += count(scope)
		}
	}
	return states
}

// state returns the id of a state, and has its edges listed where it is met for the first time.
func (w *walk) state(scope *asl.Machine, name string) string {
	if w.ids[name] == "" {
		w.ids[name] = fmt.Sprintf("s%d", len(w.ids)+1)
		w.queue = append(w.queue, met{scope, name})
	}
	return w.ids[name]
}

func (w *walk) edges(scope *asl.Machine, s *asl.State) {
	id := w.ids[s.Name]
	w.line(id, string(s.Type)+w.kind(s))
	for i, inner := range s.Scopes() {
		start := w.state(inner, inner.StartAt)
		if s.Type == asl.Map {
			w.line(id, "items", start)
		} else {
			w.line(id, "branch", i+1, start)
		}
	}
	for i, rule := range s.Choices {
		w.line(id, "choice", i+1, w.state(scope, rule.Next))
	}
	if s.Default != "" {
		w.line(id, "default", w.state(scope, s.Default))
	}
	if s.Next != "" {
		w.line(id, "next", w.state(scope, s.Next))
	}
	if s.End {
		w.line(id, "end")
	}
	for i, r := range s.Retry {
		w.line(id, "retry", i+1, w.errorNames(r.ErrorEquals))
	}
	for i, c := range s.Catch {
		w.line(id, "catch", i+1, w.state(scope, c.Next), w.errorNames(c.ErrorEquals))
	}
}

// kind is what tells states of one type apart.
func (w *walk) kind(s *asl.State) string {
	switch {
	case strings.Contains(s.Resource, ".waitForTaskToken"):
		return " callback"
	case strings.Contains(s.Resource, ".sync"):
		return " sync"
	case s.ItemProcessor != nil && s.ItemProcessor.ProcessorConfig.Mode == "DISTRIBUTED":
		return " distributed"
	case s.Type == asl.Fail && s.Error.Kind == asl.KindString && !strings.HasPrefix(s.Error.Text, "{%"):
		return " " + w.errorNames([]string{s.Error.Text})
	}
	return ""
}

// errorNames are the names of errors, numbered where the States Language does not give them.
func (w *walk) errorNames(names []string) string {
	var out []string
	for _, name := range names {
		if !slices.Contains(languageErrors, name) {
			if w.errors[name] == "" {
				w.errors[name] = fmt.Sprintf("e%d", len(w.errors)+1)
			}
			name = w.errors[name]
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

// languageErrors are the error names that the States Language and the documentation of Step Functions'
// error handling reserve.
var languageErrors = []string{
	"States.ALL", "States.BranchFailed", "States.DataLimitExceeded", "States.ExceedToleratedFailureThreshold",
	"States.HeartbeatTimeout", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.NoChoiceMatched",
	"States.ParameterPathFailure", "States.Permissions", "States.QueryEvaluationError",
	"States.ResultPathMatchFailure", "States.ResultWriterFailed", "States.Runtime", "States.TaskFailed",
	"States.Timeout",
}

func (w *walk) line(words ...any) {
	w.lines = append(w.lines, strings.TrimSuffix(fmt.Sprintln(words...), "\n"))
}

// named is a line with the names of its states behind it.
func (w *walk) named(line string) string {
	out := line
	for _, word := range strings.Fields(line) {
		for name, id := range w.ids {
			if id == word {
				out += fmt.Sprintf("  [%s is %s]", id, name)
			}
		}
	}
	return out
}
