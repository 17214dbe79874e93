package intrinsic

import (
	"slices"
	"strings"
	"testing"
)

func TestTableIsWhole(t *testing.T) {
	all := All()
	if len(all) != 18 {
		t.Errorf("%d functions, and Step Functions has 18", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b Function) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("not sorted")
	}
	for _, f := range all {
		if !strings.HasPrefix(f.Name, "States.") || f.Doc == "" || strings.HasSuffix(f.Doc, ".") || f.Max >= 0 && f.Max < f.Min {
			t.Errorf("%+v", f)
		}
	}
}

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		name  string
		takes []int
		not   []int
		words string
	}{
		{"States.UUID", []int{0}, []int{1}, "0 arguments"},
		{"States.Format", []int{1, 2, 99}, []int{0}, "1 or more arguments"},
		{"States.MathRandom", []int{2, 3}, []int{1, 4}, "2 to 3 arguments"},
		{"States.Base64Encode", []int{1}, []int{0, 2}, "1 argument"},
	} {
		f := Lookup(c.name)
		if f == nil {
			t.Fatalf("no %s", c.name)
		}
		for _, n := range c.takes {
			if !f.Takes(n) {
				t.Errorf("%s does not take %d", c.name, n)
			}
		}
		for _, n := range c.not {
			if f.Takes(n) {
				t.Errorf("%s takes %d", c.name, n)
			}
		}
		if f.Arguments() != c.words {
			t.Errorf("%s: %s", c.name, f.Arguments())
		}
	}
	if Lookup("States.Nothing") != nil {
		t.Error("States.Nothing is known")
	}
}
