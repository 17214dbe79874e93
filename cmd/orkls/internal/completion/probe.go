package completion

import (
	"strings"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// word is what is tried at a place as a name that nothing has.
const word = "zz_probe"

// inside marks, in a form, where the round and square brackets are closed that are open at the place. Where it is
// missing that is behind the form.
const inside = "^"

// probe is what a word has become that was put in at a place.
type probe struct {
	at      grammar.Range
	path    []grammar.Node // those that hold the word, outermost first
	program *flow.Program  // nil where only the declaration was looked at that holds the place
}

// node is the innermost one that holds the word, parent the one around it.
func (p probe) node() grammar.Node { return p.path[len(p.path)-1] }

func (p probe) parent() grammar.Node {
	if len(p.path) < 2 {
		return nil
	}
	return p.path[len(p.path)-2]
}

// fits tells whether a form parses at the place, and what holds its first word. It looks at nothing but the
// declaration that holds the place.
func (s *site) fits(form string) (probe, bool) {
	file, _ := grammar.Parse(s.text[s.from:s.start()] + s.filled(form))
	return s.find(file, grammar.Range{Start: s.start() - s.from, End: s.start() - s.from + firstWord(form)})
}

// resolve is fits for the whole file: the probe has a program.
func (s *site) resolve(c Context, form string) (probe, bool) {
	if p, ok := s.fits(form); !ok { // which costs little
		return p, false
	}
	file := s.parser.Parse(s.text[:s.start()] + s.filled(form) + "\n" + s.text[s.to:])
	p, ok := s.find(file, grammar.Range{Start: s.start(), End: s.start() + firstWord(form)})
	if ok {
		p.program = c.Resolve(file)
	}
	return p, ok
}

// whole is what the file means with the word at the place, and nothing else changed.
func (s *site) whole(c Context) *flow.Program {
	return c.Resolve(s.parser.Parse(s.text[:s.word.Start] + word + s.text[s.word.End:]))
}

// start is where a form is put: in the place of the word, or of the string with its quotes.
func (s *site) start() int {
	if s.situation == inString {
		return s.word.Start - 1
	}
	return s.word.Start
}

// filled is the form with all brackets closed.
func (s *site) filled(form string) string {
	inner, outer := s.closing, ""
	if i := strings.IndexByte(s.closing, '}'); i >= 0 {
		inner, outer = s.closing[:i], s.closing[i:]
	}
	if !strings.Contains(form, inside) {
		form += inside
	}
	return strings.Replace(form, inside, inner, 1) + outer
}

// firstWord is the length of the word, or the string, that a form begins with.
func firstWord(form string) int {
	if strings.HasPrefix(form, `"`) {
		return 2 + strings.IndexByte(form[1:], '"')
	}
	end := 0
	for end < len(form) && (form[end] == '_' || 'a' <= form[end] && form[end] <= 'z') {
		end++
	}
	return end
}

// find returns what holds the word at a range. It is not ok where the statement around it does not parse, or where the
// word begins a statement in the middle of a line.
func (s *site) find(file *grammar.File, at grammar.Range) (p probe, ok bool) {
	p.at, ok = at, true
	first := false // the word begins the statement
	descend := func(grammar.Node, int) {}
	statements := func(list []*grammar.Statement, base int) {
		for _, st := range list {
			extent := st.Extent.Shift(base + st.Base)
			if !extent.Covers(at) {
				continue
			}
			_, isWorkflow := st.Node.(*grammar.Workflow)
			first = extent.Start == at.Start
			if len(st.Problems) > 0 && !isWorkflow || first && !s.mayBegin() {
				ok = false
				return
			}
			descend(st.Node, base+st.Base)
			return
		}
	}
	descend = func(n grammar.Node, base int) {
		p.path = append(p.path, n)
		if b, isBody := n.(*grammar.Body); isBody && misplaced(b, base, at) {
			ok = false
			return
		}
		for _, child := range grammar.Children(n) {
			if child.Span().Shift(base).Covers(at) {
				descend(child, base)
				return
			}
		}
		statements(grammar.Statements(n), base)
	}
	statements(file.Statements, 0)
	if ok && len(p.path) > 0 {
		_, isWorkflow := p.node().(*grammar.Workflow) // behind its body or in its head, where the word is not its own
		return p, !isWorkflow || first
	}
	return p, false
}

// mayBegin tells whether a statement may begin at the place: in the middle of a line it could, but nobody writes that.
func (s *site) mayBegin() bool {
	return s.begins || s.behind == grammar.OpenBrace || s.behind == grammar.Comma
}

// misplaced tells whether the statement at a range stands in the wrong order in its body.
func misplaced(b *grammar.Body, base int, at grammar.Range) bool {
	for _, p := range b.Problems {
		if p.Range.Shift(base).Contains(at.Start) {
			return true
		}
	}
	return false
}
