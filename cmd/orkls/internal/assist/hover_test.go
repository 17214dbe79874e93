package assist_test

import (
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

// Each case is a program with a | at the place that is asked for.
func TestHelp(t *testing.T) {
	for _, test := range []struct{ name, text, on, want string }{
		{
			"a use of a task", "## Makes an item.\n## At random.\ntask make \"lambdas/main.py:create\"\nma|ke >> make as again\n",
			"make", "```ork\ntask make \"lambdas/main.py:create\"\n```\n\nMakes an item.\nAt random.\n\nRuns `create` in `lambdas/main.py`.",
		},
		{
			"a declaration", "task |make\n", "make", "```ork\ntask make\n```",
		},
		{
			"its name's end", "task make|\n", "make", "```ork\ntask make\n```",
		},
		{
			"a comment attribute wins", "## no\ntask a| { comment: \"yes\" }\n", "a", "```ork\ntask a\n```\n\nyes",
		},
		{
			"a workflow", "task a\n## Does a.\nworkflow |w { a }\n", "w", "```ork\nworkflow w\n```\n\nDoes a.",
		},
		{
			"an attribute", "compose { tim|eout: 6s }\n", "timeout",
			"**timeout**: a duration, default `3s`\n\nHow long the function may run, 15 minutes at the most. The step's own limit is `sfn_timeout`.",
		},
		{
			"the same key at another place", "task a\nworkflow w { timeout|: 6s\n a }\n", "timeout", "In ASL: `TimeoutSeconds`",
		},
		{
			"an attribute of a step in a branch", "task a\nworkflow w { [a { result_path|: $.x }] }\n", "result_path", "In ASL: `ResultPath`.",
		},
		{
			"an attribute of a retrier", "task a { retry * { max_attempts|: 2 } }\na\n", "max_attempts", "In ASL: `MaxAttempts`.",
		},
		{
			"a named value", "task a\nworkflow w { type: exp|ress\n a }\n", "express", "**type: express**: ",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			offset := strings.Index(test.text, "|")
			text := test.text[:offset] + test.text[offset+1:]
			help, ok := assist.HelpAt(program(text), offset)
			if !ok || text[help.Range.Start:help.Range.End] != test.on || !strings.Contains(help.Markdown, test.want) {
				t.Errorf("on %q:\n%s\nwant on %q:\n%s", text[help.Range.Start:help.Range.End], help.Markdown, test.on, test.want)
			}
		})
	}
}

func TestNoHelp(t *testing.T) {
	for _, text := range []string{"|", "# a com|ment\n", "task a { nonsen|se: 1 }\n", "unkno|wn\n", "task a { timeout: 6|s }\n", "task a\nworkflow w { type: no|ne\n a }"} {
		offset := strings.Index(text, "|")
		if help, ok := assist.HelpAt(program(text[:offset]+text[offset+1:]), offset); ok {
			t.Errorf("%q: got %q", text, help.Markdown)
		}
	}
}
