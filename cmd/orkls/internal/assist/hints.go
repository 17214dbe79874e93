package assist

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// Hint is what the program means at a place without saying it.
type Hint struct {
	Offset int
	Label  string
	Kind   HintKind
	Doc    string
}

// HintKind is what a hint speaks of. Each can be turned off.
type HintKind uint8

const (
	NameHint    HintKind = iota // the name that the compiler makes for a state
	TimeoutHint                 // the timeout that compose or Lambda gives a function
	CaptureHint                 // that the errors of a group or map are captured
)

// Hints returns the hints of a program.
func Hints(p *flow.Program) (hints []Hint) {
	for _, t := range p.Tasks {
		if hint, ok := timeoutHint(t); ok {
			hints = append(hints, hint)
		}
	}
	for state := range states(p) {
		if state.Step == nil || state.Step.Primary == nil || state.Name == "" {
			continue
		}
		end := state.Step.Primary.Span().End + state.Base
		switch {
		case state.Naming == flow.Numbered || state.Naming == flow.Generated && state.Kind != flow.ChoiceState:
			hints = append(hints, Hint{end, "as " + state.Name, NameHint, "The state's name, which the compiler makes. It changes when steps are put in above; `as` fixes it."})
		}
		if state.Captures {
			hints = append(hints, Hint{end, "captured", CaptureHint, "An error in a branch ends that branch alone: the error object is its output."})
		}
	}
	return hints
}

// timeoutHint says the timeout of a function of the project whose own block says none.
func timeoutHint(t *flow.Task) (Hint, bool) {
	meaning := attribute.At("timeout", attribute.FunctionTask)
	if !t.Source.IsFunction() || t.Source.Kind == flow.NoSource || given(t, "timeout") {
		return Hint{}, false
	}
	value, from := meaning.Default, "Lambda's default"
	if a := attribute.OfTask(t, "timeout"); a != nil {
		at := a.ValueRange()
		value, from = t.Program.File.Text[at.Start:at.End], "from `compose`"
	}
	return Hint{t.Source.Range.End, "timeout: " + value, TimeoutHint, "How long the function may run, " + from + "."}, true
}
