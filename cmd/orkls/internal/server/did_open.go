package server

import (
	"fmt"
	"strings"

	"go.lsp.dev/protocol"
)

func announceSync(c *protocol.ServerCapabilities) {
	yes, incremental := true, protocol.TextDocumentSyncKindIncremental
	c.TextDocumentSync = &protocol.TextDocumentSyncOptions{
		OpenClose: &yes,
		Change:    &incremental,
		Save:      protocol.Boolean(true),
	}
}

type didOpenParams struct {
	TextDocument struct {
		URI     string
		Version int32
		Text    string
	}
}

func (s *Session) didOpen(p *didOpenParams) error {
	if scheme, _, found := strings.Cut(p.TextDocument.URI, ":"); !found || scheme == "" {
		return fmt.Errorf("%q is not a URI", p.TextDocument.URI)
	}
	s.put(newDocument(p.TextDocument.URI, s.nameOf(p.TextDocument.URI), &p.TextDocument.Version, p.TextDocument.Text))
	return nil
}

// put makes d the version of its document that holds.
func (s *Session) put(d *document) {
	s.documents.Store(s.documents.Load().with(d))
	s.workspace.Open(d.name, d.text())
	s.publisher.changed(d)
}
