package server_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"go.lsp.dev/uri"
)

func TestFoldingRanges(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "untitled:a", "# a\n# b\nimport \"x\"\nimport \"y\"\nworkflow w { retry * {\n    interval: 2s\n}\n    [\n        a]\n}\n")
	var folds []struct {
		StartLine, EndLine int
		Kind               string
	}
	c.Call("textDocument/foldingRange", id("untitled:a"), &folds)
	if got := fmt.Sprint(folds); got != "[{0 1 comment} {2 3 imports} {4 8 }]" {
		t.Errorf("got %s", got)
	}
}

func TestDocumentLinks(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "f.py"), "")
	initialize(c, folder, object{})
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "task a \"f.py\"\ntask b \"missing.py\"\n")
	var links []struct {
		Range  span
		Target string
	}
	c.Call("textDocument/documentLink", id(address), &links)
	if len(links) != 1 || links[0].Range.String() != "0:8-0:12" || links[0].Target != string(uri.File(filepath.Join(folder, "f.py"))) {
		t.Errorf("got %+v", links)
	}
}

func TestWorkspaceSymbols(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "disk.ork"), "task get_status\nworkflow poll { get_status }\n")
	initialize(c, folder, object{})
	address := string(uri.File(filepath.Join(folder, "open.ork")))
	open(c, address, "task Gets\ntask other\n")
	for query, want := range map[string]string{"gets": "[get_status Gets]", "po": "[poll]", "": "[get_status poll Gets other]", "x": "[]"} {
		var symbols []symbol
		c.Call("workspace/symbol", object{"query": query}, &symbols)
		names := []string{}
		for _, s := range symbols {
			names = append(names, s.Name)
		}
		if fmt.Sprint(names) != want || symbols == nil {
			t.Errorf("%q: got %v, want %s", query, names, want)
		}
		if query == "gets" && (symbols[1].Location.URI != address || symbols[1].Location.Range.String() != "0:5-0:9" || symbols[0].ContainerName != "disk.ork") {
			t.Errorf("got %+v", symbols)
		}
	}
}

func TestSelectionRanges(t *testing.T) {
	for _, encoding := range []string{"utf-8", "utf-16", "utf-32"} {
		c, folder := start(t)
		initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
		text := "[task a \"𝄞\", b]\n"
		open(c, "untitled:a", text)
		m := &model{text: text, encoding: encoding}
		p := id("untitled:a")
		p["positions"] = []object{m.position(len("[task a \"𝄞\", b")), m.position(0)}
		type selection struct {
			Range  span
			Parent *selection
		}
		var selections []selection
		c.Call("textDocument/selectionRange", p, &selections)
		b := m.position(len("[task a \"𝄞\", "))["character"]
		if len(selections) != 2 || selections[0].Range.Start.Character != b || selections[0].Parent.Range.Start.Character != 1 {
			t.Errorf("%s: got %+v", encoding, selections)
		}
	}
}
