package svg

import (
	"testing"

	"github.com/orkls/orkls/compiler/graph"
	"github.com/orkls/orkls/compiler/internal/samples"
)

// TestLayout holds that boxes do not overlap, that what stands in a group stands inside its frame, that texts fit, and
// that edges lead from border to border.
func TestLayout(t *testing.T) {
	for _, w := range samples.All() {
		s, err := lay(graph.Of(w.Machine))
		if err != nil {
			t.Errorf("%s: %v", w.Name, err)
			continue
		}
		check(t, w.Name, s)
	}
}

func check(t *testing.T, name string, s *scope) {
	for i, b := range s.boxes {
		for _, other := range s.boxes[i+1:] {
			if abs(b.center.x-other.center.x) < (b.width+other.width)/2 && abs(b.center.y-other.center.y) < (b.height+other.height)/2 {
				t.Errorf("%s: %q and %q overlap", name, b.node.Name, other.node.Name)
			}
		}
		if left, top := b.center.x-b.width/2, b.center.y-b.height/2; left < -0.01 || top < -0.01 || left+b.width > s.width+0.01 || top+b.height > s.height+0.01 {
			t.Errorf("%s: %q is not inside", name, b.node.Name)
		}
		for j, line := range b.node.Lines() {
			if width(line, sizeOf(j)) > b.width {
				t.Errorf("%s: %q is wider than its box", name, line)
			}
		}
		for _, branch := range b.branches {
			if branch.origin.x < 0 || branch.origin.x+branch.scope.width > b.width || branch.origin.y < heading || branch.origin.y+branch.scope.height > b.height {
				t.Errorf("%s: what stands in %q is not inside", name, b.node.Name)
			}
			check(t, name, branch.scope)
		}
	}
	for _, e := range s.edges {
		for _, end := range []struct {
			b *box
			p point
		}{{e.from, e.way[0]}, {e.to, e.way[len(e.way)-1]}} {
			dx, dy := abs(end.p.x-end.b.center.x)-end.b.width/2, abs(end.p.y-end.b.center.y)-end.b.height/2
			if max(dx, dy) > 0.5 || max(dx, dy) < -0.5 {
				t.Errorf("%s: an edge misses %q by %.1f, %.1f", name, end.b.node.Name, dx, dy)
			}
		}
	}
}

func abs(f float64) float64 { return max(f, -f) }
