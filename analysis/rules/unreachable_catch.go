package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed unreachable_catch.md
var unreachableCatchPage string

var unreachableCatch = &analysis.Rule{
	Name:     "unreachable-catch",
	Category: analysis.Failure,
	Severity: analysis.Error,
	Summary:  "a catch or retry whose errors an earlier one takes",
	Page:     unreachableCatchPage,
	Fixes:    "move it in front; remove it",
	Run:      reportUnreachableCatches,
}

func reportUnreachableCatches(p *analysis.Pass) {
	for _, t := range p.Program.Tasks {
		if !t.Inline { // otherwise its state has the retries
			reportTaken(p, t.Retries, true)
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			reportTaken(p, s.Handlers, s.Kind == flow.TaskState)
		}
		for scope := range scopesOf(w) {
			reportTaken(p, scope.Handlers, false)
		}
	}
}

// reportTaken reports what is never asked among the handlers that stand together. OfTask tells that they are asked for the
// errors of tasks alone.
func reportTaken(p *analysis.Pass, handlers []*flow.Handler, ofTask bool) {
	for i, h := range handlers {
		if h.All && len(h.Names) > 1 {
			reportAllBesideOthers(p, h)
			continue
		}
		var taken []int // of its names
		var by *flow.Handler
		for n, name := range h.Names {
			if earlier := taker(handlers[:i], h, name, ofTask); earlier != nil {
				by = earlier
				taken = append(taken, n)
			}
		}
		switch {
		case h.All && len(h.Names) == 0:
			if by = taker(handlers[:i], h, "States.ALL", ofTask); by != nil {
				reportNeverAsked(p, h, by)
			}
		case len(taken) > 0 && len(taken) == len(h.Names):
			reportNeverAsked(p, h, by)
		case len(taken) > 0:
			reportTakenNames(p, h, taken)
		}
	}
}

// taker returns the first of the earlier handlers of the same kind that takes an error of a name.
func taker(earlier []*flow.Handler, h *flow.Handler, name string, ofTask bool) *flow.Handler {
	for _, e := range earlier {
		if e.Catch != h.Catch {
			continue
		}
		anyOfTask := ofTask && !strings.HasPrefix(name, "States.") && slices.Contains(e.Names, "States.TaskFailed")
		if e.All || anyOfTask || slices.Contains(e.Names, name) {
			return e
		}
	}
	return nil
}

func keywordOf(h *flow.Handler) string {
	if h.Catch {
		return "catch"
	}
	return "retry"
}

// reportNeverAsked reports a handler all of whose errors go to an earlier one.
func reportNeverAsked(p *analysis.Pass, h, by *flow.Handler) {
	kind, head, first := keywordOf(h), headOf(p, h), oneLine(p.Text(headOf(p, by)))
	d := analysis.Diagnostic{
		Range:   head,
		Message: "this " + kind + " is never asked, as " + first + " in front of it takes its errors; move it in front of that, or remove it",
		Related: []analysis.Related{p.Here(headOf(p, by), first+" is asked first")},
	}
	line := analysis.LineStart(p.Program.File.Text, h.Range.Start)
	if commentsAbove(p, line) != line { // which would stay behind
		p.Report(d)
		return
	}
	if !h.All && !slices.Equal(h.Names, by.Names) {
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "ask it first, so that " + and(h.Names) + " is its own: " + oneLine(p.Text(head)),
			Edits: []analysis.Edit{
				p.Insert(by.Range.Start, p.Text(h.Range)+between(p, by)),
				p.Replace(withLine(p.Program.File.Text, h.Range), ""),
			},
		})
	}
	d.Fixes = append(d.Fixes, analysis.Fix{
		Title: "remove it", Manual: true, Edits: []analysis.Edit{p.Replace(withLine(p.Program.File.Text, h.Range), "")},
	})
	p.Report(d)
}

// between is what parts a handler from one in front of it: a line end where it begins its line, otherwise a blank.
func between(p *analysis.Pass, h *flow.Handler) string {
	text := p.Program.File.Text
	line := analysis.LineStart(text, h.Range.Start)
	if indent := text[line:h.Range.Start]; strings.Trim(indent, blanks) == "" {
		return analysis.Newline(text) + indent
	}
	return " "
}

// reportTakenNames reports some of a handler's names.
func reportTakenNames(p *analysis.Pass, h *flow.Handler, taken []int) {
	for _, n := range taken {
		at := h.NameRanges[n]
		if n > 0 {
			at.Start = h.NameRanges[n-1].End
		} else {
			at.End = h.NameRanges[n+1].Start
		}
		d := analysis.Diagnostic{
			Range:   h.NameRanges[n],
			Message: h.Names[n] + " never comes here, as an earlier " + keywordOf(h) + " takes it; remove it here, or there",
		}
		if !hasComment(p, at) {
			d.Fixes = []analysis.Fix{{Title: "remove " + h.Names[n], Safe: true, Edits: []analysis.Edit{p.Replace(at, "")}}}
		}
		p.Report(d)
	}
}

// reportAllBesideOthers reports States.ALL among other names, which Step Functions refuses.
func reportAllBesideOthers(p *analysis.Pass, h *flow.Handler) {
	all := grammar.Range{Start: h.NameRanges[0].Start, End: h.NameRanges[len(h.NameRanges)-1].End}
	d := analysis.Diagnostic{Range: all, Message: "States.ALL takes every error, and stands alone; write " + keywordOf(h) + " *"}
	if !hasComment(p, all) {
		d.Fixes = []analysis.Fix{{Title: "write *", Safe: true, Edits: []analysis.Edit{p.Replace(all, "*")}}}
	}
	p.Report(d)
}
