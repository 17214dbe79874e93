package grammar

import "unicode/utf8"

// number reads a JSON number, or a duration: a number without exponent and a unit.
func (s *scanner) number() {
	i := s.at
	negative := s.text[i] == '-'
	if negative {
		i++
	}
	whole := i
	i = s.digits(i)
	good := i == whole+1 || s.text[whole] != '0'
	if s.byteAt(i) == '.' && s.classAt(i+1)&digit != 0 {
		i = s.digits(i + 1)
	}
	if end := s.wordEnd(i); end > i {
		switch s.text[i:end] {
		case "ms", "s", "m", "h", "d":
			if good && !negative {
				s.add(end, Duration)
				return
			}
		}
	}
	if c := s.byteAt(i); c == 'e' || c == 'E' {
		j := i + 1
		if c := s.byteAt(j); c == '+' || c == '-' {
			j++
		}
		if end := s.digits(j); end > j {
			i = end
		}
	}
	if end := s.wordEnd(i); end > i || !good {
		s.bad(max(end, i), BadNumber)
		return
	}
	s.add(i, Number)
}

// str reads a JSON string. Its escapes are judged here, so that every String token can be unquoted.
func (s *scanner) str() {
	if s.tripleQuotes() {
		return
	}
	problem := NoProblem
	for i := s.at + 1; i < len(s.text); {
		switch c := s.text[i]; {
		case c == '"':
			if problem != NoProblem {
				s.bad(i+1, problem)
			} else {
				s.add(i+1, String)
			}
			return
		case c == '\n' || c == '\r':
			s.bad(s.endOfOpenString(i), OpenString)
			return
		case c == '\\':
			n := escapeLength(s.text[i:])
			if n == 0 {
				problem = BadEscape
				n = 1
				if next := s.byteAt(i + 1); next == '"' {
					n = 2
				}
			}
			i += n
		case c < ' ':
			problem = BadCharacter
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s.text[i:])
			if r == utf8.RuneError && size == 1 {
				problem = InvalidUTF8
			}
			i += size
		default:
			i++
		}
	}
	s.bad(s.restOfLine(), OpenString)
}

// escapeLength returns the length of the JSON escape at the start of s, 0 where it is none.
func escapeLength(s string) int {
	if len(s) < 2 {
		return 0
	}
	switch s[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if len(s) >= 6 && isHex(s[2]) && isHex(s[3]) && isHex(s[4]) && isHex(s[5]) {
			return 6
		}
	}
	return 0
}

func isHex(c byte) bool {
	return class[c]&digit != 0 || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// jsonata reads {% ... %}, which may span lines.
func (s *scanner) jsonata() {
	end := s.find("%}", s.at+2)
	if end < 0 {
		s.bad(s.restOfLine(), OpenJsonata)
		return
	}
	body := s.text[s.at:end]
	if !utf8.ValidString(body) {
		s.bad(end, InvalidUTF8)
		return
	}
	s.add(end, Jsonata)
	s.line += countLines(body)
}
