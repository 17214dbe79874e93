package grammar

// part is a run of tokens: tokens[from:to].
type part struct{ from, to int }

// split cuts the tokens of a file, a body or a block into statements, without parsing them: a statement
// begins where the token before can end one and the token itself cannot go on with it. So it needs no
// line ends, and a statement that is broken inside keeps to itself. At the level of a file, where text
// is given, a declaration word in the first column begins a statement whatever stands before it.
func split(tokens []Token, b brackets, text string) []part {
	var parts []part
	start := 0
	for i := 0; i < len(tokens); {
		if i > start && (begins(tokens, start, i) || text != "" && declares(text, tokens, i)) {
			parts = append(parts, part{start, i})
			start = i
		}
		if p := b.partner[i]; int(p) > i {
			i = int(p)
		}
		i++
	}
	if start < len(tokens) {
		parts = append(parts, part{start, len(tokens)})
	}
	return parts
}

func declares(text string, tokens []Token, i int) bool {
	switch tokens[i].Kind {
	case KeywordImport, KeywordCompose, KeywordTask, KeywordWorkflow:
		return class[text[tokens[i].Start-1]]&newline != 0
	}
	return false
}

// begins tells whether tokens[i] begins a statement, where the current one began at start.
func begins(tokens []Token, start, i int) bool {
	cur, prev := tokens[i], tokens[i-1]
	if isKeyColon(tokens, i) {
		return prev.Kind != Colon
	}
	switch cur.Kind {
	case KeywordImport, KeywordCompose, KeywordWorkflow, KeywordRetry, KeywordCatch:
		return true
	case KeywordIf, KeywordFail:
		if prev.Kind == KeywordElse {
			return false
		}
	case Ident:
		if prev.Kind == KeywordFail {
			return false
		}
	case OpenBracket, OpenParen:
		if belongsBefore(tokens, start, i) {
			return false
		}
	case Arrow:
		return jumpStands(tokens, start, prev.Kind)
	case KeywordTask, KeywordMap, KeywordWait, KeywordPass, KeywordSucceed:
	default:
		return false
	}
	if prev.Kind == Comma {
		return isKeyColon(tokens, start)
	}
	return ends(prev.Kind) || prev.Kind == Bad && prev.Line != cur.Line
}

// jumpStands tells whether a jump is a body's own: it follows an attribute or a whole handler.
func jumpStands(tokens []Token, start int, prev Kind) bool {
	switch {
	case isKeyColon(tokens, start):
		return ends(prev) || prev == Comma
	case tokens[start].Kind == KeywordRetry:
		return ends(prev)
	case tokens[start].Kind == KeywordCatch:
		return prev == CloseBrace
	}
	return false
}

// isKeyColon tells whether tokens[i] is the key of an attribute.
func isKeyColon(tokens []Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].Kind != Colon {
		return false
	}
	k := tokens[i].Kind
	return k == Ident || k == String || k.Keyword()
}

// ends tells whether a statement can end with a token of this kind.
func ends(k Kind) bool {
	switch k {
	case Ident, String, Number, Duration, Path, Jsonata, CloseBrace, CloseBracket, CloseParen, Star,
		KeywordPass, KeywordSucceed, KeywordFail, KeywordTrue, KeywordFalse, KeywordNull, KeywordEnd, KeywordNext:
		return true
	}
	return false
}

// belongsBefore tells whether the [ or ( at i goes on with what stands before it: the branch of a map
// over a path, or the arguments of a call.
func belongsBefore(tokens []Token, start, i int) bool {
	if i < start+2 {
		return false
	}
	prev, before := tokens[i-1].Kind, tokens[i-2].Kind
	switch prev {
	case Path, Jsonata:
		return before == KeywordMap
	case Ident:
		return before == Dot || before == Equal || before == NotEqual || before == Less ||
			before == LessEqual || before == Greater || before == GreaterEqual
	}
	return false
}
