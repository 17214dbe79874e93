package server

import (
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/grammar"
)

func (s *Session) position(m *grammar.Mapper, offset int) protocol.Position {
	p := m.OffsetPosition(offset, s.client.encoding())
	return protocol.Position{Line: uint32(p.Line), Character: uint32(p.Column)}
}

func (s *Session) rangeOf(m *grammar.Mapper, r grammar.Range) protocol.Range {
	return protocol.Range{Start: s.position(m, r.Start), End: s.position(m, r.End)}
}

func (s *Session) offset(m *grammar.Mapper, p protocol.Position) int {
	return m.PositionOffset(grammar.Position{Line: int(p.Line), Column: int(p.Character)}, s.client.encoding())
}

func (s *Session) offsets(m *grammar.Mapper, r protocol.Range) grammar.Range {
	return ordered(s.offset(m, r.Start), s.offset(m, r.End))
}

func ordered(a, b int) grammar.Range { return grammar.Range{Start: min(a, b), End: max(a, b)} }
