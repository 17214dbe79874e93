package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/grammar"
)

// tenThousandLines is a program of that length, of everything that people write.
func tenThousandLines() string {
	var b strings.Builder
	for i := range 500 {
		text := `
task read_@ "lambdas/main.py" { timeout: 10s, memory_size: 512 }
task save_@ "dynamodb:putItem" {
    parameters: { TableName: "items", Item: { id: { S: $.id }, at: { S: $$.State.EnteredTime } } }
    retry States.Timeout { max_attempts: 3 }
}
workflow flow_@ {
    catch * -> clean_up
    read_@ { result_path: $.read, assign: { total: $.total } }
        >> (save_@, read_@ as other { parameters: { amount: $total } })
        >> if $.status == "A" and $.n > 3 { save_@ as saved } else if $.status == "B" { wait $.seconds }
        >> map $.items (read_@ as each_)
        >> read_@ as computed {
            output: {% $merge([$states.input, { "id": @, "sum": $sum($states.input.items.(price * quantity)) }]) %}
        }
    task clean_up "sns:publish" { parameters: { TopicArn: "t", Message: States.Format("{} failed", $.id) } }
        >> fail Failed
}
`
		b.WriteString(strings.ReplaceAll(text, "@", fmt.Sprint(i)))
	}
	return b.String()
}

// BenchmarkRules measures what each rule costs a file of ten thousand lines, its facts included; all is what a keystroke
// waits for.
func BenchmarkRules(b *testing.B) {
	text := tenThousandLines()
	file, problems := grammar.Parse(text)
	if len(problems) > 0 {
		b.Fatal(problems[0].Message)
	}
	program := flow.Resolve("main.ork", file, nil)
	w, err := workspace.New(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	run := func(name string, some []*analysis.Rule) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				analysis.Run(some, program, w)
			}
		})
	}
	run("all", rules.All)
	for _, r := range rules.All {
		run(r.Name, []*analysis.Rule{r})
	}
}
