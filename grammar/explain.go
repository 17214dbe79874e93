package grammar

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// explain makes the messages of a statement and of all that stand in its braces.
func (s *Statement) explain() {
	if f := s.failure; f != nil {
		s.Problems = append(s.Problems, f.diagnostic())
		s.failure = nil
	} else if c, ok := s.Node.(*Chain); ok {
		s.Problems = append(s.Problems, strayNames(c)...)
	}
	if !mayHoldStatements(s.Node) {
		return
	}
	walk(s.Node, 0, func(n Node, _ int) bool {
		for _, inner := range Statements(n) {
			inner.explain()
		}
		return Statements(n) == nil
	})
}

// strayNames reports a fail whose name stands on the next line, where it could be meant as a step.
func strayNames(c *Chain) (out []Diagnostic) {
	walk(c, 0, func(n Node, _ int) bool {
		if f, ok := n.(*Fail); ok && f.Error != nil && f.Tokens[0].Pos.Line != f.Tokens[1].Pos.Line {
			out = append(out, Diagnostic{
				Range:   f.Error.Span(),
				Message: "the name behind fail stands on its line: join the lines, or write fail {} where " + f.Error.Text + " is a step of its own",
			})
		}
		return Statements(n) == nil
	})
	return out
}

// diagnostic says what is wrong: first by the slips that people make, then by what could have stood there.
func (f *failure) diagnostic() Diagnostic {
	if d, ok := f.badToken(); ok {
		return d
	}
	if d, ok := f.bracket(); ok {
		return d
	}
	if d, ok := f.slip(); ok {
		return d
	}
	message := "expected " + list(f.expected(f.at))
	switch {
	case f.at == len(f.tokens) && f.at > 0:
		return Diagnostic{Range: rangeOf(f.tokens[f.at-1]), Message: message + " behind " + f.tokens[f.at-1].Value}
	case f.at == len(f.tokens):
		return Diagnostic{Message: message}
	}
	t := f.tokens[f.at]
	return Diagnostic{Range: rangeOf(t), Message: message + ", but found " + describe(kindOf(&t), t.Value)}
}

func rangeOf(t lexer.Token) Range { return Range{t.Pos.Offset, t.Pos.Offset + len(t.Value)} }

// badToken reports the first token up to the failure that is no token of the language.
func (f *failure) badToken() (Diagnostic, bool) {
	for i := 0; i <= f.at && i < len(f.tokens); i++ {
		t := f.tokens[i]
		if kindOf(&t) == Bad {
			return badTokenDiagnostic(t), true
		}
	}
	return Diagnostic{}, false
}

func badTokenDiagnostic(t lexer.Token) Diagnostic {
	d := Diagnostic{Range: rangeOf(t)}
	relexed, _ := Lex(t.Value)
	problem := BadCharacter
	if relexed[0].Kind == Bad {
		problem = relexed[0].Problem
	}
	replace := func(title, text string) { d.Fix = &Fix{Title: title, Range: d.Range, NewText: text} }
	switch problem {
	case OpenString:
		d.Message = "this string is not closed; a string ends on its line, with \""
		replace("close the string", t.Value+`"`)
	case BadEscape:
		d.Message = `this string holds an escape that JSON does not have; write \\ for a backslash`
	case OpenPath:
		d.Message = "this path is not closed; a [ in a path ends on its line, with ]"
	case OpenJsonata:
		d.Message = "this JSONata expression is not closed; it ends with %}"
	case BadNumber:
		d.Message = t.Value + " is neither a number nor a duration; durations are written 500ms, 6s, 5m, 2h or 1d"
	case SingleQuotes:
		d.Message = "strings stand in double quotes"
		if inner, ok := strings.CutSuffix(t.Value[1:], "'"); ok {
			replace("use double quotes", Quote(inner))
		}
	case SlashComment:
		d.Message = "comments begin with #"
		replace("write # for //", "#"+t.Value[2:])
	case InvalidUTF8:
		d.Message = "this is not UTF-8; save the file in that encoding"
	default:
		d.characterSlip(t, replace)
	}
	return d
}

func (d *Diagnostic) characterSlip(t lexer.Token, replace func(title, text string)) {
	switch t.Value {
	case "=":
		d.Message = "a key and its value are joined by :, not by ="
		replace("write : for =", ":")
	case ";":
		d.Message = "statements end without a ;"
		replace("remove ;", "")
	case "\\":
		d.Message = `a \ may only stand at the end of a line, where it means nothing`
		replace(`remove \`, "")
	case "|":
		d.Message = "Ork has no |; branches that run side by side stand in [ ] or ( ), with commas between them"
	case "\x00":
		d.Message = "a NUL byte stands here; is this a text file?"
	default:
		d.Message = "Ork has no " + quoteForMessage(t.Value)
	}
}

// bracket reports a bracket without a partner, if one is the cause of the failure.
func (f *failure) bracket() (Diagnostic, bool) {
	tokens := compact(f.tokens)
	b := brackets{partner: make([]int32, len(tokens))}
	b.pair(tokens, 0, len(tokens), nil)
	for _, i := range b.loose {
		if i > f.at {
			break
		}
		kind := tokens[i].Kind
		if closer(kind) && i == f.at {
			return Diagnostic{Range: tokens[i].Range(), Message: "this " + kind.String() + " closes nothing", Fix: &Fix{Title: "remove " + kind.String(), Range: tokens[i].Range()}}, true
		}
		if opens(kind) {
			d := looseBracket(kind, tokens[i].Range())
			d.Fix = f.closeFix(kind + 1)
			return d, true
		}
	}
	return Diagnostic{}, false
}

func looseBracket(kind Kind, at Range) Diagnostic {
	return Diagnostic{Range: at, Message: "this " + kind.String() + " is never closed; add the missing " + (kind + 1).String()}
}

// closeFix puts the missing bracket where the statement stopped making sense, if that mends it.
func (f *failure) closeFix(closing Kind) *Fix {
	if f.at == 0 {
		return nil
	}
	last := rangeOf(f.tokens[f.at-1])
	mended := append([]lexer.Token{}, f.tokens[:f.at]...)
	mended = append(mended, tokenOf(closing, last.End))
	mended = append(mended, f.tokens[f.at:]...)
	if f.run(mended) >= 0 {
		return nil
	}
	return &Fix{Title: "add " + closing.String(), Range: Range{last.End, last.End}, NewText: closing.String()}
}

// slip recognises habits from other languages.
func (f *failure) slip() (Diagnostic, bool) {
	kind := func(i int) Kind {
		if i < 0 || i >= len(f.tokens) {
			return EOF
		}
		return kindOf(&f.tokens[i])
	}
	if f.at == len(f.tokens) {
		return Diagnostic{}, false
	}
	at := rangeOf(f.tokens[f.at])
	say := func(message string) (Diagnostic, bool) { return Diagnostic{Range: at, Message: message}, true }
	switch k := kind(f.at); {
	case k == Less && kind(f.at+1) == Less:
		at.End++
		return say("Ork has no <<; write the step that runs first on the left: a >> b")
	case k == Dot && kind(f.at-1) == Ident && kind(f.at+1) == Ident && kind(f.at+2) == OpenParen:
		return say("steps are joined by >>, not by a method: write x >> y")
	case k == Then && kind(f.at-1) == Then:
		return Diagnostic{Range: at, Message: "a step is missing between >> and >>", Fix: &Fix{Title: "remove >>", Range: Range{rangeOf(f.tokens[f.at-1]).End, at.End}}}, true
	case k == KeywordElse && f.at == 0:
		return say("this else belongs to no if")
	case f.at == 0 && (k == KeywordWorkflow || k == KeywordImport || k == KeywordCompose):
		return say(k.String() + " stands at the top of a file, in no braces")
	case f.at == 0 && f.level == inFile && (k == KeywordRetry || k == KeywordCatch):
		return say(k.String() + " stands in a step's block, or in the body of a workflow or branch")
	case f.level == inFile && k == Colon && f.at == 1:
		return say("an attribute stands in braces: behind a task, a step, a workflow's name or compose")
	case f.level == inBlock && f.at == 0:
		return say("a block holds attributes (key: value), retry and catch, but no steps")
	}
	return Diagnostic{}, false
}

// list joins what could stand somewhere: a, b or c.
func list(words []string) string {
	switch len(words) {
	case 0:
		return "something else"
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// describe names a token that stands in the text.
func describe(k Kind, text string) string {
	switch k {
	case EOF:
		return "the end"
	case String:
		return "the string " + shorten(text)
	case Ident:
		return "the name " + shorten(text)
	case Number, Duration, Path, Jsonata:
		return shorten(text)
	}
	return text
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

func quoteForMessage(text string) string { return Quote(shorten(strings.ToValidUTF8(text, "�"))) }
