package server_test

import "testing"

func TestHover(t *testing.T) {
	for _, test := range []struct {
		formats []string
		kind    string
		value   string
	}{
		{[]string{"markdown", "plaintext"}, "markdown", "```ork\ntask a\n```\n\nSays 𝄞."},
		{[]string{"plaintext"}, "plaintext", "task a\n\nSays 𝄞."},
		{nil, "plaintext", "task a\n\nSays 𝄞."},
	} {
		c, folder := start(t)
		capabilities := object{}
		if test.formats != nil {
			capabilities = object{"textDocument": object{"hover": object{"contentFormat": test.formats}}}
		}
		initialize(c, folder, capabilities)
		open(c, "untitled:a", "## Says 𝄞.\ntask a\n[a, a as b] # 𝄞\n")
		var hover *struct {
			Contents struct{ Kind, Value string }
			Range    span
		}
		at := func(line, character int) object {
			p := id("untitled:a")
			p["position"] = object{"line": line, "character": character}
			return p
		}
		c.Call("textDocument/hover", at(2, 4), &hover)
		if hover == nil || hover.Contents.Kind != test.kind || hover.Contents.Value != test.value || hover.Range.String() != "2:4-2:5" {
			t.Errorf("%v: got %+v", test.formats, hover)
		}
		hover = nil
		c.Call("textDocument/hover", at(3, 0), &hover)
		if hover != nil {
			t.Errorf("on nothing: got %+v", hover)
		}
	}
}
