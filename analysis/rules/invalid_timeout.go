package rules

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
)

//go:embed invalid_timeout.md
var invalidTimeoutPage string

var invalidTimeout = &analysis.Rule{
	Name:     "invalid-timeout",
	Category: analysis.Functions,
	Severity: analysis.Error,
	Summary:  "a timeout that AWS does not take, or that another one makes pointless",
	Page:     invalidTimeoutPage,
	Fixes:    "15 minutes for a function; the function's timeout for its step",
	Run:      reportInvalidTimeouts,
}

func reportInvalidTimeouts(p *analysis.Pass) {
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			judgeTimeout(p, a, s.place)
		}
	}
	type pair struct{ timeout, other *flow.Attribute }
	heartbeats, functions := map[pair]bool{}, map[pair]bool{} // judged already: those of a task are those of all its steps
	own := ownAttributes.Of(p)
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			if s.Kind != flow.TaskState {
				continue
			}
			timeout, heartbeat := attribute.OfState(s, "sfn_timeout"), attribute.OfState(s, "heartbeat")
			if both := (pair{timeout, heartbeat}); !heartbeats[both] && (own[timeout] || own[heartbeat]) {
				heartbeats[both] = true
				judgeHeartbeat(p, timeout, heartbeat)
			}
			if s.Task == nil || attribute.PlaceOfTask(s.Task) != attribute.FunctionTask {
				continue
			}
			function := attribute.OfTask(s.Task, "timeout")
			if both := (pair{timeout, function}); !functions[both] && own[timeout] {
				functions[both] = true
				judgeStepTimeout(p, s, timeout, function)
			}
		}
	}
}

// judgeTimeout reports a timeout that is too long or too short by itself.
func judgeTimeout(p *analysis.Pass, a *flow.Attribute, place attribute.Place) {
	known := attribute.At(a.Key, place)
	if known == nil || a.Key != "timeout" && a.Key != "sfn_timeout" && a.Key != "heartbeat" {
		return
	}
	d, ok := attribute.AsDuration(a.Value)
	function := known.ASL == ""
	switch {
	case !ok || d < 0 || known.Mismatch(a.Value) != "":
	case d == 0:
		p.Report(analysis.Diagnostic{Range: a.ValueRange(), Message: a.Key + " is at least a second"})
	case function && d > aws.MaxFunction:
		p.Report(analysis.Diagnostic{
			Range:   a.ValueRange(),
			Message: "Lambda runs no function longer than 15 minutes; write timeout: 15m, or move the work into a job that is no function",
			Fixes: []analysis.Fix{{
				Title: "stop the function after 15 minutes: timeout: 15m", Edits: []analysis.Edit{p.Replace(a.ValueRange(), "15m")},
			}},
		})
	case !function && d > aws.MaxSeconds*time.Second:
		p.Report(analysis.Diagnostic{
			Range: a.ValueRange(), Message: fmt.Sprintf("%s is at most %d seconds, three years; a workflow runs one year at most", a.Key, aws.MaxSeconds),
		})
	}
}

// judgeHeartbeat reports a heartbeat that the timeout comes before.
func judgeHeartbeat(p *analysis.Pass, timeout, heartbeat *flow.Attribute) {
	long, ok := durationOf(timeout)
	silent, given := durationOf(heartbeat)
	if !ok || !given || silent < long {
		return
	}
	at := heartbeat
	if !ownAttributes.Of(p)[at] {
		at = timeout
	}
	p.Report(analysis.Diagnostic{
		Range: at.ValueRange(),
		Message: fmt.Sprintf("the heartbeat of %s is not shorter than the timeout of %s, which would end the step first; shorten the heartbeat",
			spellDuration(silent), spellDuration(long)),
	})
}

// judgeStepTimeout reports a step that ends while its function may still run.
func judgeStepTimeout(p *analysis.Pass, s *flow.State, timeout, function *flow.Attribute) {
	step, given := durationOf(timeout)
	runs, ok := lambdaTimeout, true
	if function != nil {
		runs, ok = durationOf(function)
	}
	if !given || !ok || step >= runs || runs > aws.MaxFunction || step == 0 {
		return
	}
	long := spellDuration(runs)
	p.Report(analysis.Diagnostic{
		Range:    timeout.ValueRange(),
		Severity: analysis.Warning,
		Message: fmt.Sprintf("the step ends after %s, while its function %s may go on up to %s, unseen and paid for; give the step as long",
			spellDuration(step), s.Task.Name, long),
		Fixes: []analysis.Fix{{
			Title: "let the step wait as long as the function may run: " + timeout.Key + ": " + long,
			Edits: []analysis.Edit{p.Replace(timeout.ValueRange(), long)},
		}},
	})
}

// durationOf reads an attribute that may not be there.
func durationOf(a *flow.Attribute) (time.Duration, bool) {
	if a == nil {
		return 0, false
	}
	d, ok := attribute.AsDuration(a.Value)
	return d, ok && d >= 0
}

// spellDuration writes a duration as Ork does, in the largest unit that leaves it whole.
func spellDuration(d time.Duration) string {
	for _, u := range []struct {
		name string
		unit time.Duration
	}{{"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second}} {
		if d%u.unit == 0 && d > 0 {
			return fmt.Sprintf("%d%s", d/u.unit, u.name)
		}
	}
	return fmt.Sprintf("%dms", d.Milliseconds())
}
