//go:build unix

package rules_test

import (
	"fmt"
	"path"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/grammar"
	"github.com/orkls/orkls/grammar/grammartest"
)

// BenchmarkKeystroke types a digit into the middle of a file, and parses, resolves and judges it as the server does.
// The goals: 0.5 ms for 200 lines, 10 ms for 10,000.
func BenchmarkKeystroke(b *testing.B) {
	for _, lines := range []int{200, 10_000} {
		b.Run(fmt.Sprintf("%d lines", lines), func(b *testing.B) {
			defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the server sets it
			text := grammartest.ProgramOfLines(lines)
			before, after := middle(text, "timeout: ")
			w := handlersOpen(b, text)
			parser := grammar.NewParser()
			parser.Parse(text)
			b.ReportAllocs()
			defer reportProcessorTime(b, processorTime())
			for i := 0; b.Loop(); i++ {
				file := parser.Parse(before + string(rune('1'+i%9)) + after)
				analysis.Run(rules.All, w.Resolve("generated.ork", file), w)
			}
		})
	}
}

// reportProcessorTime adds the time that processors were busy for each operation, which a busy machine does not change
// as it does the time on the clock.
func reportProcessorTime(b *testing.B, before time.Duration) {
	b.ReportMetric(float64((processorTime()-before).Microseconds())/float64(b.N), "cpu-µs/op")
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// middle cuts text behind the first occurrence of mark in its second half.
func middle(text, mark string) (before, after string) {
	at := strings.Index(text[len(text)/2:], mark) + len(text)/2 + len(mark)
	return text[:at], text[at:]
}

// handlersOpen returns a workspace in which every handler file of a program is open, and has its functions.
func handlersOpen(b *testing.B, text string) *workspace.Workspace {
	b.Helper()
	w, err := workspace.New(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	for name, handler := range (project{"generated.ork": text}).handlers(b) {
		w.Open(name, handler)
		w.Open(path.Join(path.Dir(name), "requirements.txt"), "aws-lambda-powertools\n")
	}
	return w
}
