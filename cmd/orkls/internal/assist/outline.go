// Package assist says what an editor shows of a program besides its mistakes. It speaks of bytes and Markdown;
// the server turns that into the protocol's words.
package assist

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Symbol is a named part of a file.
type Symbol struct {
	Name     string // never empty
	Detail   string // a few words behind the name; may be empty
	Kind     SymbolKind
	Range    grammar.Range // of all of it, its children included
	Selected grammar.Range // of what is selected when one goes there; in Range
	Children []*Symbol
}

// SymbolKind is what a symbol stands for.
type SymbolKind uint8

const (
	TaskSymbol SymbolKind = iota
	WorkflowSymbol
	StepSymbol
	GroupSymbol
	MapSymbol
	ChoiceSymbol
	OtherStateSymbol // wait, pass, succeed and fail
)

// Outline returns the tasks and workflows that a file declares, in the order of the text; in a workflow its
// states, each in the one that is written around it.
func Outline(p *flow.Program) (symbols []*Symbol) {
	for _, t := range p.Tasks {
		if !t.Inline && t.Name != "" {
			symbols = append(symbols, &Symbol{
				Name: t.Name, Detail: t.Source.Text, Kind: TaskSymbol, Range: t.Range, Selected: t.NameRange,
			})
		}
	}
	for _, w := range p.Workflows {
		if w.Name != "" {
			symbols = append(symbols, outlineWorkflow(w))
		}
	}
	slices.SortStableFunc(symbols, bySize)
	return symbols
}

func outlineWorkflow(w *flow.Workflow) *Symbol {
	symbol := &Symbol{Name: w.Name, Detail: "workflow", Kind: WorkflowSymbol, Range: w.Range, Selected: w.NameRange}
	var states []*Symbol
	for _, s := range w.States {
		if s.Name == "" {
			continue
		}
		symbol := &Symbol{Name: s.Name, Detail: stateDetail(s), Kind: symbolKinds[s.Kind], Range: s.Whole, Selected: s.Range}
		if !symbol.Range.Covers(symbol.Selected) { // a half-typed step has no place of its own
			symbol.Selected = symbol.Range
		}
		states = append(states, symbol)
	}
	slices.SortStableFunc(states, bySize)
	for _, s := range states {
		symbol.adopt(s)
	}
	return symbol
}

// adopt puts a symbol into the last child that is around it, or behind all children. It grows to hold it:
// chains that stand apart in a file can be one workflow.
func (s *Symbol) adopt(child *Symbol) {
	s.Range.Start, s.Range.End = min(s.Range.Start, child.Range.Start), max(s.Range.End, child.Range.End)
	if n := len(s.Children); n > 0 && s.Children[n-1].Range.Covers(child.Range) {
		s.Children[n-1].adopt(child)
		return
	}
	s.Children = append(s.Children, child)
}

// bySize orders symbols so that what is around comes before what is in it.
func bySize(a, b *Symbol) int {
	return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(b.Range.End, a.Range.End))
}

var symbolKinds = [...]SymbolKind{
	flow.TaskState:    StepSymbol,
	flow.GroupState:   GroupSymbol,
	flow.MapState:     MapSymbol,
	flow.ChoiceState:  ChoiceSymbol,
	flow.WaitState:    OtherStateSymbol,
	flow.PassState:    OtherStateSymbol,
	flow.SucceedState: OtherStateSymbol,
	flow.FailState:    OtherStateSymbol,
}

// stateDetail says what the name of a state does not.
func stateDetail(s *flow.State) string {
	switch s.Kind {
	case flow.TaskState:
		if s.Called != s.Name {
			return s.Called
		}
		return ""
	case flow.GroupState:
		if s.Captures {
			return "tuple: errors are captured"
		}
		return "list: one failing stops the others"
	case flow.MapState:
		if s.Captures {
			return "for each item; errors are captured"
		}
		return "for each item; one failing stops the others"
	}
	return ""
}
