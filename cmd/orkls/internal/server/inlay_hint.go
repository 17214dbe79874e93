package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceInlayHint(c *protocol.ServerCapabilities) {
	c.InlayHintProvider = protocol.Boolean(true)
}

func (s *Session) inlayHint(_ context.Context, _ *documents, d *document, p *protocol.InlayHintParams) ([]protocol.InlayHint, error) {
	visible := s.offsets(d.mapper, p.Range)
	hints, yes := []protocol.InlayHint{}, true
	for _, h := range assist.Hints(s.program(d)) {
		if !visible.Contains(h.Offset) || !s.settings.Load().shows(h.Kind) {
			continue
		}
		hints = append(hints, protocol.InlayHint{
			Position: s.position(d.mapper, h.Offset), Label: protocol.String(h.Label),
			Tooltip: protocol.String(plain.Replace(h.Doc)), PaddingLeft: &yes,
		})
	}
	return hints, nil
}
