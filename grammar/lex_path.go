package grammar

import (
	"strings"
	"unicode/utf8"
)

// path reads a JSONPath ($.a[0]), a path into the context object ($$.Execution.Id) or a variable ($total).
func (s *scanner) path() {
	i := s.at + 1
	if s.byteAt(i) == '$' {
		i++
	}
	i = s.nameEnd(i)
	for {
		switch s.byteAt(i) {
		case '.':
			j := i + 1
			if s.byteAt(j) == '.' {
				j++
			}
			switch c := s.byteAt(j); {
			case c == '*':
				i = j + 1
			case c == '[' && j == i+2:
				i = j
			case s.nameEnd(j) > j:
				i = s.nameEnd(j)
			default:
				s.add(i, Path)
				return
			}
		case '[':
			if !s.goesOn(i) {
				s.add(i, Path)
				return
			}
			end := s.bracketEnd(i)
			if end < 0 {
				s.bad(s.restOfLine(), OpenPath)
				return
			}
			i = end
		default:
			s.add(i, Path)
			return
		}
	}
}

// nameEnd returns the end of the field or variable name that starts at i. A hyphen belongs to it
// only where a letter or digit follows, so that $.x -> y needs no blank.
func (s *scanner) nameEnd(i int) int {
	for i < len(s.text) {
		switch c := s.text[i]; {
		case class[c]&(letter|digit) != 0:
			i++
		case c == '-' && (s.classAt(i+1)&(letter|digit) != 0 || s.byteAt(i+1) >= utf8.RuneSelf):
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s.text[i:])
			if r == utf8.RuneError && size == 1 {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// goesOn tells whether the [ at i belongs to the path that it touches, or begins a list.
func (s *scanner) goesOn(i int) bool {
	c := s.byteAt(i + 1)
	return strings.IndexByte(`"'-:*?`, c) >= 0 && c != 0 || class[c]&digit != 0 || c == '(' && s.byteAt(i+2) == '@'
}

// bracketEnd returns the offset behind the bracket that closes the one at i, -1 where the line ends first.
func (s *scanner) bracketEnd(i int) int {
	depth := 0
	var quote byte
	for ; i < len(s.text); i++ {
		c := s.text[i]
		switch {
		case class[c]&newline != 0:
			return -1
		case quote != 0:
			if c == '\\' && i+1 < len(s.text) && class[s.text[i+1]]&newline == 0 {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '[' || c == '(':
			depth++
		case c == ']' || c == ')':
			depth--
			if depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}
