package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/suggest"
)

var ruleFormats = []string{"text", "json"}

func (a *app) rulesCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List all rules",
		Example: `  orklint rules
  orklint rules --format json`,
		Args: takes(),
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("--format", format, ruleFormats); err != nil {
				return err
			}
			if format == "json" {
				return a.listRulesAsJSON()
			}
			return a.listRules()
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "how to print: text, json")
	complete(cmd, "format", ruleFormats)
	return cmd
}

func (a *app) listRules() error {
	table := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "RULE\tDEFAULT\tFIXES\tWHAT IT REPORTS")
	for _, r := range rules.All {
		fixes := "-"
		if r.Fixes != "" {
			fixes = "yes"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, fixes, r.Summary)
	}
	return table.Flush()
}

func (a *app) listRulesAsJSON() error {
	type jsonRule struct {
		Name     string `json:"name"`
		Category string `json:"category"`
		Severity string `json:"severity"`
		Summary  string `json:"summary"`
		Fixes    string `json:"fixes"` // what they do; empty where there are none
		URL      string `json:"url"`
	}
	list := []jsonRule{}
	for _, r := range rules.All {
		list = append(list, jsonRule{r.Name, string(r.Category), r.Severity.String(), r.Summary, r.Fixes, r.URL()})
	}
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "explain RULE",
		Short:             "Show a rule's page: why it matters, a bad and a good example, when to ignore it",
		Example:           "  orklint explain " + ruleNames()[0],
		Args:              takes("RULE"),
		ValidArgsFunction: cobra.FixedCompletions(ruleNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			r := rules.Named(args[0])
			if r == nil {
				return unknownRule(args[0])
			}
			_, err := io.WriteString(a.stdout, explained(r))
			return err
		},
	}
}

// explained returns a rule's page under what the rule's value says of it.
func explained(r *analysis.Rule) string {
	fixes := r.Fixes
	if fixes == "" {
		fixes = "none"
	}
	return fmt.Sprintf("# %s\n\nReports %s.\n\n- default: %s\n- category: %s\n- fixes: %s\n- page: %s\n\n%s\n",
		r.Name, r.Summary, r.Severity, r.Category, fixes, r.URL(), strings.TrimSpace(r.Page))
}

func unknownRule(name string) error {
	if near := suggest.Nearest(name, ruleNames()); near != "" {
		return fmt.Errorf("no rule is called %q; did you mean %s?", name, near)
	}
	return fmt.Errorf("no rule is called %q; orklint rules lists all", name)
}

func ruleNames() (names []string) {
	for _, r := range rules.All {
		names = append(names, r.Name)
	}
	return names
}

// ruleURL returns the address of a rule's page.
func ruleURL(name string) string {
	if r := rules.Named(name); r != nil {
		return r.URL()
	}
	return ""
}
