package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/orkls/orkls/grammar"
)

const (
	maxWidth   = 120 // columns of source that one line of an excerpt shows
	leadWidth  = 24  // columns shown before the marked text where a line is cut in front
	tabWidth   = 4   // columns between tab stops
	ellipsis   = "…"
	wideAsEast = false // ambiguous characters are narrow, whatever the locale, so that a report is the same everywhere
)

var cells = &runewidth.Condition{EastAsianWidth: wideAsEast, StrictEmojiNeutral: true}

// excerptLine is one line of source with the columns that a diagnostic marks.
type excerptLine struct {
	number         string
	text           string // as it can be shown: tabs expanded, cut to maxWidth
	indent, carets int    // columns
	apart          bool   // lines between the one before and this one are left out
}

// excerpt returns the first line of a range, and its last where that is another.
func excerpt(mapper *grammar.Mapper, r grammar.Range) []excerptLine {
	first := mapper.OffsetPosition(r.Start, grammar.UTF8).Line
	last := mapper.OffsetPosition(max(r.Start, r.End), grammar.UTF8).Line
	if last > first && r.End == mapper.LineRange(last).Start {
		last-- // a range with its last line's end does not mean the line behind
	}
	lines := []excerptLine{lineOf(mapper, first, r)}
	if last > first {
		line := lineOf(mapper, last, r)
		line.apart = last > first+1
		lines = append(lines, line)
	}
	return lines
}

// lineOf shows a line with the part of it that lies in r marked, its indentation left out where r starts on a line before.
func lineOf(mapper *grammar.Mapper, number int, r grammar.Range) excerptLine {
	at := mapper.LineRange(number)
	line := mapper.Text()[at.Start:at.End]
	from := min(max(r.Start-at.Start, 0), len(line))
	to := min(max(r.End-at.Start, from), len(line))
	if r.Start < at.Start {
		from = len(line[:to]) - len(strings.TrimLeft(line[:to], " \t"))
	}
	if number == 0 && strings.HasPrefix(line, byteOrderMark) {
		mark := len(byteOrderMark)
		line, from, to = line[mark:], max(from-mark, 0), max(to-mark, 0)
	}
	shown := show(line, from, to)
	shown.number = strconv.Itoa(number + 1)
	return shown
}

// show cuts a line to maxWidth round the bytes from from to to, and finds their columns. It looks only at what it shows
// and as much again, however long the line is.
func show(line string, from, to int) (shown excerptLine) {
	start := 0
	if back(line, from, maxWidth*2/3) > 0 {
		start = back(line, from, leadWidth)
	}
	end := forward(line, start, maxWidth)
	to = min(to, end)
	lead := ""
	if start > 0 {
		lead = ellipsis
	}
	lead = expand(lead, line[start:from])
	marked := expand(lead, line[from:max(from, to)])
	all := expand(marked, line[max(from, to):end])
	if end < len(line) {
		all += ellipsis
	}
	shown.text = all
	shown.indent = cells.StringWidth(lead)
	shown.carets = max(1, cells.StringWidth(marked)-shown.indent)
	return shown
}

// back returns the offset as many columns before the offset at, or 0.
func back(line string, at, columns int) int {
	for at > 0 && columns > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:at])
		at -= size
		columns -= max(1, cells.RuneWidth(r))
	}
	return at
}

// forward returns the offset as many columns behind the offset at, or the line's length.
func forward(line string, at, columns int) int {
	for at < len(line) {
		r, size := utf8.DecodeRuneInString(line[at:])
		if columns -= max(1, cells.RuneWidth(r)); columns < 0 {
			break
		}
		at += size
	}
	return at
}

// expand appends text to what is shown before it, as it can be shown, with tabs up to the next stop.
func expand(before, text string) string {
	var out strings.Builder
	out.WriteString(before)
	for part := range strings.SplitAfterSeq(text, "\t") {
		plain, tab := strings.CutSuffix(part, "\t")
		out.WriteString(visible(plain))
		if tab {
			out.WriteString(strings.Repeat(" ", tabWidth-cells.StringWidth(out.String())%tabWidth))
		}
	}
	return out.String()
}

// visible makes text safe for a terminal and for one line: what would move the cursor, change the writing direction or
// start an escape sequence is shown by a sign instead.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x20:
			return 0x2400 + r // the control pictures stand in the order of the controls
		case r == 0x7f:
			return 0x2421
		case r >= 0x80 && r < 0xa0, isDirection(r), r == 0x2028, r == 0x2029, r == 0xfeff:
			return utf8.RuneError
		}
		return r
	}, text)
}

// isDirection tells Unicode's bidirectional formatting characters.
func isDirection(r rune) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
