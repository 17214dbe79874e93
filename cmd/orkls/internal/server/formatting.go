package server

import (
	"context"

	"github.com/aymanbagabas/go-udiff"
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/grammar"
)

func announceFormatting(c *protocol.ServerCapabilities) {
	c.DocumentFormattingProvider = protocol.Boolean(true)
}

// formatting answers with the edits between a text and its formatted form, so that cursors and marks in other lines stay
// where they are. A text that does not parse is left alone: its diagnostics say why.
func (s *Session) formatting(_ context.Context, _ *documents, d *document, _ *protocol.DocumentFormattingParams) ([]protocol.TextEdit, error) {
	return s.formattingEdits(d, layout(d.text())), nil
}

// layout returns the edits between a text and its formatted form: none where it does not parse.
func layout(text string) []udiff.Edit {
	formatted, _ := grammar.Format(text, grammar.Options{})
	return udiff.Lines(text, formatted)
}

func (s *Session) formattingEdits(d *document, edits []udiff.Edit) []protocol.TextEdit {
	converted := []protocol.TextEdit{}
	for _, e := range edits {
		converted = append(converted, protocol.TextEdit{
			Range:   s.rangeOf(d.mapper, grammar.Range{Start: e.Start, End: e.End}),
			NewText: e.New,
		})
	}
	return converted
}
