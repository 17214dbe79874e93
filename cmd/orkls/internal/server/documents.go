package server

import (
	"fmt"
	"maps"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/grammar"
)

// documentID is how a message names a document.
type documentID struct{ URI string }

// document is one version of a document. It never changes.
type document struct {
	uri     string // as the client spells it
	name    string // as the workspace names it
	version *int32 // nil where the text is from disk
	mapper  *grammar.Mapper
	parser  *parser
	tree    func() *grammar.File // parses when first called

	sentTokens *sentTokens // the same for all versions
}

// parser remembers the statements of a document's versions, so that an edit costs little. Two versions may
// be wanted at the same time.
type parser struct {
	mu sync.Mutex
	*grammar.Parser
}

func newDocument(uri, name string, version *int32, text string) *document {
	return (&document{uri: uri, name: name, parser: &parser{Parser: grammar.NewParser()}, sentTokens: &sentTokens{}}).edited(version, text)
}

// edited returns the document's next version.
func (d *document) edited(version *int32, text string) *document {
	next := *d
	next.version, next.mapper = version, grammar.NewMapper(text)
	next.tree = sync.OnceValue(func() *grammar.File {
		next.parser.mu.Lock()
		defer next.parser.mu.Unlock()
		return next.parser.Parse(text)
	})
	return &next
}

func (d *document) text() string { return d.mapper.Text() }

// documents are all that are open, by the canonical spelling of their URI. They never change: a message that
// changes a document makes a new value, and a request keeps the one that it found.
type documents map[string]*document

// with returns documents with d in its place.
func (all documents) with(d *document) *documents {
	next := maps.Clone(all)
	next[canonical(d.uri)] = d
	return &next
}

// without returns documents without d.
func (all documents) without(d *document) *documents {
	next := maps.Clone(all)
	delete(next, canonical(d.uri))
	return &next
}

// open returns the open document of a URI, in any spelling.
func (all documents) open(spelling string) (*document, bool) {
	d, ok := all[canonical(spelling)]
	return d, ok
}

// named returns the open document of a file.
func (all documents) named(name string) (*document, bool) {
	for _, d := range all {
		if d.name == name {
			return d, true
		}
	}
	return nil, false
}

// canonical spells a URI in the one way that is the same for all spellings of it: clients write
// file:///C:/x, file:///c:/x and file:///c%3A/x for one file.
func canonical(spelling string) string {
	u, err := uri.Parse(spelling)
	if err != nil {
		return spelling
	}
	return u.String()
}

// nameOf returns the workspace's name of the file that a URI means. A document that is no file, such as an
// untitled one, is named by its URI.
func (s *Session) nameOf(spelling string) string {
	if u, err := uri.Parse(spelling); err == nil && u.IsFile() {
		return s.workspace.Name(u.FsPath())
	}
	return s.workspace.Name(spelling)
}

// uriOf returns the URI of a file, spelled as the client does where it is open.
func (s *Session) uriOf(all *documents, name string) uri.URI {
	if d, ok := all.named(name); ok {
		return uri.URI(d.uri)
	}
	return uri.File(s.workspace.Path(name))
}

// document returns an open document or, where none is, the file on disk.
func (s *Session) document(all *documents, spelling string) (*document, error) {
	if d, ok := all.open(spelling); ok {
		return d, nil
	}
	name := s.nameOf(spelling)
	text, err := s.workspace.ReadDisk(name)
	if err != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, fmt.Sprintf("%s is not open, and cannot be read: %v", spelling, err))
	}
	return newDocument(spelling, name, nil, text), nil
}

// mapperOf returns the mapper of a file that a diagnostic or a fix speaks of. A file that cannot be read is
// empty, as one is that a fix creates.
func (s *Session) mapperOf(all *documents, name string) *grammar.Mapper {
	if d, ok := all.named(name); ok {
		return d.mapper
	}
	text, err := s.workspace.ReadDisk(name)
	if err != nil {
		s.log.Debug("reading a file", "error", err)
	}
	return grammar.NewMapper(text)
}
