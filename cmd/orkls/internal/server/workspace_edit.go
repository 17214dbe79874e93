package server

import (
	"errors"
	"io/fs"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis"
)

// workspaceEdit says edits in the richest form that the client understands. With the versions of the documents
// in it, a client can refuse an edit that comes too late.
func (s *Session) workspaceEdit(all *documents, edits []analysis.Edit) *protocol.WorkspaceEdit {
	names, byName := groupEdits(edits)
	if !s.client.documentChanges() {
		changes := map[uri.URI][]protocol.TextEdit{}
		for _, name := range names {
			for _, e := range s.textEdits(all, name, byName[name]) {
				changes[s.uriOf(all, name)] = append(changes[s.uriOf(all, name)], *e)
			}
		}
		return &protocol.WorkspaceEdit{Changes: changes}
	}
	changed := &protocol.WorkspaceEdit{}
	for _, name := range names {
		address := s.uriOf(all, name)
		if s.client.createsFiles() && s.isMissing(all, name) {
			changed.DocumentChanges = append(changed.DocumentChanges, &protocol.CreateFile{Kind: "create", URI: address})
		}
		change := &protocol.TextDocumentEdit{}
		change.TextDocument.URI = address
		if d, open := all.named(name); open {
			change.TextDocument.Version = d.version
		}
		for _, e := range s.textEdits(all, name, byName[name]) {
			change.Edits = append(change.Edits, e)
		}
		changed.DocumentChanges = append(changed.DocumentChanges, change)
	}
	return changed
}

// groupEdits returns the edits of each file, and the files in the order of their first edit.
func groupEdits(edits []analysis.Edit) (names []string, byName map[string][]analysis.Edit) {
	byName = map[string][]analysis.Edit{}
	for _, e := range edits {
		if byName[e.File] == nil {
			names = append(names, e.File)
		}
		byName[e.File] = append(byName[e.File], e)
	}
	return names, byName
}

func (s *Session) textEdits(all *documents, name string, edits []analysis.Edit) (converted []*protocol.TextEdit) {
	m := s.mapperOf(all, name)
	for _, e := range edits {
		converted = append(converted, &protocol.TextEdit{Range: s.rangeOf(m, e.Range), NewText: e.NewText})
	}
	return converted
}

// isMissing tells whether a file is neither open nor on disk.
func (s *Session) isMissing(all *documents, name string) bool {
	if _, open := all.named(name); open {
		return false
	}
	_, err := s.workspace.Stat(name)
	return errors.Is(err, fs.ErrNotExist)
}
