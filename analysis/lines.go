package analysis

import "strings"

// LineStart returns where the line of offset begins.
func LineStart(text string, offset int) int {
	return strings.LastIndexAny(text[:offset], "\r\n") + 1
}

// Newline returns how the lines of a text end.
func Newline(text string) string {
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0 || text[i] == '\n':
		return "\n"
	case strings.HasPrefix(text[i:], "\r\n"):
		return "\r\n"
	}
	return "\r"
}
