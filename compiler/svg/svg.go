// Package svg draws a workflow as a picture for pages and editors. A state's kind is its shape; captured groups are dashed,
// the ways of errors dotted, loops bold. It reads well on a light and on a dark page.
package svg

import (
	"fmt"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/graph"
)

// Print draws the workflow.
func Print(w *asl.Workflow) string {
	s, err := lay(graph.Of(w.Machine))
	if err != nil {
		return message(w.Name, "the picture cannot be laid out: "+err.Error())
	}
	width, height := s.width+2*margin, s.height+2*margin
	d := &drawing{}
	d.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-label="%s">`,
		number(width), number(height), number(width), number(height), escape(w.Name))
	d.text.WriteString(style)
	d.scope(s, point{margin, margin})
	d.line("</svg>")
	return d.text.String()
}

// message is a picture of a text.
func message(name, text string) string {
	w := width(text, nodeSize) + 2*margin
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="40" role="img" aria-label="%s"><text x="%s" y="25">%s</text></svg>`+"\n",
		number(w), escape(name), number(margin), escape(text))
}

// drawing is the text of a picture as it is written.
type drawing struct{ text strings.Builder }

func (d *drawing) line(format string, args ...any) {
	fmt.Fprintf(&d.text, format, args...)
	d.text.WriteByte('\n')
}

// scope draws what stands in a scope: first the frames, so that nothing is below them, and last the edges' labels.
func (d *drawing) scope(s *scope, at point) {
	for _, b := range s.boxes {
		d.node(b, point{at.x + b.center.x, at.y + b.center.y})
	}
	for _, e := range s.edges {
		d.line(`<path class="%s" d="%s" marker-end="url(#%s)"/>`, edgeClasses[e.Kind], e.path(at), edgeClasses[e.Kind])
	}
	for _, e := range s.edges {
		if e.Label != "" {
			d.line(`<text class="label" x="%s" y="%s">%s</text>`, number(at.x+e.label.x), number(at.y+e.label.y+labelSize/3), escape(graph.Short(e.Label)))
		}
	}
}

// edgeClasses are the classes of the edges, and the ids of their arrowheads.
var edgeClasses = map[graph.EdgeKind]string{graph.Next: "next", graph.Catch: "catch", graph.Loop: "loop"}

func (d *drawing) node(b *box, at point) {
	d.line(`<g class="%s">`, class(b.node))
	if words := kinds[b.node.Kind]; words != "" {
		d.line(`<title>%s</title>`, escape(strings.TrimSpace(words+" "+b.node.Name)))
	}
	d.line("%s", shape(b, at))
	if b.branches != nil {
		d.group(b, at)
	} else {
		for i, line := range b.node.Lines() {
			y := at.y + (float64(i)-float64(len(b.node.Lines())-1)/2)*lead + sizeOf(i)/3
			d.line(`<text%s x="%s" y="%s">%s</text>`, textClasses[min(i, 1)], number(at.x), number(y), escape(line))
		}
	}
	d.line("</g>")
}

var textClasses = [2]string{"", ` class="detail"`}

// group draws what a frame holds, with a frame for each branch where that tells what belongs together.
func (d *drawing) group(b *box, at point) {
	corner := point{at.x - b.width/2, at.y - b.height/2}
	d.line(`<text x="%s" y="%s">%s</text>`, number(at.x), number(corner.y+heading/2+nodeSize/3+3), escape(b.node.Lines()[0]))
	for _, branch := range b.branches {
		origin := point{corner.x + branch.origin.x, corner.y + branch.origin.y}
		if len(b.branches) > 1 && len(branch.scope.boxes) > 1 {
			d.line(`<rect class="branch" x="%s" y="%s" width="%s" height="%s" rx="4"/>`, number(origin.x-margin/2), number(origin.y-margin/2),
				number(branch.scope.width+margin), number(branch.scope.height+margin))
		}
		d.scope(branch.scope, origin)
	}
}

// number spells a length to a tenth of a pixel.
func number(f float64) string {
	s := strings.TrimSuffix(fmt.Sprintf("%.1f", f), ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// escape spells a text in XML; characters that XML does not allow become the replacement character.
func escape(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ")
