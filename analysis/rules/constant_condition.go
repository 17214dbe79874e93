package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/jsonata"
	"github.com/orkls/orkls/grammar"
)

//go:embed constant_condition.md
var constantConditionPage string

var constantCondition = &analysis.Rule{
	Name:     "constant-condition",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "a condition that always holds, or never",
	Page:     constantConditionPage,
	Fixes:    "remove the body that never runs",
	Run:      reportConstantConditions,
}

func reportConstantConditions(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			for i, arm := range s.Arms {
				if arm.Cond != nil && !w.Broken {
					reportConstantCondition(p, s, i, arm)
				}
			}
		}
	}
}

func reportConstantCondition(p *analysis.Pass, s *flow.State, i int, arm *flow.Arm) {
	never, clash := false, ""
	if !isSingle(arm.Cond) {
		never, clash = impossible(arm.Cond)
	}
	d := analysis.Diagnostic{Range: arm.Range}
	switch {
	case readsNothing(arm.Cond):
		d.Message = "the condition reads nothing, and is always the same"
	case comparesWithItself(arm.Cond):
		d.Message = "the condition compares a value with itself, and is always the same"
	case never:
		d.Message = clash + " do not hold at the same time, so that this body never runs; write or, or remove it"
		d.Fixes = removeArm(p, s, i)
	case !isSingle(arm.Cond) && certain(arm.Cond):
		d.Message = "the condition always holds, so that nothing behind it is asked; remove the condition, or mend it"
	default:
		return
	}
	p.Report(d)
}

// isSingle tells whether a condition is one test, as most are.
func isSingle(c *grammar.Cond) bool {
	return len(c.Or) == 1 && len(c.Or[0].Terms) == 1 && c.Or[0].Terms[0].Cond == nil
}

// impossible tells whether no alternative of a condition can hold, and two tests of the first that exclude each other.
func impossible(c *grammar.Cond) (never bool, clash string) {
	for n, alternative := range alternatives(c) {
		i, j, ok := alternative.clash()
		if !ok {
			return false, ""
		}
		if n == 0 {
			clash = alternative[i].spell() + " and " + alternative[j].spell()
		}
	}
	return true, clash
}

// certain tells whether a condition holds whatever the values are: a test or its opposite.
func certain(c *grammar.Cond) bool {
	const many = 32
	var alone []atom
	for _, alternative := range alternatives(c) {
		if len(alternative) != 1 || len(alone) == many {
			continue
		}
		a := alternative[0]
		if slices.ContainsFunc(alone, func(b atom) bool { return a.opposite().implies(b) || b.opposite().implies(a) }) {
			return true
		}
		alone = append(alone, a)
	}
	return false
}

// readsNothing tells whether a condition is JSONata without anything that could change.
func readsNothing(c *grammar.Cond) bool {
	if len(c.Or) != 1 || len(c.Or[0].Terms) != 1 {
		return false
	}
	n := c.Or[0].Terms[0]
	if n.Cond != nil {
		return readsNothing(n.Cond)
	}
	if len(n.Jsonata) < len("{%%}") {
		return false
	}
	e, err := jsonata.Parse(n.Jsonata[2 : len(n.Jsonata)-2])
	return err == nil && e.Constant
}

// comparesWithItself tells whether a condition is one test of a path against the same path.
func comparesWithItself(c *grammar.Cond) bool {
	if len(c.Or) != 1 || len(c.Or[0].Terms) != 1 {
		return false
	}
	n := c.Or[0].Terms[0]
	if n.Cond != nil {
		return comparesWithItself(n.Cond)
	}
	t := n.Test
	return t != nil && t.Operand != nil && t.Operand.Path != nil && t.Path != nil && t.Operand.Path.Text == t.Path.Text
}

// spell writes a test.
func (a atom) spell() string {
	switch {
	case a.path == "":
		return a.value
	case a.op == "" && a.not:
		return a.path + " is not " + a.kind
	case a.op == "":
		return a.path + " is " + a.kind
	case a.op == "==" && a.not:
		return a.path + " != " + a.value
	case a.not:
		return "not " + a.path + " " + a.op + " " + a.value
	}
	return a.path + " " + a.op + " " + a.value
}
