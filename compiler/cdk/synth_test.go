package cdk_test

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/cdk"
	"github.com/orkls/orkls/compiler/internal/judge"
	"github.com/orkls/orkls/compiler/internal/samples"
)

// TestSynthesizedIsASL type-checks all stacks as one program, and compares what the CDK makes of each
// with the ASL that the asl target prints.
func TestSynthesizedIsASL(t *testing.T) {
	workflows := samples.All()
	program := judge.Program{Files: map[string]string{}, NoUnused: true}
	for _, w := range workflows {
		program.Files[w.Name+".ts"] = cdk.Stack(w, cdk.TypeScript)
		for _, f := range w.Functions {
			switch f.Language {
			case asl.External:
			case asl.Go:
				program.Files[path.Join(w.Name, f.Entry, "go.mod")] = "module stand.in"
			default:
				program.Files[path.Join(w.Name, f.Entry, f.Index)] = ""
			}
		}
		program.Files[path.Join(w.Name, "package-lock.json")] = "{}" // NodejsFunction wants one
		program.Stacks = append(program.Stacks, judge.Stack{ID: logical(w.Name), File: w.Name + ".ts", Class: cdk.ClassName(w), Folder: w.Name})
	}
	made := judge.Start(t).Synth(program)
	for _, e := range made.Types {
		t.Error(e)
	}
	if t.Failed() {
		return
	}
	for _, w := range workflows {
		machines := made.Stacks[logical(w.Name)].Machines
		if len(machines) != 1 {
			t.Errorf("%s: %d machines are synthesized", w.Name, len(machines))
		}
		for _, machine := range machines {
			if diff := judge.Same([]byte(deployed(w)), machine, nil); diff != "" {
				t.Errorf("%s: asl, and what is synthesized:\n%s", w.Name, diff)
			}
		}
	}
}

var substitution = regexp.MustCompile(`\$\{(\w+)\}`)

// deployed is a workflow's ASL with its substitutions filled in as the judge fills in those of the CDK.
func deployed(w *asl.Workflow) string {
	handlers := map[string]*asl.Function{}
	for _, f := range w.Functions {
		handlers[f.Name] = f
	}
	text := strings.ReplaceAll(w.Machine.JSON(), "${AWS::Region}", "us-east-1")
	text = strings.ReplaceAll(text, "${AWS::Partition}", "aws")
	return substitution.ReplaceAllStringFunc(text, func(s string) string {
		name := s[2 : len(s)-1]
		switch f := handlers[name]; {
		case f == nil || f.Language == asl.External && f.ARN == "":
			return strings.ReplaceAll(strings.Title(strings.ReplaceAll(name, "_", " ")), " ", "")
		case f.Language == asl.External:
			return f.ARN
		}
		return judge.FunctionARN(logical(name + "_fn"))
	})
}

// logical is a construct's id as CloudFormation may have it.
func logical(id string) string { return strings.ReplaceAll(id, "_", "") }
