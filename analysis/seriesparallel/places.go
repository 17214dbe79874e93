package seriesparallel

import (
	"slices"

	"github.com/orkls/orkls/analysis/internal/disjoint"
)

// places are points between which each node is an arc: a node ends where its direct followers begin.
type places struct {
	nodes  int
	joined disjoint.Sets // of the points: node u begins at 2u and ends at 2u+1, until points are joined
	arcs   []arc
	point  []point
	source int
	sink   int
	known  map[[2]int]int // the arc between two points
	check  []int          // points that may have become series
}

// arc is a part of the order between two points.
type arc struct {
	from, to int
	tree     *Tree
	gone     bool
}

// point counts the arcs that begin and end at it. The sum of their numbers is the number of the arc where
// there is one.
type point struct {
	ins, outs, sumIn, sumOut int
	edges                    int // direct edges that lead through the point
	begins, ends             int // nodes
}

// placesOf makes the points.
func placesOf(n int, direct []Edge) *places {
	joined := disjoint.New(2*n + 2)
	source, sink := 2*n, 2*n+1
	hasBefore, hasBehind := make([]bool, n), make([]bool, n)
	for _, e := range direct {
		joined.Join(2*e.From+1, 2*e.To)
		hasBehind[e.From], hasBefore[e.To] = true, true
	}
	for u := range n {
		if !hasBefore[u] {
			joined.Join(2*u, source)
		}
		if !hasBehind[u] {
			joined.Join(2*u+1, sink)
		}
	}
	p := &places{
		nodes: n, joined: joined, point: make([]point, 2*n+2), arcs: make([]arc, 0, 2*n),
		source: joined.Of(source), sink: joined.Of(sink), known: make(map[[2]int]int, n),
	}
	for _, e := range direct {
		p.point[joined.Of(2*e.To)].edges++
	}
	for u := range n {
		p.point[joined.Of(2*u)].begins++
		p.point[joined.Of(2*u+1)].ends++
	}
	return p
}

// uneven returns a point where nodes share some direct followers but not all; in a tree there is none.
func (p *places) uneven() (at int, ok bool) {
	for at, point := range p.point {
		if point.edges > 0 && point.edges != point.begins*point.ends {
			return at, true
		}
	}
	return 0, false
}

// through returns the edges that lead through some points.
func (p *places) through(edges []Edge, some func(point int) bool) (out []Edge) {
	for _, e := range edges {
		if some(p.joined.Of(2 * e.To)) {
			out = append(out, e)
		}
	}
	return out
}

// add puts an arc between two points, in parallel with the one that is there.
func (p *places) add(from, to int, tree *Tree) {
	if i, ok := p.known[[2]int{from, to}]; ok && !p.arcs[i].gone {
		p.arcs[i].tree = &Tree{Kind: Parallel, Parts: []*Tree{p.arcs[i].tree, tree}}
		p.check = append(p.check, from, to)
		return
	}
	i := len(p.arcs)
	p.arcs = append(p.arcs, arc{from: from, to: to, tree: tree})
	p.known[[2]int{from, to}] = i
	p.point[from].outs++
	p.point[from].sumOut += i
	p.point[to].ins++
	p.point[to].sumIn += i
	p.check = append(p.check, from, to)
}

func (p *places) remove(i int) {
	a := &p.arcs[i]
	a.gone = true
	p.point[a.from].outs--
	p.point[a.from].sumOut -= i
	p.point[a.to].ins--
	p.point[a.to].sumIn -= i
}

// reduce puts arcs together until none can be; it returns the last arc's tree, nil where several are left.
func (p *places) reduce() *Tree {
	for u := range p.nodes {
		p.add(p.joined.Of(2*u), p.joined.Of(2*u+1), &Tree{Node: u})
	}
	left := len(p.arcs)
	for len(p.check) > 0 {
		at := p.check[len(p.check)-1]
		p.check = p.check[:len(p.check)-1]
		point := p.point[at]
		if at == p.source || at == p.sink || point.ins != 1 || point.outs != 1 {
			continue
		}
		before, behind := p.arcs[point.sumIn], p.arcs[point.sumOut]
		p.remove(point.sumIn)
		p.remove(point.sumOut)
		left -= 2
		arcs := len(p.arcs)
		p.add(before.from, behind.to, &Tree{Kind: Series, Parts: []*Tree{before.tree, behind.tree}})
		left += len(p.arcs) - arcs
	}
	if left != 1 {
		return nil
	}
	return p.arcs[slices.IndexFunc(p.arcs, func(a arc) bool { return !a.gone })].tree
}

// flat puts trees of one kind that stand directly in each other together.
func (t *Tree) flat() *Tree {
	if t.Kind == Leaf {
		t.first = t.Node
		return t
	}
	flat := &Tree{Kind: t.Kind}
	for stack := []*Tree{t}; len(stack) > 0; {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.Kind == t.Kind {
			stack = append(stack, top.Parts[1], top.Parts[0])
			continue
		}
		flat.Parts = append(flat.Parts, top.flat())
	}
	if t.Kind == Parallel {
		slices.SortFunc(flat.Parts, func(a, b *Tree) int { return a.first - b.first })
	}
	flat.first = flat.Parts[0].first
	for _, part := range flat.Parts {
		flat.first = min(flat.first, part.first)
	}
	return flat
}
