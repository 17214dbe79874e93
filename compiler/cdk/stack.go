// Package cdk prints a workflow as CDK v2 code, in Python and in TypeScript from one description. What
// cdk synth makes of it is the asl target's machine, but for ARNs.
package cdk

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/naming"
)

// origin is the first line of a module.
const origin = "Compiled by orklint from the workflow %; change its .ork file instead."

// stackModule is a module with a stack for one workflow.
type stackModule struct {
	origin, class, comment string
	sections               []section
}

// functionModule is a module with a function that builds a workflow's definition in any construct.
type functionModule struct {
	origin, name, comment string
	sections              []section
	body                  expr // what the function returns
	typed                 ref  // its type
}

// Stack prints a whole module: a stack with the workflow's functions, its state machine and its rules.
func Stack(w *asl.Workflow, l Language) string {
	b := newBuilder(w, l, self{})
	machine := b.stateMachine(w, b.definition())
	rules := b.rules(w)
	p := newPrinter(l)
	return l.stack(p, stackModule{
		origin:   strings.Replace(origin, "%", w.Name, 1),
		class:    ClassName(w),
		comment:  w.Machine.Comment,
		sections: b.sections(machine, rules),
	})
}

// ClassName is the name of the class that Stack prints.
func ClassName(w *asl.Workflow) string { return naming.Pascal(w.Name) + "Stack" }

// Composition prints a module with a function that builds the workflow's functions and definition in a
// construct of a project that has a stack of its own, and returns what the definition starts with.
func Composition(w *asl.Workflow, l Language) string {
	b := newBuilder(w, l, name("scope"))
	definition := b.definition()
	b.current = append(b.current, b.needs()...)
	p := newPrinter(l)
	return l.function(p, functionModule{
		origin:   strings.Replace(origin, "%", w.Name, 1),
		name:     string(b.variable(w.Name)),
		comment:  w.Machine.Comment,
		sections: b.sections(),
		body:     definition.value,
		typed:    definition.class,
	})
}

// definition writes the functions and the states. A function that is known by its ARN is written where a construct
// asks for it.
func (b *builder) definition() definition {
	for _, f := range b.workflow.Functions {
		if f.ARN == "" {
			b.function(f)
		}
	}
	if !newBuilder(b.workflow, b.language, b.scope).speakable() { // which writes what it asks for
		return b.dictated()
	}
	start := b.machine(b.workflow.Machine)
	b.gap()
	return definition{start, ref{sfn, "IChainable"}}
}

// definition is what the constructs say, with its type: a chain, or a DefinitionBody that says all.
type definition struct {
	value expr
	class ref
}

// chained tells whether the definition is that of the states alone, not also of the machine around them.
func (d definition) chained() bool { return d.class.path == "IChainable" }

// stateMachine declares the machine, and what its role may do beyond what its constructs need.
func (b *builder) stateMachine(w *asl.Workflow, d definition) section {
	statements := section{{variable: "definition", value: d.value}}
	props := []prop{{"definition_body", name("definition")}}
	if d.chained() {
		body := prop{"definition_body", static(sfn, "DefinitionBody.from_chainable", name("definition"))}
		props = append([]prop{body}, b.machineProps()...)
	}
	if w.StateMachineName != "" {
		props = append(props, prop{"state_machine_name", b.text(w.StateMachineName)})
	}
	if w.Type == asl.Express {
		props = append(props, prop{"state_machine_type", ref{sfn, "StateMachineType.EXPRESS"}})
	}
	if w.Tracing {
		props = append(props, prop{"tracing_enabled", yes})
	}
	statements = append(statements, statement{attribute: "state_machine", value: construct(ref{sfn, "StateMachine"}, self{}, b.id(naming.Identifier(w.Name)), props...)})
	return append(statements, b.policies()...)
}

// machineProps are the properties that become fields at the top of the definition.
func (b *builder) machineProps() []prop {
	var props []prop
	m := b.workflow.Machine
	if m.Comment != "" {
		props = append(props, prop{"comment", text(m.Comment)})
	}
	if m.TimeoutSeconds.Present() {
		props = append(props, prop{"timeout", duration(m.TimeoutSeconds.Text)})
	}
	if m.QueryLanguage == asl.JSONata {
		props = append(props, prop{"query_language", ref{sfn, "QueryLanguage.JSONATA"}})
	}
	return props
}

var stateMachine = member{self{}, "state_machine"}
