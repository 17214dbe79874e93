// Package completion says what may be typed at a place. It asks the grammar rather than knowing it: it puts a word at
// the place, closes the brackets that are open, and looks at what the word has become. So it works in half-typed
// programs, and offers nothing that would not parse.
package completion

import (
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Kind is what an item stands for.
type Kind uint8

const (
	Keyword Kind = iota
	Task
	Workflow
	State
	Attribute
	Value
	Error
	File
	Folder
	Function
	Rule
	Variable // a path, or a field of the context object
)

// Item is one thing that may be typed.
type Item struct {
	Label   string // what is listed, and typed where Snippet is empty
	Detail  string // a few words behind the label; may be empty
	From    string // the file that declares it; empty for this one
	Kind    Kind
	Snippet string // what is typed, with places to fill in, in the protocol's syntax; may be empty
	Doc     string // Markdown; may be empty
	// Declaration is what a name stands for. Its documentation is left to be said when it is asked for.
	Declaration *flow.Declaration
}

// List is what may be typed at a place, best first.
type List struct {
	Insert  grammar.Range // the part of the word in front of the place
	Replace grammar.Range // the whole word
	Items   []Item
}

// Context is what completion looks at.
type Context struct {
	Program *flow.Program // of the text as it is
	Files   analysis.Files
	Rules   []*analysis.Rule // that a comment can silence
	// Resolve returns what another text of the same file means.
	Resolve func(*grammar.File) *flow.Program
}

// At returns what may be typed at a place.
func At(c Context, offset int) List {
	s := siteAt(c.Program.File, offset)
	list := List{Replace: s.word}
	switch s.situation {
	case inComment:
		list.Items = ruleItems(c, s)
	case inString:
		list.Items, list.Replace = stringItems(c, s)
	case inPath:
		list.Items = contextFields
	case inJSONata:
		list.Items = jsonataVariables
	case atWord:
		list.Items = s.dottedAlike(append(nameItems(c, s), keywordItems(s)...))
	}
	list.Insert = grammar.Range{Start: list.Replace.Start, End: offset}
	return list
}

// nameItems are the names that may stand at a place.
func nameItems(c Context, s *site) (items []Item) {
	for _, form := range []string{word, word + " -> end"} { // behind catch a name alone is not enough
		if p, ok := s.resolve(c, form); ok {
			items = p.names(c, s)
			break
		}
	}
	if p, ok := s.resolve(c, word+": 0"); ok {
		items = append(items, keyItems(c, s, p)...)
	}
	if items == nil && s.behind == grammar.Then { // what stands in front is broken
		items = stepItems(c.Program, s.offset)
	}
	return items
}

// dottedAlike leaves those of items that begin with the words in front of the last dot that is typed.
func (s *site) dottedAlike(items []Item) []Item {
	typed := s.text[s.word.Start:s.offset]
	words := typed[:strings.LastIndexByte(typed, '.')+1]
	return slices.DeleteFunc(items, func(i Item) bool { return !strings.HasPrefix(i.Label, words) })
}

// names are those that may stand where the probe does.
func (p probe) names(c Context, s *site) []Item {
	switch n := p.parent().(type) {
	case *grammar.Mention:
		return stepItems(p.program, p.at.Start)
	case *grammar.Jump:
		return targetItems(c, s, p)
	case *grammar.Task:
		return undeclaredItems(c, s)
	case *grammar.Errors:
		return handledErrors(c, n, s)
	case *grammar.Fail:
		return failedErrors(c, s)
	case *grammar.Attr, *grammar.Array, *grammar.Call, *grammar.Object:
		return valueItems(p)
	}
	return nil
}
