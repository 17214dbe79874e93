package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceDocumentHighlight(c *protocol.ServerCapabilities) {
	c.DocumentHighlightProvider = protocol.Boolean(true)
}

func (s *Session) documentHighlight(_ context.Context, _ *documents, d *document, p *protocol.DocumentHighlightParams) ([]protocol.DocumentHighlight, error) {
	program := s.program(d)
	n, _, ok := assist.NameAt(program, s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	highlights := []protocol.DocumentHighlight{}
	for _, o := range n.Occurrences(program) {
		kind := protocol.DocumentHighlightKindRead
		if o.Declares {
			kind = protocol.DocumentHighlightKindWrite
		}
		highlights = append(highlights, protocol.DocumentHighlight{Range: s.rangeOf(d.mapper, o.Range), Kind: kind})
	}
	return highlights, nil
}
