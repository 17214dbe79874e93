package grammar

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unquote returns the text that a string token stands for.
func (t *Text) Unquote() string { return unquote(t.Quoted) }

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func unescape(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			out.WriteByte(s[i])
			i++
			continue
		}
		if s[i+1] != 'u' {
			out.WriteByte(escapes[s[i+1]])
			i += 2
			continue
		}
		r := hexRune(s[i+2:])
		i += 6
		if utf16.IsSurrogate(r) && strings.HasPrefix(s[i:], `\u`) {
			if pair := utf16.DecodeRune(r, hexRune(s[i+2:])); pair != utf8.RuneError {
				r = pair
				i += 6
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func hexRune(s string) rune {
	n, _ := strconv.ParseUint(s[:4], 16, 16) // the lexer lets only hexadecimal digits through
	return rune(n)
}

// Quote writes text as a string of the language, which is a JSON string.
func Quote(text string) string {
	var out strings.Builder
	out.Grow(len(text) + 2)
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case r < ' ':
			out.WriteString(`\u00`)
			out.WriteByte("0123456789abcdef"[r>>4])
			out.WriteByte("0123456789abcdef"[r&15])
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}
