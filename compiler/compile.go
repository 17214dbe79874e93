// Package compiler lowers a resolved workflow to the model of compiler/asl, which the targets print.
package compiler

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// Rule is the name under which the compiler reports what it cannot lower.
const Rule = "compile"

// Compile lowers one workflow. Where it returns diagnostics the workflow is nil: a workflow is compiled
// whole and right, or not at all.
func Compile(w *flow.Workflow) (*asl.Workflow, []analysis.Diagnostic) {
	return compile(w, w.Program, map[*flow.Workflow]bool{})
}

// compile lowers w; paths of handlers are relative to the file of root. The workflows that are being compiled
// already are not followed in a circle.
func compile(w *flow.Workflow, root *flow.Program, open map[*flow.Workflow]bool) (*asl.Workflow, []analysis.Diagnostic) {
	l := newLowering(w.Program, root, &asl.Workflow{Name: w.Name, Type: asl.Standard, Tracing: true})
	l.workflow, l.names, l.open = w, w.Namer(), open
	open[w] = true
	defer delete(open, w)
	l.lower()
	if len(l.problems) > 0 {
		slices.SortStableFunc(l.problems, func(a, b analysis.Diagnostic) int {
			return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Range.Start, b.Range.Start))
		})
		return nil, l.problems
	}
	return l.out, nil
}

// lowering is one workflow on its way to ASL.
type lowering struct {
	workflow  *flow.Workflow
	program   *flow.Program
	root      *flow.Program // whose file paths are relative to
	names     *flow.Namer
	out       *asl.Workflow
	jsonata   bool // of the whole machine
	functions map[*flow.Task]*asl.Function
	nested    map[*flow.Workflow]bool // started by this one
	labels    map[string]bool         // of its distributed maps
	open      map[*flow.Workflow]bool // being compiled: this one, and those that start it
	problems  []analysis.Diagnostic
	reported  map[reported]bool // the same things
}

// reported is a problem and its place.
type reported struct {
	file    string
	at      grammar.Range
	message string
}

// newLowering is ready to lower what stands in a file.
func newLowering(p, root *flow.Program, out *asl.Workflow) *lowering {
	return &lowering{
		program: p, root: root, out: out,
		functions: map[*flow.Task]*asl.Function{}, nested: map[*flow.Workflow]bool{}, labels: map[string]bool{},
		open: map[*flow.Workflow]bool{}, reported: map[reported]bool{},
	}
}

// problem reports why a workflow cannot be compiled.
func (l *lowering) problem(at grammar.Range, message string) { l.report(l.program, at, message) }

// report reports a problem in a file, once.
func (l *lowering) report(p *flow.Program, at grammar.Range, message string) {
	d := analysis.Diagnostic{Rule: Rule, Severity: analysis.Error, File: p.Path, Range: at, Message: message}
	key := reported{d.File, d.Range, d.Message}
	if l.reported[key] {
		return
	}
	l.reported[key] = true
	l.problems = append(l.problems, d)
}

// reader reads values of a file, in steps of a query language.
func (l *lowering) reader(p *flow.Program, base int, jsonata bool) reader {
	return reader{lowering: l, program: p, base: base, jsonata: jsonata}
}

func (l *lowering) lower() {
	w := l.workflow
	if !l.parses() || !l.declared() {
		return
	}
	l.settings()
	if w.Scope.Start == nil {
		l.problem(w.NameRange, "the workflow "+w.Name+" has no steps")
		return
	}
	machine := l.lowerScope(w.Scope, false)
	if !w.TopLevel { // there the comment is the first step's
		machine.Comment = l.program.Doc(w.Range.Start)
	}
	setAll(l.reader(l.program, 0, l.jsonata), machine, machineSlots, attribute.Workflow, w.Attributes)
	if l.jsonata {
		machine.QueryLanguage = asl.JSONata
	}
	l.out.Machine = machine
	l.limitMachine(machine)
}

// parses tells whether the file, and those that it imports, are free of mistakes; a tree with gaps is
// not lowered.
func (l *lowering) parses() bool {
	if problems := l.program.File.Problems(); len(problems) > 0 {
		l.problem(problems[0].Range, problems[0].Message)
		return false
	}
	for _, i := range l.program.Imports {
		switch {
		case i.Program == nil:
			l.problem(i.Range, "the file "+i.Path+" cannot be imported")
			return false
		case len(i.Program.File.Problems()) > 0:
			l.problem(i.Range, "the imported file does not parse; orklint "+i.Program.Path+" says where")
			return false
		}
	}
	return true
}

// declared tells whether every name of the file means one thing.
func (l *lowering) declared() bool {
	for _, d := range l.program.Duplicates {
		l.problem(d.Range, d.Name+" is declared twice; rename one of the two")
	}
	for _, s := range l.program.Clashes {
		if s.Scope.Workflow == l.workflow {
			l.problem(s.Range, "another step, or a task, is called "+s.Step.As.Text+" too; a name given with as is the step's alone")
		}
	}
	l.judgeDeclarations(l.program)
	for _, i := range l.program.Imports {
		l.judgeDeclarations(i.Program)
	}
	return len(l.problems) == 0
}

// settings lowers the workflow's attributes that are not the state machine's own.
func (l *lowering) settings() {
	out, r := l.out, l.reader(l.program, 0, false)
	for _, a := range l.workflow.Attributes {
		meaning := attribute.At(a.Key, attribute.Workflow)
		if meaning == nil || meaning.Mismatch(a.Value) != "" { // reported with the state machine's
			continue
		}
		r.base = a.Base
		value := r.field(meaning, a.Value)
		switch a.Key {
		case "type":
			out.Type = asl.WorkflowType(meaning.Enum(a.Value).Name)
		case "schedule":
			out.Schedule = value.Text
		case "event_pattern":
			out.EventPattern = value
		case "state_machine_name":
			out.StateMachineName = value.Text
		case "tracing":
			out.Tracing = meaning.Enum(a.Value).Name != "disabled"
		case "query_language":
			l.jsonata = meaning.Enum(a.Value).Name == "jsonata"
		}
	}
}
