package compiler

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/dot"
	"github.com/orkls/orkls/compiler/mermaid"
	"github.com/orkls/orkls/compiler/sam"
	"github.com/orkls/orkls/compiler/svg"
	"github.com/orkls/orkls/grammar"
)

// Target is a form in which a compiled workflow is printed.
type Target struct {
	Name      string // as the command line takes it
	Title     string // as an editor shows it
	Extension string // of a file that holds it, from its first dot
	Print     func(*asl.Workflow) string
	// Composition prints a workflow for a project that has a stack of its own; nil where Print is all.
	Composition func(*asl.Workflow) string
	// Function and State print one construct; nil where the target has no such part.
	Function func(*asl.Function) string
	State    func(*asl.State) string
}

// Targets are in the order in which they are listed; the first is the default.
var Targets = []Target{
	{
		Name: "asl", Title: "Amazon States Language", Extension: ".asl.json",
		Print: func(w *asl.Workflow) string { return w.Machine.JSON() },
		State: func(s *asl.State) string { return s.Value().JSON() + "\n" },
	},
	cdkTarget("cdk-python", "CDK (Python)", "_stack.py", cdk.Python),
	cdkTarget("cdk-typescript", "CDK (TypeScript)", "-stack.ts", cdk.TypeScript),
	{Name: "sam", Title: "AWS SAM template", Extension: ".template.yaml", Print: sam.Print},
	{Name: "mermaid", Title: "Mermaid picture", Extension: ".mmd", Print: mermaid.Print},
	{Name: "dot", Title: "Graphviz picture", Extension: ".dot", Print: dot.Print},
	{Name: "svg", Title: "SVG picture", Extension: ".svg", Print: svg.Print},
}

func cdkTarget(name, title, extension string, l cdk.Language) Target {
	return Target{
		Name: name, Title: title, Extension: extension,
		Print:       func(w *asl.Workflow) string { return cdk.Stack(w, l) },
		Composition: func(w *asl.Workflow) string { return cdk.Composition(w, l) },
		Function:    func(f *asl.Function) string { return cdk.Function(f, l) },
		State:       func(s *asl.State) string { return cdk.Task(s, l) },
	}
}

// TargetNamed returns the target of that name.
func TargetNamed(name string) (Target, bool) {
	for _, t := range Targets {
		if t.Name == name {
			return t, true
		}
	}
	return Target{}, false
}

// CompileTask lowers a task as a state of its own, as a step that mentions it would be.
func CompileTask(t *flow.Task) (*asl.State, []analysis.Diagnostic) {
	step := &grammar.Step{Primary: &grammar.Mention{}}
	state := &flow.State{Name: t.Name, Kind: flow.TaskState, Called: t.Name, Task: t, Step: step, Range: t.NameRange, Whole: t.Range}
	scope := &flow.Scope{States: []*flow.State{state}, Start: state}
	state.Scope = scope
	l := newLowering(t.Program, t.Program, &asl.Workflow{Name: t.Name})
	machine := &asl.Machine{}
	b := &scopeBuilder{lowering: l, machine: machine}
	b.state(state)
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	return machine.States[0], nil
}
