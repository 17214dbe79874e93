package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

type tokens struct {
	ResultID string
	Data     []int
	Edits    []struct {
		Start, DeleteCount int
		Data               []int
	}
}

// decoded writes tokens as type, modifiers and text, one after the other.
func decoded(m *model, data []int) string {
	names := []string{"keyword", "comment", "string", "number", "operator", "variable", "function", "class", "method", "property", "enumMember", "event"}
	offsets := m.places()
	var b strings.Builder
	line, character := 0, 0
	for t := range slices.Chunk(data, 5) {
		if t[0] > 0 {
			line, character = line+t[0], 0
		}
		character += t[1]
		start, known := offsets[fmt.Sprint(line, ":", character)]
		end, ends := offsets[fmt.Sprint(line, ":", character+t[2])]
		if !known || !ends {
			return fmt.Sprintf("no place %d:%d with %d behind", line, character, t[2])
		}
		fmt.Fprintf(&b, "%s %d %s\n", names[t[3]], t[4], m.text[start:end])
	}
	return b.String()
}

func TestSemanticTokens(t *testing.T) {
	text := "## 𝄞\ntask ä\ntask a \"𝄞\" # 𝄞\n[a as \"𝄞\", a { arguments: {% \"𝄞\"\n 1 %} }]\n"
	want := "comment 2 ## 𝄞\nkeyword 0 task\nkeyword 0 task\nfunction 1 a\nstring 0 \"𝄞\"\ncomment 0 # 𝄞\n" +
		"function 0 a\nkeyword 0 as\nmethod 1 \"𝄞\"\nfunction 0 a\nproperty 0 arguments\nvariable 0 {% \"𝄞\"\nvariable 0  1 %}\n"
	for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		c, folder := start(t)
		initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
		open(c, "untitled:a", text)
		m := &model{text: text, encoding: encoding}
		var full, part, delta tokens
		c.Call("textDocument/semanticTokens/full", id("untitled:a"), &full)
		if got := decoded(m, full.Data); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", encoding, got, want)
		}
		p := id("untitled:a")
		p["range"] = object{"start": object{"line": 2, "character": 0}, "end": object{"line": 2, "character": 3}}
		c.Call("textDocument/semanticTokens/range", p, &part)
		if got := decoded(m, part.Data); got != "keyword 0 task\n" {
			t.Errorf("%s: got\n%s", encoding, got)
		}

		m.text = strings.Replace(text, "task a", "task  a", 1)
		replaceAll(c, "untitled:a", 2, m.text)
		p = id("untitled:a")
		p["previousResultId"] = full.ResultID
		c.Call("textDocument/semanticTokens/full/delta", p, &delta)
		if len(delta.Edits) != 1 || delta.Data != nil || delta.Edits[0].DeleteCount != 1 {
			t.Fatalf("%s: got %+v", encoding, delta)
		}
		e := delta.Edits[0]
		patched := slices.Replace(slices.Clone(full.Data), e.Start, e.Start+e.DeleteCount, e.Data...)
		if got := decoded(m, patched); got != want {
			t.Errorf("%s: patched to\n%s", encoding, got)
		}
		p["previousResultId"] = delta.ResultID
		delta = tokens{}
		c.Call("textDocument/semanticTokens/full/delta", p, &delta)
		if delta.Edits == nil || len(delta.Edits) != 0 {
			t.Errorf("%s: nothing has changed, and yet %+v", encoding, delta)
		}
		delta = tokens{}
		c.Call("textDocument/semanticTokens/full/delta", p, &delta) // of a result that is not the last
		if delta.Edits != nil || len(delta.Data) == 0 {
			t.Errorf("%s: got %+v", encoding, delta)
		}
	}
}
