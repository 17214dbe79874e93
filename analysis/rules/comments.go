package rules

import (
	"slices"
	"sort"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

// commentsIn returns the comments that begin in a range.
func commentsIn(p *analysis.Pass, at grammar.Range) []grammar.Comment {
	comments := p.Program.File.Comments
	from := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= at.Start })
	to := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= at.End })
	return comments[from:to]
}

// hasComment tells whether a comment begins in a range.
func hasComment(p *analysis.Pass, at grammar.Range) bool { return len(commentsIn(p, at)) > 0 }

// commentBehind returns the comment that ends the line of offset, where nothing else stands between.
func commentBehind(p *analysis.Pass, offset int) (grammar.Comment, bool) {
	comments := p.Program.File.Comments
	i := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= offset })
	if i < len(comments) && strings.Trim(p.Program.File.Text[offset:comments[i].Start], blanks) == "" {
		return comments[i], true
	}
	return grammar.Comment{}, false
}

// commentsAbove returns where the comments begin that stand on the lines directly above a line; the line itself
// where there are none.
func commentsAbove(p *analysis.Pass, line int) int {
	text, comments := p.Program.File.Text, p.Program.File.Comments
	i := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= line })
	for i--; i >= 0; i-- {
		between := text[comments[i].End:line]
		if !comments[i].Alone || between != analysis.Newline(text) {
			break
		}
		line = analysis.LineStart(text, comments[i].Start)
	}
	return line
}

// removals returns what goes with statements: their whole lines with the comments above and behind them, and the
// empty line in front where none is needed any more.
func removals(p *analysis.Pass, statements []grammar.Range) []grammar.Range {
	text, newline := p.Program.File.Text, analysis.Newline(p.Program.File.Text)
	ranges := make([]grammar.Range, len(statements))
	next := grammar.Range{Start: -1} // what goes behind the statement
	for i, statement := range slices.Backward(statements) {
		at, whole := wholeLines(p, statement)
		behind := at.End
		if behind == next.Start {
			behind = next.End
		}
		rest := strings.TrimLeft(text[behind:], blanks)
		needless := rest == "" || rest[0] == '}' || strings.HasPrefix(rest, newline)
		if whole && needless && strings.HasSuffix(text[:at.Start], newline+newline) {
			at.Start -= len(newline)
		}
		ranges[i] = at
		next = grammar.Range{Start: at.Start, End: behind}
	}
	return ranges
}

// wholeLines widens a statement to its lines, with the comments above and behind it, where nothing else stands on them.
func wholeLines(p *analysis.Pass, at grammar.Range) (widened grammar.Range, whole bool) {
	text, newline := p.Program.File.Text, analysis.Newline(p.Program.File.Text)
	if behind, ok := commentBehind(p, at.End); ok {
		at.End = behind.End
	}
	line := analysis.LineStart(text, at.Start)
	end := at.End + len(text[at.End:]) - len(strings.TrimLeft(text[at.End:], blanks))
	if strings.Trim(text[line:at.Start], blanks) != "" || end < len(text) && !strings.HasPrefix(text[end:], newline) {
		at.Start = len(strings.TrimRight(text[:at.Start], blanks))
		return at, false
	}
	if end < len(text) {
		end += len(newline)
	}
	return grammar.Range{Start: commentsAbove(p, line), End: end}, true
}
