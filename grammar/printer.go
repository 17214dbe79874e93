package grammar

import (
	"sort"
	"strings"
	"unicode/utf8"
)

const indentation = "    "

// printer writes tokens to lines. Those who use it say where a line begins; blanks between tokens and the comments
// it sees to itself.
type printer struct {
	text     string
	tokens   []Token
	comments []Comment
	tight    []bool // tokens that touch the one before, as the ( of a call does
	columns  []int  // where each token would end, were all of them on one line
	width    int    // of a line

	lines   []line
	next    int // the token that is written next
	comment int // the comment that is written next
	end     int // of what was written last, in the text
	base    int // the indent that was asked for last
	gap     gap // what was asked for in front of the next token
	padding int // blanks on the current line that put tokens in columns
}

// current returns the line that is being written.
func (p *printer) current() *line { return &p.lines[len(p.lines)-1] }

// gap is what is wanted between two tokens.
type gap struct {
	newLine  bool
	indent   int // of the next token
	comments int // the indent of the comments in front of it
	blank    blankLine
	closing  bool // the next token is a bracket that closes: no blank line stands in front of it
}

// blankLine says what becomes of the blank lines in the text.
type blankLine uint8

const (
	aroundComments blankLine = iota // one stays in front of a comment or behind one
	keep                            // one stays
	never                           // none stays in front of what comes first
	force                           // one is put in front of what comes first
)

func newPrinter(file *File, width int) *printer {
	tokens, comments := Lex(file.Text)
	p := &printer{text: file.Text, tokens: tokens, comments: comments, width: width, tight: make([]bool, len(tokens))}
	p.lines = []line{{}}
	Walk(file.Statements, 0, func(n Node, base int) bool {
		switch n := n.(type) {
		case *Call:
			p.tight[p.at(n.Function.Span().End+base)] = true
		case *Operand:
			if n.Timestamp != nil {
				p.tight[p.at(n.Span().Start+base)+1] = true
			}
		}
		return true
	})
	p.columns = make([]int, len(tokens))
	column := 0
	for i, t := range tokens {
		if p.blankBefore(i) {
			column++
		}
		column += utf8.RuneCountInString(p.text[t.Start:t.End])
		p.columns[i] = column
	}
	return p
}

// at returns the index of the first token at or behind offset.
func (p *printer) at(offset int) int {
	return sort.Search(len(p.tokens)-1, func(i int) bool { return int(p.tokens[i].Start) >= offset })
}

// blankBefore tells whether a blank parts the token from the one before, on a line.
func (p *printer) blankBefore(i int) bool {
	if i == 0 || p.tight[i] {
		return false
	}
	prev, cur := p.tokens[i-1].Kind, p.tokens[i].Kind
	switch cur {
	case CloseBracket, CloseParen, Comma, Colon, Dot:
		return false
	case CloseBrace:
		return prev != OpenBrace
	}
	return prev != OpenBracket && prev != OpenParen && prev != Dot
}

// first and last return the indices of a node's tokens.
func (p *printer) first(n Node, base int) int { return p.at(n.Span().Start + base) }
func (p *printer) last(n Node, base int) int  { return p.at(n.Span().End+base) - 1 }

// isLine tells whether two tokens and all between them were written on one line, without a comment.
func (p *printer) isLine(first, last int) bool {
	start, end := p.tokens[first], p.tokens[last]
	return start.Line == end.Line && !p.commentIn(int(start.Start), int(end.Start))
}

// length returns how long the tokens are on one line, with a blank in front where they do not begin it.
func (p *printer) length(first, last int) int {
	if first == 0 {
		return p.columns[last]
	}
	return p.columns[last] - p.columns[first-1]
}

// hasRoom tells whether the tokens have room on the current line, all behind what it holds.
func (p *printer) hasRoom(first, last int) bool {
	return p.column()-p.padding+p.length(first, last) <= p.width
}

// fits tells whether brackets were written on one line, and have room on the current one with all up to tail.
func (p *printer) fits(open, closing, tail int) bool {
	return p.isLine(open, closing) && p.hasRoom(open, tail)
}

func (p *printer) commentIn(start, end int) bool {
	i := sort.Search(len(p.comments), func(i int) bool { return p.comments[i].Start >= start })
	return i < len(p.comments) && p.comments[i].Start < end
}

// column returns the length of the line that the next token stands on, in front of it.
func (p *printer) column() int {
	if p.gap.newLine {
		return p.gap.indent * len(indentation)
	}
	return p.current().indent*len(indentation) + p.current().width
}

// newLine asks for the next token to begin a line.
func (p *printer) newLine(indent int, blank blankLine) {
	p.gap = gap{newLine: true, indent: indent, comments: indent, blank: blank}
}

// closeLine asks for the bracket that comes next to begin a line.
func (p *printer) closeLine(indent int, empty bool) {
	p.gap = gap{newLine: true, indent: indent, comments: indent + 1, blank: keep, closing: true}
	if empty {
		p.gap.blank = never
	}
}

// put writes the next token, and the comments in front of it.
func (p *printer) put() {
	i := p.next
	t := p.tokens[i]
	broken := p.putComments(int(t.Start))
	switch {
	case p.gap.newLine:
		p.startLine(p.gap.indent, !p.gap.closing && p.wantsBlank(int(t.Start), broken))
		p.base = p.gap.indent
	case broken:
		p.startLine(p.base+1, false)
	}
	p.gap = gap{}
	if len(p.current().code) > 0 && p.blankBefore(i) {
		p.current().write(" ")
	}
	p.current().write(p.text[t.Start:t.End])
	p.end = int(t.End)
	p.next++
}

// putComments writes the comments in front of offset, and tells whether there were any.
func (p *printer) putComments(offset int) (any bool) {
	for ; p.comment < len(p.comments) && p.comments[p.comment].Start < offset; p.comment++ {
		c := p.comments[p.comment]
		text := strings.TrimRight(p.text[c.Start:c.End], " \t")
		if last := p.current(); !c.Alone && len(last.code) > 0 && last.comment == "" {
			last.comment = text
		} else {
			indent := p.base + 1
			if p.gap.newLine {
				indent = p.gap.comments
			}
			p.startLine(indent, p.wantsBlank(c.Start, true))
			p.current().comment = text
		}
		p.end = c.End
		any = true
	}
	return any
}

// wantsBlank tells whether a blank line stands in front of what stands at offset in the text.
func (p *printer) wantsBlank(offset int, besideComment bool) bool {
	blank := p.gap.blank
	if blank == never || blank == force {
		p.gap.blank = keep
	}
	switch blank {
	case never:
		return false
	case force:
		return true
	case aroundComments:
		if !besideComment {
			return false
		}
	}
	return hasBlankLine(p.text[p.end:offset])
}

func (p *printer) startLine(indent int, blank bool) {
	if len(p.lines) == 1 && p.lines[0].empty() {
		p.lines = p.lines[:0]
	} else if blank {
		p.lines = append(p.lines, line{})
	}
	p.lines = append(p.lines, line{indent: indent})
	p.padding = 0
}

// run writes the tokens in front of offset.
func (p *printer) run(offset int) { p.runTo(p.at(offset)) }

// runTo writes the tokens in front of one.
func (p *printer) runTo(token int) {
	for p.next < token {
		p.put()
	}
}

// lineIndent returns the indent of the line that the next token stands on, if no comment puts it on another.
func (p *printer) lineIndent() int {
	if p.gap.newLine {
		return p.gap.indent
	}
	return p.current().indent
}

// pad writes blanks that put the next token in a column.
func (p *printer) pad(blanks int) {
	p.current().write(strings.Repeat(" ", blanks))
	p.padding += blanks
}

// comma goes over the comma that comes next, if one does, and writes one where it is wanted.
func (p *printer) comma(wanted bool) {
	if wanted {
		p.current().write(",")
	}
	if p.tokens[p.next].Kind == Comma {
		if !p.commentIn(p.end, int(p.tokens[p.next].Start)) {
			p.end = int(p.tokens[p.next].End)
		}
		p.next++
	}
}

// String returns the lines, with the comments behind the code of adjacent ones in one column.
func (p *printer) String() string {
	var out strings.Builder
	if strings.HasPrefix(p.text, byteOrderMark) {
		out.WriteString(byteOrderMark)
	}
	ending := lineEnding(p.text)
	if len(p.lines) == 1 && p.lines[0].empty() {
		return out.String()
	}
	for i := 0; i < len(p.lines); {
		end, column := i+1, p.lines[i].width
		for ; end < len(p.lines) && p.lines[end].sharesColumn(p.lines[i]); end++ {
			column = max(column, p.lines[end].width)
		}
		for ; i < end; i++ {
			p.lines[i].writeTo(&out, column)
			out.WriteString(ending)
		}
	}
	return out.String()
}
