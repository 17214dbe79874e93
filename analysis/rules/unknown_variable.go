package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/jsonata"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unknown_variable.md
var unknownVariablePage string

var unknownVariable = &analysis.Rule{
	Name:     "unknown-variable",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a variable that nothing assigns, or a function that JSONata does not have",
	Page:     unknownVariablePage,
	Fixes:    "the variable or function that is meant, where one is near",
	Run:      reportUnknownVariables,
}

func reportUnknownVariables(p *analysis.Pass) {
	for _, e := range expressions.Of(p).expressions {
		r := variableReader{p, e, assignments.Of(p)}
		switch name := e.path.Variable; {
		case e.read != nil:
			r.jsonata()
		case name != "" && e.pathErr == nil:
			r.variable(name, 1, 1+len(name))
		}
	}
}

// variableReader judges the variables of one expression.
type variableReader struct {
	*analysis.Pass
	*expression
	assigned *variables
}

func (r variableReader) jsonata() {
	for _, v := range r.read.Variables {
		switch {
		case v.Name == "" || v.Name == "$" || r.read.Bound[v.Name]:
		case v.Name == "states":
			r.states(v)
		case v.Called || jsonata.HasFunction(v.Name):
			r.function(v)
		default:
			r.variable(v.Name, v.Start+1, v.End)
		}
	}
}

// states judges which field of $states is read.
func (r variableReader) states(v jsonata.Variable) {
	if f := v.Field; f.Name != "" && !slices.Contains(jsonata.States, f.Name) {
		r.reportName("$states has no "+f.Name+", but "+and(slices.Clone(jsonata.States)), f.Name, jsonata.States, r.span(f.Start, f.End), "")
	}
}

func (r variableReader) function(v jsonata.Variable) {
	if jsonata.HasFunction(v.Name) {
		return
	}
	message := "JSONata has no function $" + v.Name
	if v.Name == "eval" {
		message = "Step Functions leaves out $eval; read JSON with $parse"
	}
	r.reportName(message, v.Name, jsonata.Functions(), r.span(v.Start+1, v.End), "$")
}

// variable judges a workflow variable, whose name stands at a place in the text.
func (r variableReader) variable(name string, start, end int) {
	scopes := r.scopes()
	var visible []string
	for _, s := range scopes {
		if s.Workflow.Broken || r.assigned.sees(s, name) {
			return
		}
		visible = append(visible, r.assigned.around(s)...)
	}
	if len(scopes) == 0 {
		return // nothing here runs the task
	}
	message := "nothing assigns $" + name + ": write assign: { " + name + ": … } in a step in front"
	if r.assigned.workflows[scopes[0].Workflow][name] {
		message = "$" + name + " is assigned in another branch only, or outside of a distributed map, and is not seen here; hand it over in the input"
	}
	r.reportName(message, name, visible, r.span(start, end), "$")
}

// scopes are those whose variables the expression may read.
func (r variableReader) scopes() (scopes []*flow.Scope) {
	if r.scope != nil {
		return []*flow.Scope{r.scope}
	}
	for _, s := range r.steps {
		scopes = append(scopes, s.Scope)
	}
	return scopes
}

// reportName reports a name, with the near one of those that there are.
func (r variableReader) reportName(message, name string, known []string, at grammar.Range, sigil string) {
	d := analysis.Diagnostic{Range: at, Message: message}
	if near := suggest.Nearest(name, known); near != "" && near != name {
		d.Message += "; did you mean " + sigil + near + "?"
		if r.exact {
			d.Fixes = []analysis.Fix{{Title: "write " + sigil + near, Safe: true, Edits: []analysis.Edit{r.Replace(at, near)}}}
		}
	}
	r.Report(d)
}
