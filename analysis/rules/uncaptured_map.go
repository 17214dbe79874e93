package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed uncaptured_map.md
var uncapturedMapPage string

var uncapturedMap = &analysis.Rule{
	Name:     "uncaptured-map",
	Category: analysis.Failure,
	Severity: analysis.Information,
	Summary:  "a map whose items are all stopped when one of them fails",
	Page:     uncapturedMapPage,
	Fixes:    "to map ( ); tolerate failed items where the map is distributed",
	Run:      reportUncapturedMaps,
}

func reportUncapturedMaps(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a catch may stand in what does not parse
		}
		for _, s := range w.States {
			if s.Kind == flow.MapState && !s.Captures && len(s.Branches) == 1 && !racing(s) && !toleratesFailure(s) {
				reportUncapturedMap(p, s)
			}
		}
	}
}

func toleratesFailure(s *flow.State) bool {
	return s.Attribute("tolerated_failure_percentage") != nil || s.Attribute("tolerated_failure_count") != nil
}

func reportUncapturedMap(p *analysis.Pass, s *flow.State) {
	if !s.Branches[0].MayFail() {
		return
	}
	culprit := culpritOf(s.Branches[0])
	what := "if " + spell(p, culprit) + " fails"
	if culprit.Kind == flow.FailState {
		what = "if " + spell(p, culprit) + " is reached"
	}
	what += " for one item, " + and(append([]string{"the others are stopped"}, afterFailing(p, s)...))
	d := analysis.Diagnostic{
		Range:   s.Range,
		Related: []analysis.Related{p.Here(culprit.Range, spell(p, culprit)+" "+mayFail(culprit))},
	}
	switch {
	case isDistributed(s):
		d.Message = what + "; let items fail with tolerated_failure_percentage: 100"
	case catchesAllItself(s):
		d.Message = what + "; with map ( ) they would finish, but the catch would never be asked"
	default:
		d.Message = what + "; capture each item's error with map ( )"
	}
	if len(s.Handlers) == 0 {
		d.Fixes = append(d.Fixes, captureItems(p, s))
	}
	if fix, ok := p.Ignore(s.Statement, "TODO: say why the other items may be stopped"); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	p.Report(d)
}

// captureItems lets the other items finish. The run of a distributed map would count no failure if its
// items captured their errors, so there the map is told how many it may bear.
func captureItems(p *analysis.Pass, s *flow.State) analysis.Fix {
	if isDistributed(s) {
		return analysis.Fix{
			Title: "let all items finish, however many fail: tolerated_failure_percentage: 100",
			Edits: []analysis.Edit{addToBlock(p, s, "tolerated_failure_percentage: 100")},
		}
	}
	head := grammar.Range{Start: s.Range.Start, End: s.Branches[0].Range.Start}
	tokens, _ := grammar.Lex(p.Text(head))
	bracket := tokens[len(tokens)-2] // the last one is the end of the text
	return analysis.Fix{
		Title: "capture each item's error: map ( )",
		Edits: toTuple(p, grammar.Range{Start: head.Start + int(bracket.Start), End: s.Range.End}),
	}
}
