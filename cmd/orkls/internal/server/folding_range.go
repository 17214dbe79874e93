package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceFoldingRange(c *protocol.ServerCapabilities) {
	c.FoldingRangeProvider = protocol.Boolean(true)
}

var foldKinds = [...]protocol.FoldingRangeKind{
	assist.CodeFold:    "",
	assist.CommentFold: protocol.FoldingRangeKindComment,
	assist.ImportFold:  protocol.FoldingRangeKindImports,
}

// foldingRange folds whole lines. The line with the closing bracket stays to be seen, and of two folds that begin on
// one line the outer one is offered.
func (s *Session) foldingRange(_ context.Context, _ *documents, d *document, _ *protocol.FoldingRangeParams) ([]protocol.FoldingRange, error) {
	ranges := []protocol.FoldingRange{}
	folded := map[uint32]bool{}
	for _, f := range assist.Folds(d.tree()) {
		at := s.rangeOf(d.mapper, f.Range)
		end := at.End.Line
		if f.Kind == assist.CodeFold {
			end--
		}
		if end <= at.Start.Line || folded[at.Start.Line] {
			continue
		}
		folded[at.Start.Line] = true
		ranges = append(ranges, protocol.FoldingRange{StartLine: at.Start.Line, EndLine: end, Kind: foldKinds[f.Kind]})
	}
	return ranges, nil
}
