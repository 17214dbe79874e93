package rules_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/grammar"
)

// TestRegrouping draws random orders edge by edge. Where no N is in what hangs together, each fix of fan-out writes
// a program that parses, has every step and comment once, and runs each step after exactly those that it ran after
// before; where one is, the message names an edge that was drawn.
func TestRegrouping(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	regrouped, inTheWay, named := 0, 0, 0
	for range 2000 {
		drawn := draw(random)
		for _, d := range lintText(drawn.text, "fan-out") {
			if len(d.Fixes) == 0 {
				inTheWay++
				if drawn.checkInTheWay(t, d) {
					named++
				}
				continue
			}
			regrouped++
			for _, fix := range d.Fixes {
				drawn.checkRegrouped(t, d, fix)
			}
		}
	}
	if regrouped < 500 || inTheWay < 200 || named < inTheWay/2 {
		t.Errorf("%d orders were regrouped, and of %d that could not be %d have an edge in the way", regrouped, inTheWay, named)
	}
}

// drawing is an order of steps and a program that draws it edge by edge.
type drawing struct {
	steps  int
	before [][]bool // whether the first step runs before the second
	near   []int    // which steps hang together
	text   string
}

// draw returns a random order of a few steps: often a series-parallel one, with an edge more or less.
func draw(random *rand.Rand) drawing {
	n := 3 + random.IntN(6)
	order := random.Perm(n)
	var edges [][2]int
	if random.IntN(3) > 0 {
		edges = seriesParallel(random, order, random.IntN(2) == 0)
		if len(edges) > 0 && random.IntN(3) == 0 {
			edges = slices.Delete(edges, 0, 1)
		}
	}
	for len(edges) < n-1 {
		i, j := random.IntN(n), random.IntN(n)
		if i != j {
			edges = append(edges, [2]int{order[min(i, j)], order[max(i, j)]})
		}
	}
	d := drawing{steps: n, before: closureOf(n, edges), near: hanging(n, edges)}
	d.text = write(random, n, edges)
	return d
}

// seriesParallel returns the edges of a random order of steps that groups can say, with some that others imply.
func seriesParallel(random *rand.Rand, steps []int, series bool) (edges [][2]int) {
	if len(steps) < 2 {
		return nil
	}
	cut := 1 + random.IntN(len(steps)-1)
	a, b := steps[:cut], steps[cut:]
	edges = append(seriesParallel(random, a, !series), seriesParallel(random, b, !series)...)
	if series {
		for _, u := range a {
			for _, v := range b {
				edges = append(edges, [2]int{u, v})
			}
		}
	}
	return edges
}

// write writes edges as chains in a random order, some of several edges, with comments and blocks.
func write(random *rand.Rand, n int, edges [][2]int) string {
	var b strings.Builder
	for step := range n {
		fmt.Fprintf(&b, "task s%d\n", step)
	}
	b.WriteString("workflow w {\n")
	edges = slices.Clone(edges)
	random.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
	written := make([]bool, n)
	note := 0
	step := func(s int) string {
		text := fmt.Sprintf("s%d", s)
		if !written[s] && random.IntN(4) == 0 {
			text += [...]string{" { retry * }", " {\n        # note@\n        retry *\n    }"}[random.IntN(2)]
		}
		written[s] = true
		return text
	}
	comment := func(layout string) string {
		if random.IntN(4) > 0 {
			return ""
		}
		return layout
	}
	for len(edges) > 0 {
		e := edges[0]
		edges = edges[1:]
		b.WriteString(comment("    # note@\n") + "    " + step(e[0]) + comment("  # note@\n       ") + " >> " + step(e[1]))
		for random.IntN(2) == 0 { // go on from where it led
			i := slices.IndexFunc(edges, func(next [2]int) bool { return next[0] == e[1] })
			if i < 0 {
				break
			}
			e = edges[i]
			edges = slices.Delete(edges, i, i+1)
			b.WriteString(comment("\n        # note@\n       ") + " >> " + step(e[1]))
		}
		b.WriteString(comment("  # note@") + "\n" + comment("\n"))
	}
	b.WriteString("}\n")
	var numbered strings.Builder
	for i, part := range strings.Split(b.String(), "@") {
		if i > 0 {
			fmt.Fprintf(&numbered, "%d.", note)
			note++
		}
		numbered.WriteString(part)
	}
	return numbered.String()
}

func lintText(text, rule string) []analysis.Diagnostic {
	file, _ := grammar.Parse(text)
	return analysis.Run([]*analysis.Rule{rules.Named(rule)}, flow.Resolve("main.ork", file, nil), nil)
}

// checkInTheWay checks that what cannot be regrouped holds an N, and that the message names an edge that was drawn, where
// it names one.
func (d drawing) checkInTheWay(t *testing.T, found analysis.Diagnostic) (named bool) {
	t.Helper()
	if !holdsN(d.before, d.near, d.near[d.stepAt(found)]) {
		t.Fatalf("%s\ncan be said with groups, but is reported as:\n%s", d.text, found.Message)
	}
	_, edge, ok := strings.Cut(found.Message, ", for ")
	if !ok {
		return false // no single edge is in the way
	}
	var from, to int
	if _, err := fmt.Sscanf(edge, "s%d >> s%d is in the way", &from, &to); err != nil || !d.before[from][to] {
		t.Fatalf("%s\nhas no edge such as this:\n%s", d.text, found.Message)
	}
	return true
}

func (d drawing) stepAt(found analysis.Diagnostic) (step int) {
	if _, err := fmt.Sscanf(d.text[found.Range.Start:found.Range.End], "s%d", &step); err != nil {
		panic(err)
	}
	return step
}

// checkRegrouped checks that a fix keeps steps, comments and order, and leaves nothing to report.
func (d drawing) checkRegrouped(t *testing.T, found analysis.Diagnostic, fix analysis.Fix) {
	t.Helper()
	after, _ := project{"main.ork": d.text}.fixed(t, fix)
	text := after["main.ork"]
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf("%s\nbecomes, as %s,\n%s\n%s", d.text, fix.Title, text, fmt.Sprintf(format, args...))
	}
	file, problems := grammar.Parse(text)
	if len(problems) > 0 {
		fail("which does not parse: %s", problems[0].Message)
	}
	if left := lintText(text, "fan-out"); len(left) != len(lintText(d.text, "fan-out"))-1 {
		fail("which still has fan-out: %v", left)
	}
	for note := range strings.Count(d.text, "# note") {
		if words := fmt.Sprintf("# note%d.", note); strings.Count(text, words) != 1 {
			fail("which has %q %d times", words, strings.Count(text, words))
		}
	}
	if strings.Count(text, "retry") != strings.Count(d.text, "retry") {
		fail("which has other blocks")
	}
	w := flow.Resolve("main.ork", file, nil).Workflows[0]
	mess := d.near[d.stepAt(found)]
	got := orderOf(d.steps, w)
	for u := range d.steps {
		for v := range d.steps {
			if d.near[u] == mess && d.near[v] == mess && got[u][v] != d.before[u][v] {
				fail("in which s%d runs before s%d: %v", u, v, got[u][v])
			}
		}
	}
}

// orderOf tells whether one step runs before another.
func orderOf(n int, w *flow.Workflow) [][]bool {
	before := make([][]bool, n)
	for i := range before {
		before[i] = make([]bool, n)
	}
	var steps func(s *flow.State) []int
	var scope func(s *flow.Scope) []int
	steps = func(s *flow.State) (all []int) {
		var step int
		if _, err := fmt.Sscanf(s.Name, "s%d", &step); err == nil && s.Kind == flow.TaskState {
			return []int{step}
		}
		for _, b := range s.Branches {
			all = append(all, scope(b)...)
		}
		return all
	}
	scope = func(s *flow.Scope) (all []int) {
		inside := map[*flow.State][]int{}
		for _, state := range s.States {
			inside[state] = steps(state)
			all = append(all, inside[state]...)
		}
		var edges [][2]int
		for _, state := range s.States {
			for _, e := range state.Out {
				if e.To == nil {
					continue
				}
				for _, u := range inside[state] {
					for _, v := range inside[e.To] {
						edges = append(edges, [2]int{u, v})
					}
				}
			}
		}
		for u, row := range closureOf(n, edges) {
			for v, is := range row {
				before[u][v] = before[u][v] || is
			}
		}
		return all
	}
	scope(w.Scope)
	return before
}

func closureOf(n int, edges [][2]int) [][]bool {
	before := make([][]bool, n)
	for u := range before {
		before[u] = make([]bool, n)
	}
	for _, e := range edges {
		before[e[0]][e[1]] = true
	}
	for k := range n {
		for u := range n {
			for v := range n {
				before[u][v] = before[u][v] || before[u][k] && before[k][v]
			}
		}
	}
	return before
}

// hanging numbers the steps by what hangs together.
func hanging(n int, edges [][2]int) []int {
	near := make([]int, n)
	for i := range near {
		near[i] = i
	}
	for range n {
		for _, e := range edges {
			least := min(near[e[0]], near[e[1]])
			near[e[0]], near[e[1]] = least, least
		}
	}
	return near
}

// holdsN tells whether four of the steps that hang together form an N: a and b before c, b before d, and nothing else.
func holdsN(before [][]bool, near []int, mess int) bool {
	apart := func(u, v int) bool { return u != v && !before[u][v] && !before[v][u] }
	for a := range before {
		for b := range before {
			for c := range before {
				for d := range before {
					if near[a] == mess && before[a][c] && before[b][c] && before[b][d] && apart(a, b) && apart(c, d) && apart(a, d) {
						return true
					}
				}
			}
		}
	}
	return false
}
