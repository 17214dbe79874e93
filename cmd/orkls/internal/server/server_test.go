package server_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
	"github.com/orkls/orkls/cmd/orkls/internal/server"
	"github.com/orkls/orkls/grammar"
)

type object = lsptest.Object

// badWord finds what a test writes into the text: each word "bad" is an error whose first fix writes "good",
// and whose second one also creates a file; "boom" panics.
var badWord = &analysis.Rule{Name: "bad-word", Severity: analysis.Warning, Run: func(pass *analysis.Pass) {
	text := pass.Program.File.Text
	if strings.Contains(text, "boom") {
		panic("boom")
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "bad")
		if i < 0 {
			return
		}
		place := grammar.Range{Start: at + i, End: at + i + 3}
		replace := pass.Replace(place, "good")
		pass.Report(analysis.Diagnostic{
			Range: place, Message: "a bad word",
			Related: []analysis.Related{pass.Here(grammar.Range{}, "the file starts here"), {File: "beside.ork", Range: grammar.Range{Start: 5, End: 9}, Message: "beside"}},
			Fixes: []analysis.Fix{
				{Title: "write good", Safe: true, Edits: []analysis.Edit{replace}},
				{Title: "write good in a file of its own", Edits: []analysis.Edit{{File: "new.ork", NewText: "good\n"}, replace}},
			},
		})
		at = place.End
	}
}}

// start returns a client of a server whose workspace is a new folder.
func start(t *testing.T) (c *lsptest.Client, folder string) {
	t.Helper()
	return startWith(t, badWord)
}

func startWith(t *testing.T, rules ...*analysis.Rule) (c *lsptest.Client, folder string) {
	t.Helper()
	clientEnd, serverEnd := lsptest.Pipe()
	log := slog.New(slog.NewTextHandler(testLog{t}, nil))
	conn := rpc.NewConn(context.Background(), rpc.NewHeaderTransport(serverEnd), log)
	session := server.New(conn, log, rules)
	session.Version = "test"
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if orderly, err := conn.Serve(session.Methods()); !orderly || err != nil {
			t.Errorf("the session ended orderly=%v, error %v", orderly, err)
		}
	}()
	c = lsptest.NewClient(t, clientEnd)
	t.Cleanup(func() {
		c.Call("shutdown", nil, nil)
		c.Notify("exit", nil)
		<-ended
	})
	return c, t.TempDir()
}

type testLog struct{ t *testing.T }

func (l testLog) Write(line []byte) (int, error) {
	l.t.Logf("%s", line)
	return len(line), nil
}

// rich is what a modern editor says it can.
func rich() object {
	return object{
		"textDocument": object{
			"publishDiagnostics": object{"relatedInformation": true, "codeDescriptionSupport": true},
			"codeAction":         object{"codeActionLiteralSupport": object{"codeActionKind": object{"valueSet": []string{"quickfix"}}}},
		},
		"workspace": object{"workspaceEdit": object{"documentChanges": true, "resourceOperations": []string{"create"}}},
	}
}

type initialized struct {
	Capabilities struct{ PositionEncoding string }
	ServerInfo   struct{ Name, Version string }
}

func initialize(c *lsptest.Client, folder string, capabilities object) (result initialized) {
	c.Call("initialize", object{"processId": nil, "rootUri": uri.File(folder), "capabilities": capabilities}, &result)
	c.Notify("initialized", object{})
	return result
}

func open(c *lsptest.Client, address, text string) {
	c.Notify("textDocument/didOpen", object{"textDocument": object{"uri": address, "languageId": "ork", "version": 1, "text": text}})
}

func replaceAll(c *lsptest.Client, address string, version int, text string) {
	c.Notify("textDocument/didChange", object{
		"textDocument":   object{"uri": address, "version": version},
		"contentChanges": []object{{"text": text}},
	})
}

func id(address string) object { return object{"textDocument": object{"uri": address}} }

// published are the params of textDocument/publishDiagnostics.
type published struct {
	URI         string
	Version     *int
	Diagnostics []diagnostic
}

type diagnostic struct {
	Range           span
	Severity        int
	Code            string
	CodeDescription struct{ Href string }
	Source          string
	Message         string
	Related         []struct {
		Location struct {
			URI   string
			Range span
		}
		Message string
	} `json:"relatedInformation"`
}

type span struct{ Start, End struct{ Line, Character int } }

func (s span) String() string {
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Character, s.End.Line, s.End.Character)
}

func next(c *lsptest.Client) (p published) {
	c.Next("textDocument/publishDiagnostics", &p)
	return p
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestInitialize(t *testing.T) {
	for _, test := range []struct {
		offered []string
		want    string
	}{
		{nil, "utf-16"},
		{[]string{"utf-16"}, "utf-16"},
		{[]string{"utf-8", "utf-16"}, "utf-8"},
		{[]string{"utf-7", "utf-32", "utf-8"}, "utf-32"},
		{[]string{"utf-7"}, "utf-16"},
	} {
		c, folder := start(t)
		capabilities := object{}
		if test.offered != nil {
			capabilities["general"] = object{"positionEncodings": test.offered}
		}
		result := initialize(c, folder, capabilities)
		if result.Capabilities.PositionEncoding != test.want || result.ServerInfo.Name != "orkls" || result.ServerInfo.Version != "test" {
			t.Errorf("offered %v: got %+v", test.offered, result)
		}
	}
}

func TestInitializeForgivesAWrongCapability(t *testing.T) {
	c, _ := start(t)
	c.RawMessage(`{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null,"rootUri":"file:///nowhere","workspaceFolders":null,` +
		`"capabilities":{"textDocument":{"codeAction":7},"general":{"positionEncodings":["utf-8"]}}}}`)
	if m := c.Response(0); m.Error != nil || !strings.Contains(string(m.Result), `"positionEncoding":"utf-8"`) {
		t.Errorf("got %s, %+v", m.Result, m.Error)
	}
}

func TestDiagnosticsArePushed(t *testing.T) {
	c, folder := start(t)
	write(t, filepath.Join(folder, "beside.ork"), "one\ntwo three")
	initialize(c, folder, rich())
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "𝄞 bad\n")
	p := next(c)
	if p.URI != address || p.Version == nil || *p.Version != 1 || len(p.Diagnostics) != 1 {
		t.Fatalf("got %+v", p)
	}
	d := p.Diagnostics[0]
	if d.Range.String() != "0:3-0:6" || d.Severity != 2 || d.Code != "bad-word" || d.Source != "orklint" || d.Message != "a bad word" {
		t.Errorf("got %+v", d)
	}
	if d.CodeDescription.Href != analysis.DocumentationURL+"bad-word.md" {
		t.Errorf("got the page %q", d.CodeDescription.Href)
	}
	if len(d.Related) != 2 || d.Related[0].Location.URI != address || d.Related[1].Location.Range.String() != "1:1-1:5" {
		t.Errorf("got related %+v", d.Related)
	}
	replaceAll(c, address, 2, "fine")
	if p := next(c); *p.Version != 2 || len(p.Diagnostics) != 0 {
		t.Errorf("after the repair: got %+v", p)
	}
	replaceAll(c, address, 3, "bad bad")
	if p := next(c); len(p.Diagnostics) != 2 {
		t.Errorf("after two mistakes: got %+v", p)
	}
	c.Notify("textDocument/didClose", id(address))
	if p := next(c); p.URI != address || len(p.Diagnostics) != 0 {
		t.Errorf("after closing: got %+v", p)
	}
}

func TestPlainClientGetsPlainDiagnostics(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "bad")
	if d := next(c).Diagnostics[0]; d.Related != nil || d.CodeDescription.Href != "" {
		t.Errorf("got %+v", d)
	}
}

// Quick edits are judged once, when they rest.
func TestDebounce(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "bad")
	for version := 2; version <= 500; version++ {
		replaceAll(c, "file:///a.ork", version, strings.Repeat("bad ", version%7))
	}
	if p := next(c); *p.Version != 500 || len(p.Diagnostics) != 500%7 {
		t.Errorf("got version %d with %d diagnostics", *p.Version, len(p.Diagnostics))
	}
	c.Call("textDocument/codeAction", action("file:///a.ork", 0, 0), nil)
	c.Silent("textDocument/publishDiagnostics")
}

func TestRuleThatPanics(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, rich())
	open(c, "file:///a.ork", "boom")
	c.Fails("textDocument/codeAction", action("file:///a.ork", 0, 0), -32603)
	c.Fails("textDocument/diagnostic", id("file:///a.ork"), -32603)
	replaceAll(c, "file:///a.ork", 2, "bad")
	var report struct{ Items []diagnostic }
	c.Call("textDocument/diagnostic", id("file:///a.ork"), &report)
	if len(report.Items) != 1 {
		t.Errorf("got %+v", report)
	}
}

func TestPanicWhilePushing(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "boom")
	open(c, "file:///b.ork", "bad")
	if p := next(c); p.URI != "file:///b.ork" || len(p.Diagnostics) != 1 {
		t.Errorf("got %+v", p)
	}
}

type report struct {
	Kind, ResultID string
	Items          []diagnostic
}

func TestDiagnosticsArePulled(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "bad")
	next(c)
	var first, second, third report
	c.Call("textDocument/diagnostic", id("file:///a.ork"), &first)
	if p := next(c); len(p.Diagnostics) != 0 {
		t.Errorf("what was pushed would stand beside what is pulled: %+v", p)
	}
	if first.Kind != "full" || len(first.Items) != 1 {
		t.Errorf("got %+v", first)
	}
	again := id("file:///a.ork")
	again["previousResultId"] = first.ResultID
	c.Call("textDocument/diagnostic", again, &second)
	if second.Kind != "unchanged" || second.ResultID != first.ResultID {
		t.Errorf("got %+v", second)
	}
	replaceAll(c, "file:///a.ork", 2, "bad bad")
	c.Call("textDocument/diagnostic", again, &third)
	if third.Kind != "full" || len(third.Items) != 2 {
		t.Errorf("got %+v", third)
	}
	c.Notify("textDocument/didClose", id("file:///a.ork"))
	c.Fails("textDocument/diagnostic", id("file:///a.ork"), -32602)
	c.Silent("textDocument/publishDiagnostics")
}

func TestRequestAboutAFileOnDisk(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	path := filepath.Join(folder, "a b.ork")
	write(t, path, "good\nbad")
	var r report
	c.Call("textDocument/diagnostic", id(string(uri.File(path))), &r)
	if len(r.Items) != 1 || r.Items[0].Range.String() != "1:0-1:3" {
		t.Errorf("got %+v", r)
	}
}

func action(address string, from, to int) object {
	return object{
		"textDocument": object{"uri": address},
		"range":        object{"start": object{"line": 0, "character": from}, "end": object{"line": 0, "character": to}},
		"context":      object{"diagnostics": []object{}},
	}
}

type codeAction struct {
	Title, Kind string
	IsPreferred bool
	Diagnostics []diagnostic
	Edit        struct {
		Changes         map[string][]textEdit
		DocumentChanges []struct {
			Kind, URI    string
			TextDocument struct {
				URI     string
				Version *int
			}
			Edits []textEdit
		}
	}
}

type textEdit struct {
	Range   span
	NewText string
}

func TestQuickFixes(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, rich())
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "bad ok bad")
	var actions []codeAction
	c.Call("textDocument/codeAction", action(address, 5, 5), &actions)
	if len(actions) != 0 {
		t.Errorf("away from every mistake: got %+v", actions)
	}
	c.Call("textDocument/codeAction", action(address, 10, 10), &actions)
	if len(actions) != 2 {
		t.Fatalf("at the second mistake's end: got %+v", actions)
	}
	if a := actions[0]; a.Title != "write good" || a.Kind != "quickfix" || !a.IsPreferred || len(a.Diagnostics) != 1 || a.Diagnostics[0].Range.String() != "0:7-0:10" {
		t.Errorf("got %+v", a)
	}
	change := actions[0].Edit.DocumentChanges
	if len(change) != 1 || change[0].TextDocument.URI != address || *change[0].TextDocument.Version != 1 || change[0].Edits[0].NewText != "good" {
		t.Errorf("got %+v", change)
	}
	created := string(uri.File(filepath.Join(folder, "new.ork")))
	change = actions[1].Edit.DocumentChanges
	if actions[1].IsPreferred || len(change) != 3 || change[0].Kind != "create" || change[0].URI != created ||
		change[1].TextDocument.URI != created || change[1].TextDocument.Version != nil || change[1].Edits[0].NewText != "good\n" ||
		change[2].TextDocument.URI != address {
		t.Errorf("got %+v", actions[1])
	}
	write(t, filepath.Join(folder, "new.ork"), "it exists now\n")
	actions = nil
	c.Call("textDocument/codeAction", action(address, 10, 10), &actions)
	if change := actions[1].Edit.DocumentChanges; len(change) != 2 || change[0].Kind != "" {
		t.Errorf("a file that exists is created: %+v", change)
	}
}

func TestQuickFixesByKind(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, rich())
	open(c, "file:///a.ork", "bad")
	for kind, want := range map[string]int{"quickfix": 2, "": 2, "refactor": 0, "quick": 0, "quickfix.more": 0} {
		p := action("file:///a.ork", 0, 0)
		p["context"] = object{"diagnostics": []object{}, "only": []string{kind}}
		var actions []codeAction
		c.Call("textDocument/codeAction", p, &actions)
		if len(actions) != want {
			t.Errorf("only %q: got %d actions, want %d", kind, len(actions), want)
		}
	}
}

func TestQuickFixesOfPoorClients(t *testing.T) {
	c, folder := start(t)
	poor := rich()
	delete(poor, "workspace")
	initialize(c, folder, poor)
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "bad")
	var actions []codeAction
	c.Call("textDocument/codeAction", action(address, 0, 0), &actions)
	changes := actions[1].Edit.Changes
	if len(changes[address]) != 1 || len(changes[string(uri.File(filepath.Join(folder, "new.ork")))]) != 1 || actions[1].Edit.DocumentChanges != nil {
		t.Errorf("got %+v", actions[1].Edit)
	}

	c, folder = start(t)
	initialize(c, folder, object{})
	open(c, "file:///a.ork", "bad")
	actions = nil
	c.Call("textDocument/codeAction", action("file:///a.ork", 0, 0), &actions)
	if len(actions) != 0 {
		t.Errorf("a client that knows commands only got %+v", actions)
	}
}

// Clients spell one URI in several ways, and want their own spelling back.
func TestSpellingsOfURIs(t *testing.T) {
	for _, test := range []struct{ opened, asked string }{
		{"file:///C:/x/a.ork", "file:///c%3A/x/a.ork"},
		{"file:///c%3A/x/a.ork", "file:///C:/x/a.ork"},
		{"file:///a%20b/%C3%A4.ork", "file:///a b/ä.ork"},
		{"untitled:Untitled-1", "untitled:Untitled-1"},
		{"untitled:a b?c#d", "untitled:a%20b?c#d"},
		{"vscode-notebook-cell:/home/u/n.ipynb#W0sZmlsZQ%3D%3D", "vscode-notebook-cell:/home/u/n.ipynb#W0sZmlsZQ%3D%3D"},
		{"vscode-vfs://github/o/r/a.ork", "vscode-vfs://github/o/r/a.ork"},
		{"file:a.ork", "file:a.ork"},
		{"git:/a.ork?%7B%22path%22%3A1%7D", "git:/a.ork?%7B%22path%22%3A1%7D"},
		{"x:%zz%", "x:%zz%"},
	} {
		c, folder := start(t)
		initialize(c, folder, rich())
		open(c, test.opened, "bad")
		if p := next(c); p.URI != test.opened || p.Diagnostics[0].Related[0].Location.URI != test.opened {
			t.Errorf("opened %s, but was told of %s", test.opened, p.URI)
		}
		var actions []codeAction
		c.Call("textDocument/codeAction", action(test.asked, 0, 0), &actions)
		if len(actions) != 2 || actions[0].Edit.DocumentChanges[0].TextDocument.URI != test.opened {
			t.Errorf("opened %s, asked %s: got %+v", test.opened, test.asked, actions)
		}
		c.Notify("textDocument/didClose", id(test.asked))
		if p := next(c); p.URI != test.opened || len(p.Diagnostics) != 0 {
			t.Errorf("closed %s: got %+v", test.asked, p)
		}
	}
}

// What a client says about documents that are not open, or in a wrong way, changes nothing.
func TestNonsenseNotifications(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	replaceAll(c, "file:///never-opened", 2, "bad")
	c.Notify("textDocument/didClose", id("file:///never-opened"))
	c.Notify("textDocument/didSave", id("file:///never-opened"))
	c.RawMessage(`{"jsonrpc":"2.0","method":"textDocument/didOpen"}`)
	c.RawMessage(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":7}}`)
	c.RawMessage(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"","version":1,"text":""}}}`)
	c.RawMessage(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a"},"contentChanges":[{"range":7}]}}`)
	c.RawMessage(`{"jsonrpc":"2.0","id":7,"method":"textDocument/codeAction"}`)
	c.FailedWith(7, -32602)
	c.Fails("textDocument/diagnostic", id("nonsense:\x00"), -32602)
	c.Fails("textDocument/diagnostic", id(string(uri.File(folder))), -32602)
	open(c, "file:///a.ork", "bad")
	open(c, "file:///a.ork", "bad bad") // again, without closing it
	if p := next(c); len(p.Diagnostics) != 2 {
		t.Errorf("got %+v", p)
	}
}
