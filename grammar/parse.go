package grammar

import (
	"errors"
	"sort"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Parse reads any text. What does not parse is reported, and kept out of the way of the rest.
func Parse(text string) (*File, []Diagnostic) {
	file := NewParser().Parse(text)
	return file, file.Problems()
}

// Parser parses versions of one text. It remembers the statements of the version before, so that after
// an edit only the statements that changed are parsed. It is not safe for concurrent use; the files
// that it returns are, as nothing changes them.
type Parser struct {
	before, now map[cacheKey]*Statement
}

type cacheKey struct {
	level level
	text  string
}

// level is where a statement stands, which decides what it may be.
type level uint8

const (
	inFile level = iota
	inBody
	inBlock
)

// NewParser returns a Parser that remembers nothing yet.
func NewParser() *Parser { return &Parser{} }

// Parse returns the tree of text.
func (p *Parser) Parse(text string) *File {
	p.before, p.now = p.now, make(map[cacheKey]*Statement, len(p.now))
	tokens, comments := Lex(text)
	tokens = tokens[:len(tokens)-1]
	d := &document{Parser: p, text: text, tokens: tokens, brackets: matchBrackets(text, tokens)}
	return &File{
		Text:       text,
		Statements: d.statements(part{0, len(tokens)}, inFile, 0),
		Comments:   comments,
	}
}

// document is one text on its way to a tree.
type document struct {
	*Parser
	text     string
	tokens   []Token
	brackets brackets
}

func (d *document) statements(within part, at level, base int) []*Statement {
	text := ""
	if at == inFile {
		text = d.text
	}
	parts := split(d.tokens[within.from:within.to], d.brackets.within(within), text)
	statements := make([]*Statement, len(parts))
	for i, p := range parts {
		statements[i] = d.statement(part{p.from + within.from, p.to + within.from}, at, base)
	}
	return statements
}

// statement returns the statement of the tokens p, from the version before where its text is the same.
func (d *document) statement(p part, at level, base int) *Statement {
	start := int(d.tokens[p.from].Start)
	end := int(d.tokens[p.to-1].End)
	isWorkflow := d.tokens[p.from].Kind == KeywordWorkflow && at == inFile
	// Where brackets do not pair, layout beyond the statement may decide what a workflow's braces hold.
	cacheable := !isWorkflow || len(d.brackets.loose) == 0
	key := cacheKey{at, d.text[start:end]}
	if cacheable {
		for _, known := range []map[cacheKey]*Statement{d.now, d.before} {
			if s := known[key]; s != nil {
				d.now[key] = s
				return s.at(start - base)
			}
		}
	}
	var s *Statement
	switch {
	case d.brackets.tooDeep(p):
		s = d.tooDeep(p)
	case isWorkflow:
		s = d.workflow(p)
	default:
		s = d.parse(p, at)
	}
	s.Extent = Range{0, end - start}
	if cacheable {
		d.now[key] = s
	}
	return s.at(start - base)
}

// at returns the statement standing at another base.
func (s *Statement) at(base int) *Statement {
	if s.Base == base {
		return s
	}
	moved := *s
	moved.Base = base
	return &moved
}

func (d *document) tooDeep(p part) *Statement {
	start := int(d.tokens[p.from].Start)
	i := sort.SearchInts(d.brackets.deep, p.from)
	return &Statement{Node: &BadStatement{}, Problems: []Diagnostic{{
		Range:   d.tokens[d.brackets.deep[i]].Range().Shift(-start),
		Message: "brackets nest more than 64 deep here; take the inner part out into a workflow of its own",
	}}}
}

// parse runs the production that the first token calls for.
func (d *document) parse(p part, at level) *Statement {
	tokens := d.tokens[p.from:p.to]
	first := tokens[0]
	source := &stream{text: d.text, tokens: tokens, base: int(first.Start), line: int(first.Line)}
	lex, _ := lexer.Upgrade(source) // a stream gives no errors
	s := parseStatement(lex, tokens, at)
	s.explain()
	return s
}

// workflow reads the head of a workflow, and its body statement by statement.
func (d *document) workflow(p part) *Statement {
	base := int(d.tokens[p.from].Start)
	w := &Workflow{Extent: Range{0, int(d.tokens[p.to-1].End) - base}}
	s := &Statement{Node: w}
	i := p.from + 1
	if i < p.to && d.tokens[i].Kind == Ident {
		t := d.tokens[i]
		name := d.text[t.Start:t.End]
		w.Name = &Name{span: span{[]lexer.Token{{Type: lexer.TokenType(Ident), Value: name, Pos: lexer.Position{Offset: int(t.Start) - base}}}}, Text: name}
		i++
	}
	if w.Name == nil || i == p.to || d.tokens[i].Kind != OpenBrace {
		expected := "a { behind the workflow's name"
		if w.Name == nil {
			expected = "a name behind workflow"
		}
		s.Problems = append(s.Problems, d.headProblem(p, i, base, expected))
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
		s.Problems = append(s.Problems, looseBracket(OpenBrace, d.tokens[i].Range().Shift(-base)))
	}
	w.Body = &Body{Extent: Range{int(d.tokens[i].Start), int(d.tokens[min(end, p.to-1)].End)}.Shift(-base)}
	w.Body.Statements = d.statements(part{i + 1, end}, inBody, base)
	w.Body.order()
	if end+1 < p.to && len(s.Problems) == 0 {
		s.Problems = append(s.Problems, Diagnostic{
			Range:   d.tokens[end+1].Range().Shift(-base),
			Message: "a workflow ends with its }; what stands here belongs to nothing",
		})
	}
	return s
}

func (d *document) headProblem(p part, i, base int, expected string) Diagnostic {
	at := d.tokens[p.to-1].Range()
	found := "the end of the statement"
	if i < p.to {
		at = d.tokens[i].Range()
		found = describe(d.tokens[i].Kind, d.text[at.Start:at.End])
	}
	return Diagnostic{Range: at.Shift(-base), Message: "expected " + expected + ", but found " + found}
}

// within returns the brackets of a part of the tokens, counted from its start.
func (b brackets) within(p part) brackets {
	if p.from == 0 {
		return brackets{partner: b.partner[:p.to]}
	}
	partner := make([]int32, p.to-p.from)
	for i := range partner {
		if partner[i] = b.partner[p.from+i]; partner[i] >= 0 {
			partner[i] -= int32(p.from)
		}
	}
	return brackets{partner: partner}
}

func (b brackets) tooDeep(p part) bool {
	i := sort.SearchInts(b.deep, p.from)
	return i < len(b.deep) && b.deep[i] < p.to
}

// errorOffset returns where the token stands at which a production failed.
func errorOffset(err error) int {
	var perr participle.Error
	if errors.As(err, &perr) {
		return perr.Position().Offset
	}
	return 0
}
