package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// captureFixes are the ways to let branches finish. A list with a catch has none: captured, it would fail no
// more, and where its catch leads is the author's word.
func captureFixes(p *analysis.Pass, list *flow.State, risks []risk, tuple string) (fixes []analysis.Fix) {
	var retries []*flow.Handler
	for _, h := range list.Handlers {
		if h.Catch {
			return nil
		}
		retries = append(retries, h)
	}
	if len(retries) == 0 {
		fixes = append(fixes, analysis.Fix{Title: "capture errors: " + tuple, Edits: toTuple(p, list.Range)})
	}
	fixes = append(fixes, captureBranches(p, list, risks)...)
	return append(fixes, retryAndCapture(p, list, risks, retries, tuple)...)
}

// toTuple changes a list's two brackets, and nothing else.
func toTuple(p *analysis.Pass, brackets grammar.Range) []analysis.Edit {
	return []analysis.Edit{
		p.Replace(grammar.Range{Start: brackets.Start, End: brackets.Start + 1}, "("),
		p.Replace(grammar.Range{Start: brackets.End - 1, End: brackets.End}, ")"),
	}
}

// fewBranches is up to how many branches a fix of its own is offered for each.
const fewBranches = 4

// captureBranches puts a branch into a tuple of its own, so that the list goes on without it.
func captureBranches(p *analysis.Pass, list *flow.State, risks []risk) (fixes []analysis.Fix) {
	if len(risks) > fewBranches {
		return nil
	}
	for _, r := range risks {
		fixes = append(fixes, analysis.Fix{
			Title: "capture errors of one branch only, its output becoming an array of one: " + spellWithTuple(p, list, r.branch),
			Edits: []analysis.Edit{p.Insert(r.branch.Range.Start, "("), p.Insert(r.branch.Range.End, ",)")},
		})
	}
	return fixes
}

// retryAndCapture lets the tasks that may fail try again before their errors are captured. Retries of the
// list move to them: a tuple does not fail, so it would never be tried again.
func retryAndCapture(p *analysis.Pass, list *flow.State, risks []risk, retries []*flow.Handler, tuple string) []analysis.Fix {
	var names []string
	retry := "retry *"
	edits := toTuple(p, list.Range)
	if len(retries) > 0 {
		var texts []string
		for _, h := range retries {
			if hasComment(p, h.Range) {
				return nil // it would be lost
			}
			texts = append(texts, oneLine(p.Text(h.Range)))
		}
		retry = strings.Join(texts, " ")
		edits = append(edits, removeFromBlock(p, list, retries)...)
	}
	for _, r := range risks {
		for _, s := range r.branch.States {
			if s.Kind != flow.TaskState || !s.MayFail() || retriesAll(s) {
				continue
			}
			names = append(names, spell(p, s))
			edits = append(edits, addToBlock(p, s, retry))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []analysis.Fix{{Title: "retry " + and(names) + ", then capture errors: " + tuple, Edits: edits}}
}

func retriesAll(s *flow.State) bool {
	for _, h := range s.Retries() {
		if h.All {
			return true
		}
	}
	return false
}
