package grammar

import "slices"

// maxDepth is how deep brackets may nest: deeper ones could exhaust the stack of a recursive parser.
const maxDepth = 64

// brackets says how the brackets of a run of tokens belong together.
type brackets struct {
	partner []int32 // the index of the other bracket of a pair; -1 for all other tokens
	loose   []int   // brackets without a partner; in no order
	open    []int   // those not closed yet, while pairing
}

func closes(open, close Kind) bool { return opens(open) && close == open+1 }
func opens(k Kind) bool            { return k == OpenBrace || k == OpenBracket || k == OpenParen }
func closer(k Kind) bool           { return k == CloseBrace || k == CloseBracket || k == CloseParen }

// match pairs the brackets of a text. Where they do not pair, the text is being edited; then the layout says
// what is meant: a declaration word in the first column closes all, and in the declaration at fault a closing
// brace that starts its line closes the block that is indented as it is.
func (b *brackets) match(text string, tokens []Token) {
	b.partner = slices.Grow(b.partner[:0], len(tokens))[:len(tokens)]
	b.loose = b.loose[:0]
	b.pair(tokens, part{0, len(tokens)}, nil)
	if len(b.loose) == 0 {
		return
	}
	b.loose = b.loose[:0]
	columns := indents(text, tokens)
	for from := 0; from < len(tokens); {
		to := from + 1
		for to < len(tokens) && !declarationStart(tokens, to, columns) {
			to++
		}
		before := len(b.loose)
		if b.pair(tokens, part{from, to}, nil); len(b.loose) > before {
			b.loose = b.loose[:before]
			b.pair(tokens, part{from, to}, columns)
		}
		from = to
	}
}

// pair matches the brackets of the tokens p. With columns it lets indentation decide.
func (b *brackets) pair(tokens []Token, p part, columns []int32) {
	b.open = b.open[:0]
	var count [kinds]int // of the brackets that are open
	for i := p.from; i < p.to; i++ {
		b.partner[i] = -1
		k := tokens[i].Kind
		if opens(k) {
			b.open = append(b.open, i)
			count[k]++
		}
		if !closer(k) {
			continue
		}
		if count[k-1] == 0 {
			b.loose = append(b.loose, i)
			continue
		}
		top := len(b.open) - 1
		for !closes(tokens[b.open[top]].Kind, k) {
			top--
		}
		if columns != nil && k == CloseBrace && startsLine(tokens, i) {
			top = b.byIndent(tokens, top, columns, i)
		}
		for _, j := range b.open[top:] {
			count[tokens[j].Kind]--
		}
		b.loose = append(b.loose, b.open[top+1:]...)
		b.partner[i], b.partner[b.open[top]] = int32(b.open[top]), int32(i)
		b.open = b.open[:top]
	}
	b.loose = append(b.loose, b.open...)
}

// byIndent returns which of the open braces up to top the brace at i closes: the innermost one whose line is
// indented no deeper than its own, top where none is.
func (b *brackets) byIndent(tokens []Token, top int, columns []int32, i int) int {
	for j := top; j >= max(0, top-maxDepth); j-- {
		if tokens[b.open[j]].Kind == OpenBrace && columns[b.open[j]] <= columns[i] {
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
		columns[i] = int32(lineIndent(text, int(t.Start)))
	}
	return columns
}

// lineIndent returns the bytes of white space in front of what begins a line at offset.
func lineIndent(text string, offset int) int {
	at := offset
	for at > 0 && class[text[at-1]]&blank != 0 {
		at--
	}
	return offset - at
}

// declarationStart tells whether a declaration word stands at the start of a line, in the first column.
func declarationStart(tokens []Token, i int, columns []int32) bool {
	return declares(tokens[i].Kind) && startsLine(tokens, i) && columns[i] == 0 && !isKeyColon(tokens, i)
}

func declares(k Kind) bool {
	return k == KeywordImport || k == KeywordCompose || k == KeywordTask || k == KeywordWorkflow
}

// plain tells whether the brackets of the tokens p pair by themselves, in the way that they are paired: then what
// the tokens mean depends on nothing around them.
func (b *brackets) plain(tokens []Token, p part) bool {
	if len(b.loose) == 0 {
		return true
	}
	own := brackets{partner: make([]int32, p.to-p.from)}
	own.pair(tokens[p.from:p.to], part{0, p.to - p.from}, nil)
	for i, partner := range own.partner {
		if partner >= 0 && int(partner)+p.from != int(b.partner[p.from+i]) {
			return false
		}
	}
	return len(own.loose) == 0
}

// tooDeep returns the first of the tokens p that opens a bracket deeper than the language allows, where depth
// are open around it; -1 where none does.
func tooDeep(tokens []Token, p part, depth int) int {
	for i := p.from; i < p.to; i++ {
		switch k := tokens[i].Kind; {
		case opens(k):
			if depth++; depth > maxDepth {
				return i
			}
		case closer(k):
			depth = max(0, depth-1)
		}
	}
	return -1
}
