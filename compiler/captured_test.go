package compiler_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/judge"
)

// TestNoErrorGetsOut runs programs with captured branches in which something fails, and looks for the error
// objects in their output: each branch that fails is one, and the others are not.
func TestNoErrorGetsOut(t *testing.T) {
	j := judge.Start(t)
	compiled := map[string]example{}
	for _, e := range programs(t) {
		compiled[e.name()] = e
	}
	for _, c := range []struct {
		program string
		input   string
		failing []string
		outputs map[string]any
		errors  []string // of the branches' outputs, in order; empty for one that ends well
	}{
		{program: "captures/an_intrinsic_that_fails", input: `{"text": "no JSON"}`, errors: []string{"SyntaxError", ""}}, // States.IntrinsicFailure in AWS
		{program: "captures/a_choice_without_default", input: `{"price": 0}`, errors: []string{"States.NoChoiceMatched", ""}},
		{program: "captures/a_choice_without_default", input: `{"price": 2}`, failing: []string{"mail"}, errors: []string{"Boom", ""}},
		{program: "captures/fails_on_purpose", input: `{"price": 200, "e": "Odd"}`, errors: []string{"TooDear", "Odd"}},
		{program: "captures/fails_on_purpose", input: `{"price": -2, "e": "Odd"}`, errors: []string{"<empty>", "Odd"}},
		{program: "captures/fails_in_nested_groups", input: `[1]`, errors: []string{"Inner", "Item", "", ""}},
		{program: "captures/handlers_of_branches", input: `{"id": "7"}`, failing: []string{"store", "stock"}, errors: []string{"Boom", "Boom"}},
		{program: "captures/steps_and_their_own_catches", input: `{"id": "7"}`, failing: []string{"price", "stock"}, errors: []string{"Boom", "Boom"}},
		{program: "nested/captured_once", input: `{}`, outputs: map[string]any{
			"quote_line_start": map[string]any{"Status": "FAILED", "Error": "NoPrice"},
		}, errors: []string{"States.TaskFailed", ""}},
		{program: "nested/captured_once", input: `{}`, outputs: map[string]any{
			"quote_line_start": map[string]any{"Status": "SUCCEEDED", "Output": `{"total": 3}`},
		}, errors: []string{"", ""}},
	} {
		e, ok := compiled[c.program]
		if !ok {
			t.Fatalf("no program %s", c.program)
		}
		run := judge.Run{ASL: []byte(e.workflow.Machine.JSON()), Input: json.RawMessage(c.input), Outputs: c.outputs, Failing: map[string]judge.Failure{}}
		for _, name := range c.failing {
			run.Failing[name] = judge.Failure{Error: "Boom"}
		}
		out := j.Execute(run)
		if out.Status != "SUCCEEDED" {
			t.Errorf("%s, %s: the machine should go on, but ends with %s: %s", c.program, c.input, out.Error, out.Cause)
			continue
		}
		if got := errorsIn(t, out.Output); fmt.Sprint(got) != fmt.Sprint(c.errors) {
			t.Errorf("%s, %s: errors %q, want %q, in %s", c.program, c.input, got, c.errors, out.Output)
		}
	}
}

// errorsIn are the names of the error objects among the items of an array.
func errorsIn(t *testing.T, output json.RawMessage) (names []string) {
	t.Helper()
	var branches []any
	if err := json.Unmarshal(output, &branches); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	for _, b := range branches {
		name := ""
		if object, ok := b.(map[string]any); ok {
			if e, ok := object["Error"].(string); ok {
				if name = e; e == "" {
					name = "<empty>"
				}
			}
		}
		names = append(names, name)
	}
	return names
}

// TestWorkflowAsStep runs a workflow that starts an express one, which ends in each way.
func TestWorkflowAsStep(t *testing.T) {
	j := judge.Start(t)
	var machine []byte
	for _, e := range programs(t) {
		if e.name() == "nested/express_in_express" {
			machine = []byte(e.workflow.Machine.JSON())
		}
	}
	for _, c := range []struct{ answer, status, output, error, cause string }{
		{`{"Status": "SUCCEEDED", "Output": "{\"total\": 3}"}`, "SUCCEEDED", `{"total":3}`, "", ""},
		{`{"Status": "SUCCEEDED", "Output": "[[1]]"}`, "SUCCEEDED", `[[1]]`, "", ""},
		{`{"Status": "SUCCEEDED", "Output": "null"}`, "SUCCEEDED", `null`, "", ""},
		{`{"Status": "FAILED", "Error": "NoPrice", "Cause": "It's {gone}"}`, "FAILED", "", "States.TaskFailed", "The workflow quote_line ended as FAILED, NoPrice: It's {gone}"},
		{`{"Status": "FAILED"}`, "FAILED", "", "States.TaskFailed", "The workflow quote_line ended as FAILED, no error name: no cause"},
		{`{"Status": "TIMED_OUT", "Error": "States.Timeout"}`, "FAILED", "", "States.TaskFailed", "The workflow quote_line ended as TIMED_OUT, States.Timeout: no cause"},
	} {
		out := j.Execute(judge.Run{ASL: machine, Outputs: map[string]any{"quote_line_start": json.RawMessage(c.answer)}})
		if out.Status != c.status || out.Error != c.error || out.Cause != c.cause || c.output != "" && judge.Same(out.Output, []byte(c.output), nil) != "" {
			t.Errorf("%s: %s %s, %s: %s", c.answer, out.Status, out.Output, out.Error, out.Cause)
		}
	}
}

// TestCapturedBranchesAreTight looks at every captured branch of every program: each state carries a Catch of
// everything, or can let no error out, or the branch stands in a guard that carries the Catch for all.
func TestCapturedBranchesAreTight(t *testing.T) {
	branches := 0
	for _, e := range judged(t) {
		e.workflow.Machine.Walk(func(_ *asl.Machine, s *asl.State) {
			if !s.Captures {
				return
			}
			for _, branch := range s.Scopes() {
				branches++
				for _, inner := range branch.States {
					if leak := leak(inner); leak != "" {
						t.Errorf("%s: %s in a captured branch of %s %s", e.name(), inner.Name, s.Name, leak)
					}
				}
			}
		})
	}
	if branches < 50 {
		t.Errorf("only %d captured branches", branches)
	}
}

// leak says how an error can come out of a state; empty where none can that a Catch could take.
func leak(s *asl.State) string {
	switch s.Type {
	case asl.Task, asl.Parallel, asl.Map:
		for _, c := range s.Catch {
			if computes(c.Value()) {
				return "has a catch that computes"
			}
		}
		if last := len(s.Catch) - 1; last < 0 || !slices.Contains(s.Catch[last].ErrorEquals, asl.AllErrors) {
			return "has no catch of everything"
		}
		return ""
	case asl.Fail:
		return "fails"
	case asl.Choice:
		if s.Default == "" {
			return "has no default"
		}
	}
	if computes(s.Value()) {
		return "computes"
	}
	return ""
}

// computes tells whether an intrinsic function or JSONata stands in a value.
func computes(v asl.Value) bool {
	if v.Kind == asl.KindString && (strings.HasPrefix(v.Text, "{%") || strings.HasPrefix(v.Text, "States.") && strings.Contains(v.Text, "(")) {
		return true
	}
	return slices.ContainsFunc(v.Items, computes) || slices.ContainsFunc(v.Fields, func(f asl.Field) bool { return computes(f.Value) })
}
