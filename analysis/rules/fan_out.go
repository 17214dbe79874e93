package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/seriesparallel"
)

//go:embed fan_out.md
var fanOutPage string

var fanOut = &analysis.Rule{
	Name:     "fan-out",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a step with several steps behind it, drawn edge by edge as in Airflow",
	Page:     fanOutPage,
	Fixes:    "writes the chains as one with groups, capturing errors or halting on them",
	Run:      reportFanOuts,
}

func reportFanOuts(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for scope := range scopesOf(w) {
			for _, m := range messes.Of(p)[scope] {
				if fans := m.fans(); len(fans) > 0 && !m.circular {
					m.reportFanOut(p, fans)
				}
			}
		}
	}
}

func (m *mess) reportFanOut(p *analysis.Pass, fans []fan) {
	d := analysis.Diagnostic{Range: m.placeOf(fans[0])}
	for _, mention := range fans[0].followers {
		d.Related = append(d.Related, p.Here(mention.Range, spell(p, mention.State)+" is behind "+spell(p, m.steps[fans[0].step])))
	}
	for _, f := range fans[1:] {
		d.Related = append(d.Related, p.Here(m.placeOf(f), m.saysWhatFollows(p, f)))
	}
	d.Message = m.saysWhatFollows(p, fans[0]) + ", but in Step Functions a state has one next; "
	for _, f := range fans {
		if f.jump != nil {
			d.Message += "where " + spell(p, m.steps[f.step]) + " leads must be chosen with an if"
			p.Report(d)
			return
		}
	}
	tree, atFault := m.tree()
	switch {
	case tree == nil:
		d.Message += m.inTheWay(p, atFault)
	case !branches(tree):
		d.Message += "write one chain: " + m.spellTree(p, tree, "(", ")")
		d.Fixes = []analysis.Fix{{
			Title: "write one chain: " + m.spellTree(p, tree, "(", ")"),
			Safe:  true, Edits: m.regroup(p, tree, "()"),
		}}
	default:
		d.Message += "group them: in a tuple each ends by itself, in a list one failing stops the others"
		if obstacle := m.obstacle(p, tree); obstacle != "" {
			d.Message += "; " + obstacle
		} else {
			d.Fixes = m.groupings(p, tree)
		}
	}
	p.Report(d)
}

// groupings are the two ways to write a tree. Capturing comes first: steps that were drawn apart do not stop each
// other, and nothing is left to report.
func (m *mess) groupings(p *analysis.Pass, tree *seriesparallel.Tree) []analysis.Fix {
	return []analysis.Fix{
		{Title: "group, capturing errors: " + m.spellTree(p, tree, "(", ")"), Safe: true, Edits: m.regroup(p, tree, "()")},
		{Title: "group, halting on errors: " + m.spellTree(p, tree, "[", "]"), Safe: true, Edits: m.regroup(p, tree, "[]")},
	}
}

// saysWhatFollows names what stands behind a step.
func (m *mess) saysWhatFollows(p *analysis.Pass, f fan) string {
	var names []string
	for _, mention := range f.followers {
		names = append(names, spell(p, mention.State))
	}
	says := spell(p, m.steps[f.step]) + " has "
	if len(names) > 0 {
		says += and(names) + " behind it"
	}
	switch {
	case f.jump != nil && len(names) > 0:
		says += " and jumps to " + f.jump.Name
	case f.jump != nil:
		says += "several jumps behind it"
	}
	return says
}
