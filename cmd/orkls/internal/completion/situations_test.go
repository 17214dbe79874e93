package completion_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orkls/internal/completion"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

// declared stands in front of every situation, on lines of its own.
const declared = "task make \"lambdas/main.py\"\ntask pay \"lambdas/pay.ts:charge\"\nworkflow whole { make }\n"

// situations are half-typed programs, each with a | where something is typed, the labels that must be offered there,
// and those that must not.
var situations = []struct{ name, text, offers, hides string }{
	// Statements of a file.
	{"an empty line", "|", "task workflow import compose make pay whole map if", "retry catch else end timeout type"},
	{"the start of a word", "wor|", "workflow", "else"},
	{"behind a declaration's name", "task x |", "as", "make task workflow if"},
	{"in front of a declaration", "|\ntask x\n", "task workflow make", "as else"},
	{"a chain of the file", "make >> |", "pay whole map if wait fail", "task2 import workflow compose else end"},
	{"on the line of a whole step", "make |", "as", "make pay if wait workflow import"},
	{"on the next line", "make\n|", "workflow import make pay as", "else retry"},
	{"the name of a declaration", "task |\nmissing >> make\n", "missing", "make pay if map"},
	{"the name of a workflow", "workflow |", "", "make pay if task"},
	{"behind compose", "compose |", "", "make timeout if"},
	{"behind import", "import |", "", "make pay task"},

	// Workflows.
	{"the start of a body", "workflow w {\n    |\n}\n", "type schedule timeout retry catch make pay whole if wait", "w import compose workflow else interval"},
	{"the start of an open body", "workflow w {\n    |\n", "type make", "w workflow import"},
	{"a body's second attribute", "workflow w {\n    type: express\n    |\n}\n", "schedule make retry", "type"},
	{"behind the steps of a body", "workflow w {\n    make >> pay\n    |\n}\n", "make pay if", "type schedule retry catch"},
	{"on an attribute's line", "workflow w {\n    type: express |\n}\n", "", "schedule make if"},
	{"behind >>", "workflow w {\n    make >> |\n}\n", "pay whole map if wait pass succeed fail task", "type end next catch else workflow w"},
	{"behind >> in an open body", "workflow w {\n    make\n        >> |", "pay whole map", "w end"},
	{"a step's start", "workflow w {\n    make >> p|\n}\n", "pay pass", "type"},
	{"behind a broken chain", "workflow w {\n    make >> >> |\n}\n", "pay whole", "type"},
	{"two workflows, the first open", "workflow v {\n    make >> |\nworkflow w {\n    pay\n}\n", "pay w", "v type"},
	{"behind an open bracket of the workflow before", "workflow v {\n    [make, \nworkflow w {\n    make >> |\n}\n", "pay v", "w type"},

	// Groups and maps.
	{"in a list", "workflow w {\n    make >> [|]\n}\n", "make pay whole map if wait", "type end else"},
	{"in an open list", "workflow w {\n    make >> [pay, |\n}\n", "make whole map", "type end"},
	{"in an open tuple in an open list", "workflow w {\n    [pay, (make, |", "pay whole map", "type end"},
	{"behind a list", "workflow w {\n    [make, pay] |\n}\n", "as", "make if"},
	{"in a branch with braces", "workflow w {\n    [{\n    |\n    }, pay]\n}\n", "make pay retry catch", "type schedule"},
	{"behind map", "workflow w {\n    map |\n}\n", "", "make pay if"},
	{"in a map", "workflow w {\n    map (|\n}\n", "make pay whole", "type max_concurrency"},
	{"a map's block", "workflow w {\n    map (make) {\n        |\n    }\n}\n", "max_concurrency item_selector mode catch retry", "memory_size make type"},

	// Conditions.
	{"behind if", "workflow w {\n    if |\n}\n", "not", "make pay is and"},
	{"behind a path", "workflow w {\n    if $.x |\n}\n", "is matches", "make and present"},
	{"behind a path in brackets", "workflow w {\n    if ($.x |\n}\n", "is matches", "make and"},
	{"behind is", "workflow w {\n    if $.x is |\n}\n", "present null string number boolean timestamp not", "make true is"},
	{"behind is not", "workflow w {\n    if $.x is not |\n}\n", "present null", "make not"},
	{"behind a comparison", "workflow w {\n    if $.x == |\n}\n", "true false timestamp", "make null not present"},
	{"behind a test", "workflow w {\n    if $.x == 1 |\n}\n", "and or", "make is present"},
	{"the type of a comparison", "workflow w {\n    if $.x == $.y as |\n}\n", "string number boolean timestamp", "make present"},
	{"behind an if", "workflow w {\n    if $.x == 1 { make } |\n}\n", "else as", "make and"},
	{"behind else", "workflow w {\n    if $.x == 1 { make } else |\n}\n", "if fail", "make else wait"},
	{"a body of an if", "workflow w {\n    if $.x == 1 {\n        |\n    }\n}\n", "make pay output", "else type max_concurrency"},
	{"behind wait", "workflow w {\n    wait |\n}\n", "until", "make if"},

	// Jumps.
	{"behind ->", "workflow w {\n    make >> pay -> |\n}\n", "make pay end next", "whole if w"},
	{"a jump forward", "workflow w {\n    make -> |\n    pay >> pass as last\n}\n", "pay last end", "whole pass"},
	{"a jump in a branch", "workflow w {\n    make >> [pay -> |, make as other]\n}\n", "pay end", "make whole"},
	{"a catch's jump", "workflow w {\n    make { catch * -> | }\n    pay\n}\n", "make pay end next", "whole"},
	{"a name behind as", "workflow w {\n    make as |\n}\n", "", "pay make whole if"},

	// Blocks and attributes.
	{"a function's block", "task x \"a.py\" {\n    |\n}\n", "timeout memory_size runtime retry enable_powertools", "catch type make max_concurrency"},
	{"a function's open block", "task x \"a.py\" { timeout: 6s, |", "memory_size retry", "timeout catch make"},
	{"an integration's block", "task x \"sns:publish\" {\n    |\n}\n", "parameters result_path heartbeat", "memory_size catch"},
	{"a key that is half typed", "task x \"a.py\" { mem|\n}\n", "memory_size", "type"},
	{"a key that is given below", "task x \"a.py\" {\n    |\n    timeout: 6s\n}\n", "memory_size", "timeout"},
	{"compose", "compose {\n    |\n}\n", "timeout memory_size enable_powertools", "type function_name retry make"},
	{"a step's block", "workflow w {\n    make { | }\n}\n", "result_path catch retry comment", "memory_size type make"},
	{"a wait's block", "workflow w {\n    wait 3s { | }\n}\n", "comment", "catch retry memory_size"},
	{"a workflow's type", "workflow w {\n    type: |\n    make\n}\n", "express standard", "make type if"},
	{"a bool", "compose { enable_powertools: | }\n", "true false", "make timeout"},
	{"a duration", "compose { timeout: | }\n", "3s", "make memory_size"},
	{"a value in parameters", "task x \"sns:publish\" { parameters: { Arn: | } }\n", "make whole States.Format true null", "memory_size if"},
	{"an intrinsic function", "task x \"sns:publish\" { parameters: { A: States.F| } }\n", "States.Format States.ArrayLength", "make"},
	{"an intrinsic function at its dot", "task x \"sns:publish\" { parameters: { A: States.| } }\n", "States.Format", "if"},
	{"a key of parameters", "task x \"sns:publish\" { parameters: { | } }\n", "", "timeout result_path make"},
	{"a retrier's object", "task x \"a.py\" { retry * { | } }\n", "interval max_attempts backoff_rate", "timeout make"},
	{"an open retrier", "task x \"a.py\" { retry * { interval: 2s, |", "max_attempts", "interval timeout"},
	{"a number", "compose { memory_size: 12| }\n", "", "timeout make true"},

	// Errors.
	{"behind retry", "workflow w {\n    make { retry | }\n}\n", "States.Timeout Lambda.ServiceException", "States.Runtime make"},
	{"behind catch", "workflow w {\n    make { catch | }\n    fail CardDeclined\n}\n", "CardDeclined States.TaskFailed", "States.DataLimitExceeded make end"},
	{"a second error", "workflow w {\n    make { catch States.Timeout, | }\n}\n", "States.TaskFailed", "States.Timeout make"},
	{"a half-typed error", "workflow w {\n    make { catch States.Ti| -> end }\n}\n", "States.Timeout", "make"},
	{"behind fail", "workflow w {\n    make { catch CardDeclined -> end }\n    >> fail |\n}\n", "CardDeclined", "States.Timeout make"},
	{"a catch's body", "workflow w {\n    make { catch * {\n        |\n    } }\n}\n", "result_path pay whole", "type memory_size"},

	// Strings.
	{"a source", "task x \"|\"\n", "lambdas/ main.py", "shared.ork make readme.txt"},
	{"an open source", "task x \"lam|\n", "lambdas/", "make"},
	{"a source in a folder", "task x \"lambdas/|\"\n", "main.py pay.ts", "shared.ork lambdas/"},
	{"a handler", "task x \"lambdas/main.py:|\"\n", "make create", "charge main.py"},
	{"a handler in TypeScript", "task x \"lambdas/pay.ts:ch|\"\n", "charge", "make"},
	{"a source in a chain", "workflow w {\n    make >> task x \"|\n}\n", "lambdas/ main.py", "make"},
	{"an import", "import \"|\"\n", "shared.ork lambdas/", "main.py a.ork"},
	{"an index", "task x { entry: \"lambdas\", index: \"|\" }\n", "main.py pay.ts", "lambdas/ shared.ork"},
	{"an attribute's handler", "task x { entry: \"lambdas\", index: \"main.py\", handler: \"|\" }\n", "create make", "main.py"},
	{"an enum in quotes", "workflow w {\n    type: \"|\"\n    make\n}\n", "express standard", "make"},
	{"behind a string", "task x \"a\"|\n", "", "make timeout lambdas/"},

	// Paths and comments.
	{"a context path", "task x \"sns:publish\" { parameters: { A: $$.| } }\n", "$$.Execution.Id $$.Task.Token", "make"},
	{"in JSONata", "task x \"sns:publish\" { arguments: {% $st| %} }\n", "$states.input", "make"},
	{"a comment", "# |\n", "orklint:ignore orklint:ignore-file", "make task"},
	{"a rule", "# orklint:ignore |\n", "uncaptured-list fan-out", "make"},
	{"a second rule", "# orklint:ignore uncaptured-list, |\n", "fan-out", "uncaptured-list"},
	{"a reason", "# orklint:ignore uncaptured-list -- |\n", "", "fan-out make"},
	{"prose", "# one fails, the |\n", "", "fan-out make orklint:ignore"},
}

func TestSituations(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"lambdas/main.py": "def make(event, context):\n    pass\n\ndef create(event, context):\n    pass\n",
		"lambdas/pay.ts":  "export async function charge(event: unknown) { return event }\n",
		"main.py":         "", "shared.ork": "task x\n", "readme.txt": "", ".hidden/a.py": "",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), fs.FileMode(0o644)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := workspace.New(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range situations {
		t.Run(test.name, func(t *testing.T) {
			m := marked.Parse(declared + test.text)
			labels := offered(files, m)
			for _, label := range strings.Fields(test.offers) {
				if !slices.Contains(labels, label) {
					t.Errorf("%s is missing", label)
				}
			}
			for _, label := range strings.Fields(test.hides) {
				if slices.Contains(labels, label) {
					t.Errorf("%s is offered", label)
				}
			}
			if t.Failed() {
				t.Logf("in %q offered: %q", test.text, labels)
			}
		})
	}
}

func complete(files *workspace.Workspace, m marked.Text) completion.List {
	resolve := func(file *grammar.File) *flow.Program { return files.Resolve("a.ork", file) }
	file, _ := grammar.Parse(m.Text)
	return completion.At(completion.Context{Program: resolve(file), Files: files, Rules: rules.All, Resolve: resolve}, m.Cursor)
}

// A place anywhere in any text, half-typed too, has an answer whose ranges are right.
func TestEverywhere(t *testing.T) {
	files, err := workspace.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range situations {
		m := marked.Parse(test.text)
		for cut := range len(m.Text) {
			at := marked.Text{Text: m.Text[:cut], Cursor: cut - cut/3}
			list := complete(files, at)
			if list.Insert.Start != list.Replace.Start || list.Insert.End != at.Cursor || !list.Replace.Covers(list.Insert) {
				t.Errorf("%q at %d: %v in %v", at.Text, at.Cursor, list.Insert, list.Replace)
			}
		}
	}
}

func offered(files *workspace.Workspace, m marked.Text) (labels []string) {
	for _, item := range complete(files, m).Items {
		labels = append(labels, item.Label)
	}
	return labels
}
