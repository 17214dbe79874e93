package server

// didChangeWatchedFiles judges what is open again: a handler or an imported file is no longer what it was.
func (s *Session) didChangeWatchedFiles(*struct{}) error {
	for _, d := range *s.documents.Load() {
		s.publisher.changed(d)
	}
	return nil
}
