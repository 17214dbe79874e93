package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/grammar"
)

// standardInput stands for standard input among the patterns, and in reports.
const standardInput, standardInputName = "-", "<standard input>"

type formatFlags struct {
	check, diff bool
	jobs        int
}

func (a *app) formatCommand() *cobra.Command {
	var flags formatFlags
	cmd := &cobra.Command{
		Use:   "fmt [PATTERN...]",
		Short: "Format .ork files in place",
		Long: `Format .ork files in place. A pattern is as for linting; - formats standard input to standard output.
A file that does not parse is left as it is.

Exit codes: 0 formatted, 1 --check or --diff found a file that is not formatted, or a file does not parse,
2 could not run.`,
		Example: `  orklint fmt                  format all .ork files here and below
  orklint fmt --check          name the files that are not formatted
  orklint fmt --diff orders.ork
  orklint fmt - < orders.ork`,
		RunE: func(_ *cobra.Command, patterns []string) error {
			if err := flags.validate(); err != nil {
				return err
			}
			if len(patterns) == 1 && patterns[0] == standardInput {
				return a.formatStandardInput(flags)
			}
			w, files, err := open(patterns)
			if err != nil {
				return err
			}
			f := formatter{app: a, workspace: w, flags: flags}
			return f.run(files)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&flags.check, "check", false, "print the names of files that are not formatted, and change nothing")
	f.BoolVar(&flags.diff, "diff", false, "print what formatting would change, and change nothing")
	jobsFlag(cmd, &flags.jobs)
	return cmd
}

func (f formatFlags) validate() error {
	if f.check && f.diff {
		return errors.New("--check names files and --diff shows what is in them; give one of them")
	}
	return checkJobs(f.jobs)
}

// formatter is one run of the fmt command.
type formatter struct {
	*app
	workspace *workspace.Workspace
	flags     formatFlags
}

// formatted is what became of one file.
type formatted struct {
	change   apply.Change
	problems []analysis.Diagnostic // why it does not parse
	err      error
}

// run formats the files, several at the same time, and tells what came of it in their order.
func (f *formatter) run(files []string) error {
	results := make([]formatted, len(files))
	forEach(f.flags.jobs, len(files), func(i int) {
		results[i] = f.format(files[i])
		if r := &results[i]; r.changes() && !f.flags.check && !f.flags.diff {
			r.err = r.change.Write(f.workspace)
		}
	})
	var failures, findings error
	written := 0
	for _, r := range results {
		failures = errors.Join(failures, r.err)
		switch {
		case len(r.problems) > 0:
			findings = errFindings
			f.complain(f.workspace, r.problems)
		case !r.changes():
		case f.flags.check || f.flags.diff:
			findings = errFindings
			failures = errors.Join(failures, f.show(r.change))
		default:
			written++
		}
	}
	if written > 0 {
		f.say("formatted %s", count(written, "file"))
	}
	if failures != nil {
		return failures
	}
	return findings
}

func (f *formatter) format(file string) formatted {
	text, err := f.workspace.ReadFile(file)
	if err != nil {
		return formatted{err: err}
	}
	after, problems := grammar.Format(text, grammar.Options{})
	if len(problems) > 0 {
		tree, _ := grammar.Parse(text)
		program := flow.Resolve(file, tree, nil)
		return formatted{problems: analysis.Run([]*analysis.Rule{rules.Named("syntax")}, program, f.workspace)}
	}
	return formatted{change: apply.Change{File: file, Before: text, After: after}}
}

func (r formatted) changes() bool { return r.err == nil && r.change.After != r.change.Before }

// show prints what --check or --diff tell of a change.
func (f *formatter) show(change apply.Change) error {
	if f.flags.diff {
		return f.showDiff(change)
	}
	_, err := fmt.Fprintln(f.stdout, change.File)
	return err
}

func (a *app) formatStandardInput(flags formatFlags) error {
	var text strings.Builder
	if _, err := io.Copy(&text, a.stdin); err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	w, err := workspace.New(".")
	if err != nil {
		return err
	}
	w.Open(standardInputName, text.String())
	f := formatter{app: a, workspace: w, flags: flags}
	if flags.check || flags.diff {
		return f.run([]string{standardInputName})
	}
	r := f.format(standardInputName)
	if len(r.problems) > 0 {
		f.complain(w, r.problems)
		return errFindings
	}
	_, err = io.WriteString(a.stdout, r.change.After)
	return err
}
