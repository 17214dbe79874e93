package server

type didCloseParams struct{ TextDocument documentID }

func (s *Session) didClose(p *didCloseParams) error {
	d, open := s.documents.Load().open(p.TextDocument.URI)
	if !open {
		return nil
	}
	s.documents.Store(s.documents.Load().without(d))
	s.workspace.Close(d.name)
	s.publisher.closed(d)
	return nil
}
