package report

import (
	"strings"

	"github.com/orkls/orkls/analysis"
)

// painter puts text in colour, where it is true.
type painter bool

// sgr returns text between the terminal's "select graphic rendition" of the code and the reset (ECMA-48, 8.3.117).
func (p painter) sgr(code, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p painter) bold(text string) string { return p.sgr("1", text) }
func (p painter) dim(text string) string  { return p.sgr("2", text) }
func (p painter) blue(text string) string { return p.sgr("34", text) }

func (p painter) severity(s analysis.Severity, text string) string {
	switch s {
	case analysis.Error:
		return p.sgr("1;31", text) // red
	case analysis.Warning:
		return p.sgr("1;33", text) // yellow
	case analysis.Information:
		return p.sgr("1;36", text) // cyan
	}
	return p.sgr("1;32", text) // green
}

// ColourDiff puts the lines of a unified diff in colour.
func ColourDiff(diff string) string {
	paint := painter(true)
	var out strings.Builder
	for line := range strings.Lines(diff) {
		text := strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "--- "), strings.HasPrefix(line, "+++ "):
			text = paint.bold(text)
		case strings.HasPrefix(line, "@@"):
			text = paint.sgr("36", text)
		case strings.HasPrefix(line, "-"):
			text = paint.sgr("31", text)
		case strings.HasPrefix(line, "+"):
			text = paint.sgr("32", text)
		}
		out.WriteString(text)
		if strings.HasSuffix(line, "\n") {
			out.WriteByte('\n')
		}
	}
	return out.String()
}
