package svg

import (
	"fmt"

	"github.com/d2lang/dagro"

	"github.com/orkls/orkls/compiler/graph"
)

const (
	nodeSize  = 13.0 // of the letters in nodes, in pixels
	labelSize = 11.0 // of those at edges
	lead      = 17.0 // from line to line
	padding   = 14.0 // between letters and the node's border
	margin    = 16.0 // between a frame and what it holds
	heading   = 26.0 // what a frame's title takes
)

type point struct{ x, y float64 }

// box is a node with its place; a scope's nodes have places in the scope.
type box struct {
	node          *graph.Node
	center        point
	width, height float64
	branches      []placed // of a group
}

// placed is a scope with its place in its group.
type placed struct {
	scope  *scope
	origin point
}

// scope is a scope that is laid out.
type scope struct {
	boxes         []*box
	edges         []edge
	width, height float64
}

// edge is an edge's way, from the border of one box to that of another, and the place of its label.
type edge struct {
	graph.Edge
	from, to *box
	way      []point
	label    point
}

// lay lays out a scope, and first those inside it: an edge never leaves its scope, so that a group is a node of a known
// size.
func lay(s *graph.Scope) (*scope, error) {
	g := dagro.NewGraph(dagro.GraphOptions{Multigraph: true})
	g.SetGraph(dagro.Attrs{"rankdir": "TB", "nodesep": 28, "edgesep": 14, "ranksep": 36})
	out := &scope{}
	ids := map[*graph.Node]string{}
	byNode := map[*graph.Node]*box{}
	for i, n := range s.Nodes {
		b, err := size(n)
		if err != nil {
			return nil, err
		}
		ids[n], byNode[n] = fmt.Sprintf("n%d", i), b
		g.SetNode(ids[n], dagro.Attrs{"width": b.width, "height": b.height})
		out.boxes = append(out.boxes, b)
	}
	for i, e := range s.Edges {
		attributes := dagro.Attrs{"labelpos": "c"}
		if e.Label != "" {
			attributes["width"], attributes["height"] = width(graph.Short(e.Label), labelSize)+8, lead
		}
		g.SetEdge(ids[e.From], ids[e.To], attributes, fmt.Sprintf("e%d", i))
	}
	if err := dagro.Layout(g); err != nil {
		return nil, err
	}
	for _, b := range out.boxes {
		at := g.Node(ids[b.node]).(dagro.Attrs)
		b.center = point{at["x"].(float64), at["y"].(float64)}
	}
	for i, e := range s.Edges {
		at := g.EdgeByArgs(ids[e.From], ids[e.To], fmt.Sprintf("e%d", i)).(dagro.Attrs)
		laid := edge{Edge: e, from: byNode[e.From], to: byNode[e.To]}
		for _, p := range at["points"].([]dagro.Point) {
			laid.way = append(laid.way, point{p.X, p.Y})
		}
		if e.Label != "" {
			laid.label = point{at["x"].(float64), at["y"].(float64)}
		}
		out.edges = append(out.edges, laid)
	}
	out.measure()
	return out, nil
}

// measure moves all to the corner, and finds how much room it takes.
func (s *scope) measure() {
	low, high := point{1e9, 1e9}, point{}
	reach := func(p point, w, h float64) {
		low.x, low.y = min(low.x, p.x-w/2), min(low.y, p.y-h/2)
		high.x, high.y = max(high.x, p.x+w/2), max(high.y, p.y+h/2)
	}
	for _, b := range s.boxes {
		reach(b.center, b.width, b.height)
	}
	for _, e := range s.edges {
		for _, p := range e.way {
			reach(p, 4, 0)
		}
		if e.Label != "" {
			reach(e.label, width(graph.Short(e.Label), labelSize), lead)
		}
	}
	for _, b := range s.boxes {
		b.center = point{b.center.x - low.x, b.center.y - low.y}
	}
	for i := range s.edges {
		e := &s.edges[i]
		for j, p := range e.way {
			e.way[j] = point{p.x - low.x, p.y - low.y}
		}
		e.label = point{e.label.x - low.x, e.label.y - low.y}
	}
	s.width, s.height = high.x-low.x, high.y-low.y
}

// size is how large a node is drawn.
func size(n *graph.Node) (*box, error) {
	b := &box{node: n}
	switch n.Kind {
	case graph.Start, graph.End:
		b.width, b.height = 20, 20
		return b, nil
	case graph.Group, graph.Each:
		return b, b.hold(n)
	}
	lines := n.Lines()
	b.height = float64(len(lines))*lead + padding
	b.width = 2 * padding
	for i, line := range lines {
		b.width = max(b.width, width(line, sizeOf(i))+2*padding)
	}
	switch n.Kind {
	case graph.Choice: // a rhombus has room in its middle only
		b.width, b.height = b.width*1.35+10, b.height*1.7
	case graph.Wait, graph.Fail, graph.Service:
		b.width += 16
	}
	return b, nil
}

// sizeOf is the size of the letters of a node's line: the name's, and what stands below it.
func sizeOf(line int) float64 {
	if line == 0 {
		return nodeSize
	}
	return labelSize
}

// hold lays out what stands in a group: its branches beside one another, below its title.
func (b *box) hold(n *graph.Node) error {
	content, tallest := 0.0, 0.0
	for i, inside := range n.Inside {
		s, err := lay(inside)
		if err != nil {
			return err
		}
		if i > 0 {
			content += 2 * margin
		}
		b.branches = append(b.branches, placed{s, point{content, heading + margin}})
		content += s.width
		tallest = max(tallest, s.height)
	}
	b.width = max(content+2*margin, width(n.Lines()[0], nodeSize)+2*padding)
	b.height = heading + tallest + 2*margin
	for i := range b.branches {
		b.branches[i].origin.x += (b.width - content) / 2
	}
	return nil
}
