// Package apply carries out the fixes of diagnostics: it merges those that go together, repeats until nothing
// changes, shows the result as a diff, and replaces files so that each is at any moment the old or the new one, whole.
package apply

import (
	"cmp"
	"slices"

	"github.com/aymanbagabas/go-udiff"

	"github.com/orkls/orkls/analysis"
)

// First returns the fix to take for a diagnostic: the best safe one, or with unsafe, the best one. What a person
// must choose is never taken.
func First(d analysis.Diagnostic, unsafe bool) (fix analysis.Fix, ok bool) {
	for _, fix := range d.Fixes {
		if !fix.Manual && (fix.Safe || unsafe) {
			return fix, true
		}
	}
	return analysis.Fix{}, false
}

// merged is a set of edits, per file in the order of the text, no two of which touch the same bytes.
type merged map[string][]analysis.Edit

// add takes all edits of a fix, or none where one of them meets an edit of another fix.
func (m merged) add(fix analysis.Fix) bool {
	for _, edit := range fix.Edits {
		if m.meets(edit) {
			return false
		}
	}
	for _, edit := range fix.Edits {
		// Behind its equals: insertions of one fix at one place keep their order.
		at, _ := slices.BinarySearchFunc(m[edit.File], edit.Range.Start+1, byStart)
		m[edit.File] = slices.Insert(m[edit.File], at, edit)
	}
	return true
}

func byStart(edit analysis.Edit, start int) int { return cmp.Compare(edit.Range.Start, start) }

// meets tells whether an edit overlaps one of the set. Those do not overlap each other, so the nearest on either side
// tell for all.
func (m merged) meets(edit analysis.Edit) bool {
	edits := m[edit.File]
	at, _ := slices.BinarySearchFunc(edits, edit.Range.Start, byStart)
	return at < len(edits) && meet(edit, edits[at]) || at > 0 && meet(edits[at-1], edit)
}

// meet tells whether two edits, the first of which starts no later, overlap. An insertion at the other's border counts:
// nothing says on which side of the other's text it belongs.
func meet(a, b analysis.Edit) bool {
	if empty(a) || empty(b) {
		return b.Range.Start <= a.Range.End
	}
	return b.Range.Start < a.Range.End
}

func empty(e analysis.Edit) bool { return e.Range.Start == e.Range.End }

// fits tells whether the edits that a fix has for one file are ones of a text of that length, and do not overlap.
func fits(edits []analysis.Edit, length int) bool {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b analysis.Edit) int {
		return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(a.Range.End, b.Range.End))
	})
	end := 0
	for _, edit := range edits {
		if edit.Range.Start < end || edit.Range.End < edit.Range.Start {
			return false
		}
		end = edit.Range.End
	}
	return end <= length
}

// edited returns text with the edits made. They fit it.
func edited(text string, edits []analysis.Edit) (string, error) {
	changes := make([]udiff.Edit, len(edits))
	for i, edit := range edits {
		changes[i] = udiff.Edit{Start: edit.Range.Start, End: edit.Range.End, New: edit.NewText}
	}
	return udiff.Apply(text, changes)
}
