package jsonata

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestVerdicts: what npm jsonata 2.0.5 takes is taken, and what it refuses is refused, but for what it finds out only
// when it knows the whole tree.
func TestVerdicts(t *testing.T) {
	data, err := os.ReadFile("testdata/verdicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	n, lenient := 0, 0
	for line := range strings.Lines(string(data)) {
		var text string
		if err := json.Unmarshal([]byte(line[3:]), &text); err != nil {
			t.Fatal(err)
		}
		_, wrong := parse(text)
		n++
		switch good := line[:2] == "ok"; {
		case good && wrong != nil:
			t.Errorf("%s: %+v, but it is good", text, wrong)
		case !good && wrong == nil:
			lenient++
			t.Logf("%s is taken", text)
		}
	}
	if n < 700 || lenient > 10 {
		t.Errorf("of %d expressions %d are taken that are wrong", n, lenient)
	}
}

// TestMistakes: what is wrong is named, and marked below with ^; a single ^ is also where something is missing.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, mark, message string }{
		{"$x +", "    ^", "something is missing at the end"},
		{"$sum($x", "       ^", ") is missing at the end"},
		{"$x $y", "   ^^", `the expression ends in front of "$y"`},
		{"[1, 2", "     ^", "] is missing"},
		{"{1}", "  ^", ": is missing"},
		{"{'a: 1}", " ^^^^^^", "the quote is missing"},
		{`"\d"`, ` ^^`, "a backslash"},
		{"a := 1", "^^", "in front of := stands a variable"},
		{"$x@y.z", "   ^", "behind @ stands a variable"},
		{"function(x) { x }", "         ^", "the parameters of a function"},
		{"function($x) $x", "             ^^", "{ is missing"},
		{"$x ~> /a", "      ^^", "the / is missing"},
		{"/* x", "^^^^", "the */ is missing"},
		{"= 3", "^", `something is missing in front of "="`},
		{"$x{a: b}{c: d}", "        ^", "grouped once"},
		{"1e999", "^^^^^", "too large"},
		{"`a", "^^", "the backtick"},
		{"", "^", "something is missing"},
	} {
		_, err := Parse(c.text)
		if err == nil {
			t.Errorf("%s is no expression", c.text)
			continue
		}
		mark := strings.Repeat(" ", err.Start) + strings.Repeat("^", max(1, err.End-err.Start))
		if mark != c.mark || !strings.Contains(err.Message, c.message) {
			t.Errorf("\n%s\n%s %s\nwant\n%s %s", c.text, mark, err.Message, c.mark, c.message)
		}
	}
}

// TestReads: what an expression reads, each with its place in the text.
func TestReads(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1 + 2 & 'x'", "constant"},
		{"$states.input.a", "$states.input!"},
		{"$sum($x.items.(price * $rate))", "$sum()! $x.items! $rate"},
		{"orders[total > 1].id", "bare:orders"},
		{"$.a + $$.b", "$.a! $$.b!"},
		{"( $a := $x; $a + 1 )", "$x! $a! bound:a"},
		{"$map($x, function($v, $i) { $v.a & $i & $n })", "$map()! $x! $v.a $i $n bound:i bound:v"},
		{"$x.loans@$l.books#$b[$l.isbn = isbn]", "$x.loans! $l.isbn bound:b bound:l"},
		{"$x^(>total)", "$x!"},
		{"{'a': b}", "bare:b"},
		{"*.a", "bare:*"},
		{"function($x) { $x }", "$x bound:x"},
	} {
		e, err := Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		var got []string
		if e.Constant {
			got = append(got, "constant")
		}
		for _, v := range e.Variables {
			if c.text[v.Start:v.End] != "$"+v.Name {
				t.Errorf("%s: %s is said to stand at %q", c.text, v.Name, c.text[v.Start:v.End])
			}
			text := "$" + v.Name
			if v.Field.Name != "" {
				text += "." + v.Field.Name
			}
			if v.Called {
				text += "()"
			}
			if v.TopLevel {
				text += "!"
			}
			got = append(got, text)
		}
		for _, f := range e.Bare {
			got = append(got, "bare:"+f.Name)
		}
		for _, name := range slices.Sorted(maps.Keys(e.Bound)) {
			got = append(got, "bound:"+name)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s reads %s, not %s", c.text, text, c.want)
		}
	}
}

func TestNesting(t *testing.T) {
	for _, brackets := range []string{"()", "[]", "-"} {
		text := strings.Repeat(brackets[:1], 1000000) + "1" + strings.Repeat(brackets[1:], 1000000)
		if _, err := parse(text); err == nil || !strings.Contains(err.Message, "too deep") {
			t.Errorf("a million %s: %v", brackets, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/seeds.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f.Add(strings.TrimSuffix(line, "\n"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := parse(text)
		if (e == nil) == (err == nil) {
			t.Fatalf("%q: %v, %v", text, e, err)
		}
		if err != nil && (err.Start < 0 || err.End < err.Start || err.End > len(text) || err.Message == "") {
			t.Fatalf("%q: %+v", text, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		parse("$map($states.input.items, function($v, $i) { $v.name & \"-\" & $string($i) })")
	}
}

// TestFunctions: there are the 63 functions that npm jsonata binds, $eval and its inner $clone left out, and 5 of Step
func TestFunctions(t *testing.T) {
	names := Functions()
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != len(Functions()) || n != 63+5 {
		t.Errorf("%d functions, %d names", len(Functions()), n)
	}
}
