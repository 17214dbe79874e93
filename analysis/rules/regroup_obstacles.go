package rules

import (
	"slices"
	"sort"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/seriesparallel"
	"github.com/orkls/orkls/grammar"
)

// maxNesting is how deep brackets may nest.
const maxNesting = 64

// obstacle says what keeps the mess from being written as the tree, "" where nothing does. Branches are scopes of
// their own: no jump leads in or out, and -> end ends the branch alone.
func (m *mess) obstacle(p *analysis.Pass, tree *seriesparallel.Tree) string {
	if depth(tree) > maxNesting/2 && !m.nests(p, tree) {
		return "but groups would nest too deep: take inner steps out into a workflow of their own"
	}
	behindAll := map[*flow.Jump]bool{}
	if m.jumpBehindAll(p) != "" {
		for _, c := range m.chains {
			behindAll[c.Jump] = true
		}
	}
	branch := make([]int, len(m.steps))
	numberBranches(tree, branch)
	places := m.places()
	branchAt := func(at grammar.Range) int {
		if n := places.at(at.Start); n >= 0 {
			return branch[n]
		}
		return 0
	}
	for _, j := range m.jumpsAround() {
		from := branchAt(j.Range)
		if behindAll[j] {
			from = 0
		}
		switch {
		case j.Next:
		case j.Target == nil:
			if from != 0 && !j.Quoted && j.Name == "end" {
				return "but -> end would end its branch only: take it out first"
			}
		case branchAt(j.Target.Whole) != from:
			return "but -> " + p.Text(j.Range) + " would lead from one branch to another: take it out first"
		}
	}
	return ""
}

// jumpBehindAll returns the target of the jump that stands behind each way through the mess, so that it can stand behind
// the groups; "" where there is none. At a scope's end, -> end and nothing are the same.
func (m *mess) jumpBehindAll(p *analysis.Pass) string {
	goesOn := make([]bool, len(m.steps))
	for _, e := range m.edges {
		goesOn[e.From] = true
	}
	target := ""
	without := false
	for n := range m.steps {
		if goesOn[n] {
			continue
		}
		if len(m.jumps[n]) == 0 {
			without = true
			continue
		}
		if to := p.Text(m.jumps[n][0].Range); target == "" || target == to {
			target = to
		} else {
			return ""
		}
	}
	if without && (target != "end" || !m.body.Own) {
		return ""
	}
	return target
}

// numberBranches writes for each step which branch would hold it, 0 for none.
func numberBranches(t *seriesparallel.Tree, branch []int) {
	next := 0
	var visit func(t *seriesparallel.Tree, in int)
	visit = func(t *seriesparallel.Tree, in int) {
		if t.Kind == seriesparallel.Leaf {
			branch[t.Node] = in
		}
		for _, part := range t.Parts {
			if t.Kind == seriesparallel.Parallel {
				next++
				in = next
			}
			visit(part, in)
		}
	}
	visit(t, 0)
}

// jumpsAround returns the jumps that stand in the chains of the mess or lead there.
func (m *mess) jumpsAround() (jumps []*flow.Jump) {
	all, states := m.scope.Jumps, m.scope.States
	for _, c := range m.chains {
		from := sort.Search(len(all), func(i int) bool { return all[i].Range.Start >= c.Range.Start })
		for _, j := range all[from:] {
			if j.Range.Start > c.Range.End {
				break
			}
			jumps = append(jumps, j)
		}
		from = sort.Search(len(states), func(i int) bool { return states[i].Range.Start >= c.Range.Start })
		for _, s := range states[from:] {
			if s.Range.Start > c.Range.End {
				break
			}
			for _, e := range s.In {
				if e.Jump != nil && e.Jump.Target == s {
					jumps = append(jumps, e.Jump)
				}
			}
		}
	}
	return jumps
}

// places are where the steps of a mess are written, in order.
type places []place

type place struct {
	at   grammar.Range
	step int
}

// places returns where the steps are mentioned; the jump at a chain's end counts as its last step's.
func (m *mess) places() (all places) {
	for _, c := range m.chains {
		for i, mention := range c.Mentions {
			at := mention.Range
			if i == len(c.Mentions)-1 {
				at.End = max(at.End, c.Range.End)
			}
			all = append(all, place{at, m.number[mention.State]})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].at.Start < all[j].at.Start })
	return all
}

// at returns the step that is written at an offset, -1 where none is.
func (p places) at(offset int) int {
	i := sort.Search(len(p), func(i int) bool { return p[i].at.End > offset })
	if i < len(p) && p[i].at.Start <= offset {
		return p[i].step
	}
	return -1
}

// depth is how deep the groups of a tree nest.
func depth(t *seriesparallel.Tree) int {
	deepest := 0
	for _, part := range t.Parts {
		deepest = max(deepest, depth(part))
	}
	if t.Kind == seriesparallel.Parallel {
		deepest++
	}
	return deepest
}

func branches(t *seriesparallel.Tree) bool { return depth(t) > 0 }

// nests tells whether the brackets of the file still nest in measure when the mess is written as the tree.
func (m *mess) nests(p *analysis.Pass, tree *seriesparallel.Tree) bool {
	around := nesting(p.Program.File.Text[:m.chains[0].Range.Start], false)
	inside := 0
	for _, s := range m.steps {
		inside = max(inside, nesting(p.Text(s.Whole), true))
	}
	return around+depth(tree)+inside <= maxNesting
}

// nesting returns how deep the brackets of a text are nested at its end, or where they are deepest.
func nesting(text string, deepest bool) int {
	tokens, _ := grammar.Lex(text)
	depth, most := 0, 0
	for _, t := range tokens {
		switch t.Kind {
		case grammar.OpenBrace, grammar.OpenBracket, grammar.OpenParen:
			depth++
			most = max(most, depth)
		case grammar.CloseBrace, grammar.CloseBracket, grammar.CloseParen:
			depth--
		}
	}
	if deepest {
		return most
	}
	return depth
}

// inTheWay says which edge keeps the mess from being written as groups, and what could be done: of those at fault the
// last one written without which the others can be.
func (m *mess) inTheWay(p *analysis.Pass, atFault []seriesparallel.Edge) string {
	fault := map[seriesparallel.Edge]bool{}
	for _, e := range atFault {
		fault[e] = true
	}
	const effort = 1 << 13 // edges and steps looked at
	tries := 1 + effort/(len(m.edges)+len(m.steps))
	for i := len(m.edges) - 1; i >= 0 && tries > 0; i-- {
		e := m.edges[i]
		if !fault[e] {
			continue
		}
		tries--
		others := slices.DeleteFunc(slices.Clone(m.edges), func(other seriesparallel.Edge) bool { return other == e })
		if tree, _ := seriesparallel.Decompose(len(m.steps), others); tree == nil {
			continue
		}
		from, to := spell(p, m.steps[e.From]), spell(p, m.steps[e.To])
		says := "these do not nest as groups do, for " + from + " >> " + to + " is in the way: take it out"
		if also := m.alsoBefore(p, e); also != "" {
			says += ", or let " + to + " wait for " + also + " too"
		}
		return says
	}
	return "these do not nest as groups do: let steps that wait for some of the same wait for all of the same"
}

// alsoBefore names the steps for which an edge's end would have to wait too, as others behind the edge's
// begin do; "" where that would not help.
func (m *mess) alsoBefore(p *analysis.Pass, e seriesparallel.Edge) string {
	beside, before := map[int]bool{}, map[int]bool{}
	for _, other := range m.edges {
		if other.From == e.From {
			beside[other.To] = true
		}
		if other.To == e.To {
			before[other.From] = true
		}
	}
	more := append([]seriesparallel.Edge{}, m.edges...)
	var names []string
	for _, other := range m.edges {
		if other.To != e.To && beside[other.To] && !before[other.From] && other.From != e.To {
			before[other.From] = true
			more = append(more, seriesparallel.Edge{From: other.From, To: e.To})
			names = append(names, spell(p, m.steps[other.From]))
		}
	}
	if tree, _ := seriesparallel.Decompose(len(m.steps), more); tree == nil || len(names) == 0 {
		return ""
	}
	return and(names)
}
