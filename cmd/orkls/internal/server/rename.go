package server

import (
	"context"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceRename(c *protocol.ServerCapabilities) {
	yes := true
	c.RenameProvider = &protocol.RenameOptions{PrepareProvider: &yes}
}

func (s *Session) prepareRename(_ context.Context, _ *documents, d *document, p *protocol.PrepareRenameParams) (protocol.PrepareRenameResult, error) {
	n, at, ok := assist.NameAt(s.program(d), s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	return &protocol.PrepareRenamePlaceholder{Range: s.rangeOf(d.mapper, at), Placeholder: n.Text}, nil
}

// rename edits every file that says the name. Where the new one cannot be had, the error says why.
func (s *Session) rename(ctx context.Context, all *documents, d *document, p *protocol.RenameParams) (*protocol.WorkspaceEdit, error) {
	program := s.program(d)
	n, _, ok := assist.NameAt(program, s.offset(d.mapper, p.Position))
	if !ok {
		return nil, jsonrpc2.NewError(requestFailed, "no task, workflow or named step stands here")
	}
	programs, err := s.programsNaming(ctx, all, program, n)
	if err != nil {
		return nil, err
	}
	edits, err := assist.Rename(n, p.NewName, programs)
	if err != nil {
		return nil, jsonrpc2.NewError(requestFailed, err.Error())
	}
	return s.workspaceEdit(all, edits), nil
}

// requestFailed is the code of a request that is right but cannot be done; clients show its message.
const requestFailed = jsonrpc2.Code(-32803)
