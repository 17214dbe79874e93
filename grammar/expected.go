package grammar

import "github.com/alecthomas/participle/v2/lexer"

// candidate is a token that is tried behind the good part of a statement.
type candidate struct {
	kind Kind
	text string
	name string // what a message calls it
}

// candidates are in the order in which messages list them.
var candidates = []candidate{
	{Ident, "x", "a name"}, {Ident, "present", "present"}, {Ident, "string", "string"}, {Ident, "timestamp", "timestamp"},
	{String, `"x"`, "a string"}, {Number, "1", "a number"}, {Duration, "1s", "a duration"}, {Path, "$", "a path"},
	{Jsonata, "{% 1 %}", "{% … %}"},
	{Then, ">>", ">>"}, {Arrow, "->", "->"}, {Colon, ":", ":"}, {Comma, ",", ","}, {Dot, ".", "."},
	{OpenBrace, "{", "{"}, {CloseBrace, "}", "}"}, {OpenBracket, "[", "["}, {CloseBracket, "]", "]"},
	{OpenParen, "(", "("}, {CloseParen, ")", ")"}, {Star, "*", "*"},
	{Equal, "==", "=="}, {NotEqual, "!=", "!="}, {Less, "<", "<"}, {LessEqual, "<=", "<="}, {Greater, ">", ">"}, {GreaterEqual, ">=", ">="},
	{KeywordTask, "task", "task"}, {KeywordMap, "map", "map"}, {KeywordIf, "if", "if"}, {KeywordElse, "else", "else"},
	{KeywordWait, "wait", "wait"}, {KeywordUntil, "until", "until"}, {KeywordPass, "pass", "pass"},
	{KeywordSucceed, "succeed", "succeed"}, {KeywordFail, "fail", "fail"}, {KeywordAs, "as", "as"},
	{KeywordAnd, "and", "and"}, {KeywordOr, "or", "or"}, {KeywordNot, "not", "not"}, {KeywordIs, "is", "is"},
	{KeywordMatches, "matches", "matches"}, {KeywordTrue, "true", "true"}, {KeywordFalse, "false", "false"},
	{KeywordNull, "null", "null"}, {KeywordEnd, "end", "end"}, {KeywordNext, "next", "next"},
}

// maxProbe bounds the work of finding what could stand somewhere: tokens in front of the place.
const maxProbe = 2000

// expected returns what may stand at index at of the statement, by trying it: the production that goes on
// behind a candidate would have gone on there. A candidate that is a name is left out where any name is
// good, so present and its like appear only where nothing else may stand.
func (f *failure) expected(at int) (names []string) {
	if at > maxProbe {
		return nil
	}
	anyName := false
	tried := make([]lexer.Token, at+1)
	copy(tried, f.tokens[:at])
	end := 0
	if at > 0 {
		end = rangeOf(f.tokens[at-1]).End
	}
	for _, c := range candidates {
		tried[at] = lexer.Token{Type: lexer.TokenType(c.kind), Value: c.text, Pos: lexer.Position{Offset: end}}
		if at > 0 {
			tried[at].Pos.Line = f.tokens[at-1].Pos.Line
		}
		if failed := f.run(tried); failed >= 0 && failed <= at {
			continue
		}
		if c.kind == Ident {
			if anyName {
				continue
			}
			anyName = c.text == "x"
		}
		names = append(names, c.name)
	}
	return grouped(names)
}

// grouped replaces the long sets that the grammar is made of by a word for the whole.
func grouped(names []string) []string {
	has := map[string]bool{}
	for _, n := range names {
		has[n] = true
	}
	for _, g := range []struct {
		name    string
		members []string
	}{
		{"a step", []string{"a name", "[", "(", "task", "map", "if", "wait", "pass", "succeed", "fail"}},
		{"a value", []string{"a name", "a string", "a number", "a duration", "a path", "{% … %}", "{", "[", "true", "false", "null"}},
		{"a comparison", []string{"==", "!=", "<", "<=", ">", ">=", "is", "matches"}},
	} {
		all := true
		for _, m := range g.members {
			all = all && has[m]
		}
		if !all {
			continue
		}
		rest := []string{g.name}
		member := map[string]bool{}
		for _, m := range g.members {
			member[m] = true
		}
		for _, n := range names {
			if !member[n] {
				rest = append(rest, n)
			}
		}
		return rest
	}
	return names
}

func tokenOf(k Kind, offset int) lexer.Token {
	return lexer.Token{Type: lexer.TokenType(k), Value: k.String(), Pos: lexer.Position{Offset: offset}}
}

// run returns the index of the token at which the statement's production fails on tokens, -1 where it
// does not, len(tokens) where only their end comes too early.
func (f *failure) run(tokens []lexer.Token) int {
	lex, _ := lexer.Upgrade(&relay{tokens: tokens}) // a relay gives no errors
	words := compact(tokens)
	if _, err := runProduction(lex, words, f.level); err != nil {
		return indexAt(tokens, errorOffset(err))
	}
	return -1
}
