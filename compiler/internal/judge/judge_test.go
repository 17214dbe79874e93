package judge_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/compiler/internal/judge"
	"golang.org/x/tools/txtar"
)

// TestCases puts the cases in testdata/oracles/cases to the judges. They are what shows that a judge can say no.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("../../../testdata/oracles/cases/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases found (%v)", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			put(t, files)
		})
	}
}

// expectations are the file expect.json of a case, one of them filled in.
type expectations struct {
	Validate *validation `json:"validate"`
	Execute  *execution  `json:"execute"`
	Synth    *synthesis  `json:"synth"`
	Template *template   `json:"template"`
}

func put(t *testing.T, files map[string]string) {
	var expect expectations
	decode(t, files["expect.json"], &expect)
	switch {
	case expect.Validate != nil:
		expect.Validate.check(t, files)
	case expect.Execute != nil:
		expect.Execute.check(t, files)
	case expect.Synth != nil:
		expect.Synth.check(t, files)
	case expect.Template != nil:
		expect.Template.check(t, files)
	default:
		t.Fatal("expect.json has none of validate, execute, synth and template")
	}
}

// validation says for each validator what its only objections contain; a validator left out accepts.
type validation struct {
	Express bool          `json:"express"`
	Refused judge.Verdict `json:"refused"`
}

func (want validation) check(t *testing.T, files map[string]string) {
	got := judge.Start(t).Validate([]byte(files["machine.json"]), want.Express)
	checkEach(t, "aws", want.Refused.AWS, got.AWS)
	checkEach(t, "aslValidator", want.Refused.ASLValidator, got.ASLValidator)
	checkEach(t, "preflight", want.Refused.Preflight, got.Preflight)
}

// execution runs a machine and says what became of its states.
type execution struct {
	Input   any                      `json:"input"`
	Failing map[string]judge.Failure `json:"failing"`
	Outputs map[string]any           `json:"outputs"`
	Delays  map[string]int           `json:"delays"` // milliseconds
	Want    judge.Execution          `json:"want"`
}

func (e execution) check(t *testing.T, files map[string]string) {
	delays := map[string]time.Duration{}
	for task, ms := range e.Delays {
		delays[task] = time.Duration(ms) * time.Millisecond
	}
	got := judge.Start(t).Execute(judge.Run{ASL: []byte(files["machine.json"]), Input: e.Input, Failing: e.Failing, Outputs: e.Outputs, Delays: delays})
	got.Log, got.Cause = nil, ""
	if diff := judge.Same(encode(t, e.Want), encode(t, got), nil); diff != "" {
		t.Errorf("wanted and got differ:\n%s", diff)
	}
}

// synthesis says what becomes of a program, whose files are in the folder app of the case.
type synthesis struct {
	Program  judge.Program                         `json:"program"`
	Types    []string                              `json:"types"`
	Machines map[string]map[string]json.RawMessage `json:"machines"` // by stack
}

func (want synthesis) check(t *testing.T, files map[string]string) {
	want.Program.Files = map[string]string{}
	for path, text := range files {
		if in, ok := strings.CutPrefix(path, "app/"); ok {
			want.Program.Files[in] = text
		}
	}
	got := judge.Start(t).Synth(want.Program)
	checkEach(t, "types", want.Types, got.Types)
	machines := map[string]map[string]json.RawMessage{}
	for id, stack := range got.Stacks {
		machines[id] = stack.Machines
		if !slices.ContainsFunc(types(t, stack), func(s string) bool { return s == "AWS::StepFunctions::StateMachine" }) {
			t.Errorf("stack %s has no state machine among its resources", id)
		}
	}
	if diff := judge.Same(encode(t, want.Machines), encode(t, machines), nil); diff != "" {
		t.Errorf("wanted and got differ:\n%s", diff)
	}
}

// template says what the problems of the file template.yaml contain, and which machines are in it.
type template struct {
	Problems []string                   `json:"problems"`
	Machines map[string]json.RawMessage `json:"machines"`
}

func (want template) check(t *testing.T, files map[string]string) {
	got := judge.Start(t).Serverless(files["template.yaml"])
	checkEach(t, "problems", want.Problems, got.Problems)
	if diff := judge.Same(encode(t, want.Machines), encode(t, got.Machines), nil); diff != "" {
		t.Errorf("wanted and got differ:\n%s", diff)
	}
}

func types(t *testing.T, stack judge.StackMade) []string {
	var all []string
	for _, resource := range stack.Resources {
		var r struct{ Type string }
		decode(t, string(resource), &r)
		all = append(all, r.Type)
	}
	return all
}

// checkEach wants as many objections as there are parts, each with its part in it.
func checkEach(t *testing.T, who string, parts, objections []string) {
	t.Helper()
	ok := len(parts) == len(objections)
	for i := 0; ok && i < len(parts); i++ {
		ok = strings.Contains(objections[i], parts[i])
	}
	if !ok {
		t.Errorf("%s: wanted objections with %q, got %q", who, parts, objections)
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
