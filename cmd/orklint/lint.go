package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/report"
)

type lintFlags struct {
	fix, unsafe, diff bool
	format, failOn    string
	quiet             bool
	jobs              int
}

// severities are the values of --fail-on.
var severities = []string{"error", "warning", "info", "hint"}

func (a *app) lintCommand() *cobra.Command {
	var flags lintFlags
	cmd := &cobra.Command{
		Use:   "orklint [PATTERN...]",
		Short: "Find and fix what is wrong with Ork workflows",
		Long: `orklint finds what is wrong with Ork workflows, says what will happen when they run, and fixes it.

A pattern is a file, a folder, or a folder with /... for all below it; ./... where none is given.
Hidden folders, node_modules, vendor and cdk.out are skipped.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.`,
		Example: `  orklint                            lint all .ork files here and below
  orklint orders.ork flows/...       lint a file, and a folder with its subfolders
  orklint --diff --unsafe-fixes      show what all fixes would change
  orklint --fix                      apply the fixes that keep what the workflow does
  orklint --fix --unsafe-fixes       apply all fixes
  orklint --format json --fail-on error > findings.json`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, patterns []string) error {
			if err := flags.check(); err != nil {
				return err
			}
			w, files, err := open(patterns)
			if err != nil {
				return suggestCommand(cmd, patterns, err)
			}
			l := linter{app: a, workspace: w, files: files, flags: flags}
			return l.run()
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&flags.fix, "fix", false, "apply safe fixes: those that keep what the workflow does")
	f.BoolVar(&flags.unsafe, "unsafe-fixes", false, "with --fix or --diff: take fixes that change behaviour too")
	f.BoolVar(&flags.diff, "diff", false, "print what the fixes would change, and change nothing")
	f.StringVar(&flags.format, "format", report.Formats[0].Name, "how to print findings: "+strings.Join(report.FormatNames(), ", "))
	f.StringVar(&flags.failOn, "fail-on", "warning", "least severity that gives exit code 1: "+strings.Join(severities, ", "))
	f.BoolVarP(&flags.quiet, "quiet", "q", false, "print one line per finding and nothing else")
	jobsFlag(cmd, &flags.jobs)
	complete(cmd, "format", report.FormatNames())
	complete(cmd, "fail-on", severities)
	return cmd
}

func (f lintFlags) check() error {
	if err := oneOf("--format", f.format, report.FormatNames()); err != nil {
		return err
	}
	if err := oneOf("--fail-on", f.failOn, severities); err != nil {
		return err
	}
	if f.fix && f.diff {
		return fmt.Errorf("--fix changes files and --diff does not; give one of them")
	}
	if f.unsafe && !f.fix && !f.diff {
		return fmt.Errorf("--unsafe-fixes alone does nothing; add --fix to apply the fixes or --diff to see them")
	}
	return checkJobs(f.jobs)
}

// open returns the workspace of the working directory, and the files that the patterns mean.
func open(patterns []string) (*workspace.Workspace, []string, error) {
	w, err := workspace.New(".")
	if err != nil {
		return nil, nil, err
	}
	files, err := w.Files(patterns...)
	return w, files, err
}

// suggestCommand adds to a missing file's error the command that was perhaps meant.
func suggestCommand(cmd *cobra.Command, patterns []string, err error) error {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if len(patterns) > 0 && !strings.ContainsAny(patterns[0], `./\`) {
		if name := suggest.Nearest(patterns[0], names); name != "" {
			return fmt.Errorf("%w; did you mean the command %s?", err, name)
		}
	}
	return err
}
