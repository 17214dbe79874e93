package server

import (
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

// refactorActions offers other ways to write what is selected.
func (s *Session) refactorActions(all *documents, d *document, selection grammar.Range) (actions []protocol.CommandOrCodeAction) {
	kind := protocol.CodeActionKindRefactorRewrite
	for _, r := range assist.Refactorings(s.program(d), selection) {
		actions = append(actions, &protocol.CodeAction{Title: r.Title, Kind: &kind, Edit: s.workspaceEdit(all, r.Edits)})
	}
	return actions
}
