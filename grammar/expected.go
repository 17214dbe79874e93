package grammar

import (
	"slices"
	"sync"

	"github.com/alecthomas/participle/v2/lexer"
)

// candidate is a token that is tried behind the good part of a statement.
type candidate struct {
	kind Kind
	text string
	name string // what a message calls it; the text itself where empty
}

// candidates are in the order in which messages list them.
var candidates = []candidate{
	{Ident, "x", "a name"}, {Ident, "present", ""}, {Ident, "string", ""}, {Ident, "timestamp", ""},
	{String, `"x"`, "a string"}, {Number, "1", "a number"}, {Duration, "1s", "a duration"}, {Path, "$", "a path"},
	{Jsonata, "{% 1 %}", "`{% … %}`"},
	{Then, ">>", ""}, {Arrow, "->", ""}, {Colon, ":", ""}, {Comma, ",", ""}, {Dot, ".", ""},
	{OpenBrace, "{", ""}, {CloseBrace, "}", ""}, {OpenBracket, "[", ""}, {CloseBracket, "]", ""},
	{OpenParen, "(", ""}, {CloseParen, ")", ""}, {Star, "*", ""},
	{Equal, "==", ""}, {NotEqual, "!=", ""}, {Less, "<", ""}, {LessEqual, "<=", ""}, {Greater, ">", ""}, {GreaterEqual, ">=", ""},
	{KeywordTask, "task", ""}, {KeywordMap, "map", ""}, {KeywordIf, "if", ""}, {KeywordElse, "else", ""},
	{KeywordWait, "wait", ""}, {KeywordUntil, "until", ""}, {KeywordPass, "pass", ""},
	{KeywordSucceed, "succeed", ""}, {KeywordFail, "fail", ""}, {KeywordAs, "as", ""},
	{KeywordAnd, "and", ""}, {KeywordOr, "or", ""}, {KeywordNot, "not", ""}, {KeywordIs, "is", ""},
	{KeywordMatches, "matches", ""}, {KeywordTrue, "true", ""}, {KeywordFalse, "false", ""},
	{KeywordNull, "null", ""}, {KeywordEnd, "end", ""}, {KeywordNext, "next", ""},
}

// groups are the long sets that the grammar is made of, by a word for the whole.
var groups = []struct {
	name    string
	members []string
}{
	{"a step", []string{"a name", "`[`", "`(`", "`task`", "`map`", "`if`", "`wait`", "`pass`", "`succeed`", "`fail`"}},
	{"a value", []string{"a name", "a string", "a number", "a duration", "a path", "`{% … %}`", "`{`", "`[`", "`true`", "`false`", "`null`"}},
	{"a key", []string{"a name", "a string", "`task`", "`map`", "`if`", "`else`", "`wait`", "`until`", "`pass`", "`succeed`", "`fail`", "`as`",
		"`and`", "`or`", "`not`", "`is`", "`matches`", "`true`", "`false`", "`null`", "`end`", "`next`"}},
	{"a name", []string{"a name", "`task`", "`map`", "`if`", "`else`", "`wait`", "`until`", "`pass`", "`succeed`", "`fail`", "`as`",
		"`and`", "`or`", "`not`", "`is`", "`matches`", "`true`", "`false`", "`null`", "`end`", "`next`"}},
	{"a comparison", []string{"`==`", "`!=`", "`<`", "`<=`", "`>`", "`>=`", "`is`", "`matches`"}},
	{"something to compare with", []string{"a string", "a number", "a path", "`timestamp`", "`true`", "`false`"}},
	{"a condition", []string{"a path", "`{% … %}`", "`(`", "`not`"}},
	{"`not`, `present`, `null`, `string`, `number`, `boolean` or `timestamp`", []string{"`present`", "`string`", "`timestamp`", "`null`", "`not`"}},
	{"`present`, `null`, `string`, `number`, `boolean` or `timestamp`", []string{"`present`", "`string`", "`timestamp`", "`null`"}},
	{"the name of a state, `end` or `next`", []string{"a name", "a string", "`end`", "`next`"}},
	{"the name of an error or `*`", []string{"a name", "a string", "`*`"}},
	{"a body in braces", []string{"`{`", "`and`", "`or`"}},
}

// optional are what a message leaves out first where it would name more than maxNamed.
var optional = []string{"`.`", "`as`", "`{`", "`->`", "`and`", "`or`", "`,`"}

const maxNamed = 4

// maxProbe bounds the work of finding what could stand somewhere: tokens in front of the place.
const maxProbe = 1000

// expectations remembers what was found by trying: while a statement is typed, its failure stays behind the same
// tokens for many keystrokes.
var expectations = struct {
	sync.Mutex
	known map[string][]string
}{known: map[string][]string{}}

const maxKnown = 4096

// expected returns what may stand at the failure. That depends on the kinds of the tokens in front alone.
func (f *failure) expected() []string {
	prefix := f.prefix()
	if len(prefix) > maxProbe {
		return nil
	}
	key := make([]byte, 0, len(prefix)+1)
	key = append(key, byte(f.production))
	for i := range prefix {
		key = append(key, byte(kindOf(&prefix[i])))
	}
	expectations.Lock()
	defer expectations.Unlock()
	if names, ok := expectations.known[string(key)]; ok {
		return names
	}
	if len(expectations.known) == maxKnown {
		clear(expectations.known)
	}
	names := shortened(f.try(prefix))
	expectations.known[string(key)] = names
	return names
}

// try tries the candidates: the production that goes on behind one would have gone on there. A candidate that is a
// name is left out where any name is good, so present and its like appear only where nothing else may stand.
func (f *failure) try(prefix []lexer.Token) (names []string) {
	at := len(prefix)
	var pos lexer.Position
	if at > 0 {
		pos = prefix[at-1].Pos
		pos.Offset = rangeOf(prefix[at-1]).End
	}
	tried := append(prefix, lexer.Token{})
	anyName := false
	for _, c := range candidates {
		tried[at] = lexer.Token{Type: lexer.TokenType(c.kind), Value: c.text, Pos: pos}
		if failed := f.run(tried); failed >= 0 && failed <= at || c.kind == Ident && anyName {
			continue
		}
		anyName = anyName || c.text == "x"
		if c.name == "" {
			c.name = code(c.text)
		}
		names = append(names, c.name)
	}
	return names
}

// prefix returns the tokens in front of the failure that matter for what may follow, which are few: steps,
// branches and elements that are whole matter no more.
func (f *failure) prefix() []lexer.Token {
	var out []lexer.Token
	starts := []int{0} // where what stands in each open bracket starts
	for _, t := range f.tokens[:f.at] {
		k := kindOf(&t)
		start := &starts[len(starts)-1]
		inside := EOF
		if *start > 0 {
			inside = kindOf(&out[*start-1])
		}
		switch {
		case len(out) == *start: // nothing to leave out
		case k == Then, k == Comma && (inside == OpenBracket || inside == OpenParen):
			word := out[len(out)-1]
			word.Type, word.Value = lexer.TokenType(Ident), "x"
			out = append(out[:*start], word)
		case k == Colon && inside == OpenBrace:
			out = append(out[:*start], out[len(out)-1])
		}
		out = append(out, t)
		if opens(k) {
			starts = append(starts, len(out))
		} else if closer(k) && len(starts) > 1 {
			starts = starts[:len(starts)-1]
		}
	}
	return out
}

// shortened returns names with sets replaced by a word for them.
func shortened(names []string) []string {
	for _, g := range groups {
		isMember := func(name string) bool { return slices.Contains(g.members, name) }
		if count(names, isMember) == len(g.members) {
			names = append([]string{g.name}, slices.DeleteFunc(names, isMember)...)
		}
	}
	for _, name := range optional {
		if i := slices.Index(names, name); i >= 0 && (len(names) > maxNamed || name == "`.`" && len(names) > 1) {
			names = slices.Delete(names, i, i+1)
		}
	}
	return names
}

func count(names []string, is func(string) bool) (n int) {
	for _, name := range names {
		if is(name) {
			n++
		}
	}
	return n
}
