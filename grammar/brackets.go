package grammar

// maxDepth is how deep brackets may nest: deeper ones could exhaust the stack of a recursive parser.
const maxDepth = 64

// brackets says how the brackets of a run of tokens belong together.
type brackets struct {
	partner []int32 // the index of the other bracket of a pair; -1 for all other tokens
	loose   []int   // brackets without a partner, in order
	deep    []int   // opening brackets below maxDepth, in order
}

func closes(open, close Kind) bool {
	return close == open+1 && (open == OpenBrace || open == OpenBracket || open == OpenParen)
}

func opens(k Kind) bool  { return k == OpenBrace || k == OpenBracket || k == OpenParen }
func closer(k Kind) bool { return k == CloseBrace || k == CloseBracket || k == CloseParen }

// matchBrackets pairs brackets. A text whose brackets do not pair is being edited; then the layout says
// what is meant: a declaration word in the first column closes all, and a closing brace that starts its
// line closes the block that is indented as it is.
func matchBrackets(text string, tokens []Token) brackets {
	b := brackets{partner: make([]int32, len(tokens))}
	for i := range b.partner {
		b.partner[i] = -1
	}
	b.pair(tokens, 0, len(tokens), nil)
	if len(b.loose) == 0 {
		return b
	}
	b.loose, b.deep = b.loose[:0], b.deep[:0]
	columns := indents(text, tokens)
	for from := 0; from < len(tokens); {
		to := from + 1
		for to < len(tokens) && !declarationStart(tokens, to, columns) {
			to++
		}
		b.pair(tokens, from, to, columns)
		from = to
	}
	return b
}

// pair matches the brackets of tokens[from:to]. With columns it lets indentation decide.
func (b *brackets) pair(tokens []Token, from, to int, columns []int32) {
	var open []int
	for i := from; i < to; i++ {
		b.partner[i] = -1
		switch k := tokens[i].Kind; {
		case opens(k):
			open = append(open, i)
			if len(open) > maxDepth {
				b.deep = append(b.deep, i)
			}
		case closer(k):
			top := len(open) - 1
			for top >= 0 && !closes(tokens[open[top]].Kind, k) {
				top--
			}
			if columns != nil && k == CloseBrace && top >= 0 && startsLine(tokens, i) {
				top = b.byIndent(tokens, open, top, columns, i)
			}
			if top < 0 {
				b.loose = append(b.loose, i)
				continue
			}
			b.loose = append(b.loose, open[top+1:]...)
			b.partner[i], b.partner[open[top]] = int32(open[top]), int32(i)
			open = open[:top]
		}
	}
	b.loose = append(b.loose, open...)
}

// byIndent returns which of the open braces the brace at i closes: the innermost one whose line is
// indented no deeper than its own, the given one where none is.
func (b *brackets) byIndent(tokens []Token, open []int, top int, columns []int32, i int) int {
	for j := top; j >= 0; j-- {
		if tokens[open[j]].Kind == OpenBrace && columns[open[j]] <= columns[i] {
			return j
		}
	}
	return top
}

func startsLine(tokens []Token, i int) bool { return i == 0 || tokens[i-1].Line != tokens[i].Line }

// indents returns, for each token, the bytes of white space in front of its line.
func indents(text string, tokens []Token) []int32 {
	columns := make([]int32, len(tokens))
	for i, t := range tokens {
		if !startsLine(tokens, i) {
			columns[i] = columns[i-1]
			continue
		}
		at := t.Start
		for at > 0 && class[text[at-1]]&blank != 0 {
			at--
		}
		columns[i] = t.Start - at
	}
	return columns
}

// declarationStart tells whether a declaration word stands at the start of a line, in the first column.
func declarationStart(tokens []Token, i int, columns []int32) bool {
	switch tokens[i].Kind {
	case KeywordImport, KeywordCompose, KeywordTask, KeywordWorkflow:
		return startsLine(tokens, i) && columns[i] == 0 && (i+1 == len(tokens) || tokens[i+1].Kind != Colon)
	}
	return false
}
