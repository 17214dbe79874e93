package rules

import (
	_ "embed"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed express_too_long.md
var expressTooLongPage string

var expressTooLong = &analysis.Rule{
	Name:     "express-too-long",
	Category: analysis.StepFunctions,
	Severity: analysis.Warning,
	Summary:  "an express workflow whose waits and timeouts add up to more than five minutes",
	Page:     expressTooLongPage,
	Run:      reportExpressTooLong,
}

func reportExpressTooLong(p *analysis.Pass) {
	for _, w := range p.Program.Workflows {
		express := expressType(w)
		if express == nil {
			continue
		}
		if a := attribute.OfWorkflow(w, "timeout"); a != nil {
			if d, ok := durationOf(a); ok && d > aws.MaxExpress {
				p.Report(analysis.Diagnostic{
					Range:   a.ValueRange(),
					Message: "an express workflow is stopped after 5m, whatever its timeout; write timeout: 5m, or type: standard",
				})
			}
		}
		path := slowestPath(w.Scope)
		if path.takes <= aws.MaxExpress {
			continue
		}
		d := analysis.Diagnostic{Range: express.Range}
		var names []string
		for _, step := range path.steps {
			names = append(names, spell(p, step.State))
			d.Related = append(d.Related, p.Here(step.Range, names[len(names)-1]+" may take "+spellDuration(step.takes)))
		}
		d.Message = "the workflow may take " + spellDuration(path.takes) + ", by the waits and timeouts of " + and(names) +
			", and an express one is stopped after 5m; shorten them, or write type: standard"
		p.Report(d)
	}
}

// slowStep is a step with the longest time that it may take by what is said of it.
type slowStep struct {
	*flow.State
	takes time.Duration
}

// slowPath is a way through a scope, of which the steps are known that may take time.
type slowPath struct {
	takes time.Duration
	steps []slowStep
}

// slowestPath is the way through a scope that may take longest. Loops are gone through once.
func slowestPath(scope *flow.Scope) (path slowPath) {
	if scope.Start == nil {
		return path
	}
	type rest struct { // from a state to the end of the scope
		own, takes time.Duration
		next       *flow.State
	}
	type visit struct {
		state *flow.State
		edge  int // to look at next
	}
	seen, done := map[*flow.State]bool{scope.Start: true}, map[*flow.State]rest{}
	for stack := []visit{{state: scope.Start}}; len(stack) > 0; {
		top := &stack[len(stack)-1]
		if top.edge < len(top.state.Out) {
			to := top.state.Out[top.edge].To
			top.edge++
			if to != nil && !seen[to] {
				seen[to] = true
				stack = append(stack, visit{state: to})
			}
			continue
		}
		s := top.state
		stack = stack[:len(stack)-1]
		r := rest{own: mayTake(s)}
		for _, e := range s.Out {
			if behind, ok := done[e.To]; ok && (r.next == nil || behind.takes > done[r.next].takes) {
				r.next = e.To
			}
		}
		r.takes = r.own + done[r.next].takes
		done[s] = r
	}
	path.takes = done[scope.Start].takes
	for s := scope.Start; s != nil; s = done[s].next {
		if own := done[s].own; own > 0 {
			path.steps = append(path.steps, slowStep{s, own})
		}
	}
	return path
}

// mayTake is how long a step may take by what is said of it: 0 where nothing is.
func mayTake(s *flow.State) (longest time.Duration) {
	switch s.Kind {
	case flow.WaitState:
		longest, _ = attribute.AsDuration(s.Step.Primary.(*grammar.Wait).For)
	case flow.TaskState:
		longest = timeoutOf(s)
	case flow.GroupState, flow.MapState:
		for _, b := range s.Branches {
			longest = max(longest, slowestPath(b).takes)
		}
	}
	return min(max(longest, 0), aws.MaxSeconds*time.Second)
}

// timeoutOf is the timeout of a step, otherwise that of the function that it runs; 0 where none is given.
func timeoutOf(s *flow.State) time.Duration {
	if a := attribute.OfState(s, "sfn_timeout"); a != nil {
		d, _ := durationOf(a)
		return d
	}
	if s.Task == nil || attribute.PlaceOfTask(s.Task) != attribute.FunctionTask {
		return 0
	}
	d, _ := durationOf(attribute.OfTask(s.Task, "timeout"))
	return d
}
