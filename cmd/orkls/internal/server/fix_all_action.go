package server

import (
	"github.com/aymanbagabas/go-udiff"
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orklint/apply"
	"github.com/orkls/orkls/grammar"
)

// fixAllAction does what orklint --fix does with the document: it applies the safe fixes until none is left. It is made
// only for a client that asks for it by its kind, as one does when a file is saved.
func (s *Session) fixAllAction(all *documents, d *document) ([]protocol.CommandOrCodeAction, error) {
	scratch, err := workspace.New(s.workspace.Path("."))
	if err != nil {
		return nil, err
	}
	for _, open := range *all {
		scratch.Open(open.name, open.text())
	}
	result, err := apply.Fix(scratch, false, func() []analysis.Diagnostic {
		p, err := scratch.Program(d.name)
		if err != nil {
			s.log.Debug("fixing", "error", err)
			return nil
		}
		return analysis.Run(s.rules, p, scratch)
	})
	if err != nil {
		return nil, err
	}
	for _, reason := range result.Refused {
		s.log.Warn("applying all safe fixes", "error", reason)
	}
	edits := []analysis.Edit{}
	for _, change := range result.Changes {
		for _, e := range udiff.Strings(change.Before, change.After) {
			edits = append(edits, analysis.Edit{File: change.File, Range: grammar.Range{Start: e.Start, End: e.End}, NewText: e.New})
		}
	}
	if len(edits) == 0 {
		return nil, nil
	}
	kind := protocol.CodeActionKindSourceFixAll
	return []protocol.CommandOrCodeAction{&protocol.CodeAction{Title: "apply all safe fixes", Kind: &kind, Edit: s.workspaceEdit(all, edits)}}, nil
}
