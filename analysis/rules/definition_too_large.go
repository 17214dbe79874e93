package rules

import (
	_ "embed"
	"fmt"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/aws"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed definition_too_large.md
var definitionTooLargePage string

var definitionTooLarge = &analysis.Rule{
	Name:     "definition-too-large",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a workflow whose definition is longer than Step Functions takes",
	Page:     definitionTooLargePage,
	Run:      reportLargeDefinitions,
}

func reportLargeDefinitions(p *analysis.Pass) {
	rough, exact := newMeasure(p, rawSize), newMeasure(p, valueSize)
	for _, w := range p.Program.Workflows {
		if rough.workflow(w) <= aws.MaxDefinition {
			continue // blanks and comments included, which takes no reading
		}
		if n := exact.workflow(w); n > aws.MaxDefinition {
			p.Report(analysis.Diagnostic{
				Range: w.NameRange,
				Message: fmt.Sprintf("the definition has at least %d characters, and Step Functions takes %d; move a part into a workflow of its own, "+
					"or what is long into the input", n, aws.MaxDefinition),
			})
		}
	}
}

// measure tells how long definitions are at the least: what is written is not shorter in ASL, and what a task or a scope
// says stands there for each of its steps.
type measure struct {
	pass   *analysis.Pass
	value  func(*flow.Program, *flow.Attribute) int // the length of a value
	tasks  map[*flow.Task]int
	scopes map[*flow.Scope]int
}

func newMeasure(p *analysis.Pass, value func(*flow.Program, *flow.Attribute) int) *measure {
	return &measure{p, value, map[*flow.Task]int{}, map[*flow.Scope]int{}}
}

// The shortest that ASL says of a state, a handler and a captured step, beside names and values.
const (
	stateSize    = len(`"":{"Type":"Task","Next":""},`)
	handlerSize  = len(`{"ErrorEquals":["States.ALL"],"Next":""},`)
	capturedSize = len(`"Catch":[{"ErrorEquals":["States.ALL"],"Next":"_failed"}],"_failed":{"Type":"Pass","End":true},`)
)

func (m *measure) workflow(w *flow.Workflow) (size int) {
	for _, s := range w.States {
		size += stateSize + len(s.Name) + m.attributes(m.pass.Program, s.Attributes) + m.handlers(s.Handlers)
		for _, e := range s.Out {
			if e.To != nil {
				size += len(e.To.Name)
			}
		}
		if s.Task != nil && !s.Task.Inline {
			size += m.task(s.Task)
		}
		if s.CanCatch() && !s.OnlyHandled {
			size += m.scope(s.Scope)
		}
		if s.CanCatch() && s.Scope.Owner != nil && s.Scope.Owner.Captures {
			size += capturedSize
		}
	}
	return size
}

func (m *measure) task(t *flow.Task) int {
	size, known := m.tasks[t]
	if !known {
		size = len(t.Source.Text) + m.attributes(t.Program, t.Attributes)
		m.tasks[t] = size
	}
	return size
}

func (m *measure) scope(s *flow.Scope) int {
	size, known := m.scopes[s]
	if !known {
		size = m.handlers(s.Handlers)
		m.scopes[s] = size
	}
	return size
}

func (m *measure) handlers(handlers []*flow.Handler) (size int) {
	for _, h := range handlers {
		size += handlerSize
		for _, name := range h.Names {
			size += len(name)
		}
	}
	return size
}

func (m *measure) attributes(p *flow.Program, attributes []*flow.Attribute) (size int) {
	for _, a := range attributes {
		if a.Value != nil {
			size += m.value(p, a)
		}
	}
	return size
}

// rawSize is the length of a value as it stands there.
func rawSize(_ *flow.Program, a *flow.Attribute) int {
	at := a.ValueRange()
	return at.End - at.Start
}

// valueSize is the length of a value without the blanks and comments between its parts.
func valueSize(p *flow.Program, a *flow.Attribute) (size int) {
	at := a.ValueRange()
	tokens, _ := grammar.Lex(p.File.Text[at.Start:at.End])
	for _, t := range tokens {
		size += int(t.End - t.Start)
	}
	return size
}
