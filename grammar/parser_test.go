package grammar

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/grammar/grammartest"
)

// TestParser: after each of many edits, a parser that remembers the version before gives the same tree and the
// same problems as one that does not.
func TestParser(t *testing.T) {
	const edits = 25
	texts := corpus(t)
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		random := rand.New(rand.NewPCG(uint64(i), 7))
		text := texts[name]
		p := NewParser()
		for range edits {
			if difference := sameAsFresh(p, text); difference != "" {
				t.Fatalf("%s: %s in\n%s", name, difference, text)
			}
			text = edit(random, text)
		}
	}
}

// TestTakeOver: an edit leaves all statements as they were but the one that it is in, and so it stays while typing.
func TestTakeOver(t *testing.T) {
	before := grammartest.ProgramOfLines(500)
	p := NewParser()
	file := p.Parse(before)
	at := strings.LastIndex(before[:len(before)/2], "price_order_")
	for _, typed := range []string{"x", "xy", "", "x >>", "x (", "x"} {
		after := before[:at] + typed + before[at:]
		next := p.Parse(after)
		was := nodes(file)
		anew := 0
		for n := range nodes(next) {
			if _, workflow := n.(*Workflow); !was[n] && !workflow {
				anew++
			}
		}
		if anew < 1 || anew > 2 || len(was) < 100 { // a bracket makes two of one
			t.Errorf("with %q typed, %d statements were parsed anew", typed, anew)
		}
		file = next
	}
}

// TestMemory: statements do not keep alive the texts of all the versions that they came from.
func TestMemory(t *testing.T) {
	const edits = 200
	text := grammartest.ProgramOfLines(10_000)
	p := NewParser()
	p.Parse(text)
	before := heap()
	for i := range edits {
		at := strings.Index(text[len(text)*i/edits:], " >> ") + len(text)*i/edits
		text = text[:at] + " >> x" + text[at:]
		p.Parse(text)
	}
	if grown := heap() - before; grown > 10*len(text) {
		t.Errorf("%d edits keep %d bytes, the text %d times", edits, grown, grown/len(text))
	}
	runtime.KeepAlive(p)
}

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// nodes returns the statements of a file and of its workflows.
func nodes(file *File) map[Node]bool {
	out := map[Node]bool{}
	for _, s := range file.Statements {
		out[s.Node] = true
		if w, ok := s.Node.(*Workflow); ok {
			for _, s := range w.Body.Statements {
				out[s.Node] = true
			}
		}
	}
	return out
}

// sameAsFresh returns how the tree that p gives differs from that of a new parser.
func sameAsFresh(p *Parser, text string) string {
	got, want := p.Parse(text), NewParser().Parse(text)
	if g, w := render(text, got.Problems()), render(text, want.Problems()); g != w {
		return "other problems:\n" + g + "instead of:\n" + w
	}
	if len(got.Statements) != len(want.Statements) {
		return "another number of statements"
	}
	for i, s := range got.Statements {
		if w := want.Statements[i]; !reflect.DeepEqual(s, w) {
			at := w.Extent.Shift(w.Base)
			return "another tree of " + text[at.Start:at.End]
		}
	}
	if !reflect.DeepEqual(got.Comments, want.Comments) {
		return "other comments"
	}
	return ""
}

// snippets are what edits put in.
var snippets = strings.Split("a|b >> c|>>|->|[|]|(|)|{|}|,|:|.|\"|'|#|## d\n|\n|\r\n| |\t|\\\n|é|名|🚀|\u00A0|\x00|\xff|;|=|task x \"y\"\n|\ntask y\n|\nworkflow w {|workflow|if $.x == 1 {|else|timeout: 6s\n|retry *|catch * -> end|fail|{% 1 %}|{%|$.a[0]|$['|30|s|map (|as|\"\"\"|/*|*/|end|\n}\n", "|")

// edit changes a text as people do: a word is typed or taken out, lines are doubled, moved, joined or dropped.
func edit(random *rand.Rand, text string) string {
	at := random.IntN(len(text) + 1)
	end := min(len(text), at+random.IntN(12))
	lineStart := strings.LastIndexByte(text[:at], '\n') + 1
	lineEnd := len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		lineEnd = at + i + 1
	}
	line := text[lineStart:lineEnd]
	switch random.IntN(8) {
	case 0:
		return text[:at] + text[end:]
	case 1:
		return text[:lineStart] + text[lineEnd:]
	case 2:
		return text[:lineStart] + line + text[lineStart:]
	case 3:
		other := random.IntN(lineStart + 1)
		other = strings.LastIndexByte(text[:other], '\n') + 1
		return text[:other] + line + text[other:lineStart] + text[lineEnd:]
	case 4:
		return text[:at] + strings.Replace(text[at:], "\n", " ", 1)
	}
	return text[:at] + snippets[random.IntN(len(snippets))] + text[at:]
}
