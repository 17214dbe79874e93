package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/grammar"
)

// TestNothingIsQuadratic lints programs ten times as large as others: no rule of composition or failure may take much
// more than ten times as long.
func TestNothingIsQuadratic(t *testing.T) {
	repeat := func(before, item, behind string) func(n int) string {
		return func(n int) string {
			var b strings.Builder
			b.WriteString(before)
			for i := range n {
				b.WriteString(strings.ReplaceAll(strings.ReplaceAll(item, "@@", fmt.Sprint(i+1)), "@", fmt.Sprint(i)))
			}
			return b.String() + behind
		}
	}
	programs := map[string]func(n int) string{
		"a star":           repeat("workflow w {\n", "a >> s@ >> t@\n", "}"),
		"a ladder":         repeat("workflow w {\n", "s@ >> l@ >> s@@\ns@ >> r@ >> s@@\n", "}"),
		"a ladder of N":    repeat("workflow w {\n", "s@ >> l@ >> s@@\ns@ >> r@ >> s@@\nr@ >> x@\n", "}"),
		"a zigzag":         repeat("workflow w {\na >> s0\n", "s@ >> t@\ns@ >> t@@\na >> s@@\n", "}"),
		"nested":           repeat("workflow w {\n", "s@ >> s@@\ns@ >> t@ >> end_\n", "}"),
		"many messes":      repeat("workflow w {\n", "s@ >> l@\ns@ >> r@\n", "}"),
		"messes in bodies": repeat("workflow w {\na", " >> if $.x == 1 {\n s@ >> l@\ns@ >> r@\n}", "}"),
		"comments":         repeat("workflow w {\na >> b\na", " # here\n >> s@  # there\n", "}"),
		"jumps":            repeat("workflow w {\n", "a@ >> b@ >> if $.x == 1 { -> a@ }\na@ >> c@ { catch * -> end }\n", "}"),
		"starts":           repeat("workflow w {\n", "s@\n", "}"),
		"circles":          repeat("workflow w {\n", "s@ >> t@ >> s@\n", "}"),
		"duplicates":       repeat("workflow w {\n catch * -> a\na", " >> s@ >> t@", "\na >> a_\n"+repeat("", "a_ >> s@\n", "}")(100)),
		"lists":            repeat("workflow w {\n catch * -> end\na", " >> [b, c]", "\n}"),
		"branches":         repeat("workflow w {\n[a", ", b >> c", "]\n}"),
		"long branches":    repeat("workflow w {\n[a, b", " >> c as c@", "]\n}"),
		"maps":             repeat("workflow w {\na", " >> map [b]", "\n}"),
		"loops of lists":   repeat("workflow w {\n catch * -> z\nz", " >> [b, c] { catch * -> z }", "\n}"),
	}
	var mine []*analysis.Rule
	for _, r := range rules.All {
		if r.Category == analysis.Composition || r.Category == analysis.Failure {
			mine = append(mine, r)
		}
	}
	for name, program := range programs {
		t.Run(name, func(t *testing.T) {
			const n = 1000
			linting := func(n int) func() time.Duration {
				file, _ := grammar.Parse(program(n))
				p := flow.Resolve("main.ork", file, nil)
				return func() time.Duration {
					start := time.Now()
					analysis.Run(mine, p, nil)
					return time.Since(start)
				}
			}
			small, large := linting(n), linting(10*n)
			best, worst := small(), large()
			for range 5 { // other work on the machine may have taken the time
				if worst < 40*best || worst < time.Second {
					return
				}
				best, worst = min(best, small()), min(worst, large())
			}
			t.Errorf("%v for %d, %v for ten times as many", best, n, worst)
		})
	}
}
