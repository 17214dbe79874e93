package lsptest

import (
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		from    Side
		body    string
		problem string // a part of it; empty where there is none
	}{
		{ClientSide, `{"jsonrpc":"2.0","id":1,"method":"shutdown"}`, ""},
		{ServerSide, `{"jsonrpc":"2.0","id":1,"result":null}`, ""},
		{ServerSide, `{"jsonrpc":"2.0","id":1,"result":{}}`, "want null"},
		{ServerSide, `{"jsonrpc":"2.0","id":7,"result":null}`, "was not asked"},
		{ServerSide, `{"jsonrpc":"2.0","id":1}`, "either a result or an error"},
		{ServerSide, `{"jsonrpc":"2.0","id":1,"error":{"code":0,"message":"x"}}`, "needs a code"},
		{ServerSide, `{"id":1,"result":null}`, "jsonrpc is"},
		{ClientSide, `{"jsonrpc":"2.0","method":"textDocument/hover","params":{}}`, "not a notification"},
		{ServerSide, `{"jsonrpc":"2.0","id":1,"method":"shutdown"}`, "clientToServer"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","diagnostics":[]}}`, ""},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","diagnostics":null}}`, "want array"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"a","diagnostics":[]}}`, "want DocumentUri"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a"}}`, "lacks diagnostics"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","diagnostics":[],"x":1}}`, "no property x"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","diagnostics":[{"message":"m","severity":9,"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}}]}}`, "want DiagnosticSeverity"},
		{ServerSide, `{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a","diagnostics":[{"message":"m","range":{"start":{"line":0,"character":-1},"end":{"line":0,"character":0}}}]}}`, "want uinteger"},
		{ClientSide, `{"jsonrpc":"2.0","id":"d","method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///a"}}}`, ""},
		{ServerSide, `{"jsonrpc":"2.0","id":"d","result":{"kind":"","items":[]}}`, "want full"},
		{ServerSide, `{"jsonrpc":"2.0","id":"d","result":{"kind":"full","items":[]}}`, ""},
	} {
		judge, err := NewJudge()
		if err != nil {
			t.Fatal(err)
		}
		judge.asked[ClientSide] = map[string]string{key(1.0): "shutdown", key("d"): "textDocument/diagnostic"}
		err = judge.Check(c.from, []byte(c.body))
		switch {
		case c.problem == "" && err != nil:
			t.Errorf("%s: %v", c.body, err)
		case c.problem != "" && (err == nil || !strings.Contains(err.Error(), c.problem)):
			t.Errorf("%s: got %v, want %q", c.body, err, c.problem)
		}
	}
}
