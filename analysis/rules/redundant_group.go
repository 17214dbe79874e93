package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

//go:embed redundant_group.md
var redundantGroupPage string

var redundantGroup = &analysis.Rule{
	Name:     "redundant-group",
	Category: analysis.Composition,
	Severity: analysis.Hint,
	Summary:  "parentheses round one thing, which capture nothing",
	Page:     redundantGroupPage,
	Fixes:    "remove the parentheses; make it a tuple of one: (a,)",
	Run:      reportRedundantGroups,
}

func reportRedundantGroups(p *analysis.Pass) {
	grammar.Walk(p.Program.File.Statements, 0, func(n grammar.Node, base int) bool {
		c, ok := n.(*grammar.Chain)
		if !ok {
			return true
		}
		for i, s := range c.Steps {
			if g, ok := s.Primary.(*grammar.Group); ok && g.Grouping {
				r := grouping{group: g.Span().Shift(base), branch: g.Branches[0].Span().Shift(base)}
				r.refused = s.As != nil || s.Block != nil || g.Branches[0].Body != nil || jumpsAway(c, i, g.Branches[0].Chain)
				r.removable = removable(s, g.Branches[0])
				r.report(p)
			}
		}
		return true
	})
}

// jumpsAway tells whether the chain in the parentheses at i jumps away from what follows them.
func jumpsAway(c *grammar.Chain, i int, inner *grammar.Chain) bool {
	return inner != nil && inner.Jump != nil && (i < len(c.Steps)-1 || c.Jump != nil)
}

// removable tells whether what remains without the parentheses means the same, or what is meant where they are refused.
func removable(s *grammar.Step, inner *grammar.Branch) bool {
	if inner.Chain == nil {
		return false
	}
	if s.As == nil && s.Block == nil {
		return inner.Chain.Jump == nil
	}
	if len(inner.Chain.Steps) != 1 || inner.Chain.Jump != nil {
		return false
	}
	only := inner.Chain.Steps[0]
	return only.Block == nil && (only.As == nil || s.As == nil)
}

// grouping is one pair of parentheses that only group.
type grouping struct {
	group, branch grammar.Range
	refused       bool // with a name, a block or a body, which groupings do not take
	removable     bool
}

func (g grouping) report(p *analysis.Pass) {
	text := oneLine(p.Text(g.branch))
	if !short(text, longStep) {
		text = "…"
	}
	d := analysis.Diagnostic{
		Range:   g.group,
		Message: "(" + text + ") captures nothing: the parentheses only group, as in Python; remove them, or write (" + text + ",) for a tuple of one",
	}
	if g.refused {
		d.Severity = analysis.Error
		d.Message = "(" + text + ") only groups, as in Python, and such parentheses take no name, no block, no body in braces and no jump inside; " +
			"a tuple of one is (" + text + ",)"
	}
	open := grammar.Range{Start: g.group.Start, End: g.branch.Start}
	closing := grammar.Range{Start: g.branch.End, End: g.group.End}
	if g.removable && !hasComment(p, open) && !hasComment(p, closing) {
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "remove the parentheses", Safe: true, Edits: []analysis.Edit{p.Replace(open, ""), p.Replace(closing, "")},
		})
	}
	d.Fixes = append(d.Fixes, analysis.Fix{
		Title: "capture errors, the result becoming an array of one: (" + text + ",)", Safe: g.refused,
		Edits: []analysis.Edit{p.Insert(g.branch.End, ",")},
	})
	p.Report(d)
}
