package grammar

import "strings"

// Options say how Format lays a program out.
type Options struct {
	LineWidth int // in code points; 0 means 100
}

const defaultLineWidth = 100

// Format returns the program as everybody writes it: the same tokens, but for commas at the ends of lines, and the
// same comments. Where something does not parse, it returns the text as it is, and what is wrong.
func Format(text string, o Options) (string, []Diagnostic) {
	file, problems := Parse(text)
	if len(problems) > 0 {
		return text, problems
	}
	if o.LineWidth <= 0 {
		o.LineWidth = defaultLineWidth
	}
	p := newPrinter(file, o.LineWidth)
	p.file(file)
	return p.String(), nil
}

// lineEnding returns the one that most lines of text end with.
func lineEnding(text string) string {
	windows := strings.Count(text, "\r\n")
	unix := strings.Count(text, "\n") - windows
	old := strings.Count(text, "\r") - windows
	switch {
	case windows > unix && windows >= old:
		return "\r\n"
	case old > unix:
		return "\r"
	}
	return "\n"
}
