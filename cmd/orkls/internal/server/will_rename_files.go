package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceWillRenameFiles(c *protocol.ServerCapabilities) {
	scheme := "file"
	c.Workspace = &protocol.WorkspaceOptions{FileOperations: &protocol.FileOperationOptions{
		WillRename: protocol.FileOperationRegistrationOptions{Filters: []protocol.FileOperationFilter{
			{Scheme: &scheme, Pattern: protocol.FileOperationPattern{Glob: "**/*.{ork,py,js,mjs,cjs,ts,mts}", Matches: protocol.FileOperationPatternKindFile}},
			{Scheme: &scheme, Pattern: protocol.FileOperationPattern{Glob: "**", Matches: protocol.FileOperationPatternKindFolder}},
		}},
	}}
}

// willRenameFiles lets imports and sources follow the files that they name.
func (s *Session) willRenameFiles(ctx context.Context, all *documents, p *protocol.RenameFilesParams) (*protocol.WorkspaceEdit, error) {
	var moves []assist.Move
	for _, f := range p.Files {
		moves = append(moves, assist.Move{From: s.nameOf(f.OldURI), To: s.nameOf(f.NewURI)})
	}
	programs, err := s.programs(ctx, all, "")
	if err != nil {
		return nil, err
	}
	var edits []analysis.Edit
	for _, program := range programs {
		edits = append(edits, assist.FollowMoves(program, s.workspace, moves)...)
	}
	return s.workspaceEdit(all, edits), nil
}
