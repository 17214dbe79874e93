package analysis

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/analysis/flow"
)

// Run lets every rule look at the program, and returns what they found and no comment silences, in the
// order of the text.
func Run(rules []*Rule, program *flow.Program, files Files) []Diagnostic {
	var found []Diagnostic
	report := func(d Diagnostic) { found = append(found, d) }
	facts := map[any]any{}
	for i, rule := range rules {
		pass := &Pass{
			Program: program, Files: files, rule: rule, report: report, facts: facts, ran: rules[:i], found: found,
		}
		rule.Run(pass)
	}
	found = silence(program.File, found)
	slices.SortStableFunc(found, Compare)
	return found
}

// Compare orders diagnostics by file, place and rule.
func Compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Range.Start, b.Range.Start),
		cmp.Compare(a.Range.End, b.Range.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}
