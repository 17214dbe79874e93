package server

import (
	"fmt"

	"github.com/orkls/orkls/grammar"
)

type didChangeParams struct {
	TextDocument struct {
		URI     string
		Version int32
	}
	ContentChanges []contentChange
}

// contentChange replaces a range, or all of the text where it has none.
type contentChange struct {
	Range *struct{ Start, End changePosition }
	Text  string
}

type changePosition struct{ Line, Character int }

func (s *Session) didChange(p *didChangeParams) error {
	before, open := s.documents.Load().open(p.TextDocument.URI)
	if !open {
		return fmt.Errorf("%s is not open", p.TextDocument.URI)
	}
	mapper := before.mapper
	for _, change := range p.ContentChanges {
		mapper = grammar.NewMapper(change.apply(mapper, s.client.encoding()))
	}
	s.put(before.edited(&p.TextDocument.Version, mapper.Text()))
	return nil
}

func (c contentChange) apply(m *grammar.Mapper, e grammar.Encoding) string {
	if c.Range == nil {
		return c.Text
	}
	r := ordered(c.Range.Start.offset(m, e), c.Range.End.offset(m, e))
	text := m.Text()
	return text[:r.Start] + c.Text + text[r.End:]
}

func (p changePosition) offset(m *grammar.Mapper, e grammar.Encoding) int {
	return m.PositionOffset(grammar.Position{Line: p.Line, Column: p.Character}, e)
}
