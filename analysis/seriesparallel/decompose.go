// Package seriesparallel writes a partial order as series and parallel compositions, where that can be done.
package seriesparallel

import "slices"

// Kind is what a tree does with its parts.
type Kind uint8

const (
	Leaf     Kind = iota
	Series        // all of a part before all of the next
	Parallel      // no order between the parts
)

// Tree is an order of nodes: a node, or trees of the other kind put together.
type Tree struct {
	Kind  Kind
	Node  int     // of a Leaf
	Parts []*Tree // at least two; those of a Parallel by their smallest nodes
	first int     // the smallest node
}

// Edge says that one node comes before another.
type Edge struct{ From, To int }

// Decompose returns the tree in which u comes before v exactly where edges lead from u to v, for the nodes from
// 0 to n-1. There is none where edges form a circle, or somewhere the shape of an N (a before c, b before c and
// d, but a not before d); for an N it returns some of the edges around it. It takes time linear in nodes and edges.
//
// The method is that of J. Valdes, R. E. Tarjan and E. L. Lawler, "The recognition of series parallel digraphs",
// SIAM Journal on Computing 11 (1982): edges that others imply are left out, each node becomes an arc
// between places, and arcs are put together in series and in parallel until one is left.
func Decompose(n int, edges []Edge) (tree *Tree, inTheWay []Edge) {
	if n == 0 {
		return nil, nil
	}
	g, ok := newGraph(n, edges)
	if !ok {
		return nil, nil
	}
	direct := g.direct()
	p := placesOf(n, direct)
	if at, ok := p.uneven(); ok {
		return nil, p.through(direct, func(point int) bool { return point == at })
	}
	tree = p.reduce()
	if tree == nil {
		return nil, p.through(direct, func(at int) bool { return p.point[at].ins > 0 })
	}
	tree = tree.flat()
	if extra := tree.unsaid(n, edges); len(extra) > 0 {
		return nil, extra // left out, though no others imply them
	}
	return tree, nil
}

// graph is a directed graph without circles and without the same edge twice.
type graph struct {
	followers [][]int
	level     []int // the length of the longest path to each node
}

func newGraph(n int, edges []Edge) (*graph, bool) {
	g := &graph{followers: make([][]int, n), level: make([]int, n)}
	for _, e := range edges {
		g.followers[e.From] = append(g.followers[e.From], e.To)
	}
	waiting := make([]int, n)
	for u, f := range g.followers {
		slices.Sort(f)
		g.followers[u] = slices.Compact(f)
		for _, v := range g.followers[u] {
			waiting[v]++
		}
	}
	var ready []int
	for u, w := range waiting {
		if w == 0 {
			ready = append(ready, u)
		}
	}
	for i := 0; i < len(ready); i++ {
		u := ready[i]
		for _, v := range g.followers[u] {
			g.level[v] = max(g.level[v], g.level[u]+1)
			if waiting[v]--; waiting[v] == 0 {
				ready = append(ready, v)
			}
		}
	}
	return g, len(ready) == n
}

// direct returns the edges that no others imply, if the order is series-parallel: there all direct followers
// of a node have the same nodes before them, and so stand on one level, and the others on higher ones.
func (g *graph) direct() (edges []Edge) {
	for u, followers := range g.followers {
		if len(followers) == 0 {
			continue
		}
		lowest := g.level[followers[0]]
		for _, v := range followers {
			lowest = min(lowest, g.level[v])
		}
		for _, v := range followers {
			if g.level[v] == lowest {
				edges = append(edges, Edge{u, v})
			}
		}
	}
	return edges
}

// unsaid returns the edges that do not follow from the tree. A tree's order is that in which two ways of
// walking it agree: with the parts of parallels forward, and backward.
func (t *Tree) unsaid(n int, edges []Edge) (unsaid []Edge) {
	forward, backward := make([]int, n), make([]int, n)
	t.number(forward, false)
	t.number(backward, true)
	for _, e := range edges {
		if forward[e.From] >= forward[e.To] || backward[e.From] >= backward[e.To] {
			unsaid = append(unsaid, e)
		}
	}
	return unsaid
}

// number writes the place of each leaf, counted in the order of the walk.
func (t *Tree) number(places []int, reversed bool) {
	next := 0
	for stack := []*Tree{t}; len(stack) > 0; {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.Kind == Leaf {
			places[top.Node] = next
			next++
			continue
		}
		from := len(stack)
		stack = append(stack, top.Parts...)
		if top.Kind == Series || !reversed {
			slices.Reverse(stack[from:])
		}
	}
}
