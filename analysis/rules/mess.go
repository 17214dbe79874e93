package rules

import (
	"iter"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/internal/disjoint"
	"github.com/orkls/orkls/analysis/seriesparallel"
	"github.com/orkls/orkls/grammar"
)

// mess is chains of one body that hang together by their steps, as edges between those.
type mess struct {
	scope    *flow.Scope
	body     *flow.Body
	chains   []*flow.Chain // in the order of the text
	steps    []*flow.State // in the order of their first mentions
	number   map[*flow.State]int
	mentions [][]*flow.Mention // of each step
	edges    []seriesparallel.Edge
	written  []*flow.Mention // what each edge leads to, as it is written
	jumps    [][]*flow.Jump  // behind each step, at a chain's end
	circular bool
}

// messes are those of the scopes that have some, in workflows that parse: what does not parse may join chains in
// another way.
var messes = analysis.NewFact(func(p *analysis.Pass) map[*flow.Scope][]*mess {
	all := map[*flow.Scope][]*mess{}
	for _, w := range p.Program.Workflows {
		if w.Broken {
			continue
		}
		for scope := range scopesOf(w) {
			if isTangled(scope) {
				all[scope] = messesOf(scope)
			}
		}
	}
	return all
})

// isTangled tells whether there may be anything to report of how the chains of a scope hang together.
func isTangled(scope *flow.Scope) bool {
	return len(scope.Starts) > 0 || len(scope.Rejoined) > 0 || slices.ContainsFunc(scope.States, leadsToSeveral)
}

// leadsToSeveral tells whether a state has more ways out than its kind and its handlers give it.
func leadsToSeveral(s *flow.State) bool {
	on, otherwise, arms, catches := 1, 1, len(s.Arms), 0
	for _, e := range s.Out {
		switch e.Kind {
		case flow.Sequence, flow.JumpEdge:
			on--
		case flow.DefaultEdge:
			otherwise--
		case flow.ArmEdge:
			arms--
		case flow.CatchEdge:
			catches--
		}
	}
	for _, h := range s.Handlers {
		if h.Catch {
			catches++
		}
	}
	return on < 0 || otherwise < 0 || arms < 0 || catches < 0
}

// messesOf returns the chains of a scope, by what hangs together, where a body has several of them. Most
// bodies have one.
func messesOf(scope *flow.Scope) (messes []*mess) {
	for _, body := range scope.Bodies {
		if len(body.Chains) < 2 {
			continue
		}
		for _, chains := range hangingTogether(scope, body.Chains) {
			messes = append(messes, newMess(scope, body, chains))
		}
	}
	return messes
}

func newMess(scope *flow.Scope, body *flow.Body, chains []*flow.Chain) *mess {
	m := &mess{scope: scope, body: body, number: map[*flow.State]int{}}
	for _, c := range chains {
		m.addChain(c)
	}
	m.circular = m.goesRound()
	return m
}

// goesRound tells whether the edges form a circle.
func (m *mess) goesRound() bool {
	behind, before := make([][]int, len(m.steps)), make([]int, len(m.steps))
	for _, e := range m.edges {
		behind[e.From] = append(behind[e.From], e.To)
		before[e.To]++
	}
	var ready []int
	for n := range m.steps {
		if before[n] == 0 {
			ready = append(ready, n)
		}
	}
	for i := 0; i < len(ready); i++ {
		for _, n := range behind[ready[i]] {
			if before[n]--; before[n] == 0 {
				ready = append(ready, n)
			}
		}
	}
	return len(ready) < len(m.steps)
}

func (m *mess) addChain(c *flow.Chain) {
	m.chains = append(m.chains, c)
	last := -1
	for _, mention := range c.Mentions {
		n, ok := m.number[mention.State]
		if !ok {
			n = len(m.steps)
			m.number[mention.State] = n
			m.steps = append(m.steps, mention.State)
			m.mentions = append(m.mentions, nil)
			m.jumps = append(m.jumps, nil)
		}
		m.mentions[n] = append(m.mentions[n], mention)
		if last >= 0 {
			m.edges = append(m.edges, seriesparallel.Edge{From: last, To: n})
			m.written = append(m.written, mention)
		}
		last = n
	}
	if c.Jump != nil && last >= 0 {
		m.jumps[last] = append(m.jumps[last], c.Jump)
	}
}

// hangingTogether returns the chains in groups that share steps. A chain that a jump or a catch leads to may share
// its head only: what else it shares is meant to be jumped to.
func hangingTogether(scope *flow.Scope, chains []*flow.Chain) (groups [][]*flow.Chain) {
	together := disjoint.New(len(chains))
	heads := map[*flow.State]int{}
	for i, c := range chains {
		if len(c.Mentions) == 0 {
			continue
		}
		if first, ok := heads[c.Mentions[0].State]; ok {
			together.Join(i, first)
		} else {
			heads[c.Mentions[0].State] = i
		}
	}
	goneOn := map[*flow.State]bool{} // heads that stand behind another step
	for i, c := range chains {
		for _, mention := range c.Mentions[min(1, len(c.Mentions)):] {
			if head, ok := heads[mention.State]; ok {
				together.Join(i, head)
				goneOn[mention.State] = true
			}
		}
	}
	led := map[int]bool{}
	for head, i := range heads {
		if !goneOn[head] && head != scope.Start && isLed(head) {
			led[together.Of(i)] = true
		}
	}
	for _, pair := range sharing(chains, func(i int) bool { return led[together.Of(i)] }) {
		together.Join(pair[0], pair[1])
	}
	index := map[int]int{}
	for i, c := range chains {
		set := together.Of(i)
		if _, ok := index[set]; !ok {
			index[set] = len(groups)
			groups = append(groups, nil)
		}
		groups[index[set]] = append(groups[index[set]], c)
	}
	return groups
}

// sharing returns pairs of chains that share a step which is neither's head, but for those left out.
func sharing(chains []*flow.Chain, leftOut func(int) bool) (pairs [][2]int) {
	holder := map[*flow.State]int{}
	for i, c := range chains {
		if leftOut(i) {
			continue
		}
		for _, mention := range c.Mentions[min(1, len(c.Mentions)):] {
			if other, ok := holder[mention.State]; ok && other != i {
				pairs = append(pairs, [2]int{i, other})
			}
			holder[mention.State] = i
		}
	}
	return pairs
}

// isLed tells whether a jump or a catch leads to a state.
func isLed(s *flow.State) bool {
	return slices.ContainsFunc(s.In, func(e *flow.Edge) bool { return e.Jump != nil || e.Kind == flow.CatchEdge })
}

// fan is a step with several steps behind it.
type fan struct {
	step      int
	followers []*flow.Mention // the first mention of each
	jump      *flow.Jump      // behind the step; nil where none is
}

// fans returns the steps of the mess with more than one thing behind them, in order.
func (m *mess) fans() (fans []fan) {
	followers := make([][]*flow.Mention, len(m.steps))
	known := map[seriesparallel.Edge]bool{}
	for i, e := range m.edges {
		if !known[e] {
			known[e] = true
			followers[e.From] = append(followers[e.From], m.written[i])
		}
	}
	for n := range m.steps {
		jumps := map[string]bool{}
		f := fan{step: n, followers: followers[n]}
		for _, j := range m.jumps[n] {
			jumps[j.Name] = true
			f.jump = j
		}
		if len(followers[n])+len(jumps) > 1 {
			fans = append(fans, f)
		}
	}
	return fans
}

// tree returns the groups that say what the edges say; where there are none, edges that are in the way.
func (m *mess) tree() (*seriesparallel.Tree, []seriesparallel.Edge) {
	return seriesparallel.Decompose(len(m.steps), m.edges)
}

// placeOf is where the second thing behind a step is written: the step's own mention there.
func (m *mess) placeOf(f fan) grammar.Range {
	var places []grammar.Range
	for _, mention := range m.mentions[f.step] {
		c := mention.Chain
		if mention.Index+1 < len(c.Mentions) || c.Jump != nil {
			places = append(places, mention.Range)
		}
	}
	return places[min(1, len(places)-1)]
}

// scopesOf goes through the scopes of a workflow, outer ones first.
func scopesOf(w *flow.Workflow) iter.Seq[*flow.Scope] {
	return func(yield func(*flow.Scope) bool) {
		if !yield(w.Scope) {
			return
		}
		for _, s := range w.States {
			for _, b := range s.Branches {
				if !yield(b) {
					return
				}
			}
		}
	}
}
