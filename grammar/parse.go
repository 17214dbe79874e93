package grammar

import (
	"slices"

	"github.com/alecthomas/participle/v2/lexer"
)

// Parse reads any text. What does not parse is reported, and kept out of the way of the rest.
func Parse(text string) (*File, []Diagnostic) {
	file := NewParser().Parse(text)
	return file, file.Problems()
}

// Parser parses versions of one text. Statements that an edit leaves as they were are taken over from the version
// before, so only those that changed are parsed. It is not safe for concurrent use; the files that it returns
// are, as nothing changes them.
type Parser struct {
	document
	before list
}

// NewParser returns a Parser that remembers nothing yet.
func NewParser() *Parser { return &Parser{} }

// level is where a statement stands, which decides what it may be.
type level uint8

const (
	inFile level = iota
	inBody
	inBlock
)

// Parse returns the tree of text.
func (p *Parser) Parse(text string) *File {
	file := &File{Text: text}
	d := &p.document
	d.text, d.own = text, p.before.text != ""
	d.tokens, file.Comments = lexInto(slices.Grow(d.tokens[:0], len(text)/6), text)
	d.tokens, file.strays = dropStrays(text, d.tokens, file.Comments)
	d.brackets.match(text, d.tokens)
	statements := d.statements(part{0, len(d.tokens)}, inFile, 0, p.before)
	p.before = list{text: text, statements: statements}
	file.Statements = blameHabits(text, statements)
	return file
}

// document is one text on its way to a tree. Its memory serves one version after the other.
type document struct {
	text     string
	tokens   []Token
	brackets brackets
	stream   []lexer.Token // of the statement that is parsed
	source   string        // its text
	own      bool          // statements get a text of their own: they must not keep that of every version alive
}

// list is the statements of a file, or of a body, of the version before.
type list struct {
	text       string
	base       int // of the statements in the text
	statements []*Statement
	next       int // those before it have been taken
}

// statements returns the statements among the tokens p. Base is the start of the workflow that holds them.
func (d *document) statements(p part, at level, base int, before list) []*Statement {
	var parts []part
	for from := p.from; from < p.to; {
		to := d.endOfStatement(part{from, p.to}, at)
		parts = append(parts, part{from, to})
		from = to
	}
	statements := make([]*Statement, len(parts))
	for i, p := range parts {
		s := d.take(&before, p, i, i+len(before.statements)-len(parts))
		if s == nil {
			s = d.statement(p, at, before.workflow(i))
		}
		if place := int(d.tokens[p.from].Start) - base; s.Base != place {
			moved := *s
			moved.Base = place
			s = &moved
		}
		statements[i] = s
	}
	return statements
}

// take returns the statement of the version before that stood at one of two places and has the text of p, nil
// where there is none. The places are those of p, counted from the start and from the end of its list: one of
// them is right, wherever statements were put in or taken out at a single place.
func (d *document) take(before *list, p part, places ...int) *Statement {
	text := d.text[d.tokens[p.from].Start:d.tokens[p.to-1].End]
	for _, i := range places {
		if i < before.next || i >= len(before.statements) {
			continue
		}
		s := before.statements[i]
		if s.plain && before.textOf(s) == text && d.brackets.plain(d.tokens, p) {
			before.next = i + 1
			return s
		}
	}
	return nil
}

func (l *list) textOf(s *Statement) string {
	r := s.Extent.Shift(l.base + s.Base)
	return l.text[r.Start:r.End]
}

// workflow returns the statements of the workflow that is number i of the list.
func (l *list) workflow(i int) list {
	if i < len(l.statements) {
		if w, ok := l.statements[i].Node.(*Workflow); ok && w.Body != nil {
			return list{text: l.text, base: l.base + l.statements[i].Base, statements: w.Body.Statements}
		}
	}
	return list{}
}

// statement parses the statement p. Before is the statements in its braces, in the version before.
func (d *document) statement(p part, at level, before list) *Statement {
	var s *Statement
	if d.tokens[p.from].Kind == KeywordWorkflow && at == inFile {
		s = d.workflow(p, before)
	} else {
		s = d.parse(p, at)
	}
	s.Extent = Range{0, int(d.tokens[p.to-1].End - d.tokens[p.from].Start)}
	s.plain = d.brackets.plain(d.tokens, p)
	s.all = allProblems(s)
	return s
}

// parse runs the production that the first token calls for.
func (d *document) parse(p part, at level) *Statement {
	depth := 0
	if at == inBody {
		depth = 1 // the workflow's own
	}
	if deep := tooDeep(d.tokens, p, depth); deep >= 0 {
		return d.refuse(p, deep)
	}
	lex := d.lexer(p)
	s := parseStatement(lex, len(d.stream), at)
	s.Problems = append(s.Problems, d.strayNames(p)...)
	return s
}

// refuse returns the statement p as one that cannot be read, for the depth of its brackets.
func (d *document) refuse(p part, deep int) *Statement {
	return &Statement{
		Node: &BadStatement{span{d.flat(p)}},
		Problems: []Diagnostic{{
			Range:   d.tokens[deep].Range().Shift(-int(d.tokens[p.from].Start)),
			Message: "brackets nest more than 64 deep here; take the inner part out into a workflow of its own",
		}},
	}
}

// flat returns the tokens p without marks.
func (d *document) flat(p part) []lexer.Token {
	d.begin(p)
	for i := p.from; i < p.to; i++ {
		d.add(i, d.tokens[p.from])
	}
	return append([]lexer.Token(nil), d.stream...)
}

// strayNames reports a fail whose name stands on the next line, where it could be meant as a step.
func (d *document) strayNames(p part) (out []Diagnostic) {
	for i := p.from + 1; i < p.to; i++ {
		fail, name := d.tokens[i-1], d.tokens[i]
		if fail.Kind != KeywordFail || name.Line == fail.Line || name.Kind != Ident && name.Kind != String {
			continue
		}
		if i-2 >= p.from && d.tokens[i-2].Kind == KeywordElse || isKeyColon(d.tokens[:p.to], i) {
			continue
		}
		text := d.text[name.Start:name.End]
		out = append(out, Diagnostic{
			Range:   name.Range().Shift(-int(d.tokens[p.from].Start)),
			Message: "the name behind `fail` stands on its line: join the lines, or write `fail {}` where " + code(text) + " is a step of its own",
		})
	}
	return out
}

// workflow reads the head of a workflow, and its body statement by statement.
func (d *document) workflow(p part, before list) *Statement {
	base := int(d.tokens[p.from].Start)
	w := &Workflow{Extent: Range{0, int(d.tokens[p.to-1].End) - base}}
	s := &Statement{Node: w}
	i := p.from + 1
	if i < p.to && d.tokens[i].Kind == Ident {
		head := d.flat(part{p.from, i + 1})
		w.Name = &Name{span: span{head[1:]}, Text: head[1].Value}
		i++
	}
	if w.Name == nil || i == p.to || d.tokens[i].Kind != OpenBrace {
		s.Problems = append(s.Problems, d.headProblem(p, i, w.Name != nil))
		for i < p.to && d.tokens[i].Kind != OpenBrace {
			i++
		}
		if i == p.to {
			return s
		}
	}
	end := p.to
	if partner := int(d.brackets.partner[i]); partner > i {
		end = partner
	} else {
		s.Problems = append(s.Problems, d.openWorkflow(p, i)...)
	}
	w.Body = &Body{Extent: Range{int(d.tokens[i].Start), int(d.tokens[min(end, p.to-1)].End)}.Shift(-base)}
	w.Body.Statements = d.statements(part{i + 1, end}, inBody, base, before)
	w.Body.order()
	if end+1 < p.to && len(s.Problems) == 0 {
		s.Problems = append(s.Problems, d.behindWorkflow(end+1, base))
	}
	return s
}

// headProblem says what is wrong with the token i of a workflow's head.
func (d *document) headProblem(p part, i int, named bool) Diagnostic {
	f := &failure{tokens: d.flat(part{p.from, min(i+3, p.to)}), at: i - p.from, wanted: []string{"a name"}}
	if named {
		f.wanted = []string{code("{")}
	}
	return f.diagnostic()
}

// openWorkflow reports a workflow's brace without partner, if what closes it is not part of another mistake.
func (d *document) openWorkflow(p part, brace int) []Diagnostic {
	for _, t := range d.tokens[brace:p.to] {
		if t.Kind == Bad && swallows(d.text[t.Start:t.End], t.Problem, OpenBrace) {
			return nil
		}
	}
	base := int(d.tokens[p.from].Start)
	problem := neverClosed(OpenBrace, d.tokens[brace].Range().Shift(-base))
	at := int(d.tokens[p.to-1].End) - base
	problem.Fix = &Fix{Title: "add `}`", Range: Range{at, at}, NewText: "\n}"}
	return []Diagnostic{problem}
}

func (d *document) behindWorkflow(i, base int) Diagnostic {
	at := d.tokens[i].Range()
	if k := d.tokens[i].Kind; closer(k) {
		return closesNothing(k, at.Shift(-base))
	}
	return Diagnostic{Range: at.Shift(-base), Message: "a workflow ends with its `}`; what stands here belongs to nothing"}
}
