package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/samples"
)

// edges are the edges of the sample of that name, one a line, those inside groups behind their group's.
func edges(t *testing.T, sample string) string {
	var b strings.Builder
	var write func(s *Scope)
	write = func(s *Scope) {
		for _, e := range s.Edges {
			arrow := map[EdgeKind]string{Next: "->", Catch: "~>", Loop: "=>"}[e.Kind]
			fmt.Fprintln(&b, strings.TrimSpace(strings.Join([]string{e.From.Name, arrow, e.To.Name, e.Label}, " ")))
		}
		for _, n := range s.Nodes {
			for _, inside := range n.Inside {
				write(inside)
			}
		}
	}
	for _, w := range samples.All() {
		if w.Name == sample {
			write(Of(w.Machine))
			return b.String()
		}
	}
	t.Fatalf("no sample is called %s", sample)
	return ""
}

func TestEdges(t *testing.T) {
	for sample, want := range map[string]string{
		"poll_job": `
-> submit
submit -> get_status
get_status -> done?
done? -> finished $.status == "SUCCEEDED"
done? -> wait until else
wait until => get_status
`,
		"retried": `
-> charge
charge -> ship
charge ~> refund CardDeclined
charge ~> unexpected
refund -> sorry
ship ->
`,
		"seed_tuple": `
-> x
x -> y
y -> parallelize_z_g
parallelize_z_g ->
z ~> z_failed
g ~> g_failed
`,
	} {
		if got := edges(t, sample); got != want[1:] {
			t.Errorf("%s: got\n%s", sample, got)
		}
	}
}

func TestCondition(t *testing.T) {
	is := func(variable string, o asl.Operator, v asl.Value) asl.ChoiceRule {
		return asl.ChoiceRule{Variable: variable, Operator: o, Operand: v}
	}
	negated := func(r asl.ChoiceRule) asl.ChoiceRule { return asl.ChoiceRule{Not: &r} }
	a, b := is("$.a", asl.StringEquals, asl.String("x")), is("$.b", asl.NumericLessThanEquals, asl.Number("1e2"))
	for _, c := range []struct {
		rule asl.ChoiceRule
		want string
	}{
		{a, `$.a == "x"`},
		{negated(a), `$.a != "x"`},
		{negated(b), `not ($.b <= 1e2)`},
		{asl.ChoiceRule{And: []asl.ChoiceRule{a, b}}, `$.a == "x" and $.b <= 1e2`},
		{asl.ChoiceRule{Or: []asl.ChoiceRule{a, {And: []asl.ChoiceRule{b, b}}}}, `$.a == "x" or ($.b <= 1e2 and $.b <= 1e2)`},
		{is("$.a", asl.TimestampGreaterThanPath, asl.String("$.b")), `$.a > $.b`},
		{is("$.a", asl.StringMatches, asl.String("x*")), `$.a matches "x*"`},
		{is("$.a", asl.IsNumeric, asl.Bool(true)), `$.a is number`},
		{is("$.a", asl.IsPresent, asl.Bool(false)), `$.a is not present`},
		{negated(is("$.a", asl.IsNull, asl.Bool(true))), `$.a is not null`},
		{asl.ChoiceRule{Condition: "{% $x > 1 %}"}, `{% $x > 1 %}`},
	} {
		if got := condition(c.rule); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
