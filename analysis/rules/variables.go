package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// assigned are the workflow variables that a scope's steps and handlers assign.
type assigned struct {
	names map[string]bool
	any   bool // what is assigned is computed as a whole, so that it may be any name
}

// variables are those that the file assigns.
type variables struct {
	scopes    map[*flow.Scope]*assigned
	workflows map[*flow.Workflow]map[string]bool // by any of a workflow's scopes
}

var assignments = analysis.NewFact(func(p *analysis.Pass) *variables {
	all := &variables{map[*flow.Scope]*assigned{}, map[*flow.Workflow]map[string]bool{}}
	add := func(scope *flow.Scope, a *flow.Attribute) {
		if a == nil || a.Value == nil {
			return
		}
		in := all.scopes[scope]
		if in == nil {
			in = &assigned{names: map[string]bool{}}
			all.scopes[scope] = in
		}
		if a.Value.Object == nil {
			in.any = true
			return
		}
		names := all.workflows[scope.Workflow]
		if names == nil {
			names = map[string]bool{}
			all.workflows[scope.Workflow] = names
		}
		for _, variable := range a.Value.Object.Attrs {
			name := strings.TrimSuffix(variable.Key.Text, ".$")
			in.names[name] = true
			names[name] = true
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			add(s.Scope, attribute.OfState(s, "assign"))
			for _, h := range s.Handlers {
				add(s.Scope, attribute.Given(h.Attributes, "assign"))
			}
			for _, arm := range s.Arms {
				add(s.Scope, attribute.Given(arm.Attrs, "assign"))
			}
		}
		for _, scope := range scopes(w) {
			for _, h := range scope.Handlers {
				add(scope, attribute.Given(h.Attributes, "assign"))
			}
		}
	}
	return all
})

// sees tells whether a variable is one that a scope reads: its own, or one of the scopes around it, up to a distributed
// map. https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
func (v *variables) sees(scope *flow.Scope, name string) bool {
	for {
		if in := v.scopes[scope]; in != nil && (in.any || in.names[name]) {
			return true
		}
		if scope.Owner == nil || isDistributed(scope.Owner) {
			return false
		}
		scope = scope.Owner.Scope
	}
}

// manyVariables is among how many a near name is looked for at the most: nobody writes more, and each unknown name is
// compared with all of them.
const manyVariables = 200

// around are the names of the variables that a scope reads; none where there are too many to look through.
func (v *variables) around(scope *flow.Scope) (names []string) {
	for {
		if in := v.scopes[scope]; in != nil {
			if len(names)+len(in.names) > manyVariables {
				return nil
			}
			for name := range in.names {
				names = append(names, name)
			}
		}
		if scope.Owner == nil || isDistributed(scope.Owner) {
			return names
		}
		scope = scope.Owner.Scope
	}
}
