package flow

import "github.com/orkls/orkls/grammar"

// refer records a use of a declaration.
func (p *Program) refer(d *Declaration, at grammar.Range) {
	p.References = append(p.References, Reference{Range: at, Declaration: d})
	if d.Import != nil {
		d.Import.Used = true
	}
}

// referTo records the names in parameters and arguments: there a bare identifier is the ARN of the task
// or workflow of that name.
func (p *Program) referTo(key string, value *grammar.Value, base int) {
	if key != "parameters" && key != "arguments" || value == nil {
		return
	}
	p.referInside(value, base)
}

func (p *Program) referInside(n grammar.Node, base int) {
	if v, ok := n.(*grammar.Value); ok && v.Ident != "" {
		if d := p.names[v.Ident]; d != nil {
			p.refer(d, v.Span().Shift(base))
		}
	}
	for _, child := range grammar.Children(n) {
		p.referInside(child, base)
	}
}
