package server

import (
	"context"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceDocumentSymbol(c *protocol.ServerCapabilities) {
	c.DocumentSymbolProvider = protocol.Boolean(true)
}

func (s *Session) documentSymbol(_ context.Context, _ *documents, d *document, _ *protocol.DocumentSymbolParams) (protocol.DocumentSymbolResult, error) {
	outline := assist.Outline(s.program(d))
	if s.client.nestedSymbols() {
		return protocol.DocumentSymbolSlice(s.nestedSymbols(d, outline)), nil
	}
	return s.flatSymbols(d, protocol.SymbolInformationSlice{}, outline, nil), nil
}

var symbolKinds = [...]protocol.SymbolKind{
	assist.TaskSymbol:       protocol.SymbolKindFunction,
	assist.WorkflowSymbol:   protocol.SymbolKindClass,
	assist.StepSymbol:       protocol.SymbolKindMethod,
	assist.GroupSymbol:      protocol.SymbolKindArray,
	assist.MapSymbol:        protocol.SymbolKindArray,
	assist.ChoiceSymbol:     protocol.SymbolKindBoolean,
	assist.OtherStateSymbol: protocol.SymbolKindEvent,
}

func (s *Session) nestedSymbols(d *document, outline []*assist.Symbol) []protocol.DocumentSymbol {
	symbols := make([]protocol.DocumentSymbol, 0, len(outline))
	for _, o := range outline {
		symbol := protocol.DocumentSymbol{
			Name:           o.Name,
			Kind:           symbolKinds[o.Kind],
			Range:          s.rangeOf(d.mapper, o.Range),
			SelectionRange: s.rangeOf(d.mapper, o.Selected),
			Children:       s.nestedSymbols(d, o.Children),
		}
		if o.Detail != "" {
			symbol.Detail = &o.Detail
		}
		symbols = append(symbols, symbol)
	}
	return symbols
}

// flatSymbols adds symbols for a client that knows no nested ones.
func (s *Session) flatSymbols(d *document, symbols protocol.SymbolInformationSlice, outline []*assist.Symbol, container *string) protocol.SymbolInformationSlice {
	for _, o := range outline {
		symbol := protocol.SymbolInformation{Location: protocol.Location{URI: uri.URI(d.uri), Range: s.rangeOf(d.mapper, o.Range)}}
		symbol.Name, symbol.Kind, symbol.ContainerName = o.Name, symbolKinds[o.Kind], container
		symbols = s.flatSymbols(d, append(symbols, symbol), o.Children, &o.Name)
	}
	return symbols
}
