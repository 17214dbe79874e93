// Package mermaid draws a workflow as a Mermaid flowchart, as GitHub and many editors show it. A state's
// kind is its shape; captured groups are dashed, the ways of errors dotted, loops thick.
package mermaid

import (
	"fmt"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/graph"
)

// Print draws the workflow, without the fence that Markdown wants around it.
func Print(w *asl.Workflow) string {
	d := &drawing{ids: map[*graph.Node]string{}}
	d.line(0, "flowchart TD")
	d.scope(1, graph.Of(w.Machine))
	d.classes()
	return d.text.String()
}

// drawing is the text of a chart as it is written. Ids are numbers behind a letter, as names may be
// Mermaid's own words.
type drawing struct {
	text   strings.Builder
	ids    map[*graph.Node]string
	frames int
	// The subgraphs of each class, in order.
	captured, halting, branches []string
	caught                      []string // the nodes of captured errors
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
		d.line(depth, "%s %s %s", d.ids[e.From], arrow(e), d.ids[e.To])
	}
}

func (d *drawing) node(depth int, n *graph.Node) {
	id := fmt.Sprintf("s%d", len(d.ids))
	d.ids[n] = id
	switch n.Kind {
	case graph.Group, graph.Each:
		d.group(depth, id, n)
		return
	case graph.Caught:
		d.caught = append(d.caught, id)
	}
	shape := shapes[n.Kind]
	d.line(depth, "%s%s%s%s", id, shape[0], label(n), shape[1])
}

// shapes are what stands around a label, by kind.
var shapes = map[graph.Kind][2]string{
	graph.Start:    {"((", "))"},
	graph.End:      {"(((", ")))"},
	graph.Function: {"[", "]"},
	graph.Service:  {"[[", "]]"},
	graph.Choice:   {"{", "}"},
	graph.Wait:     {"{{", "}}"},
	graph.Pass:     {"(", ")"},
	graph.Succeed:  {"([", "])"},
	graph.Fail:     {">", "]"},
	graph.Caught:   {"(", ")"},
}

// group is a frame around its branches, each of which has a frame of its own where that
// tells what belongs together.
func (d *drawing) group(depth int, id string, n *graph.Node) {
	d.line(depth, "subgraph %s[%s]", id, label(n))
	for _, inside := range n.Inside {
		if len(n.Inside) == 1 || len(inside.Nodes) == 1 {
			d.scope(depth+1, inside)
			continue
		}
		d.frames++
		branch := fmt.Sprintf("b%d", d.frames)
		d.branches = append(d.branches, branch)
		d.line(depth+1, `subgraph %s[" "]`, branch)
		d.scope(depth+2, inside)
		d.line(depth+1, "end")
	}
	d.line(depth, "end")
	if n.Captures {
		d.captured = append(d.captured, id)
	} else {
		d.halting = append(d.halting, id)
	}
}

// arrow is an edge with its label.
func arrow(e graph.Edge) string {
	line, labelled := "-->", `-->|"%s"|`
	switch e.Kind {
	case graph.Catch:
		line, labelled = "-.->", `-. "%s" .->`
	case graph.Loop:
		line, labelled = "==>", `==>|"%s"|`
	}
	if e.Label == "" {
		return line
	}
	return fmt.Sprintf(labelled, escape(graph.Short(e.Label)))
}

// label is what is written in a node, between quotes.
func label(n *graph.Node) string {
	lines := n.Lines()
	if lines == nil {
		return `" "`
	}
	for i, line := range lines {
		lines[i] = escape(line)
	}
	return `"` + strings.Join(lines, "<br>") + `"`
}

// escape spells what Mermaid would read as markup by number.
func escape(s string) string { return escapes.Replace(s) }

var escapes = strings.NewReplacer(
	"#", "#35;", `"`, "#34;", "&", "#38;", "<", "#60;", ">", "#62;", "`", "#96;", "\\", "#92;",
)

// classes tell captured groups from those that stop. Colours are those of lines alone, so that the chart
// reads on light and on dark.
func (d *drawing) classes() {
	d.class("captured", "fill:none,stroke:#2da44e,stroke-width:2px,stroke-dasharray:6 4", d.captured)
	d.class("halting", "fill:none,stroke:#8c959f,stroke-width:2px", d.halting)
	d.class("branch", "fill:none,stroke:#8c959f,stroke-width:1px,stroke-dasharray:1 3", d.branches)
	d.class("caught", "stroke:#2da44e,stroke-dasharray:6 4", d.caught)
}

func (d *drawing) class(name, style string, members []string) {
	if len(members) > 0 {
		d.line(1, "classDef %s %s", name, style)
		d.line(1, "class %s %s", strings.Join(members, ","), name)
	}
}
