package server

import (
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/grammar"
)

// location is a place in a file, open or not.
func (s *Session) location(all *documents, name string, r grammar.Range) protocol.Location {
	return protocol.Location{URI: s.uriOf(all, name), Range: s.rangeOf(s.mapperOf(all, name), r)}
}
