package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"go.lsp.dev/protocol"
)

func announceDiagnostic(c *protocol.ServerCapabilities) {
	c.DiagnosticProvider = &protocol.DiagnosticOptions{InterFileDependencies: true}
}

// diagnostic answers a client that asks for diagnostics itself.
func (s *Session) diagnostic(ctx context.Context, all *documents, d *document, p *protocol.DocumentDiagnosticParams) (protocol.DocumentDiagnosticReport, error) {
	s.publisher.stop()
	items := s.diagnostics(all, d)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	id, err := resultID(items)
	if err != nil {
		return nil, err
	}
	if p.PreviousResultID != nil && *p.PreviousResultID == id {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{
			UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{
				Kind:     string(protocol.DocumentDiagnosticReportKindUnchanged),
				ResultID: id,
			},
		}, nil
	}
	return &protocol.RelatedFullDocumentDiagnosticReport{
		FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{
			Kind:     string(protocol.DocumentDiagnosticReportKindFull),
			ResultID: &id,
			Items:    items,
		},
	}, nil
}

// resultID is the same for the same diagnostics, and for no others.
func resultID(items []protocol.Diagnostic) (string, error) {
	hash := sha256.New()
	for _, item := range items {
		encoded, err := protocol.Marshal(&item)
		if err != nil {
			return "", fmt.Errorf("encoding a diagnostic: %w", err)
		}
		hash.Write(encoded)
	}
	return hex.EncodeToString(hash.Sum(nil)[:8]), nil
}
