package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed single_branch.md
var singleBranchPage string

var singleBranch = &analysis.Rule{
	Name:     "single-branch",
	Category: analysis.Composition,
	Severity: analysis.Hint,
	Summary:  "a list of one branch, without handlers of its own",
	Page:     singleBranchPage,
	Fixes:    "remove the brackets",
	Run:      reportSingleBranches,
}

func reportSingleBranches(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // another branch may be what does not parse
		}
		for _, s := range w.States {
			if isSingleList(s) {
				reportSingleBranch(p, s)
			}
		}
	}
}

// isSingleList tells whether a state is a list of one branch that serves nothing: neither it nor its branch has handlers or
// attributes.
func isSingleList(s *flow.State) bool {
	if g, ok := s.Step.Primary.(*grammar.Group); !ok || g.Tuple || len(s.Branches) != 1 || s.Step.Block != nil {
		return false
	}
	b := s.Branches[0]
	return b.Start != nil && len(b.Handlers) == 0 && len(b.Attrs) == 0
}

func reportSingleBranch(p *analysis.Pass, s *flow.State) {
	name := spell(p, s)
	d := analysis.Diagnostic{
		Range:   s.Range,
		Message: name + " runs one branch, so that the list does nothing but put its result into an array; remove the brackets",
	}
	b := s.Branches[0]
	endsWithJump := len(b.Chains) > 0 && b.Chains[0].Jump != nil
	ends := true
	for _, state := range b.States {
		ends = ends && state.Kind != flow.SucceedState
	}
	if s.Step.As == nil && !strings.HasPrefix(p.Text(b.Range), "{") && !endsWithJump && ends && len(b.Jumps) == 0 {
		d.Fixes = []analysis.Fix{{
			Title: "remove the brackets, the result being no array of one any more",
			Edits: []analysis.Edit{
				p.Replace(grammar.Range{Start: s.Range.Start, End: b.Range.Start}, p.Text(commentsOnly(p, s.Range.Start+1, b.Range.Start))),
				p.Replace(grammar.Range{Start: b.Range.End, End: s.Range.End}, ""),
			},
		}}
		if hasComment(p, grammar.Range{Start: b.Range.End, End: s.Range.End}) {
			d.Fixes = nil
		}
	}
	p.Report(d)
}

// commentsOnly is a range with its blanks where a comment stands in it, otherwise nothing.
func commentsOnly(p *analysis.Pass, start, end int) grammar.Range {
	if hasComment(p, grammar.Range{Start: start, End: end}) {
		return grammar.Range{Start: start, End: end}
	}
	return grammar.Range{Start: start, End: start}
}
