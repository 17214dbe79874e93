package svg

import (
	"fmt"
	"math"
	"strings"

	"github.com/orkls/orkls/compiler/graph"
)

// kinds say in words what a node is.
var kinds = map[graph.Kind]string{
	graph.Start: "Start", graph.End: "End", graph.Function: "Function", graph.Service: "Service", graph.Group: "Parallel",
	graph.Each: "Map", graph.Choice: "Choice", graph.Wait: "Wait", graph.Pass: "Pass", graph.Succeed: "Succeed", graph.Fail: "Fail",
	graph.Caught: "Captured error",
}

// class is what the style sheet knows a node by.
func class(n *graph.Node) string {
	switch {
	case n.Captures:
		return "group captured"
	case n.Inside != nil:
		return "group"
	case n.Kind == graph.Start || n.Kind == graph.End:
		return "terminal"
	case n.Kind == graph.Succeed:
		return "node good"
	case n.Kind == graph.Fail:
		return "node bad"
	case n.Kind == graph.Caught:
		return "node caught"
	}
	return "node"
}

// shape is a node's outline.
func shape(b *box, at point) string {
	w, h := b.width/2, b.height/2
	switch b.node.Kind {
	case graph.Start:
		return fmt.Sprintf(`<circle class="dot" cx="%s" cy="%s" r="8"/>`, number(at.x), number(at.y))
	case graph.End:
		return fmt.Sprintf(`<circle class="ring" cx="%s" cy="%s" r="9"/><circle class="dot" cx="%s" cy="%s" r="5"/>`,
			number(at.x), number(at.y), number(at.x), number(at.y))
	case graph.Choice:
		return polygon(at, point{0, -h}, point{w, 0}, point{0, h}, point{-w, 0})
	case graph.Wait:
		return polygon(at, point{-w + 12, -h}, point{w - 12, -h}, point{w, 0}, point{w - 12, h}, point{-w + 12, h}, point{-w, 0})
	case graph.Fail:
		return polygon(at, point{-w + 8, -h}, point{w - 8, -h}, point{w, -h + 8}, point{w, h - 8}, point{w - 8, h}, point{-w + 8, h}, point{-w, h - 8}, point{-w, -h + 8})
	case graph.Service:
		return rectangle(at, w, h, 2) + line(point{at.x - w + 6, at.y}, h) + line(point{at.x + w - 6, at.y}, h)
	case graph.Each:
		return frame(at, w, h) + behind(at, w, h)
	case graph.Group:
		return frame(at, w, h)
	case graph.Pass, graph.Caught:
		return rectangle(at, w, h, 10)
	case graph.Succeed:
		return rectangle(at, w, h, h)
	}
	return rectangle(at, w, h, 2)
}

func rectangle(at point, w, h, radius float64) string {
	return fmt.Sprintf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s"/>`, number(at.x-w), number(at.y-h), number(2*w), number(2*h), number(radius))
}

func frame(at point, w, h float64) string {
	return strings.Replace(rectangle(at, w, h, 8), "<rect", `<rect class="frame"`, 1)
}

// behind is what shows of a frame behind a frame.
func behind(at point, w, h float64) string {
	return fmt.Sprintf(`<path class="frame" d="M%s %sh5V%sH%sv-5"/>`, number(at.x+w), number(at.y-h+12), number(at.y+h+5), number(at.x-w+12))
}

// line is upright, h up and down.
func line(at point, h float64) string {
	return fmt.Sprintf(`<path d="M%s %sV%s"/>`, number(at.x), number(at.y-h), number(at.y+h))
}

func polygon(at point, corners ...point) string {
	parts := make([]string, len(corners))
	for i, c := range corners {
		parts[i] = number(at.x+c.x) + "," + number(at.y+c.y)
	}
	return `<polygon points="` + strings.Join(parts, " ") + `"/>`
}

// path is an edge's way as a line without corners.
func (e edge) path(at point) string {
	way := append([]point{}, e.way...)
	last := len(way) - 1
	way[0], way[last] = e.from.border(way[0], way[1]), e.to.border(way[last], way[last-1])
	to := func(p point) string { return number(at.x+p.x) + " " + number(at.y+p.y) }
	var b strings.Builder
	b.WriteString("M" + to(way[0]))
	for i := 1; i < last; i++ {
		next := way[i+1]
		if i+1 < last {
			next = point{(way[i].x + next.x) / 2, (way[i].y + next.y) / 2}
		}
		b.WriteString("Q" + to(way[i]) + " " + to(next))
	}
	if last == 1 {
		b.WriteString("L" + to(way[last]))
	}
	return b.String()
}

// border is where an edge meets a node. The layout takes all nodes for rectangles; a rhombus is met further inside.
func (b *box) border(end, towards point) point {
	if b.node.Kind != graph.Choice {
		return end
	}
	dx, dy := towards.x-b.center.x, towards.y-b.center.y
	reach := math.Abs(dx)/(b.width/2) + math.Abs(dy)/(b.height/2)
	if reach == 0 {
		return end
	}
	return point{b.center.x + dx/reach, b.center.y + dy/reach}
}
