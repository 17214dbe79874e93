package completion

import (
	"slices"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// situation is the kind of place that something is typed at.
type situation uint8

const (
	nowhere situation = iota // in a number, say: nothing can be completed
	atWord                   // in a word, or where one could begin
	inString
	inPath
	inJSONata
	inComment
)

// site is a place in a text where something is typed.
type site struct {
	situation
	text    string
	offset  int
	word    grammar.Range // what is being typed: a word with its dots, a string's content, a path
	behind  grammar.Kind  // of the token in front of the word; EOF where none is
	begins  bool          // the word is the first on its line
	from    int           // where the declaration begins that holds the place
	to      int           // where the next one begins
	closing string        // what closes the brackets that are open, innermost first
	parser  *grammar.Parser
}

func siteAt(file *grammar.File, offset int) *site {
	s := &site{
		situation: atWord, text: file.Text, offset: offset, word: grammar.Range{Start: offset, End: offset},
		to: len(file.Text), parser: grammar.NewParser(),
	}
	for _, c := range file.Comments {
		if c.Start < offset && offset <= c.End {
			s.situation, s.word = inComment, wordAround(s.text, offset, "-:_")
			return s
		}
	}
	tokens, _ := grammar.Lex(s.text)
	i, _ := slices.BinarySearchFunc(tokens, offset, func(t grammar.Token, offset int) int { return int(t.End) - offset })
	first, last := i, i // the word's tokens are tokens[first:last]
	if int(tokens[i].Start) < offset {
		if last = i + 1; !s.enter(tokens[i]) {
			first = last
		} else if s.situation == atWord {
			first = s.dotted(tokens, first)
		}
	}
	s.surround(tokens, first, last)
	return s
}

// enter tells whether a token that begins in front of the place is what is being typed.
func (s *site) enter(t grammar.Token) bool {
	all := t.Range()
	switch kind := t.Kind; {
	case kind == grammar.Ident || kind.Keyword():
		s.word = all
	case kind == grammar.Dot:
		s.word.Start = all.Start
	case kind == grammar.String && s.offset < all.End:
		s.situation, s.word = inString, grammar.Range{Start: all.Start + 1, End: all.End - 1}
	case kind == grammar.Bad && t.Problem == grammar.OpenString:
		s.situation, s.word.Start = inString, all.Start+1
	case kind == grammar.Path, kind == grammar.Bad && s.text[all.Start] == '$':
		s.situation, s.word = inPath, all
	case kind == grammar.Jsonata && s.offset < all.End, kind == grammar.Bad && t.Problem == grammar.OpenJsonata:
		s.situation, s.word = inJSONata, wordAround(s.text, s.offset, "$._")
	case kind == grammar.Number, kind == grammar.Duration, kind == grammar.Bad:
		s.situation = nowhere
	case kind == grammar.String, kind == grammar.Jsonata:
		s.situation = nowhere
	default:
		return false
	}
	return true
}

// dotted puts the words in front into the word that dots join to it, and returns its first token. A dot behind a path
// is the path's.
func (s *site) dotted(tokens []grammar.Token, first int) int {
	for ; first > 0 && tokens[first-1].End == tokens[first].Start; first-- {
		before := tokens[first-1].Kind
		isDot := tokens[first].Kind == grammar.Dot
		if isDot && before == grammar.Path {
			s.situation = inPath
		} else if (before == grammar.Dot) == isDot || before != grammar.Dot && before != grammar.Ident {
			break
		}
	}
	s.word.Start = int(tokens[first].Start)
	return first
}

// surround finds what stands around the word, which is tokens[first:last].
func (s *site) surround(tokens []grammar.Token, first, last int) {
	if first > 0 {
		s.behind = tokens[first-1].Kind
	}
	start := lineStart(s.text, s.word.Start)
	s.begins = strings.TrimLeft(s.text[start:s.word.Start], " \t") == ""
	from := 0
	for i := first - 1; i > 0; i-- {
		if s.declares(tokens, i) {
			from, s.from = i, int(tokens[i].Start)
			break
		}
	}
	for _, t := range tokens[from:first] {
		s.bracket(t.Kind)
	}
	for i := last; i < len(tokens); i++ {
		if s.declares(tokens, i) {
			s.to = int(tokens[i].Start)
			return
		}
	}
}

// declares tells whether a declaration begins at a token whatever stands in front of it: its word stands in the first
// column, and is no key.
func (s *site) declares(tokens []grammar.Token, i int) bool {
	switch start := int(tokens[i].Start); tokens[i].Kind {
	case grammar.KeywordImport, grammar.KeywordCompose, grammar.KeywordTask, grammar.KeywordWorkflow:
		return lineStart(s.text, start) == start && tokens[i+1].Kind != grammar.Colon
	}
	return false
}

var closers = map[grammar.Kind]string{grammar.OpenBrace: "}", grammar.OpenBracket: "]", grammar.OpenParen: ")"}

// bracket keeps closing up to date. A bracket that closes nothing that is open changes nothing.
func (s *site) bracket(kind grammar.Kind) {
	switch kind {
	case grammar.OpenBrace, grammar.OpenBracket, grammar.OpenParen:
		s.closing = closers[kind] + s.closing
	case grammar.CloseBrace, grammar.CloseBracket, grammar.CloseParen:
		if i := strings.Index(s.closing, kind.String()); i >= 0 {
			s.closing = s.closing[i+1:]
		}
	}
}

func lineStart(text string, offset int) int { return strings.LastIndexAny(text[:offset], "\r\n") + 1 }

// wordAround is the run of letters, digits and marks that a place is in.
func wordAround(text string, offset int, marks string) grammar.Range {
	isWord := func(b byte) bool {
		return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || strings.IndexByte(marks, b) >= 0
	}
	r := grammar.Range{Start: offset, End: offset}
	for r.Start > 0 && isWord(text[r.Start-1]) {
		r.Start--
	}
	for r.End < len(text) && isWord(text[r.End]) {
		r.End++
	}
	return r
}
