package grammar

import (
	"strings"
	"unicode/utf8"
)

// line is a line of the output, or several where a token spans them.
type line struct {
	indent  int
	code    []byte
	width   int    // of the code, behind its last line end
	comment string // behind the code, or alone
}

func (l *line) write(code string) {
	l.code = append(l.code, code...)
	if i := strings.LastIndexAny(code, "\r\n"); i >= 0 {
		l.width, code = -l.indent*len(indentation), code[i+1:]
	}
	l.width += utf8.RuneCountInString(code)
}

func (l *line) empty() bool { return len(l.code) == 0 && l.comment == "" }

// sharesColumn tells whether the comments of both lines, which are in one run of lines, are aligned.
func (l line) sharesColumn(other line) bool {
	return len(l.code) > 0 && l.comment != "" && len(other.code) > 0 && other.comment != "" && l.indent == other.indent
}

// writeTo writes the line with its comment one blank behind the column.
func (l line) writeTo(out *strings.Builder, column int) {
	if !l.empty() {
		out.WriteString(strings.Repeat(indentation, l.indent))
	}
	out.Write(l.code)
	if len(l.code) > 0 && l.comment != "" {
		out.WriteString(strings.Repeat(" ", column-l.width+1))
	}
	out.WriteString(l.comment)
}
