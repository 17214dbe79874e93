// Package compiler lowers a resolved workflow to the model of compiler/asl, which the targets print.
package compiler

import (
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
	return compile(w, map[*flow.Workflow]bool{})
}

// compile lowers w; the workflows that are being compiled already are not followed in a circle.
func compile(w *flow.Workflow, open map[*flow.Workflow]bool) (*asl.Workflow, []analysis.Diagnostic) {
	l := &lowering{
		workflow:  w,
		program:   w.Program,
		names:     w.Namer(),
		functions: map[*flow.Task]*asl.Function{},
		nested:    map[*flow.Workflow]bool{},
		open:      open,
	}
	open[w] = true
	defer delete(open, w)
	out := l.lower()
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	return out, nil
}

// lowering is one workflow on its way to ASL.
type lowering struct {
	workflow  *flow.Workflow
	program   *flow.Program
	names     *flow.Namer
	out       *asl.Workflow
	jsonata   bool // of the whole machine
	functions map[*flow.Task]*asl.Function
	nested    map[*flow.Workflow]bool // started by this one
	open      map[*flow.Workflow]bool // being compiled: this one, and those that start it
	problems  []analysis.Diagnostic
}

// problem reports why a workflow cannot be compiled.
func (l *lowering) problem(at grammar.Range, message string) {
	l.problems = append(l.problems, analysis.Diagnostic{
		Rule: Rule, Severity: analysis.Error, File: l.program.Path, Range: at, Message: message,
	})
}

func (l *lowering) lower() *asl.Workflow {
	w := l.workflow
	if !l.parses() {
		return nil
	}
	l.out = &asl.Workflow{Name: w.Name, Type: asl.Standard, Tracing: true}
	settings := l.settings()
	if w.Scope.Start == nil {
		l.problem(w.NameRange, "the workflow "+w.Name+" has no steps")
		return nil
	}
	machine := l.lowerScope(w.Scope, false)
	machine.Comment = settings.comment
	machine.Version = settings.version
	machine.TimeoutSeconds = settings.timeout
	if l.jsonata {
		machine.QueryLanguage = asl.JSONata
	}
	l.out.Machine = machine
	return l.out
}

// parses tells whether the file, and those that it imports, are free of mistakes; a tree with gaps is
// not lowered.
func (l *lowering) parses() bool {
	if problems := l.program.File.Problems(); len(problems) > 0 {
		l.problem(problems[0].Range, problems[0].Message)
		return false
	}
	for _, i := range l.program.Imports {
		if i.Program != nil && len(i.Program.File.Problems()) > 0 {
			l.problem(i.Range, "the imported file does not parse; orklint "+i.Program.Path+" says where")
			return false
		}
	}
	return true
}

// settings are the workflow's attributes that stand at the top of its state machine.
type settings struct {
	comment, version string
	timeout          asl.Value
}

func (l *lowering) settings() (s settings) {
	w, out := l.workflow, l.out
	s.comment = l.program.Doc(w.Range.Start)
	for _, a := range w.Attributes {
		switch a.Key {
		case "type":
			if enum("type", attribute.Workflow, a) == string(asl.Express) {
				out.Type = asl.Express
			}
		case "schedule":
			out.Schedule = l.text(a)
		case "event_pattern":
			out.EventPattern = l.literal(a.Value, a.Base)
		case "state_machine_name":
			out.StateMachineName = l.text(a)
		case "tracing":
			out.Tracing = enum("tracing", attribute.Workflow, a) != "disabled"
		case "comment":
			s.comment = l.text(a)
		case "version":
			s.version = l.text(a)
		case "timeout":
			s.timeout = l.seconds(a.Value, a.Base)
		case "query_language":
			l.jsonata = enum("query_language", attribute.Workflow, a) == "jsonata"
		default:
			l.problem(a.Range, "a workflow has no attribute "+a.Key)
		}
	}
	return s
}
