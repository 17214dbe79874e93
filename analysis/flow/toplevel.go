package flow

import (
	"path"
	"strconv"
	"strings"

	"github.com/orkls/orkls/analysis/internal/disjoint"
	"github.com/orkls/orkls/grammar"
)

// topLevel makes workflows of the chains outside any block: chains that share a head's step are one.
func (p *Program) topLevel(chains []chainNode) {
	for _, group := range joinTopLevel(chains) {
		first := group[0].node.Steps[0]
		w := &Workflow{
			NameRange: first.Primary.Span().Shift(group[0].base),
			Range:     group[0].node.Span().Shift(group[0].base),
			Program:   p, TopLevel: true,
		}
		for _, c := range group {
			span := c.node.Span().Shift(c.base)
			w.Range = grammar.Range{Start: min(w.Range.Start, span.Start), End: max(w.Range.End, span.End)}
			w.Broken = w.Broken || c.broken
		}
		b := newBuilder(p, w)
		starts, open := b.chains(group, true)
		b.closeScope(starts, open)
		b.finish()
		p.nameTopLevel(w)
		p.Workflows = append(p.Workflows, w)
	}
}

// nameTopLevel names a workflow after the first task that it runs, or after the file; with a number where
// another workflow has that name. As a step, a name that a task has too means the task.
func (p *Program) nameTopLevel(w *Workflow) {
	name := firstTask(w.Scope)
	if name == "" {
		name = identifier(strings.TrimSuffix(path.Base(p.Path), path.Ext(p.Path)))
	}
	w.Name = name
	for i := 2; p.workflowNames[w.Name]; i++ {
		w.Name = name + strconv.Itoa(i)
	}
	p.workflowNames[w.Name] = true
	if p.names[w.Name] == nil {
		p.names[w.Name] = &Declaration{Name: w.Name, Range: w.NameRange, Program: p, Workflow: w}
	}
}

// firstTask returns the name of the first task that runs, the first branch's where several do; "" where
// none does.
func firstTask(s *Scope) string {
	seen := map[*State]bool{}
	for state := s.Start; state != nil && !seen[state]; {
		seen[state] = true
		if state.Kind == TaskState {
			return state.Called
		}
		for _, b := range state.Branches {
			if name := firstTask(b); name != "" {
				return name
			}
		}
		next := state
		for _, e := range state.Out {
			if e.To != nil {
				next = e.To
				break
			}
		}
		state = next
	}
	return ""
}

// joinTopLevel puts the chains at the top level together that are one workflow: those with the same
// head, and those whose head another one holds.
func joinTopLevel(chains []chainNode) (groups [][]chainNode) {
	sets := disjoint.New(len(chains))
	heads := map[string]int{}
	for i, c := range chains {
		steps := lineOf(c.node).steps
		if len(steps) == 0 || joinName(steps[0]) == "" {
			continue
		}
		if first, ok := heads[joinName(steps[0])]; ok {
			sets.Join(i, first)
		} else {
			heads[joinName(steps[0])] = i
		}
	}
	for i, c := range chains {
		for j, step := range lineOf(c.node).steps {
			if head, ok := heads[joinName(step)]; ok && j > 0 {
				sets.Join(i, head)
			}
		}
	}
	index := map[int]int{}
	for i, c := range chains {
		if len(c.node.Steps) == 0 {
			continue
		}
		set := sets.Of(i)
		g, ok := index[set]
		if !ok {
			g = len(groups)
			index[set] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], c)
	}
	return groups
}
