package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed overlapping_condition.md
var overlappingConditionPage string

var overlappingCondition = &analysis.Rule{
	Name:     "overlapping-condition",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "a condition that holds only where an earlier one of the same if does",
	Page:     overlappingConditionPage,
	Fixes:    "remove the body that never runs",
	Run:      reportOverlappingConditions,
}

func reportOverlappingConditions(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			if len(s.Arms) > 1 && !w.Broken {
				reportOverlapping(p, s)
			}
		}
	}
}

func reportOverlapping(p *analysis.Pass, s *flow.State) {
	asked := earlier{}
	for i, arm := range s.Arms {
		if !isSingle(arm.Cond) {
			if never, _ := impossible(arm.Cond); never {
				continue // constant-condition says so
			}
		}
		all := alternatives(arm.Cond)
		if first := asked.taking(all); first != nil {
			p.Report(analysis.Diagnostic{
				Range:   arm.Range,
				Message: "wherever this holds, an earlier condition does, so that this body never runs; put it in front, or remove it",
				Related: []analysis.Related{p.Here(first.Range, "this is asked first, and holds then")},
				Fixes:   removeArm(p, s, i),
			})
		}
		asked.add(arm, all)
	}
}

// earlier are the alternatives of the conditions in front, by what they are looked up with.
type earlier map[string][]armed

type armed struct {
	conjunction
	arm *flow.Arm
}

// crowd is how many alternatives that begin with the same path are kept: nobody writes more that are no comparisons with a
// constant, and each later condition is compared with all of them.
const crowd = 64

// key is what an alternative is looked up with: its first test's path, with the value where that is the only one.
func key(a atom) string {
	if a.op == "==" && !a.not {
		return a.path + "\x00" + a.value
	}
	if a.path == "" {
		return a.value
	}
	return a.path
}

func (e earlier) add(arm *flow.Arm, all []conjunction) {
	for _, c := range all {
		if len(c) > 0 && len(e[key(c[0])]) < crowd {
			e[key(c[0])] = append(e[key(c[0])], armed{c, arm})
		}
	}
}

// taking returns the first arm in front that takes an alternative, if each of them is taken by one.
func (e earlier) taking(all []conjunction) (first *flow.Arm) {
	for _, c := range all {
		arm := e.takes(c)
		if arm == nil {
			return nil
		}
		if first == nil {
			first = arm
		}
	}
	return first
}

func (e earlier) takes(c conjunction) *flow.Arm {
	for _, a := range c {
		for _, k := range []string{key(a), a.path} {
			for _, before := range e[k] {
				if c.implies(before.conjunction) {
					return before.arm
				}
			}
		}
	}
	return nil
}
