package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orklint/apply"
)

func writeText(out io.Writer, r *Report, style Style) error {
	if err := WriteFindings(out, r, style); err != nil || style.Brief {
		return err
	}
	_, err := fmt.Fprintln(out, r.Summary())
	return err
}

// WriteFindings writes the text format without its summary.
func WriteFindings(out io.Writer, r *Report, style Style) error {
	buffered := bufio.NewWriter(out)
	t := textWriter{Writer: buffered, report: r, paint: painter(style.Colour)}
	for _, d := range r.Diagnostics {
		t.headline(d)
		if !style.Brief {
			t.details(d)
		}
	}
	return buffered.Flush()
}

type textWriter struct {
	io.Writer
	report *Report
	paint  painter
}

func (t textWriter) headline(d analysis.Diagnostic) {
	fmt.Fprintf(t, "%s: %s: %s %s\n",
		t.paint.bold(t.report.place(d.File, d.Range.Start)),
		t.paint.severity(d.Severity, d.Severity.String()),
		visible(d.Message),
		t.paint.dim("["+d.Rule+"]"))
}

// details shows the source, the related places and the fix, aligned under the line numbers' gutter.
func (t textWriter) details(d analysis.Diagnostic) {
	lines := excerpt(t.report.mapper(d.File), d.Range)
	width := 0
	for _, line := range lines {
		width = max(width, len(line.number))
	}
	gutter := func(number, mark string) string {
		return t.paint.blue(fmt.Sprintf("%*s %s", width, number, mark))
	}
	fmt.Fprintln(t, gutter("", "|"))
	for i, line := range lines {
		if i > 0 && line.apart {
			fmt.Fprintln(t, t.paint.blue("..."))
		}
		fmt.Fprintln(t, strings.TrimRight(gutter(line.number, "|")+" "+line.text, " "))
		carets := strings.Repeat("^", line.carets)
		fmt.Fprintln(t, gutter("", "|")+" "+strings.Repeat(" ", line.indent)+t.paint.severity(d.Severity, carets))
	}
	for _, related := range d.Related {
		fmt.Fprintf(t, "%s %s: %s\n", gutter("", "="), visible(related.Message), t.report.place(related.File, related.Range.Start))
	}
	if fix, ok := apply.First(d, true); ok {
		fmt.Fprintf(t, "%s %s %s\n", gutter("", "="), t.paint.bold("fix:"), visible(fix.Title))
	}
}

// String returns the text report's last line.
func (s Summary) String() string {
	var counts []string
	for _, c := range []struct {
		number    int
		one, many string
	}{
		{s.Errors, "error", "errors"}, {s.Warnings, "warning", "warnings"},
		{s.Information, "info", "info"}, {s.Hints, "hint", "hints"},
	} {
		if c.number > 0 {
			counts = append(counts, count(c.number, c.one, c.many))
		}
	}
	line := "no findings"
	if len(counts) > 0 {
		line = strings.Join(counts, ", ")
	}
	line += " in " + count(s.Files, "file", "files")
	switch {
	case s.Fixable > 0 && s.UnsafelyFixable > 0:
		line += fmt.Sprintf("; %d fixable with --fix, %d more with --fix --unsafe-fixes", s.Fixable, s.UnsafelyFixable)
	case s.Fixable > 0:
		line += fmt.Sprintf("; %d fixable with --fix", s.Fixable)
	case s.UnsafelyFixable > 0:
		line += fmt.Sprintf("; %d fixable with --unsafe-fixes", s.UnsafelyFixable)
	}
	return line
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
