package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/orkls/orkls/analysis/suggest"
)

// The exit codes, the same for every command.
const (
	exitClean    = 0
	exitFindings = 1 // there are findings at or above --fail-on, or files that fmt --check would change
	exitFailed   = 2 // it could not run
)

// errFindings ends a command with exitFindings; what was found is on standard output already.
var errFindings = errors.New("findings")

// app is one run of the program.
type app struct {
	stdin  io.Reader
	stdout io.Writer // findings and what was asked for
	stderr io.Writer // all else
	colour string    // --color
}

// run carries out a command line and returns the exit code.
func (a *app) run(args []string) int {
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	switch err := root.Execute(); {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		a.say("%v", err)
		return exitFailed
	}
}

// say tells the user something that is no finding, a line for each line of an error.
func (a *app) say(format string, args ...any) {
	for line := range strings.Lines(fmt.Sprintf(format, args...)) {
		fmt.Fprintf(a.stderr, "orklint: %s\n", strings.TrimSuffix(line, "\n"))
	}
}

func (a *app) rootCommand() *cobra.Command {
	root := a.lintCommand()
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetFlagErrorFunc(explainFlagError)
	root.PersistentFlags().StringVar(&a.colour, "color", "auto", "colour the output: auto, always, never (NO_COLOR is respected)")
	complete(root, "color", colourModes)
	root.AddCommand(a.formatCommand(), a.compileCommand(), a.explainCommand(), a.rulesCommand(), a.versionCommand())
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		return oneOf("--color", a.colour, colourModes)
	}
	return root
}

// complete offers a flag's values to the shell.
func complete(cmd *cobra.Command, flag string, values []string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not declared: a mistake in this package
	}
}

// explainFlagError adds what to do to pflag's errors.
func explainFlagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
		if name := suggest.Nearest(unknown.GetSpecifiedName(), names); name != "" {
			return fmt.Errorf("%w; did you mean --%s?", err, name)
		}
	}
	return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
}

// oneOf refuses a flag's value that is not among the allowed ones.
func oneOf(flag, value string, allowed []string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return notAmong(flag, value, allowed)
}

// notAmong says that what has no such value, and which there are.
func notAmong(what, value string, allowed []string) error {
	if near := suggest.Nearest(value, allowed); near != "" {
		return fmt.Errorf("%s: unknown value %q; did you mean %s?", what, value, near)
	}
	return fmt.Errorf("%s: unknown value %q; there are %s", what, value, strings.Join(allowed, ", "))
}

// takes lets a command have exactly the arguments named.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == len(names) {
			return nil
		}
		want := "no argument"
		if len(names) > 0 {
			want = count(len(names), "argument") + ": " + strings.Join(names, " ")
		}
		return fmt.Errorf("%s takes %s; see %s --help", cmd.Name(), want, cmd.CommandPath())
	}
}
