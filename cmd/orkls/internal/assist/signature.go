package assist

import (
	"strings"

	"github.com/orkls/orkls/analysis/intrinsic"
	"github.com/orkls/orkls/grammar"
)

// Signature is the intrinsic function whose arguments a place is in.
type Signature struct {
	Function *intrinsic.Function
	Argument int // counted from 0
}

// SignatureAt returns the innermost call of an intrinsic function around a place, finished or not.
func SignatureAt(text string, offset int) (Signature, bool) {
	tokens, _ := grammar.Lex(text)
	type bracket struct {
		function *intrinsic.Function
		commas   int
	}
	var open []bracket
	for i, t := range tokens {
		if int(t.Start) >= offset {
			break
		}
		switch t.Kind {
		case grammar.OpenBrace, grammar.OpenBracket, grammar.OpenParen:
			b := bracket{}
			if t.Kind == grammar.OpenParen {
				b.function = called(text, tokens[:i])
			}
			open = append(open, b)
		case grammar.CloseBrace, grammar.CloseBracket, grammar.CloseParen:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case grammar.Comma:
			if len(open) > 0 {
				open[len(open)-1].commas++
			}
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		if f := open[i].function; f != nil {
			return Signature{f, open[i].commas}, true
		}
	}
	return Signature{}, false
}

// called returns the function whose name the tokens end with, nil where there is none.
func called(text string, tokens []grammar.Token) *intrinsic.Function {
	n := len(tokens)
	if n < 3 || tokens[n-2].Kind != grammar.Dot {
		return nil
	}
	return intrinsic.Lookup(text[tokens[n-3].Start:tokens[n-1].End])
}

// Label is the head of the function and its parameters, each of which is a part of it.
func (s Signature) Label() (label string, parameters []string) {
	for i := range max(s.Function.Min, s.Function.Max) {
		parameters = append(parameters, string(rune('a'+i)))
	}
	if s.Function.Max < 0 {
		parameters = append(parameters, "…")
	}
	return s.Function.Name + "(" + strings.Join(parameters, ", ") + ")", parameters
}
