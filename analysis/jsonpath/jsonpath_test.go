package jsonpath

import (
	"fmt"
	"strings"
	"testing"
)

func TestGoodPaths(t *testing.T) {
	for _, c := range []struct {
		text string
		want Path
	}{
		{"$", Path{}},
		{"$.a.b_c", Path{}},
		{"$.detail-type", Path{}},
		{"$.größe", Path{}},
		{"$['a b']['c']", Path{}},
		{`$["it's"]`, Path{}},
		{"$.a[0][12]", Path{}},
		{"$[ 0 ]", Path{}},
		{"$$", Path{Context: true}},
		{"$$.Execution.Id", Path{Context: true}},
		{"$$.Map.Item.Value['x']", Path{Context: true}},
		{"$total", Path{Variable: "total"}},
		{"$total.a[1]", Path{Variable: "total"}},
		{"$..id", Path{Many: ".."}},
		{"$..*", Path{Many: ".."}},
		{"$..['id']", Path{Many: ".."}},
		{"$.*", Path{Many: "*"}},
		{"$.a[*].b", Path{Many: "*"}},
		{"$.a[-1]", Path{Many: "an index from the end"}},
		{"$.a[0,2]", Path{Many: "several indices"}},
		{"$['a','b']", Path{Many: "several names"}},
		{"$.a[1:3]", Path{Many: "a slice"}},
		{"$.a[:2]", Path{Many: "a slice"}},
		{"$.a[-2:]", Path{Many: "an index from the end"}},
		{"$.a[::2]", Path{Many: "a slice"}},
		{"$.a[(@.length-1)]", Path{Many: "a computed index"}},
		{"$.a[?(@.n > 3)]", Path{Many: "a filter"}},
		{"$.a[?(@.n > 3.5 && @.name == 'x' || !@.gone)].b", Path{Many: "a filter"}},
		{"$.a[?(@['n'] != $.limit)]", Path{Many: "a filter"}},
		{"$.a[?((@.n <= -3) && (@.m =~ /x.*/i))]", Path{Many: "a filter"}},
		{"$.a[?(@.n in ['x', 'y'])]", Path{Many: "a filter"}},
		{"$.a[?(@.n)]", Path{Many: "a filter"}},
		{"$.a[?(@ == null)]", Path{Many: "a filter"}},
	} {
		if got, err := Parse(c.text); err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", c.text, got, err)
		}
	}
}

// TestBadPaths: what is wrong is named, and marked below with ^; a single ^ behind the text, or in front of what follows,
// is where something is missing.
func TestBadPaths(t *testing.T) {
	for _, c := range []struct{ text, mark, message string }{
		{"a.b", "^^^", "begins with $"},
		{"", "", "begins with $"},
		{"$.", " ^", "a name is missing"},
		{"$.a..", "   ^^", "a name is missing"},
		{"$.a.[0]", "   ^", "a name is missing"},
		{"$.a[]", "   ^^", "between [ and ]"},
		{"$.a[0", "     ^", "] is missing"},
		{"$.a[b]", "    ^^", "a name in quotes"},
		{"$.a['b]", "    ^^^", "quote that ends"},
		{"$.a['b',]", "        ^", "a name in quotes is missing"},
		{"$.a[0,]", "      ^", "an index is missing"},
		{"$.a b", "   ^^", `in front of " b"`},
		{"$.a)", "   ^", "the path ends"},
		{"$order-id.x", " ^^^^^^^^", "the name of a variable"},
		{"$.a[?@.n > 3]", "     ^", "in parentheses"},
		{"$.a[?(@.n = 3)]", "          ^", "=="},
		{"$.a[?(@.n > 3]", "             ^", ") is missing"},
		{"$.a[?()]", "      ^", "a filter compares"},
		{"$.a[?(n > 3)]", "      ^", "n is neither"},
		{"$.a[?(@.n > )]", "            ^", "a filter compares"},
		{"$.a[?(@.n > 3.)]", "             ^", "digits"},
		{"$.a[?(@.n > 'x)]", "            ^^^^", "quote"},
		{"$.a[(@.length)]", "    ^^^^^^^^^^", "computed"},
		{"$.a[(@", "    ^^", ") is missing"},
		{"$.a[?(@.n =~ /x)]", "             ^^^^", "regular expression"},
		{"$.a[?(@.n in ['x')]", "                 ^", "closes the list"},
		{"$$$.a", "  ^^^", "the path ends"},
	} {
		_, err := Parse(c.text)
		if err == nil {
			t.Errorf("%q is no path", c.text)
			continue
		}
		mark := strings.Repeat(" ", err.Start) + strings.Repeat("^", max(1, err.End-err.Start))
		if c.text == "" {
			mark = ""
		}
		if mark != c.mark || !strings.Contains(err.Message, c.message) {
			t.Errorf("\n%s\n%s %s\nwant\n%s %s", c.text, mark, err.Message, c.mark, c.message)
		}
	}
}

func TestNesting(t *testing.T) {
	for _, n := range []int{10, 100000} {
		_, err := Parse("$[?" + strings.Repeat("(", n) + "@" + strings.Repeat(")", n) + "]")
		if (err == nil) != (n < deepest) {
			t.Errorf("%d parentheses: %v", n, err)
		}
		if _, err := Parse("$" + strings.Repeat("[?(@", n) + strings.Repeat(")]", n)); (err == nil) != (n < deepest) {
			t.Errorf("%d filters: %v", n, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"$.a[?(@.n > 3 && @.m in ['x'])]", "$$['a',\"b\"][1:2]..*", "$x.y[(@.length-1)]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Parse(text); err != nil && (err.Start < 0 || err.End < err.Start || err.End > len(text) || err.Message == "") {
			t.Error(fmt.Sprintf("%q: %+v", text, err))
		}
	})
}
