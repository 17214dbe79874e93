package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceSelectionRange(c *protocol.ServerCapabilities) {
	c.SelectionRangeProvider = protocol.Boolean(true)
}

func (s *Session) selectionRange(ctx context.Context, _ *documents, d *document, p *protocol.SelectionRangeParams) ([]protocol.SelectionRange, error) {
	selections := []protocol.SelectionRange{}
	for _, position := range p.Positions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ranges := assist.Selections(d.tree(), s.offset(d.mapper, position))
		var outer *protocol.SelectionRange
		for i := len(ranges) - 1; i >= 0; i-- {
			outer = &protocol.SelectionRange{Range: s.rangeOf(d.mapper, ranges[i]), Parent: outer}
		}
		selections = append(selections, *outer)
	}
	return selections, nil
}
