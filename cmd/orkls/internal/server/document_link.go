package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceDocumentLink(c *protocol.ServerCapabilities) {
	c.DocumentLinkProvider = &protocol.DocumentLinkOptions{}
}

func (s *Session) documentLink(_ context.Context, all *documents, d *document, _ *protocol.DocumentLinkParams) ([]protocol.DocumentLink, error) {
	links := []protocol.DocumentLink{}
	for _, l := range assist.Links(s.program(d), s.workspace) {
		target := s.uriOf(all, l.File)
		links = append(links, protocol.DocumentLink{Range: s.rangeOf(d.mapper, l.From), Target: &target})
	}
	return links, nil
}
