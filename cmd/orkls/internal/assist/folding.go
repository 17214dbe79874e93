package assist

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/grammar"
)

// FoldKind is what a fold holds.
type FoldKind uint8

const (
	CodeFold FoldKind = iota
	CommentFold
	ImportFold
)

// Fold is a part of a text that can be hidden but for its first line. A CodeFold goes from one bracket to the other.
type Fold struct {
	Range grammar.Range
	Kind  FoldKind
}

// Folds returns the folds of a text in the order of their starts. Half-typed texts have those of the brackets that
// pair.
func Folds(file *grammar.File) (folds []Fold) {
	tokens, comments := grammar.Lex(file.Text)
	for _, pair := range brackets(tokens) {
		if tokens[pair[0]].Line < tokens[pair[1]].Line {
			folds = append(folds, Fold{Range: grammar.Range{Start: int(tokens[pair[0]].Start), End: int(tokens[pair[1]].End)}})
		}
	}
	folds = append(folds, commentFolds(comments)...)
	folds = append(folds, importFolds(tokens)...)
	slices.SortStableFunc(folds, func(a, b Fold) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	return folds
}

var partners = map[grammar.Kind]grammar.Kind{
	grammar.CloseBrace: grammar.OpenBrace, grammar.CloseBracket: grammar.OpenBracket, grammar.CloseParen: grammar.OpenParen,
}

// Brackets returns the ranges from each bracket to its partner.
func Brackets(file *grammar.File) (ranges []grammar.Range) {
	tokens, _ := grammar.Lex(file.Text)
	for _, pair := range brackets(tokens) {
		ranges = append(ranges, grammar.Range{Start: int(tokens[pair[0]].Start), End: int(tokens[pair[1]].End)})
	}
	return ranges
}

// brackets returns the tokens that pair. What is not closed between two that pair has no partner.
func brackets(tokens []grammar.Token) (pairs [][2]int) {
	var open []int
	for at, t := range tokens {
		switch t.Kind {
		case grammar.OpenBrace, grammar.OpenBracket, grammar.OpenParen:
			open = append(open, at)
		case grammar.CloseBrace, grammar.CloseBracket, grammar.CloseParen:
			i := len(open) - 1
			for i >= 0 && tokens[open[i]].Kind != partners[t.Kind] {
				i--
			}
			if i >= 0 {
				pairs = append(pairs, [2]int{open[i], at})
				open = open[:i]
			}
		}
	}
	return pairs
}

// commentFolds are the runs of lines that hold a comment and nothing else.
func commentFolds(comments []grammar.Comment) (folds []Fold) {
	for i := 0; i < len(comments); {
		first := i
		for i++; i < len(comments) && comments[first].Alone && comments[i].Alone && comments[i].Line == comments[i-1].Line+1; i++ {
		}
		if i-first > 1 {
			folds = append(folds, Fold{grammar.Range{Start: comments[first].Start, End: comments[i-1].End}, CommentFold})
		}
	}
	return folds
}

// importFolds are the runs of two or more imports.
func importFolds(tokens []grammar.Token) (folds []Fold) {
	isImport := func(i int) bool {
		return i+1 < len(tokens) && tokens[i].Kind == grammar.KeywordImport && tokens[i+1].Kind == grammar.String
	}
	for i := 0; i < len(tokens); i++ {
		first := i
		for isImport(i) {
			i += 2
		}
		if i-first >= 4 {
			folds = append(folds, Fold{grammar.Range{Start: int(tokens[first].Start), End: int(tokens[i-1].End)}, ImportFold})
		}
	}
	return folds
}
