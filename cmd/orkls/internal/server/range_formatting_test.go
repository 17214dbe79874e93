package server_test

import (
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/marked"
)

// Each text has the range that is laid out between ‹ and ›, or a | behind the bracket that was typed.
func TestFormattingOfParts(t *testing.T) {
	for _, test := range []struct{ method, text, want string }{
		{"textDocument/rangeFormatting", "task   a \"𝄞\"\n\n[a]\n\n‹task   b›\n\n[a,b]\n", "task   a \"𝄞\"\n\n[a]\n\ntask b\n\n[a,b]\n"},
		{"textDocument/rangeFormatting", "task   a\n‹task   b›\n\n[a,b\n", "task   a\ntask   b\n\n[a,b\n"},
		{"textDocument/onTypeFormatting", "task   a \"𝄞\"\n\n[a,(a  as b,)|]\n", "task   a \"𝄞\"\n\n[a, (a as b,)]\n"},
		{"textDocument/onTypeFormatting", "task   a\n|", "task   a\n"},
	} {
		for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
			c, folder := start(t)
			initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
			m := marked.Parse(test.text)
			model := &model{text: m.Text, encoding: encoding}
			p := id(openMarked(c, test.text))
			p["options"] = object{"tabSize": 4, "insertSpaces": true}
			if m.Cursor >= 0 {
				p["position"], p["ch"] = model.position(m.Cursor), "]"
			} else {
				p["range"] = object{"start": model.position(m.Ranges[0].Start), "end": model.position(m.Ranges[0].End)}
			}
			var edits []textEdit
			c.Call(test.method, p, &edits)
			if got := model.applied(edits); got != test.want {
				t.Errorf("%s of %q: got %q", test.method, test.text, got)
			}
		}
	}
}
