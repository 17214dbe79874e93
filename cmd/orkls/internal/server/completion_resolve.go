package server

import (
	"context"
	"encoding/json"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

// completionResolve adds the documentation of a task or workflow, as it is by now.
func (s *Session) completionResolve(_ context.Context, all *documents, item *protocol.CompletionItem) (*protocol.CompletionItem, error) {
	var data completionData
	if err := json.Unmarshal(item.Data, &data); err != nil || data.Name == "" {
		return item, nil // one that was whole from the start
	}
	d, err := s.document(all, data.URI)
	if err != nil {
		return nil, err
	}
	p := s.program(d)
	if declaration := p.Lookup(data.Name); declaration != nil {
		item.Documentation = s.completionMarkup(assist.Describe(p, declaration))
	}
	return item, nil
}
