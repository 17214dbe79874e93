package assist_test

import (
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

func TestFollowMoves(t *testing.T) {
	const project = "-- flows/a.ork --\nimport \"../shared/b.ork\"\ntask x \"fn/main.py:run\"\ntask y \"fn/main.py\"\ntask z \"sns:publish\"\n[x, y, task w \"go/cmd\", z]\n" +
		"-- shared/b.ork --\ntask b \"../flows/fn/main.py\"\nimport \"../flows/a.ork\"\n"
	for _, test := range []struct {
		name, from, to string
		change         []string // old and new
	}{
		{"a handler file", "flows/fn/main.py", "flows/fn/lib/app.py", []string{"fn/main.py", "fn/lib/app.py"}},
		{"a folder of handlers", "flows/fn", "functions", []string{"../flows/fn/main", "../functions/main", "\"fn/main", "\"../functions/main"}},
		{"an imported file", "shared/b.ork", "c.ork", []string{"../shared/b.ork", "../c.ork", "../flows/fn", "flows/fn", "\"../flows/a.ork", "\"flows/a.ork"}},
		{"a folder of programs", "flows", "f", []string{"../flows/", "../f/"}},
		{"a program", "flows/a.ork", "a.ork", []string{"../shared", "shared", "\"fn/", "\"flows/fn/", "\"go/", "\"flows/go/", "../flows/a", "../a"}},
		{"what nothing names", "flows/fn/other.py", "x.py", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newProject(t, project)
			want := strings.NewReplacer(test.change...).Replace(project)
			var got strings.Builder
			for _, name := range p.names {
				var ranges []grammar.Range
				var texts []string
				for _, e := range assist.FollowMoves(p.program(t, name), p, []assist.Move{{From: test.from, To: test.to}}) {
					ranges, texts = append(ranges, e.Range), append(texts, e.NewText)
				}
				got.WriteString("-- " + name + " --\n" + apply(p.texts[name].Text, ranges, texts))
			}
			if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

func TestCalls(t *testing.T) {
	for _, test := range []struct{ text, before, after string }{
		{"a >> b| >> c\n", "a", "c"},
		{"workflow w { a >> [b|, c] >> d }\n", "parallelize_b_c", ""},
		{"workflow w { a >> |[b, c] >> d }\n", "a", "d b c"},
		{"workflow w { a >> if $.x == 1 { b } >> c|\n }\n", "b choice", ""},
		{"workflow w { a >> if $|.x == 1 { b } >> c\n }\n", "a", "b c"},
		{"workflow w { a| >> b -> a }\n", "b", "b"},
		{"workflow v { a }\nworkflow w { b >> v| >> c }\n", "b", "c a"},
		{"workflow |v { a >> b }\n", "", "b"},
	} {
		m := marked.Parse("task a\ntask b\ntask c\ntask d\n" + test.text)
		state := assist.StepAt(program(m.Text), m.Cursor)
		if state == nil {
			t.Errorf("%s: no step", test.text)
			continue
		}
		if before, after := names(assist.Before(state)), names(assist.After(state)); before != test.before || after != test.after {
			t.Errorf("%s: before %q, after %q", test.text, before, after)
		}
	}
	if state := assist.StepAt(program("task a\n"), 6); state != nil {
		t.Errorf("got %+v", state)
	}
}

func names(calls []assist.Call) string {
	var all []string
	for _, c := range calls {
		all = append(all, c.State.Name)
	}
	return strings.Join(all, " ")
}
