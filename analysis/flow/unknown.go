package flow

import (
	"slices"

	"github.com/orkls/orkls/grammar"
)

// UnknownName is a name in parameters or arguments that nothing declares.
type UnknownName struct {
	Name  string
	Range grammar.Range
}

// UnknownNames returns the names in parameters and arguments that nothing declares, in the order of the text: there a
// bare identifier is the ARN of the task or workflow of that name.
func (p *Program) UnknownNames() (names []UnknownName) {
	add := func(attributes []*Attribute) {
		for _, a := range attributes {
			if a.Value != nil && (a.Key == "parameters" || a.Key == "arguments") {
				names = p.unknownInside(a.Value, a.Base, names)
			}
		}
	}
	for _, t := range p.Tasks {
		if !t.Inline { // otherwise the state has the attributes, too
			add(t.Attributes)
		}
	}
	for _, w := range p.Workflows {
		for _, s := range w.States {
			add(s.Attributes)
		}
	}
	slices.SortFunc(names, func(a, b UnknownName) int { return a.Range.Start - b.Range.Start })
	return names
}

func (p *Program) unknownInside(n grammar.Node, base int, names []UnknownName) []UnknownName {
	if v, ok := n.(*grammar.Value); ok && v.Ident != "" && p.names[v.Ident] == nil {
		names = append(names, UnknownName{v.Ident, v.Span().Shift(base)})
	}
	for _, child := range grammar.Children(n) {
		names = p.unknownInside(child, base, names)
	}
	return names
}
