package server_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
)

// echo reports the whole text, so that a test sees what the server has.
var echo = &analysis.Rule{Name: "echo", Severity: analysis.Hint, Run: func(pass *analysis.Pass) {
	pass.Report(analysis.Diagnostic{Message: pass.Program.File.Text})
}}

// model is the text as the client has it: lines of code points, edited in the plainest way.
type model struct {
	text     string
	encoding string
}

// units is how many units of the encoding a code point has.
func (m *model) units(r rune) int {
	switch m.encoding {
	case "utf-8":
		return utf8.RuneLen(r)
	case "utf-16":
		return utf16.RuneLen(r)
	}
	return 1
}

// position walks from the start of the text to a byte offset.
func (m *model) position(offset int) object {
	line, character := 0, 0
	for i, r := range m.text[:offset] {
		switch {
		case r == '\n' || r == '\r' && !strings.HasPrefix(m.text[i+1:], "\n"):
			line, character = line+1, 0
		case r != '\r':
			character += m.units(r)
		}
	}
	return object{"line": line, "character": character}
}

// boundaries are the offsets that a client can name: between code points, but not inside \r\n.
func (m *model) boundaries() (offsets []int) {
	for i := range m.text {
		if i == 0 || m.text[i-1] != '\r' || m.text[i] != '\n' {
			offsets = append(offsets, i)
		}
	}
	return append(offsets, len(m.text))
}

// places are the offsets of all positions that a client can name, as "line:character".
func (m *model) places() map[string]int {
	places := map[string]int{}
	for _, offset := range m.boundaries() {
		p := m.position(offset)
		places[fmt.Sprint(p["line"], ":", p["character"])] = offset
	}
	return places
}

// applied is the text with edits that are in order and do not overlap.
func (m *model) applied(edits []textEdit) string {
	places, text := m.places(), m.text
	for i := len(edits) - 1; i >= 0; i-- {
		r := edits[i].Range
		from, known := places[fmt.Sprint(r.Start.Line, ":", r.Start.Character)]
		to, ends := places[fmt.Sprint(r.End.Line, ":", r.End.Character)]
		if !known || !ends {
			return fmt.Sprintf("no range of the text is %v", r)
		}
		text = text[:from] + edits[i].NewText + text[to:]
	}
	return text
}

// edit replaces a random range by random text, and returns the change as a client sends it.
func (m *model) edit(r *rand.Rand) object {
	insert := randomText(r, r.IntN(6))
	if r.IntN(50) == 0 {
		m.text = insert
		return object{"text": insert}
	}
	offsets := m.boundaries()
	from := r.IntN(len(offsets))
	to := min(from+r.IntN(8), len(offsets)-1)
	change := object{
		"range": object{"start": m.position(offsets[from]), "end": m.position(offsets[to])},
		"text":  insert,
	}
	m.text = m.text[:offsets[from]] + insert + m.text[offsets[to]:]
	return change
}

func randomText(r *rand.Rand, pieces int) string {
	alphabet := []string{"a", "b c", " ", "\n", "\r", "\r\n", "ä", "€", "𝄞", "👩‍👧", "\u2028", "\x00", `"\`, "e\u0301", "\uFEFF"}
	var b strings.Builder
	for range pieces {
		b.WriteString(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// requireText requires that the server has that text.
func requireText(t *testing.T, c *lsptest.Client, address, want string) {
	t.Helper()
	var r report
	c.Call("textDocument/diagnostic", id(address), &r)
	if len(r.Items) != 1 {
		t.Fatalf("got %d diagnostics", len(r.Items))
	}
	if got := r.Items[0].Message; got != want {
		t.Fatalf("the server has\n%q, want\n%q", got, want)
	}
}

func TestRandomEdits(t *testing.T) {
	for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		t.Run(encoding, func(t *testing.T) {
			c, folder := startWith(t, echo)
			result := initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
			if result.Capabilities.PositionEncoding != encoding {
				t.Fatalf("agreed on %s", result.Capabilities.PositionEncoding)
			}
			r := rand.New(rand.NewPCG(7, uint64(len(encoding))))
			m := &model{encoding: encoding}
			open(c, "file:///a.ork", "")
			var pending []int
			for version := 2; version < 4000; version++ {
				var changes []object
				for range 1 + r.IntN(3) {
					changes = append(changes, m.edit(r))
				}
				c.Notify("textDocument/didChange", object{
					"textDocument": object{"uri": "file:///a.ork", "version": version}, "contentChanges": changes,
				})
				switch r.IntN(20) {
				case 0:
					requireText(t, c, "file:///a.ork", m.text)
				case 1:
					pending = append(pending, c.Send("textDocument/diagnostic", id("file:///a.ork")))
				case 2:
					if len(pending) > 0 {
						c.Notify("$/cancelRequest", object{"id": pending[r.IntN(len(pending))]})
					}
				}
			}
			requireText(t, c, "file:///a.ork", m.text)
			for _, id := range pending {
				if m := c.Response(id); m.Error != nil && m.Error.Code != -32800 {
					t.Errorf("request %d: %+v", id, m.Error)
				}
			}
		})
	}
}

// Five thousand edits in one burst, each of which depends on all before, with requests between them that
// must see the text at their place.
func TestBurstOfEdits(t *testing.T) {
	c, folder := startWith(t, echo)
	initialize(c, folder, object{})
	address := string(uri.File(folder)) + "/a.ork"
	open(c, address, "")
	text := ""
	seen := map[int]string{}
	for version := 2; version <= 5001; version++ {
		insert := fmt.Sprintf("%d,", version)
		at := object{"line": 0, "character": len(text) / 2}
		c.Notify("textDocument/didChange", object{
			"textDocument":   object{"uri": address, "version": version},
			"contentChanges": []object{{"range": object{"start": at, "end": at}, "text": insert}},
		})
		text = text[:len(text)/2] + insert + text[len(text)/2:]
		if version%100 == 0 {
			seen[c.Send("textDocument/diagnostic", id(address))] = text
		}
	}
	requireText(t, c, address, text)
	for id, want := range seen {
		var r report
		if err := json.Unmarshal(c.Response(id).Result, &r); err != nil || r.Items[0].Message != want {
			t.Errorf("request %d saw another text than that at its place", id)
		}
	}
}

// What a client sends past the ends, backwards, or in halves of a surrogate pair is clamped.
func TestStrangeEdits(t *testing.T) {
	for _, test := range []struct{ name, text, change, want string }{
		{"past the end of a line", "ab\ncd", `{"range":{"start":{"line":0,"character":99},"end":{"line":0,"character":99}},"text":"x"}`, "abx\ncd"},
		{"past the last line", "ab", `{"range":{"start":{"line":9,"character":9},"end":{"line":9,"character":9}},"text":"x"}`, "abx"},
		{"backwards", "abcd", `{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":1}},"text":"x"}`, "axd"},
		{"in a surrogate pair", "𝄞b", `{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2}},"text":""}`, "b"},
		{"negative", "ab", `{"range":{"start":{"line":-1,"character":-1},"end":{"line":0,"character":-7}},"text":"x"}`, "xab"},
		{"half a pair is inserted", "ab", `{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":1}},"text":"\ud834"}`, "a\uFFFDb"},
		{"with the old rangeLength", "ab", `{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2}},"rangeLength":1,"text":"x"}`, "ax"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, folder := startWith(t, echo)
			initialize(c, folder, object{})
			open(c, "file:///a.ork", test.text)
			c.RawMessage(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.ork","version":2},"contentChanges":[` + test.change + `]}}`)
			requireText(t, c, "file:///a.ork", test.want)
		})
	}
}

// importedText reports the text of each imported file.
var importedText = &analysis.Rule{Name: "imported-text", Severity: analysis.Hint, Run: func(pass *analysis.Pass) {
	for _, i := range pass.Program.Imports {
		if i.Program != nil {
			pass.Report(analysis.Diagnostic{Range: i.Range, Message: i.Program.File.Text})
		}
	}
}}
