package main

import (
	"errors"
	"io"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/cmd/orklint/report"
)

// linter is one run of the lint command.
type linter struct {
	*app
	workspace *workspace.Workspace
	files     []string
	flags     lintFlags
}

// run lints what can be read, reports it, and then says what could not be read or written.
func (l *linter) run() error {
	unread := l.read()
	var found []analysis.Diagnostic
	var err error
	switch {
	case l.flags.diff:
		found, err = l.showFixes()
	case l.flags.fix:
		found, err = l.applyFixes()
		err = errors.Join(err, l.report(found))
	default:
		found = l.check()
		err = l.report(found)
	}
	if err := errors.Join(unread, err); err != nil {
		return err
	}
	return l.verdict(found)
}

// read opens the files, as an editor does, so that all that follows sees one text of each, and drops those that
// cannot be read.
func (l *linter) read() error {
	errs := make([]error, len(l.files))
	forEach(l.flags.jobs, len(l.files), func(i int) {
		text, err := l.workspace.ReadDisk(l.files[i])
		if errs[i] = err; err == nil {
			l.workspace.Open(l.files[i], text)
		}
	})
	var readable []string
	for i, file := range l.files {
		if errs[i] == nil {
			readable = append(readable, file)
		}
	}
	l.files = readable
	return errors.Join(errs...)
}

// check returns the findings in all files, sorted.
func (l *linter) check() []analysis.Diagnostic {
	found := make([][]analysis.Diagnostic, len(l.files))
	p := startProgress(l.terminal(), len(l.files))
	defer p.end()
	forEach(l.flags.jobs, len(l.files), func(i int) {
		program, err := l.workspace.Program(l.files[i])
		if err == nil { // read has opened the file
			found[i] = analysis.Run(rules.All, program, l.workspace)
		}
		p.step()
	})
	return report.Sort(slices.Concat(found...))
}

// terminal returns where progress is shown, or nil.
func (l *linter) terminal() io.Writer {
	if l.flags.quiet || !isTerminal(l.stderr) {
		return nil
	}
	return l.stderr
}

func (l *linter) report(found []analysis.Diagnostic) error {
	format, err := report.FormatNamed(l.flags.format)
	if err != nil {
		return err
	}
	r := &report.Report{Diagnostics: found, Files: len(l.files), Text: textIn(l.workspace), URL: ruleURL}
	return format.Write(l.stdout, r, report.Style{Colour: l.inColour(l.stdout), Brief: l.flags.quiet})
}

// verdict returns errFindings where a finding weighs as much as --fail-on says.
func (l *linter) verdict(found []analysis.Diagnostic) error {
	least, err := analysis.ParseSeverity(l.flags.failOn)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(found, func(d analysis.Diagnostic) bool { return d.Severity <= least }) {
		return errFindings
	}
	return nil
}

// applyFixes fixes the files on disk, and returns what is left to report.
func (l *linter) applyFixes() (remaining []analysis.Diagnostic, err error) {
	result, err := apply.Fix(l.workspace, l.flags.unsafe, l.check)
	if err != nil {
		return nil, err
	}
	l.warn(result)
	for _, change := range result.Changes {
		err = errors.Join(err, change.Write(l.workspace))
	}
	if err == nil {
		l.tell("fixed", result)
	}
	return result.Remaining, err
}

// showFixes prints what fixing would change, and returns what there is to fix and what is not fixable.
func (l *linter) showFixes() (found []analysis.Diagnostic, err error) {
	found = l.check()
	result, err := apply.Fix(l.workspace, l.flags.unsafe, l.check)
	if err != nil {
		return nil, err
	}
	for _, change := range result.Changes {
		if err := l.showDiff(change); err != nil {
			return nil, err
		}
	}
	l.warn(result)
	l.tell("would fix", result)
	return found, nil
}

// warn says what stood in the way of fixing.
func (l *linter) warn(result *apply.Result) {
	for _, refused := range result.Refused {
		l.say("%v", refused)
	}
	if result.Interrupted {
		l.say("stopped after %d fixes: they change something each time; please report this with the file", result.Applied)
	}
}

// tell says in a line what fixing came to.
func (l *linter) tell(did string, result *apply.Result) {
	if !l.flags.quiet {
		l.say("%s %s in %s", did, count(result.Applied, "finding"), count(len(result.Changes), "file"))
	}
}
