package server_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/orkls/orkls/grammar"
)

// TestFormatting applies the edits of the answer, counted in each encoding, and expects what the formatter gives.
func TestFormatting(t *testing.T) {
	texts := []string{
		"task    a \"𝄞.py\"\ntask bcd   \"é.py\"\n\n\n\n[a,bcd]>>a as   \"𝄞\"  # 𝄞𝄞\n",
		"task a\r\n\ta\r\n   >> a as b\r\n",
		"task a\n\na\n",
		"task    a\na >>\n", // does not parse, and stays
		"",
	}
	for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		c, folder := start(t)
		initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
		for i, text := range texts {
			address := openMarked(c, text)
			params := id(address)
			params["options"] = object{"tabSize": 4, "insertSpaces": true}
			var edits []struct {
				Range   span
				NewText string
			}
			c.Call("textDocument/formatting", params, &edits)
			m := &model{text: text, encoding: encoding}
			offsets := map[string]int{}
			for _, offset := range m.boundaries() {
				p := m.position(offset)
				offsets[fmt.Sprint(p["line"], ":", p["character"])] = offset
			}
			got := text
			slices.Reverse(edits)
			for _, e := range edits {
				from := offsets[fmt.Sprint(e.Range.Start.Line, ":", e.Range.Start.Character)]
				to := offsets[fmt.Sprint(e.Range.End.Line, ":", e.Range.End.Character)]
				got = got[:from] + e.NewText + got[to:]
			}
			if want, _ := grammar.Format(text, grammar.Options{}); got != want {
				t.Errorf("%s, text %d: got %q, want %q", encoding, i, got, want)
			}
		}
	}
}
