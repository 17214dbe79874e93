package server_test

import (
	"path/filepath"
	"testing"

	"go.lsp.dev/uri"
)

func TestWillRenameFiles(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "disk.ork"), "task b \"main.py:run\"\n")
	initialize(c, folder, rich())
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "task a \"main.py\"\n")
	var edit struct {
		DocumentChanges []struct {
			TextDocument struct{ URI string }
			Edits        []textEdit
		}
	}
	c.Call("workspace/willRenameFiles", object{"files": []object{{
		"oldUri": uri.File(filepath.Join(folder, "main.py")), "newUri": uri.File(filepath.Join(folder, "lib", "app.py")),
	}}}, &edit)
	changes := edit.DocumentChanges
	if len(changes) != 2 || changes[0].TextDocument.URI != address || changes[0].Edits[0].NewText != "lib/app.py" ||
		changes[1].Edits[0].NewText != "lib/app.py:run" || changes[1].Edits[0].Range.String() != "0:8-0:19" {
		t.Errorf("got %+v", changes)
	}
}

// A file that changes on disk has what is open judged again.
func TestWatchedFiles(t *testing.T) {
	c, folder := startWith(t, importedText)
	initialize(c, folder, object{})
	write(t, filepath.Join(folder, "b.ork"), "task b\n")
	open(c, string(uri.File(filepath.Join(folder, "a.ork"))), "import \"b.ork\"\n")
	if p := next(c); p.Diagnostics[0].Message != "task b\n" {
		t.Fatalf("got %+v", p)
	}
	write(t, filepath.Join(folder, "b.ork"), "task changed\n")
	c.Notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": uri.File(filepath.Join(folder, "b.ork")), "type": 2}}})
	if p := next(c); p.Diagnostics[0].Message != "task changed\n" {
		t.Errorf("got %+v", p)
	}
}
