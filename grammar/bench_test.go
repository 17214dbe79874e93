package grammar

import (
	"runtime/debug"
	"strings"
	"testing"

	"github.com/orkls/orkls/grammar/grammartest"
)

func BenchmarkParseCold(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the programs set it
	text := grammartest.Program(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse(text)
	}
}

func BenchmarkLex(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	text := grammartest.Program(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Lex(text)
	}
}

func BenchmarkFormat(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	text := grammartest.Program(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Format(text, Options{})
	}
}

func BenchmarkKeystroke10000Lines(b *testing.B) { keystroke(b, 10_000) }

func BenchmarkKeystroke200Lines(b *testing.B) { keystroke(b, 200) }

// keystroke types and takes back a letter in the middle of a program.
func keystroke(b *testing.B, lines int) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	before := grammartest.ProgramOfLines(lines)
	middle := strings.LastIndex(before[:len(before)/2], "price_order_")
	after := before[:middle] + "x" + before[middle:]
	p := NewParser()
	p.Parse(before)
	b.SetBytes(int64(len(before)))
	for b.Loop() {
		p.Parse(after).Problems()
		before, after = after, before
	}
}
