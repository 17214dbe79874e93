package main

import (
	"fmt"
	"io"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/cmd/orklint/report"
)

// showDiff prints a change.
func (a *app) showDiff(change apply.Change) error {
	diff := change.Diff()
	if a.inColour(a.stdout) {
		diff = report.ColourDiff(diff)
	}
	_, err := io.WriteString(a.stdout, diff)
	return err
}

// count returns a number with its thing: "1 file", "2 files".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// complain tells what keeps a text from being worked on. It goes to standard error: standard output is for the result.
func (a *app) complain(w *workspace.Workspace, problems []analysis.Diagnostic) {
	r := &report.Report{Diagnostics: report.Sort(problems), Text: textIn(w), URL: ruleURL}
	// Where standard error cannot be written to, the exit code is all there is left to tell.
	_ = report.WriteFindings(a.stderr, r, report.Style{Colour: a.inColour(a.stderr)})
}

// textIn returns what gives the text of a file, for showing places in it.
func textIn(w *workspace.Workspace) func(file string) string {
	return func(file string) string {
		text, err := w.ReadFile(file)
		if err != nil {
			return "" // a fix may create the file
		}
		return text
	}
}
