package grammar

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// dropStrays takes out of the tokens, which EOF ends, what can be reported and then be read over: characters that
// cannot be seen, the comments of other languages, the marks of a merge conflict, and a ; at the end of a statement.
func dropStrays(text string, tokens []Token, comments []Comment) ([]Token, []Diagnostic) {
	var strays []Diagnostic
	kept := tokens[:0]
	for i, t := range tokens[:len(tokens)-1] {
		if t.Kind == Bad && isStray(text, tokens, i) {
			strays = append(strays, badToken(text[t.Start:t.End], t.Problem, int(t.Start)))
		} else {
			kept = append(kept, t)
		}
	}
	for _, c := range comments {
		if s := text[c.Start:c.End]; !utf8.ValidString(s) {
			strays = append(strays, Diagnostic{Range: invalidUTF8(s).Shift(c.Start), Message: notUTF8})
		}
	}
	return kept, strays
}

func isStray(text string, tokens []Token, i int) bool {
	t, next := tokens[i], tokens[i+1]
	switch {
	case t.Problem == StrangeSpace, t.Problem == MergeConflict, t.Problem == SlashComment:
		return true
	case text[t.Start:t.End] == ";":
		return next.Kind == EOF || next.Kind == CloseBrace || next.Line != t.Line || isKeyColon(tokens, i+1)
	}
	return false
}

// strangeSpace reports a run of characters that look like a blank, or like nothing.
func strangeSpace(text string, at Range) Diagnostic {
	r, _ := utf8.DecodeRuneInString(text)
	d := Diagnostic{Range: at, Message: fmt.Sprintf("the character %U does not belong into a program", r)}
	d.Fix = &Fix{Title: "remove it", Range: at}
	switch {
	case r == 0:
		d.Message = "a NUL byte stands here; is this a text file?"
	case string(r) == byteOrderMark:
		d.Message = "a byte-order mark stands at the start of a file only"
	case unicode.IsSpace(r):
		d.Message = fmt.Sprintf("the character %U is no blank, although it looks like one", r)
		d.Fix = &Fix{Title: "write a blank", Range: at, NewText: " "}
	}
	return d
}
