package grammar

import "sort"

// Problems returns everything in the file that did not parse, in the order of the text.
func (f *File) Problems() []Diagnostic {
	out := append([]Diagnostic(nil), f.strays...)
	for _, s := range f.Statements {
		for _, p := range s.all {
			out = append(out, p.shift(s.Base))
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Range.Start < out[j].Range.Start })
	return out
}

// allProblems returns the problems of a statement and of those in its braces.
func allProblems(s *Statement) []Diagnostic {
	out := s.Problems
	if w, ok := s.Node.(*Workflow); ok {
		if w.Body == nil {
			return out
		}
		out = append(out[:len(out):len(out)], w.Body.Problems...)
		for _, inner := range w.Body.Statements {
			for _, p := range inner.all {
				out = append(out, p.shift(inner.Base))
			}
		}
		return out
	}
	out = out[:len(out):len(out)]
	walk(s.Node, 0, func(n Node, _ int) bool {
		if body, ok := n.(*Body); ok {
			out = append(out, body.Problems...)
		}
		for _, inner := range Statements(n) {
			out = append(out, inner.Problems...)
		}
		return mayHoldStatements(n)
	})
	return out
}

// mayHoldStatements leaves out the nodes in which no braces hold statements, which are most.
func mayHoldStatements(n Node) bool {
	switch n.(type) {
	case *Import, *Attr, *Retry, *Jump, *BadStatement, *Mention, *Name, *InlineTask, *Wait, *Fail, *Cond, *Value, *Errors:
		return false
	}
	return true
}
