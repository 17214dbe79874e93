package rules

import (
	"math"
	"strconv"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// atom is one test of a condition, or its opposite.
type atom struct {
	path    string  // that is tested; empty for what nothing is known of, as JSONata
	not     bool    // the opposite is meant
	kind    string  // of the value that it wants: string, number, boolean, null; present for any; other for anything else
	op      string  // ==, <, <=, >, >=; empty where only the kind is tested
	value   string  // that it is compared with, as it is written; of other, the whole test
	low     float64 // of a number: the values that it takes, from low to high
	high    float64
	without [2]bool // low or high itself is not one of them
}

// conjunction is tests that must all hold.
type conjunction []atom

// alternatives are the conjunctions of a condition of which one must hold.
func alternatives(c *grammar.Cond) (all []conjunction) {
	for _, and := range c.Or {
		var atoms conjunction
		for _, n := range and.Terms {
			atoms = append(atoms, atomsOf(n)...)
		}
		all = append(all, atoms)
	}
	return all
}

// atomsOf are the tests of a term; of one in parentheses that is more than a conjunction, one of which nothing is known.
func atomsOf(n *grammar.Not) []atom {
	not := len(n.Nots)%2 == 1
	switch {
	case n.Test != nil:
		a := atomOf(n.Test)
		a.not = a.not != not
		return []atom{a}
	case n.Cond != nil && !not:
		if inner := alternatives(n.Cond); len(inner) == 1 {
			return inner[0]
		}
	case n.Cond != nil && len(n.Cond.Or) == 1 && len(n.Cond.Or[0].Terms) == 1:
		if inner := atomsOf(n.Cond.Or[0].Terms[0]); len(inner) == 1 {
			inner[0].not = !inner[0].not
			return inner
		}
	}
	return []atom{{kind: "other", value: opaque(n), not: not}}
}

// opaque is the text by which a term of which nothing is known is the same as another.
func opaque(n *grammar.Not) string {
	if n.Jsonata != "" {
		return strings.Join(strings.Fields(n.Jsonata), " ")
	}
	return "at " + strconv.Itoa(n.Span().Start) // like no other
}

func atomOf(t *grammar.Test) (a atom) {
	a = atom{path: t.Path.Text}
	switch {
	case t.Is != nil:
		a.kind, a.not = t.Is.Kind, t.Is.Not
	case t.Matches != nil:
		a.kind, a.op, a.value = "string", "matches", t.Matches.Quoted
	case t.Operand == nil:
		a.kind, a.op = "other", t.Op
	default:
		a.compare(t.Op, t.Operand)
	}
	if a.kind == "timestamp" {
		a.kind, a.op, a.value = "other", "is", "timestamp"
	}
	return a
}

func (a *atom) compare(op string, o *grammar.Operand) {
	if op == "!=" {
		op, a.not = "==", true
	}
	a.op = op
	switch {
	case o.String != nil:
		a.kind, a.value = "string", o.String.Quoted
	case o.True, o.False:
		a.kind, a.value = "boolean", strconv.FormatBool(o.True)
	case o.Number != "":
		n, err := strconv.ParseFloat(o.Number, 64)
		if err != nil {
			a.kind, a.value = "other", o.Number
			return
		}
		a.kind, a.value = "number", strconv.FormatFloat(n, 'g', -1, 64)
		a.low, a.high, a.without = interval(op, n)
	case o.Timestamp != nil:
		a.kind, a.value = "other", "timestamp "+o.Timestamp.Quoted
	case o.Path != nil:
		a.kind, a.value = "other", o.Path.Text+" as "+o.As
	}
}

// interval is which numbers a comparison takes.
func interval(op string, n float64) (low, high float64, without [2]bool) {
	switch op {
	case "<":
		return math.Inf(-1), n, [2]bool{false, true}
	case "<=":
		return math.Inf(-1), n, [2]bool{}
	case ">":
		return n, math.Inf(1), [2]bool{true, false}
	case ">=":
		return n, math.Inf(1), [2]bool{}
	}
	return n, n, [2]bool{}
}

// within tells whether all numbers that a takes are taken by b.
func (a atom) within(b atom) bool {
	low := a.low > b.low || a.low == b.low && (!b.without[0] || a.without[0])
	high := a.high < b.high || a.high == b.high && (!b.without[1] || a.without[1])
	return low && high
}

// apart tells whether no number is taken by both.
func (a atom) apart(b atom) bool {
	below := func(x, y atom) bool { return x.high < y.low || x.high == y.low && (x.without[1] || y.without[0]) }
	return below(a, b) || below(b, a)
}

// same tells whether two tests are the same, whatever their signs.
func (a atom) same(b atom) bool {
	return a.path == b.path && a.kind == b.kind && a.op == b.op && a.value == b.value
}

func (a atom) opposite() atom {
	a.not = !a.not
	return a
}

// implies tells whether b holds wherever a does.
func (a atom) implies(b atom) bool {
	switch {
	case a.same(b):
		return a.not == b.not
	case a.path != b.path || a.path == "" || a.not:
		return false
	case b.not:
		return a.excludes(b.opposite())
	case a.kind == "other":
		return false
	case b.kind == "present":
		return true
	case b.op == "":
		return a.kind == b.kind
	}
	return a.kind == "number" && b.kind == "number" && a.op != "" && a.within(b)
}

// excludes tells whether a and b never hold both.
func (a atom) excludes(b atom) bool {
	switch {
	case a.same(b):
		return a.not != b.not
	case a.path != b.path || a.path == "" || a.kind == "other" || b.kind == "other" || a.not && b.not:
		return false
	case a.not:
		return b.implies(a.opposite())
	case b.not:
		return a.implies(b.opposite())
	case a.kind == "present" || b.kind == "present":
		return false
	case a.kind != b.kind:
		return true
	case a.op == "" || b.op == "":
		return false
	case a.kind == "number":
		return a.apart(b)
	}
	return a.op == "==" && b.op == "=="
}

// implies tells whether another conjunction holds wherever this one does.
func (c conjunction) implies(other conjunction) bool {
	for _, wanted := range other {
		found := false
		for _, a := range c {
			found = found || a.implies(wanted)
		}
		if !found {
			return false
		}
	}
	return true
}

// clash returns two tests of the conjunction that never hold both.
func (c conjunction) clash() (i, j int, ok bool) {
	const many = 32 // nobody writes more, and each is compared with each
	for i := range min(len(c), many) {
		for j := range i {
			if c[i].excludes(c[j]) {
				return j, i, true
			}
		}
	}
	return 0, 0, false
}
