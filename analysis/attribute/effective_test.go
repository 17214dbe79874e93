package attribute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

const program = `
compose {
    timeout: 6s
    heartbeat: 20s
    result_path: $.shared
    payload_response_only: false
}
task plain "lambdas/main.py"
task own "lambdas/main.py" { timeout: 10s, result_path: $.own, memory_size: 512 }
task save "dynamodb:putItem" { timeout: 30s, memory_size: 512 }
task wrong "dynamodb:putItem" { sfn_timeout: 5s, timeout: 30s }
task remote "arn:aws:lambda:eu-west-1:123456789012:function:f" { timeout: 9s }
task loose { entry: "lambdas", index: "loose.py" }
task elsewhere
task named "lambdas/main.py:run"
task go "cmd/resize"

workflow all {
    plain >> own >> save >> wrong >> remote >> loose >> elsewhere >> named >> go
        >> own as again { result_path: null, sfn_timeout: $.limit }
        >> save as later { sfn_timeout: 8s }
        >> task here "sns:publish" { timeout: 7s, comment: "c" }
        >> map (plain) { max_concurrency: $.n, mode: distributed, timeout: 3s }
}
`

func resolve(t *testing.T) *flow.Program {
	t.Helper()
	file, _ := grammar.Parse(program)
	for _, problem := range file.Problems() {
		t.Fatal(problem.Message)
	}
	return flow.Resolve("w.ork", file, nil)
}

func TestSettings(t *testing.T) {
	want := map[string]string{
		"plain":     "HeartbeatSeconds=20s payload_response_only=false ResultPath=$.shared",
		"own":       "HeartbeatSeconds=20s payload_response_only=false ResultPath=$.own",
		"save":      "HeartbeatSeconds=20s ResultPath=$.shared TimeoutSeconds=30s",
		"wrong":     "HeartbeatSeconds=20s ResultPath=$.shared TimeoutSeconds=5s",
		"remote":    "HeartbeatSeconds=20s payload_response_only=false ResultPath=$.shared TimeoutSeconds=9s",
		"again":     "HeartbeatSeconds=20s payload_response_only=false ResultPath=null TimeoutSecondsPath=$.limit",
		"later":     "HeartbeatSeconds=20s ResultPath=$.shared TimeoutSeconds=8s",
		"here":      `Comment="c" HeartbeatSeconds=20s ResultPath=$.shared TimeoutSeconds=7s`,
		"map_plain": "MaxConcurrencyPath=$.n Mode=distributed",
	}
	got := map[string]string{}
	p := resolve(t)
	for _, s := range p.Workflows[0].States {
		if _, ok := want[s.Name]; ok && got[s.Name] == "" {
			got[s.Name] = describe(attribute.Settings(s))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFunctionSettings(t *testing.T) {
	want := map[string]string{
		"plain": "timeout=6s", "own": "memory_size=512 timeout=10s", "save": "", "remote": "", "elsewhere": "timeout=6s",
		"loose": `entry="lambdas" index="loose.py" timeout=6s`,
	}
	for _, task := range resolve(t).Tasks {
		if want, ok := want[task.Name]; ok {
			if got := describe(attribute.FunctionSettings(task)); got != want {
				t.Errorf("%s has %q, want %q", task.Name, got, want)
			}
		}
	}
}

func describe(settings []attribute.Setting) string {
	var words []string
	for _, s := range settings {
		name := s.Field()
		if name == "" {
			name = s.Key
		}
		at := s.Written.ValueRange()
		words = append(words, name+"="+program[at.Start:at.End])
	}
	return strings.Join(words, " ")
}

func TestCodeOf(t *testing.T) {
	want := map[string]string{
		"plain": "lambdas main.py plain", "named": "lambdas main.py run", "loose": "lambdas loose.py loose", "go": "cmd/resize  ",
	}
	for _, task := range resolve(t).Tasks {
		got := ""
		if c, ok := attribute.CodeOf(task); ok {
			got = fmt.Sprintf("%s %s %s", c.Entry, c.Index, c.Handler)
		}
		if task.Name == "own" {
			continue
		}
		if got != want[task.Name] {
			t.Errorf("%s lies in %q, want %q", task.Name, got, want[task.Name])
		}
	}
}
