package server_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
)

// pieces are what is typed at random: words and marks of the language, and text that is none of it.
var pieces = []string{
	"task ", "workflow w {", "compose {", "import \"b.ork\"", "a", " b", " >> ", "[", "]", "(", ")", "{", "}", ", ", ": ", "\n", "\r\n", "\r", "    ",
	"if ", "$.x == ", "else ", "wait 3s", "map ", " as ", "-> ", "retry ", "catch ", "* ", "States.Timeout", "fail X", "timeout: 6s", "\"", "\"𝄞\"",
	"{% 1 %}", "{%", "$", "# ", "## 𝄞 é", "👩‍👧", "\u2028", "\x00", "\uFEFF", "// ", "30sec", "orklint:ignore uncaptured-list",
}

// typing is a client that types at random.
type typing struct {
	*model
	random *rand.Rand
	seeds  []string // programs to begin with, and to go back to
}

func (y *typing) change() object {
	if y.random.IntN(150) == 0 || len(y.text) > 3000 {
		y.text = y.seeds[y.random.IntN(len(y.seeds))]
		return object{"text": y.text}
	}
	offsets := y.boundaries()
	from := y.random.IntN(len(offsets))
	to := from
	insert := ""
	switch y.random.IntN(3) {
	case 0:
		to = min(from+1+y.random.IntN(12), len(offsets)-1)
	case 1:
		to = min(from+y.random.IntN(3), len(offsets)-1)
		fallthrough
	default:
		insert = pieces[y.random.IntN(len(pieces))]
	}
	change := object{"range": object{"start": y.position(offsets[from]), "end": y.position(offsets[to])}, "text": insert}
	y.text = y.text[:offsets[from]] + insert + y.text[offsets[to]:]
	return change
}

const edited = "file:///a.ork"

// startAll returns a client of a server with all rules.
func startAll(t *testing.T, encoding string) *lsptest.Client {
	t.Helper()
	c, folder := startWith(t, rules.All...)
	initialize(c, folder, object{
		"general":      object{"positionEncodings": []string{encoding}},
		"textDocument": object{"documentSymbol": object{"hierarchicalDocumentSymbolSupport": true}},
	})
	return c
}

// state is all that the server says of a document, which a client could see to be wrong.
func state(c *lsptest.Client) string {
	var b strings.Builder
	for _, method := range []string{
		"textDocument/documentSymbol", "textDocument/semanticTokens/full", "textDocument/diagnostic", "textDocument/foldingRange",
	} {
		var answer map[string]any
		var list json.RawMessage
		c.Call(method, id(edited), &list)
		if json.Unmarshal(list, &answer) == nil {
			delete(answer, "resultId")
			list, _ = json.Marshal(answer)
		}
		fmt.Fprintf(&b, "%s\n%s\n", method, list)
	}
	return b.String()
}

// After any edits, with requests and cancels between them, a server says of a document what another says that has just
// opened it.
func TestEditedIsFresh(t *testing.T) {
	files, err := filepath.Glob("../../../../testdata/ok/*.ork")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d programs, %v", len(files), err)
	}
	seeds := []string{""}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) < 2000 {
			seeds = append(seeds, string(text))
		}
	}
	edits := 4000
	if testing.Short() {
		edits = 400
	}
	for i, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		t.Run(encoding, func(t *testing.T) {
			c, fresh := startAll(t, encoding), startAll(t, encoding)
			y := &typing{&model{encoding: encoding}, rand.New(rand.NewPCG(11, uint64(i))), seeds}
			open(c, edited, "")
			compared := 0
			for version := 2; version < edits; version++ {
				c.Notify("textDocument/didChange", object{
					"textDocument": object{"uri": edited, "version": version}, "contentChanges": []object{y.change()},
				})
				switch y.random.IntN(40) {
				case 0:
					c.Notify("$/cancelRequest", object{"id": c.Send("textDocument/semanticTokens/full", id(edited))})
				case 1:
					compared++
					open(fresh, edited, y.text)
					if got, want := state(c), state(fresh); got != want {
						t.Fatalf("after %d edits, of %q: %s", version, y.text, firstDifference(got, want))
					}
					fresh.Notify("textDocument/didClose", id(edited))
				}
			}
			t.Logf("%d edits, %d comparisons", edits, compared)
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("got\n%s\nwant\n%s", g[i], w[i])
		}
	}
	return "one is longer"
}
