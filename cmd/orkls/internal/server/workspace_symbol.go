package server

import (
	"context"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceWorkspaceSymbol(c *protocol.ServerCapabilities) {
	c.WorkspaceSymbolProvider = protocol.Boolean(true)
}

// workspaceSymbol returns the tasks and workflows of all files whose names hold the letters of the query in their
// order.
func (s *Session) workspaceSymbol(ctx context.Context, all *documents, p *protocol.WorkspaceSymbolParams) (protocol.SymbolInformationSlice, error) {
	programs, err := s.programs(ctx, all, "")
	if err != nil {
		return nil, err
	}
	symbols := protocol.SymbolInformationSlice{}
	for _, in := range programs {
		for _, o := range assist.Outline(in) {
			if !holdsLetters(o.Name, p.Query) {
				continue
			}
			symbol := protocol.SymbolInformation{Location: s.location(all, in.Path, o.Selected)}
			symbol.Name, symbol.Kind, symbol.ContainerName = o.Name, symbolKinds[o.Kind], &in.Path
			symbols = append(symbols, symbol)
		}
	}
	return symbols, nil
}

// holdsLetters tells whether a name holds letters in their order, whatever their case.
func holdsLetters(name, letters string) bool {
	name = strings.ToLower(name)
	for _, letter := range strings.ToLower(letters) {
		i := strings.IndexRune(name, letter)
		if i < 0 {
			return false
		}
		name = name[i+len(string(letter)):]
	}
	return true
}
