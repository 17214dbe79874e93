package grammar

import (
	"slices"
	"strings"
)

// Classes of bytes, so that the lexer decides by one look-up.
const (
	letter = 1 << iota // ASCII letter or _
	digit
	blank   // space, tab
	newline // line feed, carriage return
	single  // an operator by itself, whatever follows
)

var class = func() (c [256]uint8) {
	for b := 'a'; b <= 'z'; b++ {
		c[b], c[b-'a'+'A'] = letter, letter
	}
	for b := '0'; b <= '9'; b++ {
		c[b] = digit
	}
	c['_'] = letter
	c[' '], c['\t'] = blank, blank
	c['\n'], c['\r'] = newline, newline
	for b, kind := range operators {
		if kind != EOF && b != '{' && b != '<' && b != '>' {
			c[b] = single
		}
	}
	return
}()

// operators holds the operators of one byte.
var operators = [256]Kind{
	'{': OpenBrace, '}': CloseBrace, '[': OpenBracket, ']': CloseBracket, '(': OpenParen, ')': CloseParen,
	',': Comma, ':': Colon, '.': Dot, '*': Star, '<': Less, '>': Greater,
}

const byteOrderMark = "\uFEFF"

// scanner cuts a text into tokens and comments. It never fails: what it cannot read becomes a Bad token.
type scanner struct {
	text     string
	at       int
	line     int
	tokens   []Token
	comments []Comment
	seen     Range    // a line, from some place in it to its end
	missing  []string // what does not stand in the rest of the text
}

// Lex returns the tokens of text, closed by one of kind EOF, and its comments.
func Lex(text string) ([]Token, []Comment) {
	return lexInto(make([]Token, 0, len(text)/5+8), text)
}

// lexInto puts the tokens into the memory of others.
func lexInto(tokens []Token, text string) ([]Token, []Comment) {
	s := &scanner{text: text, tokens: tokens[:0], seen: Range{-1, -1}}
	if strings.HasPrefix(text, byteOrderMark) {
		s.at = len(byteOrderMark)
	}
	for s.at < len(text) {
		s.next()
	}
	s.add(len(text), EOF)
	return s.tokens, s.comments
}

func (s *scanner) next() {
	c := s.text[s.at]
	switch k := class[c]; {
	case k&blank != 0:
		s.at++
	case k&letter != 0:
		s.word()
	case k&single != 0:
		s.add(s.at+1, operators[c])
	case k&newline != 0:
		s.newline()
	case k&digit != 0, c == '-' && s.classAt(s.at+1)&digit != 0:
		s.number()
	default:
		s.symbol(c)
	}
}

func (s *scanner) newline() {
	if s.text[s.at] == '\r' && s.byteAt(s.at+1) == '\n' {
		s.at++
	}
	s.at++
	s.line++
}

func (s *scanner) symbol(c byte) {
	switch c {
	case '"':
		s.str()
	case '$':
		s.path()
	case '#':
		s.comment()
	case '\\':
		s.backslash()
	case '{':
		if s.byteAt(s.at+1) == '%' {
			s.jsonata()
			return
		}
		s.add(s.at+1, OpenBrace)
	default:
		if s.mergeConflict() || s.foreign() {
			return
		}
		if kind := longOperator(c, s.byteAt(s.at+1)); kind != EOF {
			s.add(s.at+2, kind)
		} else if kind := operators[c]; kind != EOF {
			s.add(s.at+1, kind)
		} else {
			s.strange()
		}
	}
}

// longOperator returns the operator of two bytes, EOF where they are none.
func longOperator(a, b byte) Kind {
	switch {
	case a == '>' && b == '>':
		return Then
	case a == '-' && b == '>':
		return Arrow
	case b != '=':
		return EOF
	case a == '=':
		return Equal
	case a == '!':
		return NotEqual
	case a == '<':
		return LessEqual
	case a == '>':
		return GreaterEqual
	}
	return EOF
}

// add appends the token from the current place to end, and goes on behind it.
func (s *scanner) add(end int, kind Kind) {
	s.tokens = append(s.tokens, Token{Start: int32(s.at), End: int32(end), Line: int32(s.line), Kind: kind})
	s.at = end
}

// bad appends a Bad token, which may span lines.
func (s *scanner) bad(end int, why Problem) {
	s.tokens = append(s.tokens, Token{Start: int32(s.at), End: int32(end), Line: int32(s.line), Kind: Bad, Problem: why})
	s.line += countLines(s.text[s.at:end])
	s.at = end
}

func (s *scanner) byteAt(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func (s *scanner) classAt(i int) uint8 {
	if i < len(s.text) {
		return class[s.text[i]]
	}
	return 0
}

// lineEnd returns the offset of the end of the line that i stands in. It looks at each line only once.
func (s *scanner) lineEnd(i int) int {
	if s.seen.Start <= i && i <= s.seen.End {
		return s.seen.End
	}
	s.seen = Range{i, len(s.text)}
	if n := strings.IndexAny(s.text[i:], "\r\n"); n >= 0 {
		s.seen.End = i + n
	}
	return s.seen.End
}

// find returns where the next closing sign ends, -1 where there is none in all the rest of the text. It looks
// for one that is missing only once.
func (s *scanner) find(closing string, from int) int {
	if slices.Contains(s.missing, closing) {
		return -1
	}
	if i := strings.Index(s.text[from:], closing); i >= 0 {
		return from + i + len(closing)
	}
	s.missing = append(s.missing, closing)
	return -1
}

// restOfLine returns the offset of the end of the current line, without trailing blanks.
func (s *scanner) restOfLine() int {
	end := s.lineEnd(s.at)
	for end > s.at+1 && class[s.text[end-1]]&blank != 0 {
		end--
	}
	return end
}

func (s *scanner) comment() {
	end := s.lineEnd(s.at)
	alone := len(s.tokens) == 0
	if !alone {
		between := s.text[s.tokens[len(s.tokens)-1].End:s.at]
		alone = strings.ContainsAny(between, "\r\n")
	}
	s.comments = append(s.comments, Comment{
		Range: Range{s.at, end},
		Line:  s.line,
		Doc:   strings.HasPrefix(s.text[s.at:end], "##"),
		Alone: alone,
	})
	s.at = end
}

func (s *scanner) word() {
	end := s.wordEnd(s.at)
	s.add(end, keyword(s.text[s.at:end]))
}

func (s *scanner) wordEnd(i int) int {
	for i < len(s.text) && class[s.text[i]]&(letter|digit) != 0 {
		i++
	}
	return i
}

func (s *scanner) digits(i int) int {
	for s.classAt(i)&digit != 0 {
		i++
	}
	return i
}

func countLines(s string) int {
	n := strings.Count(s, "\n")
	for i := strings.IndexByte(s, '\r'); i >= 0 && i < len(s); i++ {
		if s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			n++
		}
	}
	return n
}

// backslash reads a \ at a line's end as white space, as in a composition pasted from Python.
func (s *scanner) backslash() {
	i := s.at + 1
	for s.classAt(i)&blank != 0 {
		i++
	}
	if i == len(s.text) || class[s.text[i]]&newline != 0 {
		s.at = i
		return
	}
	s.bad(s.at+1, BadCharacter)
}
