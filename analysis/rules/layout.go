package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/orkls/orkls/analysis/seriesparallel"
)

// layout writes a tree as a chain with groups.
type layout struct {
	open, closing string
	unit          string // of indentation
	newline       string
	steps         []*stepText
	lines         []outputLine
}

type outputLine struct{ text, comment string }

// lineWidth is how long a line may be, in characters, before groups and chains are written on several.
const lineWidth = 100

// chain returns the text of a tree as a statement that stands at an indentation, on one line where that is
// wanted and it fits. A jump may follow.
func (l *layout) chain(t *seriesparallel.Tree, indent string, multiline bool, jump string) string {
	if multiline && t.Kind == seriesparallel.Series {
		l.series(t, indent)
	} else {
		l.branch(t, indent)
	}
	if jump != "" {
		l.lines[len(l.lines)-1].text += " -> " + jump
	}
	var b strings.Builder
	for i, line := range l.lines {
		if i > 0 {
			b.WriteString(l.newline)
		}
		b.WriteString(line.text)
		if line.comment != "" {
			b.WriteString("  " + line.comment)
		}
	}
	return strings.TrimPrefix(b.String(), indent)
}

// branch writes a tree that begins a line.
func (l *layout) branch(t *seriesparallel.Tree, indent string) {
	switch {
	case t.Kind != seriesparallel.Series:
		l.part(t, indent, indent)
	case l.fits(t, indent):
		l.onLine(t, indent, indent)
	default:
		l.series(t, indent)
	}
}

func (l *layout) series(t *seriesparallel.Tree, indent string) {
	l.part(t.Parts[0], indent, indent)
	for _, part := range t.Parts[1:] {
		l.part(part, indent+l.unit, indent+l.unit+">> ")
	}
}

// part writes a tree behind what begins its line.
func (l *layout) part(t *seriesparallel.Tree, indent, before string) {
	switch {
	case t.Kind == seriesparallel.Leaf:
		l.step(l.steps[t.Node], indent, before)
	case l.fits(t, before):
		l.onLine(t, indent, before)
	default:
		l.lines = append(l.lines, outputLine{text: before + l.open})
		for _, branch := range t.Parts {
			l.branch(branch, indent+l.unit)
			l.lines[len(l.lines)-1].text += ","
		}
		l.lines = append(l.lines, outputLine{text: indent + l.closing})
	}
}

// onLine writes a tree on one line, below the comments above its first step. A comment behind its last step ends
// the line.
func (l *layout) onLine(t *seriesparallel.Tree, indent, before string) {
	first, last := t, t
	if t.Kind == seriesparallel.Series {
		first, last = t.Parts[0], t.Parts[len(t.Parts)-1]
	}
	if first.Kind == seriesparallel.Leaf {
		l.comments(l.steps[first.Node].lead, indent)
	}
	line := outputLine{text: before + l.flat(t)}
	if last.Kind == seriesparallel.Leaf {
		line.comment = strings.Join(l.steps[last.Node].trail, "")
	}
	l.lines = append(l.lines, line)
}

func (l *layout) comments(comments []string, indent string) {
	for _, comment := range comments {
		l.lines = append(l.lines, outputLine{text: indent + comment})
	}
}

func (l *layout) step(s *stepText, indent, before string) {
	lead, trail := s.lead, ""
	if n := len(s.trail); n > 0 {
		lead, trail = slices.Concat(lead, s.trail[:n-1]), s.trail[n-1]
	}
	l.comments(lead, indent)
	for i, line := range s.lines {
		text, asIs := strings.CutPrefix(line, verbatim)
		switch {
		case i == 0:
			text = before + text
		case !asIs && text != "":
			text = indent + text
		}
		l.lines = append(l.lines, outputLine{text: text})
	}
	l.lines[len(l.lines)-1].comment = trail
}

// fits tells whether a tree may stand on one line behind what begins it.
func (l *layout) fits(t *seriesparallel.Tree, before string) bool {
	room := lineWidth - utf8.RuneCountInString(before)
	return l.shrink(t, &room, true, true)
}

// shrink takes the width of a tree from the room that is left. The first step may have comments above it, and the
// last one a comment behind it.
func (l *layout) shrink(t *seriesparallel.Tree, room *int, first, last bool) bool {
	if t.Kind == seriesparallel.Leaf {
		s := l.steps[t.Node]
		if len(s.lines) > 1 || len(s.lead) > 0 && !first || len(s.trail) > 0 && !last || len(s.trail) > 1 {
			return false
		}
		*room -= utf8.RuneCountInString(s.lines[0])
		return *room >= 0
	}
	*room -= len(" >> ") * (len(t.Parts) - 1)
	inSeries := t.Kind == seriesparallel.Series
	for i, part := range t.Parts {
		begins, ends := inSeries && first && i == 0, inSeries && last && i == len(t.Parts)-1
		if *room < 0 || !l.shrink(part, room, begins, ends) {
			return false
		}
	}
	return true
}

func (l *layout) flat(t *seriesparallel.Tree) string {
	return writeTree(t, l.open, l.closing, func(n int) string { return l.steps[n].lines[0] })
}

// writeTree writes a tree on one line.
func writeTree(t *seriesparallel.Tree, open, closing string, step func(int) string) string {
	if t.Kind == seriesparallel.Leaf {
		return step(t.Node)
	}
	parts := make([]string, len(t.Parts))
	for i, part := range t.Parts {
		parts[i] = writeTree(part, open, closing, step)
	}
	if t.Kind == seriesparallel.Series {
		return strings.Join(parts, " >> ")
	}
	return open + strings.Join(parts, ", ") + closing
}
