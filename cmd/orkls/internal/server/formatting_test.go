package server_test

import (
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
			var edits []textEdit
			c.Call("textDocument/formatting", params, &edits)
			got := (&model{text: text, encoding: encoding}).applied(edits)
			if want, _ := grammar.Format(text, grammar.Options{}); got != want {
				t.Errorf("%s, text %d: got %q, want %q", encoding, i, got, want)
			}
		}
	}
}
