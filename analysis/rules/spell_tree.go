package rules

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/seriesparallel"
)

// spellTree writes a tree in a message, shortened where it is long.
func (m *mess) spellTree(p *analysis.Pass, tree *seriesparallel.Tree, open, closing string) string {
	name := func(n int) string { return spellCode(p, m.steps[n]) }
	if len(m.steps) < longGroup {
		if whole := writeTree(tree, open, closing, name); short(whole, longGroup) {
			return whole
		}
	}
	return writeTree(shorten(tree, 3), open, closing, func(n int) string {
		if n < 0 {
			return "…"
		}
		return name(n)
	})
}

// shorten keeps a few parts of each tree, and of those inside fewer. The node -1 stands for what is left out.
func shorten(t *seriesparallel.Tree, few int) *seriesparallel.Tree {
	rest := &seriesparallel.Tree{Node: -1}
	switch {
	case t.Kind == seriesparallel.Leaf:
		return t
	case few == 0:
		return rest
	}
	s := &seriesparallel.Tree{Kind: t.Kind}
	for _, part := range t.Parts[:min(few, len(t.Parts))] {
		s.Parts = append(s.Parts, shorten(part, few-1))
	}
	if len(t.Parts) > few {
		s.Parts = append(s.Parts, rest)
	}
	return s
}
