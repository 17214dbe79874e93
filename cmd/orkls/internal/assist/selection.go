package assist

import "github.com/orkls/orkls/grammar"

// Selections returns the ranges that a selection at a place grows through, from the word to the whole text. Each lies
// in the next and is smaller.
func Selections(file *grammar.File, offset int) (ranges []grammar.Range) {
	outward := []grammar.Range{{Start: 0, End: len(file.Text)}} // from the outside in
	add := func(r grammar.Range) {
		if last := outward[len(outward)-1]; r.Contains(offset) && last.Covers(r) && last != r {
			outward = append(outward, r)
		}
	}
	grammar.Walk(file.Statements, 0, func(n grammar.Node, base int) bool {
		r := n.Span().Shift(base)
		if !r.Contains(offset) {
			return false
		}
		add(r)
		switch n.(type) {
		case *grammar.Body, *grammar.Block, *grammar.Object, *grammar.Group, *grammar.Array:
			if r.End-r.Start >= 2 && r.Start < offset && offset < r.End {
				add(grammar.Range{Start: r.Start + 1, End: r.End - 1}) // what is between the brackets
			}
		}
		return true
	})
	tokens, _ := grammar.Lex(file.Text)
	for _, t := range tokens {
		if t.Range().Contains(offset) && t.End > t.Start {
			add(t.Range())
		}
	}
	for i := len(outward) - 1; i >= 0; i-- {
		ranges = append(ranges, outward[i])
	}
	return ranges
}
