package grammar

import (
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// failure is where a statement stopped making sense. What stands in its braces is not part of it: those
// statements fail by themselves.
type failure struct {
	tokens []lexer.Token
	at     int // the index of the token at fault; len(tokens) for the end
	end    int // of the statement in the text
	level  level
	production
	wanted []string // what could have stood there, where that is known without trying
}

func newFailure(tokens []lexer.Token, offset int, p production, at level) *failure {
	f := &failure{tokens: own(tokens), end: rangeOf(tokens[len(tokens)-1]).End, level: at, production: p}
	f.at = indexAt(f.tokens, offset)
	return f
}

func indexAt(tokens []lexer.Token, offset int) int {
	for i := range tokens {
		if tokens[i].Pos.Offset >= offset {
			return i
		}
	}
	return len(tokens)
}

// token returns the i-th token, one of kind EOF behind the last, nil in front of the first.
func (f *failure) token(i int) *lexer.Token {
	switch {
	case i < 0:
		return nil
	case i >= len(f.tokens):
		return &eof
	}
	return &f.tokens[i]
}

var eof = lexer.EOFToken(lexer.Position{})

// kind returns the kind of the i-th token, EOF where there is none.
func (f *failure) kind(i int) Kind {
	if t := f.token(i); t != nil {
		return kindOf(t)
	}
	return EOF
}

// run returns the index of the token at which the statement's production fails on tokens, -1 where it does
// not, len(tokens) where only their end comes too early.
func (f *failure) run(tokens []lexer.Token) int {
	lex, _ := lexer.Upgrade(&relay{tokens: tokens}) // a relay gives no errors
	if _, err := f.parse(lex); err != nil {
		return indexAt(tokens, errorOffset(err))
	}
	if stopped := int(lex.RawCursor()); stopped < len(tokens) {
		return stopped
	}
	return -1
}

// diagnostic says what is wrong: first by the slips that people make, then by what could have stood there.
func (f *failure) diagnostic() Diagnostic {
	if d, ok := f.slip(); ok {
		return d
	}
	if t := f.token(f.at); kindOf(t) == Bad {
		return badToken(t.Value, Problem(t.Pos.Column), t.Pos.Offset)
	}
	if f.wanted == nil {
		if d, ok := f.bracket(); ok {
			return d
		}
	}
	return f.unexpected()
}

// unexpected says what could have stood at the place of the failure, and what does.
func (f *failure) unexpected() Diagnostic {
	wanted := f.wanted
	if wanted == nil {
		wanted = f.expected()
	}
	behind, found := "", ""
	var at Range
	if f.at > 0 {
		at = rangeOf(f.tokens[f.at-1])
		behind = " behind " + code(f.tokens[f.at-1].Value)
	}
	if f.at < len(f.tokens) {
		t := f.tokens[f.at]
		at = rangeOf(t)
		found = describe(kindOf(&t), t.Value)
	}
	switch {
	case len(wanted) == 0:
		return Diagnostic{Range: at, Message: found + " cannot stand" + behind}
	case found == "":
		return Diagnostic{Range: at, Message: "expected " + either(wanted) + behind}
	}
	return Diagnostic{Range: at, Message: "expected " + either(wanted) + behind + ", but found " + found}
}

// either joins what could stand somewhere: a, b or c.
func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// describe names a token that stands in the text.
func describe(k Kind, text string) string {
	switch k {
	case String:
		return "the string " + code(text)
	case Ident:
		return "the name " + code(text)
	}
	return code(text)
}

// code marks text in a message as a piece of a program.
func code(text string) string {
	return "`" + shorten(strings.ToValidUTF8(text, "�")) + "`"
}

func shorten(text string) string {
	const limit = 40
	text, _, cut := strings.Cut(text, "\n")
	if r := []rune(text); len(r) > limit {
		text, cut = string(r[:limit]), true
	}
	if cut {
		text += "…"
	}
	return text
}

// bracket reports a bracket without a partner, if one is the cause of the failure.
func (f *failure) bracket() (Diagnostic, bool) {
	open := f.openBrackets()
	if k := f.kind(f.at); closer(k) {
		at := rangeOf(f.tokens[f.at])
		if i := len(open) - 1; i >= 0 {
			if want := f.kind(open[i]) + 1; f.mends(want, 1) {
				return Diagnostic{
					Range:   at,
					Message: code(k.String()) + " cannot close " + code(f.kind(open[i]).String()),
					Fix:     &Fix{Title: "write " + code(want.String()), Range: at, NewText: want.String()},
				}, true
			}
		}
		if len(open) == 0 {
			return closesNothing(k, at), true
		}
	}
	first := f.firstLoose()
	if first < 0 || first > f.at || !opens(f.kind(first)) {
		return Diagnostic{}, false
	}
	d := neverClosed(f.kind(first), rangeOf(f.tokens[first]))
	if closing := f.kind(first) + 1; f.mends(closing, 0) {
		end := f.end
		if f.at < len(f.tokens) {
			end = rangeOf(f.tokens[f.at-1]).End
		}
		d.Fix = &Fix{Title: "add " + code(closing.String()), Range: Range{end, end}, NewText: closing.String()}
	}
	return d, true
}

// isSwallowed tells whether only the bracket at the end is missing, and stands in an open string or the like, which
// is reported itself.
func (f *failure) isSwallowed(tokens []lexer.Token) bool {
	first := f.firstLoose()
	if f.at < len(f.tokens) || first < 0 || !opens(f.kind(first)) {
		return false
	}
	for i := range tokens {
		if t := &tokens[i]; kindOf(t) == Bad && swallows(t.Value, Problem(t.Pos.Column), f.kind(first)) {
			return true
		}
	}
	return false
}

// swallows tells whether a Bad token goes on to the end of its line, over what closes a bracket.
func swallows(text string, why Problem, open Kind) bool {
	switch why {
	case OpenString, OpenPath, OpenJsonata, SingleQuotes:
		return strings.Contains(text, (open + 1).String())
	}
	return false
}

// openBrackets returns the brackets that are open in front of the failure.
func (f *failure) openBrackets() (open []int) {
	for i := range f.tokens[:f.at] {
		switch k := f.kind(i); {
		case opens(k):
			open = append(open, i)
		case closer(k) && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	return open
}

// firstLoose returns the first bracket of the statement that has no partner, -1 where all have.
func (f *failure) firstLoose() int {
	tokens := make([]Token, len(f.tokens))
	for i := range f.tokens {
		tokens[i].Kind = f.kind(i)
	}
	b := brackets{partner: make([]int32, len(tokens))}
	b.pair(tokens, part{0, len(tokens)}, nil)
	if len(b.loose) == 0 {
		return -1
	}
	return slices.Min(b.loose)
}

// mends tells whether the statement makes sense with a bracket put in at the failure, in the place of so many
// tokens.
func (f *failure) mends(closing Kind, replaced int) bool {
	if f.at == 0 {
		return false
	}
	at := lexer.Token{Type: lexer.TokenType(closing), Value: closing.String(), Pos: f.tokens[f.at-1].Pos}
	at.Pos.Offset = rangeOf(f.tokens[f.at-1]).End
	mended := append([]lexer.Token{}, f.tokens[:f.at]...)
	mended = append(mended, at)
	mended = append(mended, f.tokens[f.at+replaced:]...)
	return f.run(mended) < 0
}

func neverClosed(k Kind, at Range) Diagnostic {
	return Diagnostic{Range: at, Message: "this " + code(k.String()) + " is never closed: " + code((k + 1).String()) + " is missing"}
}

func closesNothing(k Kind, at Range) Diagnostic {
	return Diagnostic{
		Range:   at,
		Message: "this " + code(k.String()) + " closes nothing",
		Fix:     &Fix{Title: "remove " + code(k.String()), Range: at},
	}
}
