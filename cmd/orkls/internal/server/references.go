package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceReferences(c *protocol.ServerCapabilities) {
	c.ReferencesProvider = protocol.Boolean(true)
}

func (s *Session) references(ctx context.Context, all *documents, d *document, p *protocol.ReferenceParams) ([]protocol.Location, error) {
	program := s.program(d)
	n, _, ok := assist.NameAt(program, s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	programs, err := s.programsNaming(ctx, all, program, n)
	if err != nil {
		return nil, err
	}
	locations := []protocol.Location{}
	for _, in := range programs {
		for _, o := range n.Occurrences(in) {
			if !o.Declares || p.Context.IncludeDeclaration {
				locations = append(locations, s.location(all, in.Path, o.Range))
			}
		}
	}
	return locations, nil
}
