package grammar

import (
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// habits are words that begin a line in other languages. Such a line falls into several statements, some of which
// may even be right, so it is judged as a whole.
var habits = map[string]string{
	"from":     "write `import \"tasks.ork\"`: all that the other file declares becomes visible",
	"def":      "a handler stands in a file of its own, and `task name \"file.py\"` declares it",
	"async":    "a handler stands in a file of its own, and `task name \"file.py\"` declares it",
	"class":    "Ork has no classes: `task name \"file.py\"` declares a function, `workflow name { ... }` a workflow",
	"function": "a handler stands in a file of its own, and `task name \"file.js\"` declares it",
	"const":    "Ork has no variables: write `workflow name { ... }` or `task name \"file.py\"`",
	"let":      "Ork has no variables: write `workflow name { ... }` or `task name \"file.py\"`",
	"var":      "Ork has no variables: write `workflow name { ... }` or `task name \"file.py\"`",
	"flow":     "write `workflow name { ... }`",
	"pipeline": "write `workflow name { ... }`",
	"dag":      "write `workflow name { ... }`",
	"lambda":   "write `task name \"file.py\"`",
	"with":     "write `workflow name { ... }`",
	"for":      "write `map [step]`, or `map (step)` to capture the errors of each item",
	"while":    "write a jump back: `step as again >> if ... { ... -> again }`",
	"try":      "write `step { catch ErrorName { ... } }`",
	"return":   "a chain ends without a word; `succeed` ends a workflow early",
}

// blameHabits gives each broken line that begins with a word of another language, or with a declaration word that
// is not quite right, one message; of other lines that hold several broken statements it keeps the first message,
// as the others follow from that mistake. Statements are copied for that, as the given ones will be used again.
func blameHabits(text string, statements []*Statement) []*Statement {
	given := statements
	for i := 0; i < len(given); {
		line := sameLine(text, given[i:])
		first := slices.IndexFunc(line, func(s *Statement) bool { return len(s.all) > 0 })
		if first < 0 {
			i += len(line)
			continue
		}
		if &statements[0] == &given[0] {
			statements = slices.Clone(given)
		}
		if problem, ok := habit(text, line); ok {
			for j, s := range line {
				statements[i+j] = s.spoilt(text)
			}
			statements[i].Problems = []Diagnostic{problem}
			statements[i].all = statements[i].Problems
		} else if at := line[first].Base + line[first].all[0].Range.Start; len(line) > 1 {
			end := len(text)
			if n := strings.IndexAny(text[at:], "\r\n"); n >= 0 {
				end = at + n
			}
			for j, s := range line[first+1:] {
				if len(s.all) > 0 && s.Base+s.all[0].Range.Start < end {
					statements[i+first+1+j] = s.spoilt(text)
				}
			}
		}
		i += len(line)
	}
	return statements
}

// sameLine returns the first statements, so many as have no line end between them.
func sameLine(text string, statements []*Statement) []*Statement {
	for i := 1; i < len(statements); i++ {
		last, next := statements[i-1], statements[i]
		if strings.ContainsAny(text[last.Base+last.Extent.End:next.Base], "\r\n") {
			return statements[:i]
		}
	}
	return statements
}

// habit returns the problem of statements that share a line.
func habit(text string, line []*Statement) (Diagnostic, bool) {
	scanner := scanner{text: text}
	word := text[line[0].Base:scanner.wordEnd(line[0].Base)]
	at := Range{0, len(word)}
	if message := habits[word]; message != "" && line[0].Extent == at {
		return Diagnostic{Range: at, Message: message}, true
	}
	return meant(word, at, KeywordTask, KeywordWorkflow, KeywordImport, KeywordCompose)
}

// meant reports a word that is not quite one of the reserved words.
func meant(word string, at Range, words ...Kind) (Diagnostic, bool) {
	for _, k := range words {
		if similar(word, k.String()) {
			return Diagnostic{
				Range:   at,
				Message: "did you mean " + code(k.String()) + "?",
				Fix:     &Fix{Title: "write " + code(k.String()), Range: at, NewText: k.String()},
			}, true
		}
	}
	return Diagnostic{}, false
}

// similar tells whether word is the start of a reserved word, or differs from it by one letter that is missing,
// one too many, another or in its neighbour's place, or by capitals.
func similar(word, reserved string) bool {
	if len(word) < 2 || keyword(word) != Ident {
		return false
	}
	word = strings.ToLower(word)
	if strings.HasPrefix(reserved, word) {
		return true
	}
	i := 0
	for i < min(len(word), len(reserved)) && word[i] == reserved[i] {
		i++
	}
	w, r := word[i:], reserved[i:]
	switch {
	case w == "":
		return true
	case r == "":
		return len(w) == 1
	case w[1:] == r, w == r[1:], w[1:] == r[1:]:
		return true
	}
	return len(w) > 1 && len(r) > 1 && w[0] == r[1] && w[1] == r[0] && w[2:] == r[2:]
}

// spoilt returns the statement as one of which nothing can be read.
func (s *Statement) spoilt(text string) *Statement {
	whole := s.Extent.Shift(s.Base)
	return &Statement{
		Base:   s.Base,
		Extent: s.Extent,
		Node:   &BadStatement{span{[]lexer.Token{{Type: lexer.TokenType(Bad), Value: text[whole.Start:whole.End]}}}},
	}
}
