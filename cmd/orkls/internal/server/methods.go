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
	doc   string // what it does for Ork, as a phrase; empty where its name says all
	begin func(s *Session, params []byte) (rpc.Answer, error)
	// announce says in the answer to initialize that the server has the method. It is nil for a method that
	// needs no saying, or that another one announces.
	announce func(*protocol.ServerCapabilities)
}

// methods are all that the server has. What the client is told is made from this table, and so is the
// published matrix.
func methods() []method {
	return []method{
		{"initialize", "agrees on the position encoding, reads settings", (*Session).initialize, nil},
		{"textDocument/didOpen", "an open text stands before the one on disk", notification((*Session).didOpen), announceSync},
		{"textDocument/didChange", "in ranges or whole", notification((*Session).didChange), nil},
		{"textDocument/didSave", "judges all open files again", notification((*Session).didSave), nil},
		{"textDocument/didClose", "the text on disk holds again", notification((*Session).didClose), nil},
		{"textDocument/diagnostic", "what orklint reports; pushed until the client first asks", request((*Session).diagnostic), announceDiagnostic},
		{"textDocument/codeAction", "every fix of every rule, list to tuple and back, names, retry and catch, `source.fixAll`, every compiler target", request((*Session).codeAction), announceCodeAction},
		{"textDocument/completion", "names, words, attributes with snippets, values, errors, files, functions, targets, rules", request((*Session).completion), announceCompletion},
		{"completionItem/resolve", "documentation of tasks and workflows", requestOfAll((*Session).completionResolve), nil},
		{"textDocument/hover", "documentation of names, attributes and values", request((*Session).hover), announceHover},
		{"textDocument/definition", "declarations, steps, imported files, and the function in Python, JavaScript, TypeScript or Go", request((*Session).definition), announceDefinition},
		{"textDocument/references", "over all files", request((*Session).references), announceReferences},
		{"textDocument/documentHighlight", "", request((*Session).documentHighlight), announceDocumentHighlight},
		{"textDocument/prepareRename", "", request((*Session).prepareRename), nil},
		{"textDocument/rename", "over all files; a task goes on running its function", request((*Session).rename), announceRename},
		{"textDocument/formatting", "", request((*Session).formatting), announceFormatting},
		{"textDocument/rangeFormatting", "", request((*Session).rangeFormatting), announceRangeFormatting},
		{"textDocument/onTypeFormatting", "what a closing bracket closes", request((*Session).onTypeFormatting), announceOnTypeFormatting},
		{"textDocument/documentSymbol", "tasks, workflows and their states", request((*Session).documentSymbol), announceDocumentSymbol},
		{"workspace/symbol", "tasks and workflows of all files", requestOfAll((*Session).workspaceSymbol), announceWorkspaceSymbol},
		{"textDocument/semanticTokens/full", "", request((*Session).semanticTokens), announceSemanticTokens},
		{"textDocument/semanticTokens/full/delta", "", request((*Session).semanticTokensDelta), nil},
		{"textDocument/semanticTokens/range", "", request((*Session).semanticTokensRange), nil},
		{"textDocument/inlayHint", "names that the compiler makes, timeouts, captured errors", request((*Session).inlayHint), announceInlayHint},
		{"textDocument/signatureHelp", "intrinsic functions", request((*Session).signatureHelp), announceSignatureHelp},
		{"textDocument/prepareCallHierarchy", "steps", request((*Session).prepareCallHierarchy), announceCallHierarchy},
		{"callHierarchy/incomingCalls", "what runs before a step", requestOfAll((*Session).incomingCalls), nil},
		{"callHierarchy/outgoingCalls", "what runs after a step, and in its branches", requestOfAll((*Session).outgoingCalls), nil},
		{"workspace/willRenameFiles", "imports and sources follow", requestOfAll((*Session).willRenameFiles), announceWillRenameFiles},
		{"workspace/didChangeWatchedFiles", "judges all open files again", notification((*Session).didChangeWatchedFiles), nil},
		{"workspace/didChangeConfiguration", "which inlay hints are shown", notification((*Session).didChangeConfiguration), nil},
		{"textDocument/foldingRange", "brackets, comments, imports", request((*Session).foldingRange), announceFoldingRange},
		{"textDocument/selectionRange", "", request((*Session).selectionRange), announceSelectionRange},
		{"textDocument/documentLink", "imports and sources", request((*Session).documentLink), announceDocumentLink},
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
