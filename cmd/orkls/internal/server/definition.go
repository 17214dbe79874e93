package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceDefinition(c *protocol.ServerCapabilities) {
	c.DefinitionProvider = protocol.Boolean(true)
}

func (s *Session) definition(_ context.Context, all *documents, d *document, p *protocol.DefinitionParams) (protocol.DefinitionResult, error) {
	link, ok := assist.DefinitionAt(s.program(d), s.workspace, s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	to := s.location(all, link.File, link.To)
	if !s.client.definitionLinks() {
		return &to, nil
	}
	from := s.rangeOf(d.mapper, link.From)
	return protocol.DefinitionLinkSlice{{OriginSelectionRange: &from, TargetURI: to.URI, TargetRange: to.Range, TargetSelectionRange: to.Range}}, nil
}
