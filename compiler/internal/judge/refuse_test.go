package judge

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestRefuse asks what a judge must not answer, as the answer would be worth nothing.
func TestRefuse(t *testing.T) {
	task := `{"StartAt": "a", "States": {"a": {"Type": "Task", "Resource": "${a}", "End": true}}}`
	tests := []struct{ name, method, params, want string }{
		{"method", "guess", `{}`, "refused: no method is called guess"},
		{"not JSON", "validate", `{"asl": "{"}`, "refused: asl is not JSON"},
		{"too deep", "validate", machine(parallels(17)), "refused: the machine has Parallels 17 deep in one another, for which asl-validator takes too long; 16 can be judged"},
		{"no task", "execute", machine(task, `"failing": {"b": {}}`), "refused: the machine has no task b; its tasks are a"},
		{"broken machine", "execute", machine(strings.Replace(task, `"a",`, `"b",`, 1)), "refused: the interpreter does not accept the machine"},
		{"JSONata", "execute", machine(`{"QueryLanguage": "JSONata", "StartAt": "a", "States": {"a": {"Type": "Succeed"}}}`), "the machine: the interpreter cannot be trusted with JSONata"},
		{"JSONata inside", "execute", machine(branch(`{"Type": "Pass", "QueryLanguage": "JSONata", "End": true}`)), "b: the interpreter cannot be trusted with JSONata"},
		{"Assign", "execute", machine(branch(`{"Type": "Pass", "Assign": {"x": 1}, "End": true}`)), "b: the interpreter cannot be trusted with Assign"},
		{"false result", "execute", machine(branch(`{"Type": "Pass", "Result": false, "End": true}`)), "b: the interpreter cannot be trusted with the Result false"},
		{"distributed", "execute", machine(`{"StartAt": "m", "States": {"m": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "a", "States": {"a": {"Type": "Pass", "End": true}}}, "End": true}}}`), "m: the interpreter cannot be trusted with a distributed map"},
		{"no program", "synth", `{"files": {}}`, "refused: give either an entry or stacks"},
		{"outside", "synth", `{"files": {"../app.ts": ""}, "entry": "app.ts"}`, "refused: ../app.ts is outside"},
		{"program fails", "synth", `{"files": {"app.ts": "throw new Error('no parcel today')"}, "entry": "app.ts"}`, "no parcel today"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			answer, err := Start(t).process.ask(test.method, json.RawMessage(test.params))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %s and %v, want the error %q", answer, err, test.want)
			}
		})
	}
}

// machine returns parameters with the text of a machine, and others.
func machine(asl string, others ...string) string {
	text, _ := json.Marshal(asl)
	return "{" + strings.Join(append(others, `"asl": `+string(text)), ", ") + "}"
}

// parallels returns a machine with n Parallels in one another.
func parallels(n int) string {
	if n == 0 {
		return `{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}`
	}
	name := fmt.Sprintf("%q", fmt.Sprint("p", n))
	return `{"StartAt": ` + name + `, "States": {` + name + `: {"Type": "Parallel", "Branches": [` + parallels(n-1) + `], "End": true}}}`
}

// branch returns a machine with the state b in a branch.
func branch(state string) string {
	return `{"StartAt": "p", "States": {"p": {"Type": "Parallel", "Branches": [{"StartAt": "b", "States": {"b": ` + state + `}}], "End": true}}}`
}
