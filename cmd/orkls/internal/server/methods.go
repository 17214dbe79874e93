package server

import (
	"context"
	"encoding/json"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

// method is one method of the protocol.
type method struct {
	name  string
	begin func(s *Session, params []byte) (rpc.Answer, error)
	// announce says in the answer to initialize that the server has the method. It is nil for a method that
	// needs no saying, or that another one announces.
	announce func(*protocol.ServerCapabilities)
}

// methods are all that the server has. What the client is told is made from this table, and so is the
// published matrix.
func methods() []method {
	return []method{
		{"initialize", (*Session).initialize, nil},
		{"textDocument/didOpen", notification((*Session).didOpen), announceSync},
		{"textDocument/didChange", notification((*Session).didChange), nil},
		{"textDocument/didSave", notification((*Session).didSave), nil},
		{"textDocument/didClose", notification((*Session).didClose), nil},
		{"textDocument/diagnostic", request((*Session).diagnostic), announceDiagnostic},
		{"textDocument/codeAction", request((*Session).codeAction), announceCodeAction},
		{"textDocument/completion", request((*Session).completion), announceCompletion},
		{"completionItem/resolve", requestOfAll((*Session).completionResolve), nil},
		{"textDocument/hover", request((*Session).hover), announceHover},
		{"textDocument/definition", request((*Session).definition), announceDefinition},
		{"textDocument/references", request((*Session).references), announceReferences},
		{"textDocument/documentHighlight", request((*Session).documentHighlight), announceDocumentHighlight},
		{"textDocument/prepareRename", request((*Session).prepareRename), nil},
		{"textDocument/rename", request((*Session).rename), announceRename},
		{"textDocument/formatting", request((*Session).formatting), announceFormatting},
		{"textDocument/rangeFormatting", request((*Session).rangeFormatting), announceRangeFormatting},
		{"textDocument/onTypeFormatting", request((*Session).onTypeFormatting), announceOnTypeFormatting},
		{"textDocument/documentSymbol", request((*Session).documentSymbol), announceDocumentSymbol},
		{"workspace/symbol", requestOfAll((*Session).workspaceSymbol), announceWorkspaceSymbol},
		{"textDocument/semanticTokens/full", request((*Session).semanticTokens), announceSemanticTokens},
		{"textDocument/semanticTokens/full/delta", request((*Session).semanticTokensDelta), nil},
		{"textDocument/semanticTokens/range", request((*Session).semanticTokensRange), nil},
		{"textDocument/inlayHint", request((*Session).inlayHint), announceInlayHint},
		{"textDocument/signatureHelp", request((*Session).signatureHelp), announceSignatureHelp},
		{"textDocument/prepareCallHierarchy", request((*Session).prepareCallHierarchy), announceCallHierarchy},
		{"callHierarchy/incomingCalls", requestOfAll((*Session).incomingCalls), nil},
		{"callHierarchy/outgoingCalls", requestOfAll((*Session).outgoingCalls), nil},
		{"workspace/willRenameFiles", requestOfAll((*Session).willRenameFiles), announceWillRenameFiles},
		{"workspace/didChangeWatchedFiles", notification((*Session).didChangeWatchedFiles), nil},
		{"workspace/didChangeConfiguration", notification((*Session).didChangeConfiguration), nil},
		{"textDocument/foldingRange", request((*Session).foldingRange), announceFoldingRange},
		{"textDocument/selectionRange", request((*Session).selectionRange), announceSelectionRange},
		{"textDocument/documentLink", request((*Session).documentLink), announceDocumentLink},
	}
}

// notification makes a method of a handler that runs in the order of the messages. Params are decoded by
// encoding/json, which keeps the client's spelling of URIs and forgives half a surrogate pair.
func notification[P any](handle func(*Session, *P) error) func(*Session, []byte) (rpc.Answer, error) {
	return func(s *Session, params []byte) (rpc.Answer, error) {
		p := new(P)
		if err := json.Unmarshal(params, p); err != nil {
			return nil, err
		}
		return nil, handle(s, p)
	}
}

// request makes a method of a handler that is about one document, which it gets, among all that are
// open, as it is at the request's place among the messages.
func request[P, R any](handle func(*Session, context.Context, *documents, *document, *P) (R, error)) func(*Session, []byte) (rpc.Answer, error) {
	return func(s *Session, params []byte) (rpc.Answer, error) {
		p := new(P)
		if err := protocol.Unmarshal(params, p); err != nil {
			return nil, err
		}
		var about struct{ TextDocument documentID }
		if err := json.Unmarshal(params, &about); err != nil {
			return nil, err
		}
		all := s.documents.Load()
		return func(ctx context.Context) (any, error) {
			d, err := s.document(all, about.TextDocument.URI)
			if err != nil {
				return nil, err
			}
			return handle(s, ctx, all, d, p)
		}, nil
	}
}

// requestOfAll makes a method of a handler that is about no document, or about several.
func requestOfAll[P, R any](handle func(*Session, context.Context, *documents, *P) (R, error)) func(*Session, []byte) (rpc.Answer, error) {
	return func(s *Session, params []byte) (rpc.Answer, error) {
		p := new(P)
		if err := protocol.Unmarshal(params, p); err != nil {
			return nil, err
		}
		all := s.documents.Load()
		return func(ctx context.Context) (any, error) { return handle(s, ctx, all, p) }, nil
	}
}
