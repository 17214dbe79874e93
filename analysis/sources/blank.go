package sources

import "strings"

// syntax says how a language writes what is no code.
type syntax struct {
	starts       string // what comments, strings and regular expressions start with
	lineComment  string
	blockComment [2]string // empty where there is none
	quotes       []quote   // longer marks first
	regexps      bool      // /…/ where a value may stand
}

type quote struct {
	mark  string
	lines bool // may go on over lines
}

var (
	pythonSyntax = syntax{starts: "#\"'", lineComment: "#", quotes: []quote{{`"""`, true}, {`'''`, true}, {`"`, false}, {`'`, false}}}
	scriptSyntax = syntax{
		starts: "/\"'`", lineComment: "//", blockComment: [2]string{"/*", "*/"},
		quotes: []quote{{`"`, false}, {`'`, false}, {"`", true}}, regexps: true,
	}
)

// blank returns text with comments, and what stands in strings, replaced by blanks. Lines keep their places, and end
// in \n alone.
func blank(text string, s syntax) string {
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	out := []byte(text)
	for i := 0; ; {
		next := strings.IndexAny(text[i:], s.starts)
		if next < 0 {
			return string(out)
		}
		i += next
		n := s.skipped(text, i)
		for j := i; j < i+n; j++ {
			if out[j] != '\n' {
				out[j] = ' '
			}
		}
		i += max(n, 1)
	}
}

// skipped is the length of the comment, string or regular expression at i, 0 where there is none.
func (s syntax) skipped(text string, i int) int {
	rest := text[i:]
	if strings.HasPrefix(rest, s.lineComment) {
		return until(rest, "\n")
	}
	if open := s.blockComment[0]; open != "" && strings.HasPrefix(rest, open) {
		return len(open) + behind(rest[len(open):], s.blockComment[1])
	}
	if n := s.quoted(rest); n > 0 {
		return n
	}
	return s.regexp(text, i)
}

// until is where sep stands in text, or the end.
func until(text, sep string) int {
	if i := strings.Index(text, sep); i >= 0 {
		return i
	}
	return len(text)
}

// behind is where the text behind sep begins, or the end.
func behind(text, sep string) int { return min(until(text, sep)+len(sep), len(text)) }

// quoted is the length of the string that text begins with, 0 where it begins with none.
func (s syntax) quoted(text string) int {
	for _, q := range s.quotes {
		if !strings.HasPrefix(text, q.mark) {
			continue
		}
		for i := len(q.mark); i < len(text); i++ {
			switch {
			case text[i] == '\\':
				i++
			case text[i] == '\n' && !q.lines:
				return i
			case strings.HasPrefix(text[i:], q.mark):
				return i + len(q.mark)
			}
		}
		return len(text)
	}
	return 0
}

// regexp is the length of the regular expression at i, 0 where none begins there: a / behind a value divides.
func (s syntax) regexp(text string, i int) int {
	if !s.regexps || text[i] != '/' {
		return 0
	}
	before := strings.TrimRight(text[:i], " \t\n")
	if before != "" && !strings.ContainsRune("(,=:[!&|?{};+-*%<>~^", rune(before[len(before)-1])) && !strings.HasSuffix(before, "return") {
		return 0
	}
	class := false
	for j := i + 1; j < len(text) && text[j] != '\n'; j++ {
		switch {
		case text[j] == '\\':
			j++
		case text[j] == '[':
			class = true
		case text[j] == ']':
			class = false
		case text[j] == '/' && !class:
			return j + 1 - i
		}
	}
	return 0
}
