package server_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
	"github.com/orkls/orkls/cmd/orkls/internal/marked"
	"github.com/orkls/orkls/grammar"
)

// openMarked opens a text without its marks under an address of its own.
func openMarked(c *lsptest.Client, text string) (address string) {
	address = "untitled:" + strings.Map(func(r rune) rune { return 'a' + r%26 }, text)
	open(c, address, marked.Parse(text).Text)
	return address
}

// cursorOf is the params that name a document and the place of the | in its text.
func cursorOf(address, text, encoding string) object {
	m := marked.Parse(text)
	p := id(address)
	p["position"] = (&model{text: m.Text, encoding: encoding}).position(m.Cursor)
	return p
}

// rangesIn returns all ranges that stand in an answer, each once, as the places in a text that they mean. The client
// counts by itself: it shares no code with the server.
func rangesIn(t *testing.T, answer json.RawMessage, text, encoding string) (ranges []grammar.Range) {
	t.Helper()
	var value any
	if err := json.Unmarshal(answer, &value); err != nil {
		t.Fatal(err)
	}
	offsets := (&model{text: text, encoding: encoding}).places()
	at := func(position any) int {
		p, _ := position.(map[string]any)
		offset, ok := offsets[fmt.Sprint(p["line"], ":", p["character"])]
		if !ok {
			t.Errorf("no place of the text is %v", position)
		}
		return offset
	}
	var look func(any)
	look = func(value any) {
		switch v := value.(type) {
		case []any:
			for _, item := range v {
				look(item)
			}
		case map[string]any:
			if v["start"] != nil && v["end"] != nil {
				if r := (grammar.Range{Start: at(v["start"]), End: at(v["end"])}); !slices.Contains(ranges, r) {
					ranges = append(ranges, r)
				}
				return
			}
			for _, item := range v {
				look(item)
			}
		}
	}
	look(value)
	slices.SortFunc(ranges, func(a, b grammar.Range) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return ranges
}

// inText is what each method answers about a text, as marks in it. Every one is asked in all encodings.
var inText = []struct {
	name, method, text string
	more               object // params besides the document and the position
}{
	{name: "hover", method: "textDocument/hover", text: "task a\n[task b \"𝄞\", ‹|a›, a as b]\n"},
	{name: "completion", method: "textDocument/completion", text: "task ä\ntask a\nworkflow w { a as \"𝄞𝄞\" -> ‹en|›\n}\n"},
	{name: "completion in a string", method: "textDocument/completion", text: "task b \"𝄞\"\nworkflow w { comment: \"𝄞\", type: \"‹|›\" }\n"},
	{name: "definition", method: "textDocument/definition", text: "task ‹a›\n[task b \"𝄞\", a|]\n"},
	{name: "definition of a jump", method: "textDocument/definition", text: "task a\nworkflow w { comment: \"𝄞\", a as ‹\"𝄞\"› >> wait 3s -> \"𝄞|\" }\n"},
	{name: "references", method: "textDocument/references", text: "task ‹a›\nworkflow w { comment: \"𝄞\", ‹a› as \"𝄞\" >> ‹a|› }\n", more: object{"context": object{"includeDeclaration": true}}},
	{name: "references alone", method: "textDocument/references", text: "task a\nworkflow w { comment: \"𝄞\", ‹a› as \"𝄞\" >> ‹a|› }\n", more: object{"context": object{"includeDeclaration": false}}},
	{name: "highlight", method: "textDocument/documentHighlight", text: "task a\nworkflow w { a as ‹\"𝄞\"› >> wait 3s -> ‹\"𝄞|\"› }\n"},
	{name: "what can be renamed", method: "textDocument/prepareRename", text: "task a\nworkflow w { comment: \"𝄞\", a >> ‹|a› }\n"},
	{name: "rename", method: "textDocument/rename", text: "task ‹a›\nworkflow w { comment: \"𝄞\", ‹|a› >> (‹a› as c,) }\n", more: object{"newName": "b"}},
	{name: "symbols", method: "textDocument/documentSymbol", text: "‹task ‹a› \"𝄞\"›\n‹workflow ‹w› { comment: \"𝄞\", ‹a› }›\n"},
	{name: "a step's calls", method: "textDocument/prepareCallHierarchy", text: "task a\nworkflow w { comment: \"𝄞\", ‹a|› }\n"},
	{name: "links", method: "textDocument/documentLink", text: "workflow w { task a \"𝄞\" >> task b \"‹main.py›\" }\n"},
	{name: "refactorings", method: "textDocument/codeAction", text: "task a\n[task b \"𝄞\", a] >> ‹[›|a‹›, b‹]›\n", more: object{"context": object{"diagnostics": []object{}, "only": []string{"refactor"}}}},
}

func TestAnswersInAllEncodings(t *testing.T) {
	for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		c, folder := start(t)
		capabilities := rich()
		capabilities["general"] = object{"positionEncodings": []string{encoding}}
		capabilities["textDocument"].(object)["documentSymbol"] = object{"hierarchicalDocumentSymbolSupport": true}
		write(t, filepath.Join(folder, "main.py"), "")
		initialize(c, folder, capabilities)
		for _, test := range inText {
			t.Run(encoding+"/"+test.name, func(t *testing.T) {
				m := marked.Parse(test.text)
				address := openMarked(c, test.text)
				p := id(address)
				if m.Cursor >= 0 {
					p = cursorOf(address, test.text, encoding)
				}
				if test.method == "textDocument/codeAction" { // which asks about a range
					p = object{"textDocument": p["textDocument"], "range": object{"start": p["position"], "end": p["position"]}}
				}
				for key, value := range test.more {
					p[key] = value
				}
				var answer json.RawMessage
				c.Call(test.method, p, &answer)
				got, want := rangesIn(t, answer, m.Text, encoding), m.Ranges
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%s: got %v, want %v", test.text, got, want)
				}
			})
		}
	}
}
