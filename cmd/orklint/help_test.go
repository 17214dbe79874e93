package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestHelp holds every command to a line of what it does, and to examples whose flags and arguments it takes.
func TestHelp(t *testing.T) {
	for _, cmd := range commands((&app{}).rootCommand()) {
		if cmd.Short == "" || cmd.Example == "" {
			t.Errorf("%s has no summary or no example", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(flag *pflag.Flag) {
			if flag.Usage == "" {
				t.Errorf("%s --%s says nothing of itself", cmd.CommandPath(), flag.Name)
			}
		})
		for line := range strings.Lines(cmd.Example) {
			line, _, _ = strings.Cut(strings.TrimSpace(line), "   ") // what the example does
			line, _, _ = strings.Cut(line, " >")
			line, _, _ = strings.Cut(line, " <")
			checkExample(t, cmd, strings.Fields(line))
		}
	}
}

// commands returns root and all below it that are this program's own.
func commands(root *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{root}
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" && cmd.Name() != "help" {
			list = append(list, commands(cmd)...)
		}
	}
	return list
}

func checkExample(t *testing.T, of *cobra.Command, line []string) {
	t.Helper()
	if len(line) == 0 || line[0] != "orklint" {
		t.Errorf("%s: the example %q does not run orklint", of.CommandPath(), line)
		return
	}
	cmd, rest, err := (&app{}).rootCommand().Find(line[1:])
	if err != nil || cmd.CommandPath() != of.CommandPath() {
		t.Errorf("%s: the example %q runs %s: %v", of.CommandPath(), line, cmd.CommandPath(), err)
		return
	}
	if err := cmd.ParseFlags(rest); err != nil {
		t.Errorf("%s: the example %q: %v", of.CommandPath(), line, err)
		return
	}
	if err := cmd.ValidateArgs(cmd.Flags().Args()); err != nil {
		t.Errorf("%s: the example %q: %v", of.CommandPath(), line, err)
	}
}
