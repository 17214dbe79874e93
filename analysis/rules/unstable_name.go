package rules

import (
	_ "embed"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed unstable_name.md
var unstableNamePage string

var unstableName = &analysis.Rule{
	Name:     "unstable-name",
	Category: analysis.Composition,
	Severity: analysis.Hint,
	Summary:  "a task that is mentioned again, without a name of its own",
	Page:     unstableNamePage,
	Fixes:    "writes the name that it has with as",
	Run:      reportUnstableNames,
}

func reportUnstableNames(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a mention may stand in what does not parse
		}
		names := &naming{workflow: w}
		for _, s := range w.States {
			if s.Naming == flow.Numbered && !inLoops(s) && p.Program.Lookup(s.Called) != nil {
				reportUnstableName(p, s, names)
			}
		}
	}
}

// inLoops tells whether cycle asks for a name, or a jump.
func inLoops(s *flow.State) bool {
	return slices.ContainsFunc(s.Scope.Loops, func(m *flow.Mention) bool { return m.State == s })
}

func reportUnstableName(p *analysis.Pass, s *flow.State, names *naming) {
	d := analysis.Diagnostic{
		Range: s.Range,
		Message: "the state is called " + s.Name + " only as long as no " + s.Called + " is written in front of it, and alarms and tests go by names; " +
			"give it one with as",
	}
	if s.Task == nil || !s.Task.Inline {
		fix := analysis.Fix{Safe: true}
		name := s.Name
		if p.Program.Lookup(name) != nil { // a task is called so, and a state with as may not be
			name, fix.Safe = names.free(p, s.Called+"_again"), false
		}
		fix.Title = "name it: " + s.Called + " as " + name
		fix.Edits = []analysis.Edit{p.Insert(s.Range.End, " as "+name)}
		d.Fixes = []analysis.Fix{fix}
	}
	p.Report(d)
}
