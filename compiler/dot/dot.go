// Package dot draws a workflow in the language of Graphviz. A state's kind is its shape; captured groups are dashed,
// the ways of errors dotted, loops bold.
package dot

import (
	"fmt"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/graph"
)

// Print draws the workflow. Its colours are those of lines and letters alone, and read on light and on dark.
func Print(w *asl.Workflow) string {
	d := &drawing{ids: map[*graph.Node]string{}}
	d.line(0, "digraph %s {", quote(w.Name))
	d.line(1, `graph [compound=true, ranksep=0.3, bgcolor="transparent", color="#8c959f", fontcolor="#6e7781", fontname="Helvetica", fontsize=12]`)
	d.line(1, `node [color="#8c959f", fontcolor="#6e7781", fontname="Helvetica", fontsize=12]`)
	d.line(1, `edge [color="#8c959f", fontcolor="#6e7781", fontname="Helvetica", fontsize=10]`)
	d.scope(1, graph.Of(w.Machine))
	d.line(0, "}")
	return d.text.String()
}

// drawing is the text of a graph as it is written. A group is a cluster. As Graphviz connects nodes only, its edges hold on
// to a point at its top or at its bottom, and are cut at its frame.
type drawing struct {
	text   strings.Builder
	ids    map[*graph.Node]string
	frames int
}

func (d *drawing) line(depth int, format string, args ...any) {
	d.text.WriteString(strings.Repeat("    ", depth))
	fmt.Fprintf(&d.text, format, args...)
	d.text.WriteByte('\n')
}

func (d *drawing) scope(depth int, s *graph.Scope) {
	for _, n := range s.Nodes {
		d.node(depth, n)
	}
	for _, e := range s.Edges {
		d.line(depth, "%s -> %s%s", d.bottom(e.From), d.top(e.To), attributes(d.edge(e)))
	}
}

func (d *drawing) node(depth int, n *graph.Node) {
	id := fmt.Sprintf("s%d", len(d.ids))
	d.ids[n] = id
	if n.Inside != nil {
		d.group(depth, id, n)
		return
	}
	d.line(depth, "%s%s", id, attributes(append([]attribute{{"label", strings.Join(n.Lines(), "\n")}}, shapes[n.Kind]...)))
}

// shapes are the attributes that tell a kind.
var shapes = map[graph.Kind][]attribute{
	graph.Start:    {{"shape", "circle"}, {"style", "filled"}, {"fillcolor", "#8c959f"}, {"width", "0.2"}},
	graph.End:      {{"shape", "doublecircle"}, {"style", "filled"}, {"fillcolor", "#8c959f"}, {"width", "0.15"}},
	graph.Function: {{"shape", "box"}},
	graph.Service:  {{"shape", "box"}, {"peripheries", "2"}},
	graph.Choice:   {{"shape", "diamond"}},
	graph.Wait:     {{"shape", "hexagon"}},
	graph.Pass:     {{"shape", "box"}, {"style", "rounded"}},
	graph.Succeed:  {{"shape", "ellipse"}},
	graph.Fail:     {{"shape", "octagon"}, {"color", "#cf222e"}},
	graph.Caught:   {{"shape", "box"}, {"style", "rounded,dashed"}, {"color", "#2da44e"}},
}

// group is a cluster, with a cluster for each branch where that tells what belongs together.
func (d *drawing) group(depth int, id string, n *graph.Node) {
	d.line(depth, "subgraph cluster_%s {", id)
	d.line(depth+1, "label=%s", quote(strings.Join(n.Lines(), "\n")))
	if n.Captures {
		d.line(depth+1, `style="rounded,dashed"; color="#2da44e"; penwidth=2`)
	} else {
		d.line(depth+1, `style="rounded"; color="#8c959f"; penwidth=2`)
	}
	d.line(depth+1, "%s [shape=point, style=invis]", d.top(n))
	d.line(depth+1, "%s [shape=point, style=invis]", d.bottom(n))
	for _, inside := range n.Inside {
		d.branch(depth+1, n, inside)
	}
	d.line(depth, "}")
}

func (d *drawing) branch(depth int, n *graph.Node, inside *graph.Scope) {
	if len(n.Inside) == 1 || len(inside.Nodes) == 1 {
		d.scope(depth, inside)
	} else {
		d.frames++
		d.line(depth, "subgraph cluster_b%d {", d.frames)
		d.line(depth+1, `label=""; style="rounded,dotted"; color="#8c959f"; penwidth=1`)
		d.scope(depth+1, inside)
		d.line(depth, "}")
	}
	from, to := map[*graph.Node]bool{}, map[*graph.Node]bool{}
	for _, e := range inside.Edges {
		from[e.From], to[e.To] = true, true
	}
	for _, inner := range inside.Nodes {
		if !to[inner] {
			d.line(depth, "%s -> %s [style=invis]", d.top(n), d.top(inner))
		}
		if !from[inner] {
			d.line(depth, "%s -> %s [style=invis]", d.bottom(inner), d.bottom(n))
		}
	}
}

// top is where edges to a node end, bottom where those from it start.
func (d *drawing) top(n *graph.Node) string { return d.ids[n] }

func (d *drawing) bottom(n *graph.Node) string {
	if n.Inside != nil {
		return d.ids[n] + "_end"
	}
	return d.ids[n]
}

func (d *drawing) edge(e graph.Edge) []attribute {
	var all []attribute
	if e.Label != "" {
		all = append(all, attribute{"label", graph.Short(e.Label)})
	}
	if e.From.Inside != nil {
		all = append(all, attribute{"ltail", "cluster_" + d.ids[e.From]})
	}
	if e.To.Inside != nil {
		all = append(all, attribute{"lhead", "cluster_" + d.ids[e.To]})
	}
	switch e.Kind {
	case graph.Catch:
		all = append(all, attribute{"style", "dotted"}, attribute{"color", "#cf222e"})
	case graph.Loop:
		all = append(all, attribute{"style", "bold"}, attribute{"constraint", "false"})
	}
	return all
}

type attribute struct{ name, value string }

// attributes are written behind a node or an edge; nothing where there are none.
func attributes(all []attribute) string {
	if len(all) == 0 {
		return ""
	}
	parts := make([]string, len(all))
	for i, a := range all {
		parts[i] = a.name + "=" + quote(a.value)
	}
	return " [" + strings.Join(parts, ", ") + "]"
}

// quote spells a string; in a label "\n" is the end of a line.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
