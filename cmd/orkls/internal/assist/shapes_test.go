package assist_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

var paintNames = [...]string{
	"keyword", "comment", "string", "number", "operator", "path", "task", "workflow", "step", "attribute", "value", "error",
}

func TestPaints(t *testing.T) {
	text := `# c
## d
task make "f.py" { timeout: 6s, tracing: active }
workflow w {
    type: "express"
    make { catch States.Timeout -> end } >> map $.x (make as again) >> task t "sns:publish" { parameters: { A: States.Format("{}", $.a), B: make } }
        >> wait 3s -> again
}
make >>
`
	want := `comment "# c", comment doc "## d", keyword "task", task declares "make", string "\"f.py\"", attribute "timeout", number "6s", attribute "tracing", value "active", ` +
		`keyword "workflow", workflow declares "w", attribute "type", value "\"express\"", task "make", keyword "catch", error "States", error ".", error "Timeout", operator "->", keyword "end", ` +
		`operator ">>", keyword "map", path "$.x", task "make", keyword "as", step declares "again", operator ">>", keyword "task", task declares "t", string "\"sns:publish\"", ` +
		`attribute "parameters", attribute "A", task "States", task ".", task "Format", string "\"{}\"", path "$.a", attribute "B", task "make", ` +
		`operator ">>", keyword "wait", number "3s", operator "->", step "again", task "make", operator ">>"`
	var got []string
	for _, p := range assist.Paints(program(text)) {
		words := paintNames[p.Paint]
		if p.Declares {
			words += " declares"
		}
		if p.Doc {
			words += " doc"
		}
		got = append(got, fmt.Sprintf("%s %q", words, text[p.Range.Start:p.Range.End]))
	}
	if strings.Join(got, ", ") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, ",\n"), want)
	}
}

func TestFolds(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"comments and imports", "‹# a\n# b›\n\n# c\n‹import \"a\"\nimport \"b\"›\nimport\n"},
		{"braces and brackets", "workflow w ‹{\n  a >> ‹[\n  b, (c, d)\n  ]›\n}›\ntask a { timeout: 6s }\n"},
		{"what is never closed", "workflow w {\n  [a,\n  (b\n\ntask a ‹{\n  timeout: 6s\n}›\n"},
		{"what is not closed inside", "workflow w ‹{\n  [a,\n  ‹(b\n  )›\n}›\n"},
		{"comments behind code", "task a # a\ntask b # b\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := marked.Parse(test.text)
			file, _ := grammar.Parse(m.Text)
			var ranges []grammar.Range
			for _, f := range assist.Folds(file) {
				ranges = append(ranges, f.Range)
			}
			if fmt.Sprint(ranges) != fmt.Sprint(m.Ranges) {
				t.Errorf("got %v, want %v", ranges, m.Ranges)
			}
		})
	}
}

func TestSelections(t *testing.T) {
	for _, text := range []string{
		"‹task a\n‹workflow w ‹{‹ ‹a >> ‹[‹‹b as ‹c|››, d›]›› ›}››\n›",
		"‹‹task a ‹{‹ ‹timeout: ‹6|s›› ›}››\n›",
		"‹|›",
	} {
		m := marked.Parse(text)
		file, _ := grammar.Parse(m.Text)
		got := assist.Selections(file, m.Cursor)
		for i, r := range got[:len(got)-1] {
			if !got[i+1].Covers(r) || got[i+1] == r || !r.Contains(m.Cursor) {
				t.Errorf("%s: %v is not smaller than %v", text, r, got[i+1])
			}
		}
		var texts, want []string
		for i, r := range got {
			texts = append(texts, m.Text[r.Start:r.End])
			if i < len(m.Ranges) {
				o := m.Ranges[len(m.Ranges)-1-i]
				want = append(want, m.Text[o.Start:o.End])
			}
		}
		if fmt.Sprintf("%q", texts) != fmt.Sprintf("%q", want) {
			t.Errorf("%s:\ngot  %q\nwant %q", text, texts, want)
		}
	}
}

func TestLinks(t *testing.T) {
	p := newProject(t, "-- f/a.ork --\n|import \"‹../b.ork›\"\nimport \"missing.ork\"\ntask x \"‹main.py:make›\"\ntask y \"missing.py\"\ntask z \"sns:publish\"\n[task w \"‹main.py›\", x, y, z]\n-- b.ork --\ntask b\n-- f/main.py --\n")
	var ranges []grammar.Range
	var files []string
	for _, l := range assist.Links(p.program(t, p.main), p) {
		ranges, files = append(ranges, l.From), append(files, l.File)
	}
	m := p.texts[p.main]
	if got, want := marked.Mark(m.Text, ranges), marked.Mark(m.Text, m.Ranges); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if fmt.Sprint(files) != "[b.ork f/main.py f/main.py]" {
		t.Errorf("got %v", files)
	}
}
