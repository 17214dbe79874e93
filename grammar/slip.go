package grammar

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// A pattern is compiled to the matchers of its tokens.
type pattern struct {
	fromStart bool
	before    int // so many stand before the failure
	tokens    [][]matcher
}

type matcher func(t *lexer.Token) bool

// matchers are the words of a pattern that stand for more than themselves.
var matchers = map[string]matcher{
	"Name":     func(t *lexer.Token) bool { return kindOf(t) == Ident },
	"Word":     func(t *lexer.Token) bool { return kindOf(t) == Ident || kindOf(t).Keyword() },
	"Reserved": func(t *lexer.Token) bool { return kindOf(t).Keyword() },
	"String":   func(t *lexer.Token) bool { return kindOf(t) == String },
	"Number":   func(t *lexer.Token) bool { return kindOf(t) == Number },
	"Duration": func(t *lexer.Token) bool { return kindOf(t) == Duration },
	"Path":     func(t *lexer.Token) bool { return kindOf(t) == Path },
	"Literal": func(t *lexer.Token) bool {
		k := kindOf(t)
		return String <= k && k <= Jsonata || KeywordTrue <= k && k <= KeywordNull
	},
	"BadName": func(t *lexer.Token) bool {
		r, _ := utf8.DecodeRuneInString(t.Value)
		return kindOf(t) == Bad && (unicode.IsLetter(r) || unicode.IsDigit(r))
	},
	"any": func(t *lexer.Token) bool { return !t.EOF() },
	"$":   func(t *lexer.Token) bool { return t.EOF() },
}

// patterns holds those of slips.
var patterns = func() []pattern {
	all := make([]pattern, len(slips))
	for i, s := range slips {
		all[i] = compile(s.pattern)
	}
	return all
}()

func compile(text string) (p pattern) {
	for _, word := range strings.Fields(text) {
		if word == "|" {
			p.fromStart = true
			continue
		}
		if len(word) > 1 && word[0] == '^' {
			p.before = len(p.tokens)
			word = word[1:]
		}
		var either []matcher
		for _, alternative := range strings.Split(word, "/") {
			m := matchers[alternative]
			if m == nil {
				m = func(t *lexer.Token) bool { return t.Value == alternative && !t.EOF() }
			}
			either = append(either, m)
		}
		p.tokens = append(p.tokens, either)
	}
	return p
}

// matches tells whether the tokens round the failure are those of the pattern.
func (p *pattern) matches(f *failure) bool {
	first := f.at - p.before
	if p.fromStart && first != 0 {
		return false
	}
	for i, either := range p.tokens {
		t := f.token(first + i)
		if t == nil || !slices.ContainsFunc(either, func(m matcher) bool { return m(t) }) {
			return false
		}
	}
	return true
}

// slip recognises the mistake by the table, or as a reserved word that is not quite right.
func (f *failure) slip() (Diagnostic, bool) {
	if f.at == 1 && f.level != inFile && f.kind(0) == Ident {
		if d, ok := meant(f.tokens[0].Value, rangeOf(f.tokens[0]), KeywordRetry, KeywordCatch); ok {
			return d, true
		}
	}
	for i := range slips {
		if patterns[i].matches(f) && f.stands(slips[i].where) {
			return f.explain(&slips[i]), true
		}
	}
	return Diagnostic{}, false
}

// stands tells whether the failure is in the place of that name.
func (f *failure) stands(where string) bool {
	if where == "" || where == [...]string{inFile: "file", inBody: "body", inBlock: "block"}[f.level] {
		return true
	}
	if open := f.openBrackets(); len(open) > 0 {
		last := open[len(open)-1]
		if where == f.kind(last).String() || where == "map" && (f.kind(last-1) == KeywordMap || f.kind(last-2) == KeywordMap) {
			return true
		}
	}
	switch first := f.kind(0); {
	case where == "if":
		return f.inCondition()
	case isKey(first) && f.kind(1) == Colon:
		return where == "attr"
	case where == "chain":
		return first == Ident || opens(first) || KeywordTask <= first && first <= KeywordFail
	default:
		return where == first.String()
	}
}

// inCondition tells whether the failure is between an if and its body.
func (f *failure) inCondition() bool {
	for i := f.at - 1; i >= 0 && f.kind(i) != OpenBrace; i-- {
		if f.kind(i) == KeywordIf {
			return true
		}
	}
	return false
}

// explain says what a slip is, with the tokens of this failure.
func (f *failure) explain(s *slip) Diagnostic {
	last := min(f.at+s.span[1], len(f.tokens)-1)
	tokens := f.tokens[f.at+s.span[0] : last+1]
	d := Diagnostic{
		Range:   Range{tokens[0].Pos.Offset, rangeOf(tokens[len(tokens)-1]).End},
		Message: f.fill(s.message, shorten),
	}
	if tokens[0].Pos.Line != tokens[len(tokens)-1].Pos.Line {
		return d // between the lines may stand comments
	}
	switch {
	case s.write != "":
		text := f.fill(s.write, func(s string) string { return s })
		d.Fix = &Fix{Title: "write " + code(text), Range: d.Range, NewText: text}
	case s.add != "":
		end := rangeOf(f.tokens[f.at-1]).End
		d.Fix = &Fix{Title: "add " + code(s.add), Range: Range{end, end}, NewText: s.add}
	case s.remove:
		d.Fix = f.removal(d.Range)
	}
	return d
}

// removal takes a token out, with the blanks in front of it.
func (f *failure) removal(r Range) *Fix {
	title := "remove " + code(f.tokens[f.at].Value)
	if f.at > 0 && f.tokens[f.at-1].Pos.Line == f.tokens[f.at].Pos.Line {
		r.Start = rangeOf(f.tokens[f.at-1]).End
	}
	return &Fix{Title: title, Range: r}
}

// fill replaces {0}, {-1} and so on by the tokens that they stand for.
func (f *failure) fill(text string, show func(string) string) string {
	for offset := -2; offset <= 2; offset++ {
		if t := f.token(f.at + offset); t != nil {
			text = strings.ReplaceAll(text, "{"+strconv.Itoa(offset)+"}", show(t.Value))
		}
	}
	return text
}
