package seriesparallel_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/analysis/seriesparallel"
)

type edge = seriesparallel.Edge

func TestDecompose(t *testing.T) {
	for _, test := range []struct {
		name, edges, want string
	}{
		{"one node", "a", "a"},
		{"a chain", "ab bc", "a>b>c"},
		{"fan-out", "ab bc bd", "a>b>[c,d]"},
		{"a tail moves into its branch", "ab bc cd be", "a>b>[c>d,e]"},
		{"diamond", "ab bd ac cd", "a>[b,c]>d"},
		{"diamond with tails", "ab bc cd ae ed", "a>[b>c,e]>d"},
		{"implied edges", "ab bc ac ad cd", "a>b>c>d"},
		{"two starts", "ac bc cd", "[a,b]>c>d"},
		{"all before all", "ac ad bc bd", "[a,b]>[c,d]"},
		{"nested", "ab ac bd be df ef fg cg", "a>[b>[d,e]>f,c]>g"},
		{"apart", "ab cd", "[a>b,c>d]"},
		{"N", "ac bc bd", ""},
		{"N by a path", "ac bx xc bd", ""},
		{"bridge", "ab ac be cd bd", ""},
		{"circle", "ab ba", ""},
		{"itself", "aa", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			n, edges := read(test.edges)
			if got := write(decompose(t, n, edges)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if tree, _ := seriesparallel.Decompose(0, nil); tree != nil {
		t.Error("nothing has a tree")
	}
}

// decompose returns the tree. Where there is none for another reason than a circle, edges must be in the way.
func decompose(t *testing.T, n int, edges []edge) *seriesparallel.Tree {
	t.Helper()
	tree, inTheWay := seriesparallel.Decompose(n, edges)
	for _, e := range inTheWay {
		if !slices.Contains(edges, e) {
			t.Errorf("%v: %v is in the way, but is no edge", edges, e)
		}
	}
	before := closure(n, edges)
	circular := slices.ContainsFunc(edges, func(e edge) bool { return before[e.To][e.From] })
	if (tree == nil && !circular) != (len(inTheWay) > 0) {
		t.Errorf("%v: got %q, with %v in the way", edges, write(tree), inTheWay)
	}
	return tree
}

// read returns the nodes and edges of a text such as "ab bc"; letters are nodes.
func read(text string) (n int, edges []edge) {
	for _, word := range strings.Fields(text) {
		for _, r := range word {
			n = max(n, number(r)+1)
		}
		if len(word) == 2 {
			edges = append(edges, edge{From: number(rune(word[0])), To: number(rune(word[1]))})
		}
	}
	return n, edges
}

func number(r rune) int {
	if r == 'x' {
		return 4
	}
	return int(r - 'a')
}

func write(t *seriesparallel.Tree) string {
	if t == nil {
		return ""
	}
	var parts []string
	for _, p := range t.Parts {
		parts = append(parts, write(p))
	}
	switch t.Kind {
	case seriesparallel.Series:
		return strings.Join(parts, ">")
	case seriesparallel.Parallel:
		return "[" + strings.Join(parts, ",") + "]"
	}
	return string(rune('a' + t.Node))
}

// TestRandom decomposes random orders: a tree comes out exactly where no N is in the order, and its order is
// that of the edges.
func TestRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	trees := 0
	for range 50000 {
		n := 1 + random.IntN(7)
		var edges []edge
		for u := range n {
			for v := u + 1; v < n; v++ {
				if random.IntN(n) < 2 {
					edges = append(edges, edge{From: u, To: v})
				}
			}
		}
		names := random.Perm(n) // so that the order of the numbers says nothing
		for i, e := range edges {
			edges[i] = edge{From: names[e.From], To: names[e.To]}
		}
		before := closure(n, edges)
		tree := decompose(t, n, edges)
		if (tree != nil) == hasN(before) {
			t.Fatalf("%v: got %q, with an N in it: %v", edges, write(tree), hasN(before))
		}
		if tree == nil {
			continue
		}
		trees++
		if got := closure(n, edgesOf(tree)); fmt.Sprint(got) != fmt.Sprint(before) {
			t.Fatalf("%v: %s has another order", edges, write(tree))
		}
	}
	if trees < 5000 {
		t.Errorf("only %d orders have a tree; this tests nothing", trees)
	}
}

// closure tells for each two nodes whether the first comes before the second.
func closure(n int, edges []edge) [][]bool {
	before := make([][]bool, n)
	for u := range before {
		before[u] = make([]bool, n)
	}
	for _, e := range edges {
		before[e.From][e.To] = true
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

// hasN tells whether four nodes form an N: a and b before c, b before d, and nothing else.
func hasN(before [][]bool) bool {
	apart := func(u, v int) bool { return u != v && !before[u][v] && !before[v][u] }
	for a := range before {
		for b := range before {
			for c := range before {
				for d := range before {
					if before[a][c] && before[b][c] && before[b][d] && apart(a, b) && apart(c, d) && apart(a, d) {
						return true
					}
				}
			}
		}
	}
	return false
}

// edgesOf returns the order of a tree, as edges from each node to each that comes behind it.
func edgesOf(t *seriesparallel.Tree) (edges []edge) {
	for i, part := range t.Parts {
		edges = append(edges, edgesOf(part)...)
		if t.Kind != seriesparallel.Series {
			continue
		}
		for _, behind := range t.Parts[i+1:] {
			for _, u := range nodesOf(part) {
				for _, v := range nodesOf(behind) {
					edges = append(edges, edge{From: u, To: v})
				}
			}
		}
	}
	return edges
}

func nodesOf(t *seriesparallel.Tree) (nodes []int) {
	if t.Kind == seriesparallel.Leaf {
		return []int{t.Node}
	}
	for _, part := range t.Parts {
		nodes = append(nodes, nodesOf(part)...)
	}
	return nodes
}

// TestLarge decomposes orders of many nodes in about the time that reading them takes.
func TestLarge(t *testing.T) {
	const n = 100000
	var chain, star, ladder []edge
	for i := range n - 1 {
		chain = append(chain, edge{From: i, To: i + 1})
		star = append(star, edge{From: 0, To: i + 1})
	}
	for i := 0; i+3 < n; i += 3 {
		ladder = append(ladder, edge{From: i, To: i + 1}, edge{From: i, To: i + 2}, edge{From: i + 1, To: i + 3}, edge{From: i + 2, To: i + 3})
	}
	for name, edges := range map[string][]edge{"chain": chain, "star": star, "ladder": ladder} {
		start := time.Now()
		if tree, _ := seriesparallel.Decompose(n, edges); tree == nil {
			t.Errorf("%s: no tree", name)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}
