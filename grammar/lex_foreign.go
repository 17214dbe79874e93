package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the language has no token for is cut so that one mistake is one Bad token.

// quotes are those of other languages and of word processors: what opens, what closes.
var quotes = []struct{ open, close string }{{"'", "'"}, {"`", "`"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"”", "”"}}

// operators of other languages, longer ones first.
var foreignOperators = []string{"-->", "===", "!==", "=>", "<>", "&&", "||", "|>"}

// foreign takes a comment, a string or an operator of another language.
func (s *scanner) foreign() bool {
	rest := s.text[s.at:]
	for _, operator := range foreignOperators {
		if strings.HasPrefix(rest, operator) {
			s.bad(s.at+len(operator), BadCharacter)
			return true
		}
	}
	switch {
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "--"):
		s.bad(s.restOfLine(), SlashComment)
		return true
	case strings.HasPrefix(rest, "/*"):
		end := s.find("*/", s.at+2)
		if end < 0 {
			end = s.restOfLine()
		}
		s.bad(end, SlashComment)
		return true
	}
	for _, q := range quotes {
		if strings.HasPrefix(rest, q.open) {
			end := s.restOfLine()
			if i := strings.Index(s.text[s.at+len(q.open):end], q.close); i >= 0 {
				end = s.at + len(q.open) + i + len(q.close)
			}
			s.bad(end, SingleQuotes)
			return true
		}
	}
	return false
}

// mergeConflict takes a line that begins with one of version control's marks.
func (s *scanner) mergeConflict() bool {
	const length = 7
	c := s.text[s.at]
	if s.at > 0 && class[s.text[s.at-1]]&newline == 0 || strings.IndexByte("<=>|", c) < 0 {
		return false
	}
	end := s.at + length
	if end > len(s.text) || s.text[s.at:end] != strings.Repeat(string(c), length) {
		return false
	}
	if end < len(s.text) && class[s.text[end]]&(blank|newline) == 0 {
		return false
	}
	s.bad(s.restOfLine(), MergeConflict)
	return true
}

// tripleQuotes takes a string of Python's in three quotes.
func (s *scanner) tripleQuotes() bool {
	const three = `"""`
	if !strings.HasPrefix(s.text[s.at:], three) {
		return false
	}
	end := s.find(three, s.at+len(three))
	if end < 0 {
		return false
	}
	s.bad(end, TripleQuotes)
	return true
}

// endOfOpenString returns where a string ends that is open at the end of its line: there, or at a quote further
// down that can only be meant to close it, as it is the next one and only brackets and commas follow it.
func (s *scanner) endOfOpenString(lineEnd int) int {
	const lines = 20
	at := lineEnd
	for range lines {
		if strings.HasPrefix(s.text[at:], "\r\n") {
			at++
		}
		if at++; at >= len(s.text) {
			break
		}
		end := s.lineEnd(at)
		line := s.text[at:end]
		if i := strings.IndexByte(line, '"'); i >= 0 && strings.Trim(line[i+1:], " \t,})]") == "" {
			return at + i + 1
		} else if i >= 0 || strings.TrimSpace(line) == "" {
			break
		}
		at = end
	}
	return s.restOfLine()
}

// oddity is a sort of characters that the language has no use for.
type oddity uint8

const (
	sign    oddity = iota // of ASCII, or the like of an emoji
	letters               // of a word that is not ASCII
	spaces                // and what cannot be seen
	invalid               // not UTF-8
)

func oddityOf(r rune, size int) oddity {
	switch {
	case r == utf8.RuneError && size == 1:
		return invalid
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return spaces
	case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)):
		return letters
	}
	return sign
}

// strange takes a run of characters of one sort, and with letters the rest of their word.
func (s *scanner) strange() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	first := oddityOf(r, size)
	end := s.at + size
	for end < len(s.text) && (r >= utf8.RuneSelf || first != sign) {
		k := class[s.text[end]]
		r, size = utf8.DecodeRuneInString(s.text[end:])
		if k&(blank|newline) != 0 || oddityOf(r, size) != first && !(first == letters && k&(letter|digit) != 0) {
			break
		}
		end += size
	}
	why := BadCharacter
	switch first {
	case invalid:
		why = InvalidUTF8
	case spaces:
		why = StrangeSpace
	}
	s.bad(end, why)
}
