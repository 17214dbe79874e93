package server

import (
	"context"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceHover(c *protocol.ServerCapabilities) { c.HoverProvider = protocol.Boolean(true) }

func (s *Session) hover(_ context.Context, _ *documents, d *document, p *protocol.HoverParams) (*protocol.Hover, error) {
	help, ok := assist.HelpAt(s.program(d), s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	at := s.rangeOf(d.mapper, help.Range)
	return &protocol.Hover{Contents: s.markup(help.Markdown), Range: &at}, nil
}

func (s *Session) markup(markdown string) *protocol.MarkupContent {
	return markup(markdown, s.client.hoverMarkdown())
}

func (s *Session) completionMarkup(markdown string) *protocol.MarkupContent {
	return markup(markdown, s.client.completionMarkdown())
}

// markup says a text as the client can show it.
func markup(markdown string, asMarkdown bool) *protocol.MarkupContent {
	if asMarkdown {
		return &protocol.MarkupContent{Kind: protocol.MarkupKindMarkdown, Value: markdown}
	}
	return &protocol.MarkupContent{Kind: protocol.MarkupKindPlainText, Value: plain.Replace(markdown)}
}

// plain takes away the marks of the little Markdown that help is written in.
var plain = strings.NewReplacer("```ork\n", "", "\n```", "", "`", "", "**", "")
