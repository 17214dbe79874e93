package assist_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

func TestRefactorings(t *testing.T) {
	const tasks = "task a\ntask b\n"
	for _, test := range []struct{ title, text, want string }{
		{"turn into a tuple: errors are captured", "[a|, b]\n", "(a, b)\n"},
		{"turn into a tuple: errors are captured", "[a|]\n", "(a,)\n"},
		{"turn into a tuple: errors are captured", "[a|,\n]\n", "(a,\n)\n"},
		{"turn into a tuple: errors are captured", "[[a], b|]\n", "([a], b)\n"},
		{"turn into a tuple: errors are captured", "map $.x[0] [a|]\n", "map $.x[0] (a)\n"},
		{"turn into a list: one failing stops the others", "(a, b| as c)\n", "[a, b as c]\n"},
		{"turn into a list: one failing stops the others", "(a|,)\n", "[a,]\n"},
		{"turn into a list: one failing stops the others", "map (a|) as x\n", "map [a] as x\n"},
		{"name the step: as wait_3s", "a >> wait| 3s { comment: \"x\" }\n", "a >> wait 3s as wait_3s { comment: \"x\" }\n"},
		{"name the step: as a2", "a >> [a|]\n", "a >> [a as a2]\n"},
		{"retry the step after errors", "a| >> b\n", "a { retry * { interval: 2s, max_attempts: 3, backoff_rate: 2 } } >> b\n"},
		{"retry the step after errors", "a| { comment: \"x\" } >> b\n", "a { comment: \"x\"  retry * { interval: 2s, max_attempts: 3, backoff_rate: 2 } } >> b\n"},
		{"catch the errors of the step", "a as| c\n", "a as c { catch * { result_path: $.error, fail {} } }\n"},
	} {
		t.Run(test.text, func(t *testing.T) {
			m := marked.Parse(tasks + test.text)
			all := assist.Refactorings(program(m.Text), grammar.Range{Start: m.Cursor, End: m.Cursor})
			i := slices.IndexFunc(all, func(r assist.Refactoring) bool { return r.Title == test.title })
			if i < 0 {
				t.Fatalf("offered %+v", all)
			}
			var ranges []grammar.Range
			var texts []string
			for _, e := range all[i].Edits {
				ranges, texts = append(ranges, e.Range), append(texts, e.NewText)
			}
			got := apply(m.Text, ranges, texts)
			if got != tasks+test.want {
				t.Errorf("got\n%s", got)
			}
			if _, problems := grammar.Parse(got); len(problems) > 0 {
				t.Errorf("%s does not parse: %v", got, problems)
			}
		})
	}
}

func TestNoRefactorings(t *testing.T) {
	for _, text := range []string{"task a\n|\n", "task a\nworkflow w { wa|it 3s as x }\n", "task a\na| { catch * -> end, retry * }\n"} {
		m := marked.Parse(text)
		for _, r := range assist.Refactorings(program(m.Text), grammar.Range{Start: m.Cursor, End: m.Cursor}) {
			t.Errorf("%q: offered %s", text, r.Title)
		}
	}
}

func TestHints(t *testing.T) {
	text := "compose { timeout: 6s }\ntask a \"a.py\"\ntask b \"b.py\" { timeout: 9s }\ntask c \"sns:publish\"\nworkflow w {\n    (a, c) as x >> wait 3s >> [a] >> map (b)\n}\n"
	got := strings.Split(text, "")
	for _, h := range assist.Hints(program(text)) {
		got[h.Offset-1] += fmt.Sprintf("«%s»", h.Label)
	}
	want := "compose { timeout: 6s }\ntask a \"a.py\"«timeout: 6s»\ntask b \"b.py\" { timeout: 9s }\ntask c \"sns:publish\"\nworkflow w {\n" +
		"    (a, c)«captured» as x >> wait 3s«as wait_3s» >> [a«as a2»]«as parallelize_a» >> map (b)«as map_b»«captured»\n}\n"
	if s := strings.Join(got, ""); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestSignature(t *testing.T) {
	for _, test := range []struct {
		text  string
		label string
		at    int
	}{
		{"task a { parameters: { x: States.Format(|", "States.Format(a, …)", 0},
		{"task a { parameters: { x: States.Format(\"{}\", |) } }", "States.Format(a, …)", 1},
		{"task a { parameters: { x: States.ArrayRange(1, States.MathAdd(1, |2), 3) } }", "States.MathAdd(a, b)", 1},
		{"task a { parameters: { x: States.ArrayRange(1, States.MathAdd(1, 2), |3) } }", "States.ArrayRange(a, b, c)", 2},
		{"task a { parameters: { x: States.Array([1, 2|], 3) } }", "States.Array(…)", 0},
		{"task a { parameters: { x: States.Format(1)| } }", "", 0},
		{"[a, (b, |c)]", "", 0},
	} {
		m := marked.Parse(test.text)
		s, ok := assist.SignatureAt(m.Text, m.Cursor)
		label := ""
		if ok {
			label, _ = s.Label()
		}
		if label != test.label || s.Argument != test.at {
			t.Errorf("%s: got %s at %d", test.text, label, s.Argument)
		}
	}
}
