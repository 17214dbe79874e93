package grammar

// part is a run of tokens: tokens[from:to].
type part struct{ from, to int }

// A file, a body or a block is cut into statements without parsing them: a statement begins where the token
// before can end one and the token itself cannot go on with it. So it needs no line ends, and a statement
// that is broken inside keeps to itself.

// endOfStatement returns the end of the first statement of p. At the level of a file a declaration word or a Bad
// token in the first column begins a statement whatever stands before it. Behind a brace that is not closed, statements belong
// to it as long as they are indented deeper than its line.
func (d *document) endOfStatement(p part, at level) int {
	tokens := d.tokens[:p.to]
	openIndent := -1
	for i := p.from; ; {
		if partner := int(d.brackets.partner[i]); partner > i {
			i = partner
		} else if partner < 0 && tokens[i].Kind == OpenBrace && openIndent < 0 {
			openIndent = d.indent(i)
		}
		i++
		switch {
		case i >= p.to:
			return p.to
		case at == inFile && d.inFirstColumn(i) && (declares(tokens[i].Kind) || tokens[i].Kind == Bad):
			return i
		case openIndent >= 0 && !(startsLine(tokens, i) && d.indent(i) <= openIndent):
		case begins(tokens, p.from, i, at):
			return i
		}
	}
}

// indent returns the bytes of white space in front of the line of a token.
func (d *document) indent(i int) int {
	for i > 0 && !startsLine(d.tokens, i) {
		i--
	}
	return lineIndent(d.text, int(d.tokens[i].Start))
}

func (d *document) inFirstColumn(i int) bool {
	return class[d.text[d.tokens[i].Start-1]]&newline != 0
}

// begins tells whether tokens[i] begins a statement, where the current one began at start.
func begins(tokens []Token, start, i int, at level) bool {
	cur, prev := tokens[i], tokens[i-1]
	sameLine := prev.Line == cur.Line
	if isKeyColon(tokens, i) {
		return at != inFile || !declares(prev.Kind) || !sameLine
	}
	if prev.Kind == Bad && sameLine {
		return false
	}
	switch cur.Kind {
	case KeywordImport, KeywordCompose, KeywordWorkflow, KeywordRetry, KeywordCatch:
		return true
	case KeywordIf, KeywordFail:
		if prev.Kind == KeywordElse {
			return false
		}
	case Ident:
		if prev.Kind == KeywordFail && !(i-2 >= start && tokens[i-2].Kind == KeywordElse) {
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
	switch {
	case prev.Kind == Comma:
		return isKeyColon(tokens, start)
	case at == inBlock && sameLine:
		return false // no step stands in a block: what looks like one belongs to the mistake in front of it
	case prev.Kind == Bad:
		return true
	case prev.Kind == Number && sameLine:
		return isKeyColon(tokens, start)
	}
	return ends(prev.Kind)
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
	return i+1 < len(tokens) && tokens[i+1].Kind == Colon && isKey(tokens[i].Kind)
}

func isKey(k Kind) bool { return k == Ident || k == String || k.Keyword() }

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
		return before == Dot && isKeyColon(tokens, start) || before >= Equal && before <= GreaterEqual
	}
	return false
}
