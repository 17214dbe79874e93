package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed jump_out_of_scope.md
var jumpOutOfScopePage string

var jumpOutOfScope = &analysis.Rule{
	Name:     "jump-out-of-scope",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a jump into a branch, or out of one",
	Page:     jumpOutOfScopePage,
	Run:      reportJumpsOutOfScope,
}

func reportJumpsOutOfScope(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		for scope := range scopesOf(w) {
			for _, j := range lostJumps.Of(p)[scope] {
				if j.outside != nil {
					reportJumpOutOfScope(p, j)
				}
			}
		}
	}
}

func reportJumpOutOfScope(p *analysis.Pass, j lostJump) {
	target := spell(p, j.outside)
	d := analysis.Diagnostic{
		Range:   j.Range,
		Related: []analysis.Related{p.Here(j.outside.Range, target+" stands here")},
	}
	if group := leftBy(j.Scope, j.outside.Scope); group != nil {
		d.Message = target + " stands outside of " + spell(p, group) + ", and no branch can jump out of it, as the others would run on; " +
			"end the branch with fail, and lead a catch of " + spell(p, group) + " to " + target
	} else {
		d.Message = target + " stands in a branch of " + spell(p, j.outside.Scope.Owner) + ", and nothing outside can jump into it; " +
			"jump to " + spell(p, j.outside.Scope.Owner) + " as a whole, or take " + target + " out of the branch"
	}
	p.Report(d)
}

// leftBy returns the group that a jump from one scope to another would leave, the outermost one; nil where it only enters one.
func leftBy(from, to *flow.Scope) (group *flow.State) {
	around := map[*flow.Scope]bool{to: true}
	for s := to; s.Owner != nil; s = s.Owner.Scope {
		around[s.Owner.Scope] = true
	}
	for s := from; !around[s] && s.Owner != nil; s = s.Owner.Scope {
		group = s.Owner
	}
	return group
}
