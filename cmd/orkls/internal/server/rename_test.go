package server_test

import (
	"path/filepath"
	"testing"

	"go.lsp.dev/uri"
)

// A rename reaches files that are not open, and says the versions of those that are.
func TestRenameOverFiles(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "shared.ork"), "task make \"f.py\"\n")
	write(t, filepath.Join(folder, "other.ork"), "task make\nmake\n")
	initialize(c, folder, rich())
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	text := "import \"shared.ork\"\n[ma|ke]\n"
	open(c, address, "import \"shared.ork\"\n[make]\n")
	p := cursorOf(address, text, "utf-16")
	p["newName"] = "build"
	var edit struct {
		DocumentChanges []struct {
			TextDocument struct {
				URI     string
				Version *int
			}
			Edits []textEdit
		}
	}
	c.Call("textDocument/rename", p, &edit)
	changes := edit.DocumentChanges
	if len(changes) != 2 || changes[0].TextDocument.URI != address || *changes[0].TextDocument.Version != 1 || changes[0].Edits[0].Range.String() != "1:1-1:5" {
		t.Fatalf("got %+v", changes)
	}
	shared := changes[1]
	if shared.TextDocument.URI != string(uri.File(filepath.Join(folder, "shared.ork"))) || shared.TextDocument.Version != nil ||
		len(shared.Edits) != 2 || shared.Edits[0].Range.String() != "0:5-0:9" || shared.Edits[1].NewText != ":make" || shared.Edits[1].Range.String() != "0:15-0:15" {
		t.Errorf("got %+v", shared)
	}
	p["newName"] = "a b"
	c.Fails("textDocument/rename", p, -32803)
	p["position"] = object{"line": 0, "character": 0}
	c.Fails("textDocument/rename", p, -32803)
}

func TestDefinitionLinks(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "f.py"), "# 𝄞\ndef make(): pass\n")
	initialize(c, folder, object{"textDocument": object{"definition": object{"linkSupport": true}}})
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "task make \"f.py\"\n")
	var links []struct {
		OriginSelectionRange, TargetSelectionRange span
		TargetURI                                  string
	}
	c.Call("textDocument/definition", cursorOf(address, "task make \"f|.py\"\n", "utf-16"), &links)
	if len(links) != 1 || links[0].TargetURI != string(uri.File(filepath.Join(folder, "f.py"))) ||
		links[0].OriginSelectionRange.String() != "0:10-0:16" || links[0].TargetSelectionRange.String() != "1:4-1:8" {
		t.Errorf("got %+v", links)
	}
}
