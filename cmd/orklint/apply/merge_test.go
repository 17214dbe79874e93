package apply

import (
	"slices"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

func edit(start, end int, text string) analysis.Edit {
	return analysis.Edit{File: "a.ork", Range: grammar.Range{Start: start, End: end}, NewText: text}
}

func TestFirst(t *testing.T) {
	safe, unsafe := analysis.Fix{Title: "safe", Safe: true}, analysis.Fix{Title: "unsafe"}
	for _, test := range []struct {
		fixes  []analysis.Fix
		unsafe bool
		want   string
	}{
		{nil, true, ""},
		{[]analysis.Fix{unsafe}, false, ""},
		{[]analysis.Fix{unsafe}, true, "unsafe"},
		{[]analysis.Fix{unsafe, safe}, false, "safe"},
		{[]analysis.Fix{unsafe, safe}, true, "unsafe"},
		{[]analysis.Fix{safe, unsafe}, true, "safe"},
	} {
		fix, ok := First(analysis.Diagnostic{Fixes: test.fixes}, test.unsafe)
		if fix.Title != test.want || ok != (test.want != "") {
			t.Errorf("First(%v, %v) = %q, %v; want %q", test.fixes, test.unsafe, fix.Title, ok, test.want)
		}
	}
}

func TestMerge(t *testing.T) {
	const text = "0123456789"
	for _, test := range []struct {
		name  string
		fixes [][]analysis.Edit
		took  []bool
		want  string
	}{
		{"apart", [][]analysis.Edit{{edit(6, 8, "b")}, {edit(1, 2, "a")}}, []bool{true, true}, "0a2345b89"},
		{"same place", [][]analysis.Edit{{edit(1, 3, "a")}, {edit(1, 3, "b")}}, []bool{true, false}, "0a3456789"},
		{"inside", [][]analysis.Edit{{edit(1, 8, "a")}, {edit(3, 4, "b")}}, []bool{true, false}, "0a89"},
		{"around", [][]analysis.Edit{{edit(3, 4, "b")}, {edit(1, 8, "a")}}, []bool{true, false}, "012b456789"},
		{"crossing", [][]analysis.Edit{{edit(3, 6, "b")}, {edit(5, 8, "a")}}, []bool{true, false}, "012b6789"},
		{"side by side", [][]analysis.Edit{{edit(3, 6, "b")}, {edit(6, 8, "a")}, {edit(1, 3, "c")}}, []bool{true, true, true}, "0cba89"},
		{"two insertions at one place", [][]analysis.Edit{{edit(4, 4, "a")}, {edit(4, 4, "b")}}, []bool{true, false}, "0123a456789"},
		{"insertion at a start", [][]analysis.Edit{{edit(4, 6, "a")}, {edit(4, 4, "b")}}, []bool{true, false}, "0123a6789"},
		{"insertion at an end", [][]analysis.Edit{{edit(4, 6, "a")}, {edit(6, 6, "b")}}, []bool{true, false}, "0123a6789"},
		{"replacement at an insertion", [][]analysis.Edit{{edit(4, 4, "a")}, {edit(2, 4, "b")}}, []bool{true, false}, "0123a456789"},
		{"all edits or none", [][]analysis.Edit{{edit(4, 5, "a")}, {edit(0, 1, "b"), edit(4, 5, "c")}, {edit(0, 1, "d")}}, []bool{true, false, true}, "d123a56789"},
		{"own insertions in order", [][]analysis.Edit{{edit(4, 4, "a"), edit(4, 4, "b"), edit(4, 4, "c")}}, []bool{true}, "0123abc456789"},
		{"ends of the text", [][]analysis.Edit{{edit(0, 0, "<")}, {edit(10, 10, ">")}}, []bool{true, true}, "<0123456789>"},
	} {
		edits, took := merged{}, []bool{}
		for _, fix := range test.fixes {
			took = append(took, edits.add(analysis.Fix{Edits: fix}))
		}
		got, err := edited(text, edits["a.ork"])
		if err != nil || got != test.want || !slices.Equal(took, test.took) {
			t.Errorf("%s: %q, took %v, %v; want %q, %v", test.name, got, took, err, test.want, test.took)
		}
	}
}

func TestFits(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []analysis.Edit
		want  bool
	}{
		{"whole text", []analysis.Edit{edit(0, 10, "")}, true},
		{"past the end", []analysis.Edit{edit(9, 11, "")}, false},
		{"behind the end", []analysis.Edit{edit(11, 11, "")}, false},
		{"before the start", []analysis.Edit{edit(-1, 2, "")}, false},
		{"back to front", []analysis.Edit{edit(5, 4, "")}, false},
		{"overlapping", []analysis.Edit{edit(5, 8, ""), edit(2, 6, "")}, false},
		{"not in order", []analysis.Edit{edit(5, 8, ""), edit(2, 5, "")}, true},
		{"twice the same deletion", []analysis.Edit{edit(5, 8, ""), edit(5, 8, "")}, false},
		{"insertion before a deletion", []analysis.Edit{edit(5, 8, ""), edit(5, 5, "x")}, true},
	} {
		if got := fits(test.edits, 10); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestFirstLeavesManualFixes(t *testing.T) {
	manual := analysis.Fix{Title: "ignore it", Manual: true}
	if _, ok := First(analysis.Diagnostic{Fixes: []analysis.Fix{manual}}, true); ok {
		t.Error("a fix that a person must choose is taken")
	}
	unsafe := analysis.Fix{Title: "capture errors"}
	if fix, ok := First(analysis.Diagnostic{Fixes: []analysis.Fix{manual, unsafe}}, true); !ok || fix.Title != unsafe.Title {
		t.Errorf("%q is taken, want %q", fix.Title, unsafe.Title)
	}
}
