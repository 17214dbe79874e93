package server_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis"
)

// What was found in a text that has changed since is not said.
func TestStaleDiagnosticsAreDropped(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	c, folder := startWith(t, &analysis.Rule{Name: "waits", Severity: analysis.Hint, Run: func(pass *analysis.Pass) {
		if strings.Contains(pass.Program.File.Text, "wait") {
			entered <- struct{}{}
			<-release
		}
		pass.Report(analysis.Diagnostic{Message: pass.Program.File.Text})
	}})
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "wait")
	<-entered
	replaceAll(c, "file:///a.ork", 2, "newer")
	close(release)
	if p := next(c); *p.Version != 2 || p.Diagnostics[0].Message != "newer" {
		t.Errorf("got %+v", p)
	}
	time.Sleep(100 * time.Millisecond)
	c.Silent("textDocument/publishDiagnostics")
}

// A change is felt in the other documents that are open, and what did not change is not said again.
func TestChangesRipple(t *testing.T) {
	c, folder := startWith(t, &analysis.Rule{Name: "neighbour", Severity: analysis.Hint, Run: func(pass *analysis.Pass) {
		text, err := pass.Files.ReadFile(pass.Files.Beside(pass.Program.Path, "b.ork"))
		if err == nil && strings.Contains(text, "bad") {
			pass.Report(analysis.Diagnostic{Message: "b.ork is bad"})
		}
	}})
	initialize(c, folder, object{})
	a, b := string(uri.File(filepath.Join(folder, "a.ork"))), string(uri.File(filepath.Join(folder, "b.ork")))
	open(c, a, "")
	if p := next(c); p.URI != a || len(p.Diagnostics) != 0 {
		t.Fatalf("got %+v", p)
	}
	open(c, b, "fine")
	if p := next(c); p.URI != b || len(p.Diagnostics) != 0 {
		t.Fatalf("got %+v", p)
	}
	time.Sleep(500 * time.Millisecond)
	c.Silent("textDocument/publishDiagnostics")
	replaceAll(c, b, 2, "bad")
	if p := next(c); p.URI != b || len(p.Diagnostics) != 1 {
		t.Errorf("got %+v", p)
	}
	if p := next(c); p.URI != a || len(p.Diagnostics) != 1 {
		t.Errorf("got %+v", p)
	}
	c.Notify("textDocument/didClose", id(b)) // and nothing is on disk
	if p := next(c); p.URI != b || len(p.Diagnostics) != 0 {
		t.Errorf("got %+v", p)
	}
	if p := next(c); p.URI != a || len(p.Diagnostics) != 0 {
		t.Errorf("got %+v", p)
	}
}

// A document that rests is judged though another one never does.
func TestBusyDocumentStarvesNoOther(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "file:///busy.ork", "")
	open(c, "file:///resting.ork", "bad")
	version, deadline := 2, time.Now().Add(5*time.Second)
	typing := time.NewTicker(10 * time.Millisecond)
	defer typing.Stop()
	heard := make(chan published)
	go func() { heard <- next(c) }()
	for {
		select {
		case p := <-heard:
			if p.URI != "file:///resting.ork" {
				t.Errorf("got %+v", p)
			}
			return
		case <-typing.C:
			replaceAll(c, "file:///busy.ork", version, strings.Repeat("x", version))
			version++
		}
		if time.Now().After(deadline) {
			t.Fatal("nothing was published")
		}
	}
}
