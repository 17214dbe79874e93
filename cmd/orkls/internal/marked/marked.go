// Package marked reads the places that a test marks in its text, so that no test speaks of lines and columns:
//
//	task ‹make›
//	[ma|ke, other]
package marked

import (
	"fmt"
	"slices"
	"strings"

	"github.com/orkls/orkls/grammar"
)

const (
	cursor = "|"
	open   = "‹"
	closed = "›"
)

// Text is a text without its marks, and where they were.
type Text struct {
	Text   string
	Cursor int             // -1 where no | stands in the text
	Ranges []grammar.Range // between ‹ and ›, in the order of their starts
}

// Parse takes the marks out of a text. It panics on marks that do not pair, as a test with such is wrong.
func Parse(text string) Text {
	var b strings.Builder
	out := Text{Cursor: -1}
	var starts []int // places of open ranges in out.Ranges
	for len(text) > 0 {
		i := strings.IndexAny(text, cursor+open+closed)
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		switch {
		case strings.HasPrefix(text, cursor):
			if out.Cursor >= 0 {
				panic("a second cursor in " + text)
			}
			out.Cursor, text = b.Len(), text[len(cursor):]
		case strings.HasPrefix(text, open):
			starts = append(starts, len(out.Ranges))
			out.Ranges, text = append(out.Ranges, grammar.Range{Start: b.Len()}), text[len(open):]
		case len(starts) == 0:
			panic("nothing is open before " + text)
		default:
			out.Ranges[starts[len(starts)-1]].End = b.Len()
			starts, text = starts[:len(starts)-1], text[len(closed):]
		}
	}
	if len(starts) > 0 {
		panic("a range is not closed")
	}
	out.Text = b.String() + text
	return out
}

// Mark puts the marks of ranges, which are in order and do not overlap, into a text.
func Mark(text string, ranges []grammar.Range) string {
	ranges = slices.Clone(ranges)
	slices.SortFunc(ranges, func(a, b grammar.Range) int { return a.Start - b.Start })
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		if r.Start < at || r.End < r.Start || r.End > len(text) {
			return fmt.Sprintf("ranges %v overlap or leave the text", ranges)
		}
		b.WriteString(text[at:r.Start] + open + text[r.Start:r.End] + closed)
		at = r.End
	}
	return b.String() + text[at:]
}
