package compiler

import (
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// group lowers a list or tuple to a Parallel.
func (b *scopeBuilder) group(s *flow.State, out *asl.State) {
	switch {
	case primaryOf[*grammar.Group](s).Grouping:
		b.problem(s.Range, "these parentheses only group, and cannot stand here; a tuple of one branch is (a,)")
	case len(s.Branches) == 0:
		b.problem(s.Range, "a group without branches cannot be compiled; remove it")
	}
	for _, branch := range s.Branches {
		out.Branches = append(out.Branches, b.lowerScope(branch, s.Captures))
	}
	b.fields(s, out)
}

// itemMap lowers a map.
func (b *scopeBuilder) itemMap(s *flow.State, out *asl.State) {
	b.fields(s, out)
	b.items(s, out)
	config := b.processorConfig(s)
	if len(s.Branches) == 1 {
		out.ItemProcessor = b.lowerScope(s.Branches[0], s.Captures)
		out.ItemProcessor.ProcessorConfig = config
	}
}

// items lowers what stands behind map.
func (b *scopeBuilder) items(s *flow.State, out *asl.State) {
	items := primaryOf[*grammar.Map](s).Items
	if items == nil {
		return
	}
	r := b.stepReader(s)
	if out.Items.Present() || out.ItemsPath.Present() {
		r.problem(items, "the map's items are given in its block too; say them once")
	}
	switch {
	case items.Path == "":
		out.Items = r.constant(items)
	case r.jsonata:
		r.problem(items, "this is a JSONata state; write map {% … %}")
	default:
		out.ItemsPath = asl.String(items.Path)
	}
}
