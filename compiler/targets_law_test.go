package compiler_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/judge"
	"github.com/orkls/orkls/compiler/internal/naming"
	"github.com/orkls/orkls/compiler/sam"
)

// TestPythonIsASL is the second law for Python: what CDK synthesizes from it is what asl prints.
func TestPythonIsASL(t *testing.T) {
	compiled := judged(t)
	program := judge.Program{Files: map[string]string{}}
	for _, e := range compiled {
		id := logical(e.name())
		program.Files[id+".py"] = cdk.Stack(e.workflow, cdk.Python)
		copyHandlers(t, program.Files, id, e)
		program.Stacks = append(program.Stacks, judge.Stack{ID: id, File: id + ".py", Class: cdk.ClassName(e.workflow), Folder: id})
	}
	made := judge.Start(t).SynthPython(program)
	for _, e := range compiled {
		machines := made.Stacks[logical(e.name())].Machines
		if len(machines) != 1 {
			t.Errorf("%s: %d machines are synthesized", e.name(), len(machines))
		}
		for _, machine := range machines {
			if diff := judge.Same(sayable([]byte(deployed(e.workflow))), sayable(machine), nil); diff != "" {
				t.Errorf("%s: asl, and what is synthesized from Python:\n%s", e.name(), diff)
			}
		}
	}
}

// TestTemplatesAreASL holds the same of SAM: other programs find nothing wrong with the templates, and in them the state
// machine that asl prints.
func TestTemplatesAreASL(t *testing.T) {
	j := judge.Start(t)
	for _, e := range judged(t) {
		made := j.Serverless(sam.Print(e.workflow))
		for _, problem := range made.Problems {
			t.Errorf("%s: %s", e.name(), problem)
		}
		machine := made.Machines[samID(e.workflow.Name)+"StateMachine"]
		if diff := judge.Same(judge.Deployed(e.workflow, inTemplate(e.workflow)), machine, nil); diff != "" {
			t.Errorf("%s: asl, and what the template has:\n%s", e.name(), diff)
		}
	}
}

// inTemplate tells the logical id of what a substitution stands for in the template of a workflow. A workflow that starts
// itself cannot refer to itself there, and has a parameter for it.
func inTemplate(w *asl.Workflow) func(asl.Substitution) string {
	return func(s asl.Substitution) string {
		nested := func(other *asl.Workflow) bool { return other.Name == s.Name }
		switch {
		case s.Kind == asl.FunctionSubstitution:
			return samID(s.Name) + "Function"
		case slices.ContainsFunc(w.Workflows, nested):
			return samID(s.Name) + "StateMachine"
		}
		return samID(s.Name)
	}
}

func samID(name string) string { return strings.ReplaceAll(naming.Pascal(name), "_", "") }
