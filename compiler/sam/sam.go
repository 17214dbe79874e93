// Package sam prints a workflow as an AWS SAM template: its functions, its state machine and those that it starts,
// what starts it, and what its role may do.
//
// The definition stands in the template, and not in a file of its own, so that the template is all there is to deploy.
// What the role needs for traces is not in it: SAM adds that by itself where Tracing is on.
package sam

import (
	"go.yaml.in/yaml/v3"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// Print prints the template.
func Print(w *asl.Workflow) string {
	t := &template{machines: map[*asl.Workflow]string{}, parameterIDs: map[string]string{}}
	id := t.workflow(w)
	t.outputs.add(id+"Arn", mapping(
		field{"Description", text("ARN of the state machine " + w.Name)},
		field{"Value", tagged("!Ref", id)},
	))
	return "# Compiled by orklint from the workflow " + w.Name + "; change its .ork file instead.\n" +
		encode(head(w)) + section("Parameters", t.parameters) + section("Resources", t.resources()) + section("Outputs", t.outputs)
}

func head(w *asl.Workflow) *yaml.Node {
	return mapping(
		field{"AWSTemplateFormatVersion", quoted("2010-09-09")},
		field{"Transform", text("AWS::Serverless-2016-10-31")},
		field{"Description", optional(w.Machine.Comment)},
	)
}

// template is what is written so far.
type template struct {
	ids          naming.Set
	parameters   fields
	parameterIDs map[string]string // by substitution
	functions    []function
	handlers     fields // the functions' resources
	workflows    fields // the state machines' resources
	machines     map[*asl.Workflow]string
	outputs      fields
}

// resources are the functions, and behind them the machines that invoke them.
func (t *template) resources() fields { return append(append(fields{}, t.handlers...), t.workflows...) }

// id is a free logical id: letters and digits, from a name and what it is the name of.
func (t *template) id(name, kind string) string {
	var letters []rune
	for _, r := range naming.Pascal(name) {
		if r != '_' {
			letters = append(letters, r)
		}
	}
	return t.ids.Unique(string(letters)+kind, nil)
}
