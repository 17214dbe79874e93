package flow_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

var update = flag.Bool("update", false, "write what programs mean into testdata")

// TestGolden resolves the programs of testdata. Beside each stands what it means. Imports are read from there too.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.ork"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no programs in testdata: %v", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".ork")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d := dumper{text: string(text), mapper: grammar.NewMapper(string(text))}
			d.program(load(filepath.Base(path), string(text)))
			golden := strings.TrimSuffix(path, ".ork") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(d.out.String()), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), d.out.String()); diff != "" {
				t.Errorf("(-want +got; -update writes it):\n%s", diff)
			}
		})
	}
}

func load(name, text string) *flow.Program {
	file, _ := grammar.Parse(text)
	return flow.Resolve(name, file, func(path string) (*flow.Program, error) {
		text, err := os.ReadFile(filepath.Join("testdata", path))
		if err != nil {
			return nil, err
		}
		return load(path, string(text)), nil
	})
}

// dumper writes what a program means, for people to read.
type dumper struct {
	text   string
	mapper *grammar.Mapper
	out    strings.Builder
}

func (d *dumper) line(depth int, format string, args ...any) {
	line := strings.Repeat("  ", depth) + fmt.Sprintf(format, args...)
	d.out.WriteString(strings.TrimRight(line, " ") + "\n")
}

func (d *dumper) place(at grammar.Range) string {
	p := d.mapper.OffsetPosition(at.Start, grammar.UTF32)
	return fmt.Sprintf("%d:%d", p.Line+1, p.Column+1)
}

func (d *dumper) program(p *flow.Program) {
	for _, i := range p.Imports {
		d.line(0, "import %s%s%s", i.Path, mark(i.Program == nil, "not found"), mark(i.Used, "used"))
	}
	for _, t := range p.Tasks {
		d.task(t)
	}
	for _, w := range p.Workflows {
		d.workflow(w)
	}
	for _, s := range p.Unknown {
		d.line(0, "unknown: %s at %s", s.Called, d.place(s.Range))
	}
	for _, s := range p.Clashes {
		d.line(0, "clash: %s at %s", s.Step.As.Text, d.place(s.Range))
	}
	for _, dup := range p.Duplicates {
		d.line(0, "duplicate: %s at %s", dup.Name, d.place(dup.Range))
	}
	for _, r := range p.References {
		if what := r.Declaration; what.Workflow != nil || what.Import != nil {
			d.line(0, "reference: %s at %s%s%s", what.Name, d.place(r.Range),
				mark(what.Workflow != nil, "a workflow"), mark(what.Import != nil, "imported"))
		}
	}
}

// task writes a task of which there is more to say than its name.
func (d *dumper) task(t *flow.Task) {
	doc := strings.ReplaceAll(t.Program.Doc(t.Range.Start), "\n", "|")
	if t.Source.Kind == flow.NoSource && !t.Inline && doc == "" {
		return
	}
	d.line(0, "task %s%s%s, %d states", t.Name, source(t.Source), mark(t.Inline, "inline"), len(t.States))
	if doc != "" {
		d.line(1, "doc: %s", doc)
	}
}

func source(s flow.Source) string {
	switch s.Kind {
	case flow.File:
		return ", file " + s.Path + " handler " + s.Handler
	case flow.Folder:
		return ", folder " + s.Path
	case flow.Service:
		return ", service " + s.Text
	case flow.ARN:
		return ", arn"
	case flow.Substitution:
		return ", substitution"
	}
	return ""
}

func (d *dumper) workflow(w *flow.Workflow) {
	d.line(0, "workflow %s%s%s", w.Name, mark(w.TopLevel, "top level"), mark(w.Broken, "broken"))
	d.scope(w.Scope, 1)
}

func (d *dumper) scope(s *flow.Scope, depth int) {
	d.line(depth, "start: %s%s", name(s.Start), mark(s.MayFail(), "may fail"))
	for _, state := range s.States {
		d.state(state, depth)
	}
	for _, state := range s.Starts {
		d.line(depth, "another start: %s at %s", state.Name, d.place(state.Range))
	}
	for _, m := range s.Rejoined {
		d.line(depth, "joined twice: %s at %s", m.State.Name, d.place(m.Range))
	}
	for _, m := range s.Loops {
		d.line(depth, "loop: %s at %s", m.State.Name, d.place(m.Range))
	}
	for _, h := range s.Misplaced {
		d.line(depth, "misplaced handler at %s", d.place(h.Range))
	}
	for _, j := range s.Jumps {
		if j.Candidates != 1 && !j.Next && (j.Quoted || j.Name != "end") {
			d.line(depth, "jump to %d states: %s at %s", j.Candidates, j.Name, d.place(j.Range))
		}
	}
	for _, h := range s.Handlers {
		if h.Catch {
			d.line(depth, "catch %s leads to %s%s", errors(h), name(h.Target), mark(h.Open, "open"))
		}
	}
}

func (d *dumper) state(s *flow.State, depth int) {
	d.line(depth, "%s at %s%s%s%s%s", s.Name, d.place(s.Range), mark(s.Naming == flow.Numbered, "numbered"),
		mark(s.MayFail(), "may fail"), mark(s.Captures, "captures"), mark(s.OnlyHandled, "only handled"))
	for _, a := range s.Attributes {
		d.line(depth+1, "%s", strings.Join(strings.Fields(d.text[a.Range.Start:a.Range.End]), " "))
	}
	d.handlers(depth+1, "retry", s.Retries())
	d.handlers(depth+1, "catch", s.Catches())
	for i, b := range s.Branches {
		d.line(depth+1, "branch %d", i+1)
		d.scope(b, depth+2)
	}
	for _, e := range s.Out {
		d.line(depth+1, "%s %s", arrow(e), name(e.To))
	}
	for _, h := range s.Handlers {
		if h.Open {
			d.line(depth+1, "catch %s is open", errors(h))
		}
	}
}

// handlers writes what holds for a state, in the order in which it is asked, where there are several.
func (d *dumper) handlers(depth int, kind string, handlers []*flow.Handler) {
	var all []string
	for _, h := range handlers {
		all = append(all, errors(h))
	}
	if len(all) > 1 || kind == "retry" && len(all) > 0 {
		d.line(depth, "%s in order: %s", kind, strings.Join(all, " | "))
	}
}

func arrow(e *flow.Edge) string {
	sign := ">>"
	if e.Jump != nil {
		sign = "->"
	}
	switch e.Kind {
	case flow.ArmEdge:
		return fmt.Sprintf("if %d %s", e.Arm+1, sign)
	case flow.DefaultEdge:
		return "else " + sign
	case flow.CatchEdge:
		return "catch " + errors(e.Handler) + " " + sign
	}
	return sign
}

func errors(h *flow.Handler) string {
	if h.All {
		return "*"
	}
	return strings.Join(h.Names, ", ")
}

func name(s *flow.State) string {
	if s == nil {
		return "end"
	}
	return s.Name
}

func mark(yes bool, text string) string {
	if !yes {
		return ""
	}
	return ", " + text
}
