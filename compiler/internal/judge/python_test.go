package judge

import (
	"errors"
	"strings"
	"testing"
)

// TestPythonFails shows that a program that asks CDK for what it does not have is not taken for good.
func TestPythonFails(t *testing.T) {
	const head = "from aws_cdk import Stack\nfrom aws_cdk import aws_stepfunctions as sfn\n\n\nclass AStack(Stack):\n" +
		"    def __init__(self, scope, construct_id):\n        super().__init__(scope, construct_id)\n        "
	for statement, want := range map[string]string{
		`sfn.Pass(self, "a", out_put="x")`:                       "unexpected keyword argument 'out_put'",
		`sfn.Passs(self, "a")`:                                   "has no attribute 'Passs'",
		`sfn.Pass(self, "a", input_path=3)`:                      "JavaScriptError",
		`sfn.Pass(self, "a"); sfn.Pass(self, "a")`:               "There is already a Construct with name 'a'",
		`sfn.Pass(self, "a").next(sfn.Pass(self, "b")).add_b(3)`: "has no attribute 'add_b'",
	} {
		program := Program{
			Files:  map[string]string{"a.py": head + statement + "\n"},
			Stacks: []Stack{{ID: "A", File: "a.py", Class: "AStack"}},
		}
		answer, err := Start(t).process.ask("synthPython", program)
		var missing *missingError
		if errors.As(err, &missing) {
			withoutJudge(t, "Python and CDK", err)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %s and %v, want the error %q", statement, answer, err, want)
		}
	}
}
