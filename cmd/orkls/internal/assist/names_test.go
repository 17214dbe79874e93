package assist_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

// project is the files of a txtar archive in a workspace. One of them has a | in it.
type project struct {
	*workspace.Workspace
	texts map[string]marked.Text
	names []string // of the .ork files
	main  string   // the file with the cursor
}

func newProject(t *testing.T, archive string) *project {
	t.Helper()
	w, err := workspace.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p := &project{Workspace: w, texts: map[string]marked.Text{}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		m := marked.Parse(string(f.Data))
		w.Open(f.Name, m.Text)
		p.texts[f.Name] = m
		if strings.HasSuffix(f.Name, ".ork") {
			p.names = append(p.names, f.Name)
		}
		if m.Cursor >= 0 {
			p.main = f.Name
		}
	}
	return p
}

func (p *project) program(t *testing.T, name string) *flow.Program {
	t.Helper()
	program, err := p.Program(name)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func (p *project) programs(t *testing.T) (all []*flow.Program) {
	for _, name := range p.names {
		all = append(all, p.program(t, name))
	}
	return all
}

// Each case is files with a | on a name, and ‹ › round every place that says it.
func TestOccurrences(t *testing.T) {
	for _, test := range []struct{ name, archive string }{
		{"a task", "-- a.ork --\ntask ‹make›\n‹ma|ke› >> ‹make› as again >> task b \"sns:publish\" { parameters: { A: ‹make› } }\n"},
		{"a task that a jump means", "-- a.ork --\ntask ‹make›\ntask b\nworkflow w { ‹make› >> b -> ‹ma|ke› }\n"},
		{"from its declaration", "-- a.ork --\ntask ‹|make›\n[‹make›, (‹make› as x,)]\n"},
		{"a step", "-- a.ork --\ntask make\nworkflow w { make as ‹first› >> if $.x == 1 { wait 3s -> ‹fi|rst› } }\nworkflow v { make as first }\n"},
		{"a chain that goes on elsewhere", "-- a.ork --\ntask a\ntask ‹b›\ntask c\nworkflow w {\n  a >> ‹b|›\n  ‹b› >> c\n}\n"},
		{"a loop", "-- a.ork --\ntask ‹a›\ntask b\n‹a› >> b >> ‹|a›\n"},
		{"a chain that goes on from a named step", "-- a.ork --\ntask a\nworkflow w {\n  a as ‹b›\n  ‹b|› >> wait 3s\n}\n"},
		{"a step in quotes", "-- a.ork --\ntask make\nworkflow w { make as ‹\"the| first\"› >> wait 3s -> ‹\"the first\"› }\n"},
		{"a task in a chain", "-- a.ork --\nworkflow w { task ‹no|tify› \"sns:publish\" >> if $.x == 1 { wait 3s -> ‹notify› } }\n"},
		{"a workflow", "-- a.ork --\ntask a\nworkflow ‹w|› { a }\nworkflow v { ‹w› }\n"},
		{"over files", "-- a.ork --\nimport \"b.ork\"\n‹make› >> ‹make› as again\n-- b.ork --\ntask ‹ma|ke›\n‹make›\n-- c.ork --\ntask make\nmake\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newProject(t, test.archive)
			n, _, ok := assist.NameAt(p.program(t, p.main), p.texts[p.main].Cursor)
			if !ok {
				t.Fatal("no name is found")
			}
			for _, name := range p.names {
				var ranges []grammar.Range
				for _, o := range n.Occurrences(p.program(t, name)) {
					ranges = append(ranges, o.Range)
				}
				m := p.texts[name]
				if got, want := marked.Mark(m.Text, ranges), marked.Mark(m.Text, m.Ranges); got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
				}
			}
		})
	}
}

func TestNoName(t *testing.T) {
	for _, text := range []string{"|", "task a\nunkn|own\n", "task a\nworkflow w { a -> en|d }\n", "task a\nworkflow w { wa|it 3s >> a -> wait_3s }\n"} {
		m := marked.Parse(text)
		if n, _, ok := assist.NameAt(program(m.Text), m.Cursor); ok {
			t.Errorf("%q: got %+v", text, n)
		}
	}
}

func TestDefinition(t *testing.T) {
	for _, test := range []struct{ name, archive string }{
		{"a mention", "-- a.ork --\ntask ‹make›\nma|ke\n"},
		{"a mention in an imported file", "-- a.ork --\nimport \"b.ork\"\nma|ke\n-- b.ork --\ntask ‹make›\n"},
		{"an import", "-- a.ork --\nimport \"b|.ork\"\n-- b.ork --\n‹›task make\n"},
		{"a jump", "-- a.ork --\ntask make\nworkflow w { ‹make› >> wait 3s -> ma|ke }\n"},
		{"a jump to a named step", "-- a.ork --\ntask make\nworkflow w { make as ‹x› >> wait 3s -> |x }\n"},
		{"a handler", "-- a.ork --\ntask make \"f/main.p|y\"\n-- f/main.py --\ndef remake(): pass\nasync def ‹make›(event, context):\n    make()\n"},
		{"a named handler", "-- a.ork --\ntask ma|ke \"f/main.py:create\"\n-- f/main.py --\n‹create› = make = lambda event, context: event\n"},
		{"a handler by attributes", "-- a.ork --\ntask ma|ke { entry: \"f\", index: \"x.py\" }\n-- f/x.py --\nfrom y import ‹make›\n"},
		{"a handler in JavaScript", "-- a.ork --\ntask make \"m.j|s:run\"\n-- m.js --\nexports.‹run› = async () => {}\n"},
		{"a handler in TypeScript", "-- a.ork --\ntask make \"m.t|s\"\n-- m.ts --\nexport const ‹make›: Handler = async () => {}\n"},
		{"a handler in Go", "-- a.ork --\ntask make \"cmd/mak|e\"\n-- cmd/make/a.go --\npackage main\n\nfunc handle() {}\n-- cmd/make/main.go --\npackage main\n\nfunc ‹main›() {}\n"},
		{"a file that defines no such function", "-- a.ork --\ntask make \"m.p|y\"\n-- m.py --\n‹›x = 1\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newProject(t, test.archive)
			link, ok := assist.DefinitionAt(p.program(t, p.main), p, p.texts[p.main].Cursor)
			if !ok {
				t.Fatal("nothing is found")
			}
			for name, m := range p.texts {
				var ranges []grammar.Range
				if name == link.File {
					ranges = append(ranges, link.To)
				}
				if got, want := marked.Mark(m.Text, ranges), marked.Mark(m.Text, m.Ranges); got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
				}
			}
		})
	}
}

func TestNoDefinition(t *testing.T) {
	for _, archive := range []string{
		"-- a.ork --\nunknow|n\n", "-- a.ork --\nimport \"mis|sing.ork\"\n", "-- a.ork --\ntask a \"sns:pub|lish\"\n", "-- a.ork --\ntask a \"missing.p|y\"\n",
	} {
		p := newProject(t, archive)
		if link, ok := assist.DefinitionAt(p.program(t, p.main), p, p.texts[p.main].Cursor); ok {
			t.Errorf("%q: got %+v", archive, link)
		}
	}
}

// apply returns a text with edits that do not overlap.
func apply(text string, ranges []grammar.Range, texts []string) string {
	order := make([]int, len(ranges))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return ranges[b].Start - ranges[a].Start })
	for _, i := range order {
		text = text[:ranges[i].Start] + texts[i] + text[ranges[i].End:]
	}
	return text
}

func TestRename(t *testing.T) {
	for _, test := range []struct{ name, to, archive, want string }{
		{"a task and its jumps", "build", "-- a.ork --\ntask make\nworkflow w { ma|ke >> wait 3s -> make }\n", "-- a.ork --\ntask build\nworkflow w { build >> wait 3s -> build }\n"},
		{"a task that is called as its function", "build", "-- a.ork --\ntask ma|ke \"f.py\" { timeout: 6s }\n", "-- a.ork --\ntask build \"f.py:make\" { timeout: 6s }\n"},
		{"a task with a function of another name", "build", "-- a.ork --\ntask ma|ke \"f.py:x\"\n", "-- a.ork --\ntask build \"f.py:x\"\n"},
		{"a task whose block names the function", "build", "-- a.ork --\ntask ma|ke \"f.py\" { handler: \"x\" }\n", "-- a.ork --\ntask build \"f.py\" { handler: \"x\" }\n"},
		{"over files", "build", "-- a.ork --\nimport \"b.ork\"\nmake\n-- b.ork --\ntask ma|ke\n", "-- a.ork --\nimport \"b.ork\"\nbuild\n-- b.ork --\ntask build\n"},
		{"a step", "the last", "-- a.ork --\ntask a\nworkflow w { a as |x >> wait 3s -> x }\n", "-- a.ork --\ntask a\nworkflow w { a as \"the last\" >> wait 3s -> \"the last\" }\n"},
		{"to itself", "make", "-- a.ork --\ntask ma|ke\n", "-- a.ork --\ntask make\n"},
		{"no name", "a b", "-- a.ork --\ntask ma|ke\n", `"a b" is no name: write letters, digits and _, and no reserved word`},
		{"a reserved word", "map", "-- a.ork --\ntask ma|ke\n", `"map" is no name: write letters, digits and _, and no reserved word`},
		{"a taken name", "b", "-- a.ork --\ntask ma|ke\ntask b\n", "b is declared already, in a.ork"},
		{"a name that is taken in another file", "b", "-- a.ork --\ntask ma|ke\n-- c.ork --\nimport \"a.ork\"\ntask b\nmake\n", "b is declared already, in c.ork"},
		{"a name that a step has", "b", "-- a.ork --\ntask ma|ke\nmake as b\n", "a step in a.ork is called b already"},
		{"in a broken file", "b", "-- a.ork --\ntask ma|ke\nmake >> >> make\n", "a.ork: a statement that does not parse may mean make; repair it first"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newProject(t, test.archive)
			n, _, ok := assist.NameAt(p.program(t, p.main), p.texts[p.main].Cursor)
			if !ok {
				t.Fatal("no name is found")
			}
			edits, err := assist.Rename(n, test.to, p.programs(t))
			if err != nil {
				if err.Error() != test.want {
					t.Errorf("got %v, want %s", err, test.want)
				}
				return
			}
			var got strings.Builder
			for _, name := range p.names {
				var ranges []grammar.Range
				var texts []string
				for _, e := range edits {
					if e.File == name {
						ranges, texts = append(ranges, e.Range), append(texts, e.NewText)
					}
				}
				got.WriteString("-- " + name + " --\n" + apply(p.texts[name].Text, ranges, texts))
			}
			if got.String() != test.want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), test.want)
			}
		})
	}
}
