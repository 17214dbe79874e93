package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/compiler"
)

type compileFlags struct {
	target         string
	workflow, task string // the only one to compile
	output         string
}

func (a *app) compileCommand() *cobra.Command {
	var flags compileFlags
	names, table := targetNames()
	cmd := &cobra.Command{
		Use:   "compile [--to TARGET] FILE",
		Short: "Compile a workflow to a state machine, to code that makes one, or to a picture",
		Long: `Compile a workflow of a file, or one task of it, and print the result. --workflow may be left out where the file has but one.

Targets:
` + table + `
What keeps it from being compiled is told on standard error.
Exit codes: 0 compiled, 1 the workflow has errors, 2 could not run.`,
		Example: `  orklint compile orders.ork
  orklint compile --to cdk-python orders.ork -o orders_stack.py
  orklint compile --to mermaid --workflow refund orders.ork
  orklint compile --to cdk-typescript --task charge orders.ork`,
		Args: takes("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("--to", flags.target, names); err != nil {
				return err
			}
			return a.compile(args[0], flags)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&flags.target, "to", names[0], "what to compile to: "+strings.Join(names, ", "))
	f.StringVar(&flags.workflow, "workflow", "", "compile the workflow `NAME`")
	f.StringVar(&flags.task, "task", "", "compile the task `NAME` alone, as a snippet")
	f.StringVarP(&flags.output, "output", "o", "", "write to `FILE` instead of standard output")
	cmd.MarkFlagsMutuallyExclusive("workflow", "task")
	complete(cmd, "to", names)
	return cmd
}

// targetNames returns the targets' names, and a table of them for the help.
func targetNames() (names []string, table string) {
	for _, t := range compiler.Targets {
		names = append(names, t.Name)
		table += fmt.Sprintf("  %-16s %s\n", t.Name, t.Title)
	}
	return names, table
}

func (a *app) compile(file string, flags compileFlags) error {
	w, files, err := open([]string{file})
	if err != nil {
		return err
	}
	if info, err := w.Stat(file); err == nil && info.IsDir() {
		return fmt.Errorf("%s: compile takes a file; this is a folder", file)
	}
	program, err := w.Program(files[0])
	if err != nil {
		return err
	}
	compiled, problems, err := compiled(program, flags)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		a.complain(w, problems)
		return errFindings
	}
	if flags.output != "" {
		return apply.WriteFile(flags.output, compiled)
	}
	_, err = io.WriteString(a.stdout, compiled)
	return err
}

// compiled returns what the flags ask for, or what is in the way; the error says that there is no such thing.
func compiled(program *flow.Program, flags compileFlags) (string, []analysis.Diagnostic, error) {
	target, _ := compiler.TargetNamed(flags.target)
	if flags.task != "" {
		return compiledTask(program, target, flags.task)
	}
	workflow, err := chosenWorkflow(program, flags.workflow)
	if err != nil {
		return "", nil, err
	}
	lowered, problems := compiler.Compile(workflow)
	if len(problems) > 0 {
		return "", problems, nil
	}
	return target.Print(lowered), nil, nil
}

func compiledTask(program *flow.Program, target compiler.Target, name string) (string, []analysis.Diagnostic, error) {
	var names []string
	var task *flow.Task
	for _, t := range program.Tasks {
		names = append(names, t.Name)
		if t.Name == name && task == nil {
			task = t
		}
	}
	if task == nil {
		return "", nil, fmt.Errorf("%s: %w", program.Path, notAmong("--task", name, names))
	}
	if target.State == nil {
		return "", nil, fmt.Errorf("--task: %s shows whole workflows only", target.Name)
	}
	lowered, problems := compiler.CompileTask(task)
	if len(problems) > 0 {
		return "", problems, nil
	}
	return target.State(lowered), nil, nil
}

// chosenWorkflow returns the workflow of that name, or with no name, the only one.
func chosenWorkflow(program *flow.Program, name string) (*flow.Workflow, error) {
	var names []string
	for _, w := range program.Workflows {
		if w.Name == name {
			return w, nil
		}
		names = append(names, w.Name)
	}
	switch {
	case len(names) == 0:
		return nil, fmt.Errorf("%s: there is no workflow in this file", program.Path)
	case name != "":
		return nil, fmt.Errorf("%s: %w", program.Path, notAmong("--workflow", name, names))
	case len(names) > 1:
		return nil, fmt.Errorf("%s: choose one of its workflows with --workflow: %s", program.Path, strings.Join(names, ", "))
	}
	return program.Workflows[0], nil
}
