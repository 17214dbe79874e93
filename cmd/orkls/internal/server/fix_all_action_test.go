package server_test

import (
	"path/filepath"
	"testing"

	"go.lsp.dev/uri"
)

func TestFixAll(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, rich())
	text := "𝄞 bad ok bad"
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	write(t, filepath.Join(folder, "a.ork"), "what is on disk is older")
	open(c, address, text)
	p := action(address, 0, 0)
	p["context"] = object{"diagnostics": []object{}, "only": []string{"source.fixAll"}}
	var actions []codeAction
	c.Call("textDocument/codeAction", p, &actions)
	if len(actions) != 1 || actions[0].Kind != "source.fixAll" {
		t.Fatalf("got %+v", actions)
	}
	m := &model{text: text, encoding: "utf-16"}
	if got := m.applied(actions[0].Edit.DocumentChanges[0].Edits); got != "𝄞 good ok good" {
		t.Errorf("got %q", got)
	}
	open(c, "untitled:b", "fine")
	p["textDocument"] = object{"uri": "untitled:b"}
	c.Call("textDocument/codeAction", p, &actions)
	if len(actions) != 0 {
		t.Errorf("nothing is to be fixed, and yet %+v", actions)
	}
}
