package analysis

import (
	"slices"
	"sort"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// Ignore is a comment that silences rules: # orklint:ignore RULE, RULE -- reason.
type Ignore struct {
	Comment grammar.Range
	Rules   []string
	Reason  string
	Covers  grammar.Range // the statement, or the whole file
}

const (
	ignoreMark     = "orklint:ignore"
	ignoreFileMark = "orklint:ignore-file"
)

// Ignores returns the comments of a file that silence rules.
func Ignores(file *grammar.File) (ignores []Ignore) {
	for _, c := range file.Comments {
		text := strings.TrimSpace(strings.TrimLeft(file.Text[c.Start:c.End], "#"))
		if rest, ok := cutWord(text, ignoreFileMark); ok {
			i := readIgnore(c.Range, rest)
			i.Covers = grammar.Range{Start: 0, End: len(file.Text)}
			ignores = append(ignores, i)
		} else if rest, ok := cutWord(text, ignoreMark); ok {
			i := readIgnore(c.Range, rest)
			i.Covers = statementAt(file, c)
			ignores = append(ignores, i)
		}
	}
	return ignores
}

// cutWord returns what stands behind word, if text begins with it as a word.
func cutWord(text, word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(text, word)
	return rest, ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

func readIgnore(comment grammar.Range, text string) Ignore {
	names, reason, _ := strings.Cut(text, "--")
	i := Ignore{Comment: comment, Reason: strings.TrimSpace(reason)}
	for _, name := range strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' }) {
		i.Rules = append(i.Rules, name)
	}
	return i
}

// statementAt returns the innermost statement that the comment is about: the one that its line ends, or
// that the next line of code belongs to.
func statementAt(file *grammar.File, c grammar.Comment) grammar.Range {
	offset := c.Start
	if c.Alone {
		offset = nextCode(file, c.End)
	} else {
		offset = len(strings.TrimRight(file.Text[:c.Start], " \t")) - 1
	}
	covers := grammar.Range{Start: c.Start, End: c.End}
	for statements, base := file.Statements, 0; ; {
		i := sort.Search(len(statements), func(i int) bool { return statements[i].Extent.End+base+statements[i].Base > offset })
		if i == len(statements) || statements[i].Extent.Start+base+statements[i].Base > offset {
			return covers
		}
		base += statements[i].Base
		covers = statements[i].Extent.Shift(base)
		statements = inside(statements[i].Node, base, offset)
	}
}

// nextCode returns the offset of the first code behind offset, comments passed over.
func nextCode(file *grammar.File, offset int) int {
	i := sort.Search(len(file.Comments), func(i int) bool { return file.Comments[i].Start >= offset })
	for {
		offset += len(file.Text[offset:]) - len(strings.TrimLeft(file.Text[offset:], " \t\r\n"))
		if i == len(file.Comments) || file.Comments[i].Start != offset {
			return offset
		}
		offset = file.Comments[i].End
		i++
	}
}

// inside returns the statements in the innermost braces of n that hold the offset.
func inside(n grammar.Node, base, offset int) []*grammar.Statement {
	if statements := grammar.Statements(n); statements != nil {
		return statements
	}
	for _, child := range grammar.Children(n) {
		if child.Span().Shift(base).Contains(offset) {
			if found := inside(child, base, offset); found != nil {
				return found
			}
		}
	}
	return nil
}

// silence leaves out the diagnostics that a comment covers.
func silence(file *grammar.File, found []Diagnostic) []Diagnostic {
	ignores := Ignores(file)
	if len(ignores) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(d Diagnostic) bool {
		return slices.ContainsFunc(ignores, func(i Ignore) bool {
			return i.Covers.Contains(d.Range.Start) && slices.Contains(i.Rules, d.Rule)
		})
	})
}
