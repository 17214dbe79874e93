package analysis

// Fact is something that several rules want to know of a program, computed once for all of them.
type Fact[T any] struct{ compute func(*Pass) T }

// NewFact returns the fact that compute finds out.
func NewFact[T any](compute func(*Pass) T) *Fact[T] { return &Fact[T]{compute} }

// Of returns the fact of the program that the rule looks at. It is shared: rules must not change it.
func (f *Fact[T]) Of(p *Pass) T {
	if known, ok := p.facts[f]; ok {
		return known.(T)
	}
	fact := f.compute(p)
	p.facts[f] = fact
	return fact
}
