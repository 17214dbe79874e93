package server

import (
	"context"
	"slices"

	"github.com/aymanbagabas/go-udiff"
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

func announceRangeFormatting(c *protocol.ServerCapabilities) {
	c.DocumentRangeFormattingProvider = protocol.Boolean(true)
}

// rangeFormatting lays out the lines of a range.
func (s *Session) rangeFormatting(_ context.Context, _ *documents, d *document, p *protocol.DocumentRangeFormattingParams) ([]protocol.TextEdit, error) {
	return s.formattingEdits(d, layoutOf(d.text(), s.offsets(d.mapper, p.Range))), nil
}

func announceOnTypeFormatting(c *protocol.ServerCapabilities) {
	c.DocumentOnTypeFormattingProvider = protocol.DocumentOnTypeFormattingOptions{FirstTriggerCharacter: "}", MoreTriggerCharacter: []string{"]", ")"}}
}

// onTypeFormatting lays out what the bracket closes that was typed.
func (s *Session) onTypeFormatting(_ context.Context, _ *documents, d *document, p *protocol.DocumentOnTypeFormattingParams) ([]protocol.TextEdit, error) {
	offset := s.offset(d.mapper, p.Position)
	for _, r := range assist.Brackets(d.tree()) {
		if r.End == offset {
			return s.formattingEdits(d, layoutOf(d.text(), r)), nil
		}
	}
	return []protocol.TextEdit{}, nil
}

// layoutOf returns those of the edits of layout that touch a range; none where those alone would not do.
func layoutOf(text string, within grammar.Range) []udiff.Edit {
	edits := slices.DeleteFunc(layout(text), func(e udiff.Edit) bool {
		return !touch(grammar.Range{Start: e.Start, End: e.End}, within)
	})
	changed, err := udiff.Apply(text, edits)
	if err != nil {
		return nil
	}
	whole, _ := grammar.Format(text, grammar.Options{})
	if same, problems := grammar.Format(changed, grammar.Options{}); len(problems) > 0 || same != whole {
		return nil
	}
	return edits
}
