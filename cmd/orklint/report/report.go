// Package report shows diagnostics: as text for people, and in the formats that programs read.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/grammar"
)

// Report is what one run found.
type Report struct {
	Diagnostics []analysis.Diagnostic
	Files       int                        // how many were linted
	Text        func(file string) string   // of a file that a diagnostic names; empty where there is none
	URL         func(rule string) string   // of the rule's page
	mappers     map[string]*grammar.Mapper // by file
}

// Style says how the text format looks; the others have only one look.
type Style struct {
	Colour bool
	Brief  bool // one line per finding and nothing else
}

// Format is a way to show a report.
type Format struct {
	Name, Summary string
	Write         func(io.Writer, *Report, Style) error
}

// Formats are all there are, the default first.
var Formats = []Format{
	{"text", "for people, with the source and its fix", writeText},
	{"json", "one object with diagnostics and summary", writeJSON},
}

// FormatNames returns the names of Formats.
func FormatNames() (names []string) {
	for _, format := range Formats {
		names = append(names, format.Name)
	}
	return names
}

// FormatNamed returns the format of that name.
func FormatNamed(name string) (Format, error) {
	for _, format := range Formats {
		if format.Name == name {
			return format, nil
		}
	}
	return Format{}, fmt.Errorf("no format is called %q; there are %s", name, strings.Join(FormatNames(), " and "))
}

// Sort orders diagnostics by file and place, and drops the second of two equal ones: a file may be reached more than once.
func Sort(diagnostics []analysis.Diagnostic) []analysis.Diagnostic {
	slices.SortStableFunc(diagnostics, analysis.Compare)
	return slices.CompactFunc(diagnostics, func(a, b analysis.Diagnostic) bool { return analysis.Compare(a, b) == 0 })
}

// Summary counts what a report holds.
type Summary struct {
	Files           int `json:"files"` // linted
	Errors          int `json:"errors"`
	Warnings        int `json:"warnings"`
	Information     int `json:"info"`
	Hints           int `json:"hints"`
	Fixable         int `json:"fixable"`         // with --fix
	UnsafelyFixable int `json:"unsafelyFixable"` // with --unsafe-fixes only
}

// Summary returns the report's counts.
func (r *Report) Summary() Summary {
	s := Summary{Files: r.Files}
	for _, d := range r.Diagnostics {
		switch d.Severity {
		case analysis.Error:
			s.Errors++
		case analysis.Warning:
			s.Warnings++
		case analysis.Information:
			s.Information++
		case analysis.Hint:
			s.Hints++
		}
		if _, ok := apply.First(d, false); ok {
			s.Fixable++
		} else if _, ok := apply.First(d, true); ok {
			s.UnsafelyFixable++
		}
	}
	return s
}

// mapper returns the mapper of a file's text.
func (r *Report) mapper(file string) *grammar.Mapper {
	if r.mappers[file] == nil {
		if r.mappers == nil {
			r.mappers = map[string]*grammar.Mapper{}
		}
		r.mappers[file] = grammar.NewMapper(r.Text(file))
	}
	return r.mappers[file]
}

const byteOrderMark = "\ufeff"

// position returns the line and the column of an offset, both from 1, the column in code points. A leading
// byte-order mark takes no column: editors do not show it.
func (r *Report) position(file string, offset int) (line, column int) {
	mapper := r.mapper(file)
	position := mapper.OffsetPosition(offset, grammar.UTF32)
	if position.Line == 0 && position.Column > 0 && strings.HasPrefix(mapper.Text(), byteOrderMark) {
		position.Column--
	}
	return position.Line + 1, position.Column + 1
}

// place returns file:line:column, which editors and terminals make a link of.
func (r *Report) place(file string, offset int) string {
	line, column := r.position(file, offset)
	return fmt.Sprintf("%s:%d:%d", visible(file), line, column)
}
