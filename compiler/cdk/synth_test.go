package cdk_test

import (
	"path"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/judge"
	"github.com/orkls/orkls/compiler/internal/naming"
	"github.com/orkls/orkls/compiler/internal/samples"
)

// TestTypeScriptIsASL type-checks all stacks as one program, and compares what the CDK makes of each with the ASL that the
// asl target prints.
func TestTypeScriptIsASL(t *testing.T) {
	made := judge.Start(t).Synth(program(cdk.TypeScript, ".ts"))
	for _, e := range made.Types {
		t.Error(e)
	}
	if !t.Failed() {
		compare(t, made)
	}
}

// TestPythonIsASL does the same in Python, which is not type-checked.
func TestPythonIsASL(t *testing.T) {
	compare(t, judge.Start(t).SynthPython(program(cdk.Python, ".py")))
}

// program has a stack for each sample.
func program(l cdk.Language, extension string) judge.Program {
	p := judge.Program{Files: map[string]string{}, NoUnused: true}
	for _, w := range samples.All() {
		p.Files[w.Name+extension] = cdk.Stack(w, l)
		for _, f := range w.Functions {
			switch f.Language {
			case asl.External:
			case asl.Go:
				p.Files[path.Join(w.Name, f.Entry, "go.mod")] = "module stand.in"
			default:
				p.Files[path.Join(w.Name, f.Entry, f.Index)] = ""
			}
		}
		p.Files[path.Join(w.Name, "package-lock.json")] = "{}" // NodejsFunction wants one
		p.Stacks = append(p.Stacks, judge.Stack{ID: logical(w.Name), File: w.Name + extension, Class: cdk.ClassName(w), Folder: w.Name})
	}
	return p
}

func compare(t *testing.T, made judge.Synthesis) {
	t.Helper()
	for _, w := range samples.All() {
		machines := made.Stacks[logical(w.Name)].Machines
		if len(machines) != 1 {
			t.Errorf("%s: %d machines are synthesized", w.Name, len(machines))
		}
		for _, machine := range machines {
			if diff := judge.Same(judge.Deployed(w, id), machine, nil); diff != "" {
				t.Errorf("%s: asl, and what is synthesized:\n%s", w.Name, diff)
			}
		}
	}
}

// id is the logical id of what a substitution stands for.
func id(s asl.Substitution) string {
	if s.Kind == asl.FunctionSubstitution {
		return logical(s.Name + "_fn")
	}
	return naming.Pascal(s.Name)
}

// logical is a construct's id as CloudFormation may have it.
func logical(id string) string { return strings.ReplaceAll(id, "_", "") }
