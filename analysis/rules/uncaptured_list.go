package rules

import (
	_ "embed"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed uncaptured_list.md
var uncapturedListPage string

var uncapturedList = &analysis.Rule{
	Name:     "uncaptured-list",
	Category: analysis.Failure,
	Severity: analysis.Warning,
	Summary:  "a list with a branch that may fail while siblings run",
	Page:     uncapturedListPage,
	Fixes:    "to tuple; capture just one branch; retry and capture; ignore with a reason",
	Run:      reportUncapturedLists,
}

func reportUncapturedLists(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue // a catch may stand in what does not parse
		}
		for _, s := range w.States {
			if s.Kind != flow.GroupState || s.Captures || racing(s) {
				continue
			}
			if risks := risksOf(s); len(risks) > 0 {
				reportUncapturedList(p, s, risks)
			}
		}
	}
}

func reportUncapturedList(p *analysis.Pass, list *flow.State, risks []risk) {
	d := analysis.Diagnostic{Range: list.Range}
	what := whenFailing(p, risks) + ", " + and(append([]string{stopped(p, list, risks)}, afterFailing(p, list)...))
	tuple := spellGroup(p, list, "(", ")")
	d.Message = what + "; capture errors with a tuple: " + tuple
	if catchesAllItself(list) {
		d.Severity = analysis.Information
		d.Message = what + "; in a tuple the others would finish: " + tuple
	}
	for _, r := range risks {
		d.Related = append(d.Related, p.Here(r.culprit.Range, spell(p, r.culprit)+" "+mayFail(r.culprit)))
	}
	d.Fixes = captureFixes(p, list, risks, tuple)
	if fix, ok := p.Ignore(list.Statement, "TODO: say why the others may be stopped"); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	p.Report(d)
}

// risk is a branch that may fail while a sibling has work to lose.
type risk struct {
	branch  *flow.Scope
	culprit *flow.State // the first step of the branch that may fail
}

// risksOf returns the branches of a list that may fail while another has work to lose.
func risksOf(list *flow.State) (risks []risk) {
	working := 0
	works := make([]bool, len(list.Branches))
	for i, b := range list.Branches {
		if works[i] = hasWork(b); works[i] {
			working++
		}
	}
	for i, b := range list.Branches {
		others := working
		if works[i] {
			others--
		}
		if others == 0 {
			continue
		}
		if b.MayFail() {
			risks = append(risks, risk{b, culpritOf(b)})
		}
	}
	return risks
}

// culpritOf returns the step that best says how a branch fails: the first that may on its path; where only handlers fail, the
// fail in which they end for certain.
func culpritOf(b *flow.Scope) (culprit *flow.State) {
	onPath := reachedWithoutErrors(b)
	for _, s := range b.States {
		if s.MayFail() && onPath[s] {
			return nestedCulprit(s)
		}
	}
	for _, s := range b.States {
		if s.Kind == flow.FailState {
			return s
		}
	}
	return nestedCulprit(b.FirstFailing())
}

// nestedCulprit is the step inside of s from which an error starts that leaves s; s itself where that is none.
func nestedCulprit(s *flow.State) *flow.State {
	if !s.Captures {
		for _, b := range s.Branches {
			if b.MayFail() {
				return culpritOf(b)
			}
		}
	}
	return s
}

// reachedWithoutErrors are the states that run as long as nothing fails.
func reachedWithoutErrors(scope *flow.Scope) map[*flow.State]bool {
	reached := map[*flow.State]bool{}
	todo := []*flow.State{scope.Start}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s == nil || reached[s] {
			continue
		}
		reached[s] = true
		for _, e := range s.Out {
			if e.Kind != flow.CatchEdge {
				todo = append(todo, e.To)
			}
		}
	}
	return reached
}

// hasWork tells whether a task or a workflow runs in the scope, which stopping it would cut short.
func hasWork(scope *flow.Scope) bool {
	for _, s := range scope.States {
		if s.Kind == flow.TaskState {
			return true
		}
		for _, b := range s.Branches {
			if hasWork(b) {
				return true
			}
		}
	}
	return false
}

// racing tells whether a branch ends the list on purpose, as in a race or a quorum: with a fail whose
// name the list's own catch takes. Capturing it would make the list wait for all branches.
func racing(list *flow.State) bool {
	names := map[string]bool{}
	for _, h := range list.Handlers {
		if h.Catch {
			for _, n := range h.Names {
				names[n] = true
			}
		}
	}
	return len(names) > 0 && failsWith(list, names)
}

// failsWith tells whether a fail with one of the names leaves a branch of the group.
func failsWith(group *flow.State, names map[string]bool) bool {
	for _, b := range group.Branches {
		for _, s := range b.States {
			if f, ok := s.Step.Primary.(*grammar.Fail); ok && f.Error != nil && names[f.Error.Text] {
				return true
			}
			if s.MayFail() && !s.Captures && failsWith(s, names) {
				return true
			}
		}
	}
	return false
}

func catchesAllItself(s *flow.State) bool {
	for _, h := range s.Handlers {
		if h.Catch && h.All {
			return true
		}
	}
	return false
}

// whenFailing says which steps may start it all.
func whenFailing(p *analysis.Pass, risks []risk) string {
	var failing, reached []string
	for _, r := range risks {
		if r.culprit.Kind == flow.FailState {
			reached = append(reached, spell(p, r.culprit))
		} else {
			failing = append(failing, spell(p, r.culprit))
		}
	}
	var conditions []string
	if len(failing) > 0 {
		conditions = append(conditions, or(failing)+" fails")
	}
	if len(reached) > 0 {
		conditions = append(conditions, or(reached)+" is reached")
	}
	return "if " + strings.Join(conditions, " or ")
}

func mayFail(s *flow.State) string {
	if s.Kind == flow.FailState {
		return "fails on purpose"
	}
	return "may fail"
}

// stopped says which branches lose their work.
func stopped(p *analysis.Pass, list *flow.State, risks []risk) string {
	risky := map[*flow.Scope]bool{}
	for _, r := range risks {
		risky[r.branch] = true
	}
	var safe []string // working branches that do not fail
	working := 0
	for _, b := range list.Branches {
		if !hasWork(b) {
			continue
		}
		working++
		if !risky[b] {
			safe = append(safe, spell(p, b.Start))
		}
	}
	switch {
	case len(risks) == 1 || len(safe) == working:
		return and(safe) + isOrAre(len(safe)) + " stopped"
	case len(risks) == 2 && working == 2 && len(safe) == 0:
		return "the other is stopped"
	default:
		return "the others are stopped"
	}
}

// afterFailing says what else comes of an error that leaves the list: what would not run, and where
// control goes, outward to the nearest catch that takes it.
func afterFailing(p *analysis.Pass, list *flow.State) (consequences []string) {
	var skipped []string
	end := ""
	for s := list; s != nil && end == ""; s = s.Scope.Owner {
		h := s.CatchesAll()
		skipped = append(skipped, skippedBehind(p, s, h)...)
		switch owner := s.Scope.Owner; {
		case h != nil:
			end = "control goes to " + catchOf(p, s, h, list)
		case owner != nil && owner.Captures:
			end = "the error ends the branch of " + spell(p, owner) + " around it"
		}
	}
	if n := len(skipped); n == 1 {
		consequences = append(consequences, skipped[0]+" never runs")
	} else if n > 1 {
		consequences = append(consequences, and(skipped)+" never run")
	}
	if end != "" {
		consequences = append(consequences, end)
	}
	return consequences
}

// skippedBehind returns the steps behind s that an error keeps from running, unless the catch that takes
// it leads there.
func skippedBehind(p *analysis.Pass, s *flow.State, taken *flow.Handler) (names []string) {
	if taken != nil && (taken.Next || taken.Open) {
		return nil
	}
	for _, e := range s.Out {
		if e.Kind == flow.CatchEdge || e.To == nil || e.To.Range.Start < s.Range.Start {
			continue
		}
		if taken != nil && taken.Target != nil && leadsTo(taken.Target, e.To) {
			continue
		}
		names = append(names, spell(p, e.To))
	}
	return names
}

// leadsTo tells whether control can come from one state to the other. Looking far is not worth the time:
// when in doubt it says so.
func leadsTo(from, to *flow.State) bool {
	const far = 64
	seen := map[*flow.State]bool{from: true}
	for queue := []*flow.State{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to || len(seen) > far {
			return true
		}
		for _, e := range queue[0].Out {
			if e.To != nil && !seen[e.To] {
				seen[e.To] = true
				queue = append(queue, e.To)
			}
		}
	}
	return false
}

func groupWord(s *flow.State) string {
	if s.Kind == flow.MapState {
		return "map"
	}
	return "list"
}

// catchOf names the place of a catch that holds for s.
func catchOf(p *analysis.Pass, s *flow.State, h *flow.Handler, list *flow.State) string {
	for _, own := range s.Handlers {
		if own == h && s == list {
			return "the catch of the " + groupWord(s)
		} else if own == h {
			return "the catch of " + spell(p, s)
		}
	}
	if s.Scope.Owner != nil {
		return "the catch of its branch"
	}
	return "the catch of " + s.Scope.Workflow.Name
}
