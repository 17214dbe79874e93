package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed empty_group.md
var emptyGroupPage string

var emptyGroup = &analysis.Rule{
	Name:     "empty-group",
	Category: analysis.Composition,
	Severity: analysis.Error,
	Summary:  "a list or tuple without branches, or a branch without steps",
	Page:     emptyGroupPage,
	Fixes:    "remove the group; let the branch do nothing with pass",
	Run:      reportEmptyGroups,
}

func reportEmptyGroups(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // what does not parse may stand inside
		}
		for _, s := range w.States {
			if g, ok := s.Step.Primary.(*grammar.Group); ok && len(g.Branches) == 0 {
				reportEmptyGroup(p, s)
			}
			for _, b := range s.Branches {
				if b.Start == nil {
					p.Report(analysis.Diagnostic{
						Range:   b.Range,
						Message: "this branch has no steps, and Step Functions wants one; write pass, or remove the branch",
						Fixes: []analysis.Fix{{
							Title: "write pass", Safe: true, Edits: []analysis.Edit{addToBraces(p, b.Range, "pass")},
						}},
					})
				}
			}
		}
	}
}

func reportEmptyGroup(p *analysis.Pass, s *flow.State) {
	d := analysis.Diagnostic{
		Range:   s.Range,
		Message: p.Text(s.Range) + " has no branches, and Step Functions wants one; remove it, or write its branches",
	}
	if hasComment(p, s.Range) {
		d.Message = "this group has no branches, and Step Functions wants one; remove it, or write its branches"
		p.Report(d)
		return
	}
	m := s.Mention
	chain := m.Chain
	var at grammar.Range
	switch {
	case m.Index > 0:
		at = grammar.Range{Start: chain.Mentions[m.Index-1].Range.End, End: m.Range.End}
	case len(chain.Mentions) > 1:
		at = grammar.Range{Start: m.Range.Start, End: chain.Mentions[1].Range.Start}
	}
	if at.End > at.Start && !hasComment(p, at) && balanced(p.Text(at)) {
		d.Fixes = []analysis.Fix{{Title: "remove it", Safe: true, Edits: []analysis.Edit{p.Replace(at, "")}}}
	}
	p.Report(d)
}

// balanced tells whether brackets are closed where they are opened.
func balanced(text string) bool {
	tokens, _ := grammar.Lex(text)
	depth := 0
	for _, t := range tokens {
		switch t.Kind {
		case grammar.OpenBracket, grammar.OpenParen, grammar.OpenBrace:
			depth++
		case grammar.CloseBracket, grammar.CloseParen, grammar.CloseBrace:
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}
