package server

import (
	"context"
	"fmt"
	"log/slog"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

// A request is about the text at its place among the messages, even if it is answered after the next ones.
func TestRequestTakesItsSnapshotInOrder(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	s := New(rpc.NewConn(t.Context(), silent{}, log), log, []*analysis.Rule{{
		Name: "echo", Severity: analysis.Hint,
		Run: func(pass *analysis.Pass) { pass.Report(analysis.Diagnostic{Message: pass.Program.File.Text}) },
	}})
	mustBegin(t, s, "initialize", `{"rootUri":null,"capabilities":{}}`)
	mustBegin(t, s, "textDocument/didOpen", `{"textDocument":{"uri":"file:///a","version":1,"text":"version 1"}}`)
	var answers []rpc.Answer
	for version := 1; version <= 3; version++ {
		answers = append(answers, mustBegin(t, s, "textDocument/diagnostic", `{"textDocument":{"uri":"file:///a"}}`))
		mustBegin(t, s, "textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":"file:///a","version":%d},"contentChanges":[{"text":"version %d"}]}`, version+1, version+1))
	}
	for i, answer := range answers {
		result, err := answer(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		report := result.(*protocol.RelatedFullDocumentDiagnosticReport)
		if got, want := report.Items[0].Message, protocol.String(fmt.Sprintf("version %d", i+1)); got != want {
			t.Errorf("request %d is about %v", i+1, got)
		}
	}
}
