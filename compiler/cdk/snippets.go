package cdk

import "github.com/orkls/orkls/compiler/asl"

// Function prints a function's construct alone, as it stands in the constructor of a stack: Orkestra's
// aws_lambda.
func Function(f *asl.Function, l Language) string {
	b := newBuilder(&asl.Workflow{Machine: &asl.Machine{}, Functions: []*asl.Function{f}}, l, self{})
	b.function(f)
	return snippet(b, l)
}

// Task prints a state's construct, and its function's in front of it: Orkestra's task. Where it leads is
// not part of it.
func Task(s *asl.State, l Language) string {
	alone := *s
	alone.Next, alone.End, alone.Catch = "", true, nil
	w := &asl.Workflow{Machine: &asl.Machine{StartAt: s.Name, States: []*asl.State{&alone}}}
	if s.Function != nil {
		w.Functions = []*asl.Function{s.Function}
	}
	b := newBuilder(w, l, self{})
	b.machine(b.workflow.Machine)
	return snippet(b, l)
}

func snippet(b *builder, l Language) string {
	p := newPrinter(l)
	code := printSections(p, b.sections(), "")
	return p.imports() + "\n" + code
}
