package sources

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What may stand at the word export or exports; each pattern captures what the names are read from.
var (
	exportDeclared = regexp.MustCompile(`^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|class|const|let|var|enum|namespace)\s*(` + word + `)`)
	exportUnpacked = regexp.MustCompile(`^export\s+(?:const|let|var)\s*([{\[])`)
	exportList     = regexp.MustCompile(`^export\s*(\{)`)
	exportAll      = regexp.MustCompile(`^export\s*\*\s*as\s+(` + word + `)`)
	exportDefault  = regexp.MustCompile(`^export\s+(default)\b`)
	exportOther    = regexp.MustCompile(`^export\s*[*=]`)
	commonName     = regexp.MustCompile(`^exports\s*\.\s*(` + word + `)`)
	commonObject   = regexp.MustCompile(`^exports\s*=(?:\s*(?:module\s*\.\s*)?exports\s*=)?\s*(\{)`)
	commonOther    = regexp.MustCompile(`^exports\s*(?:\[|=[^=>]|[,)])`)

	scriptDeclared = regexp.MustCompile(`(?:^|[\s;}])(?:function\s*\*?|class|const|let|var)\s*\b(` + word + `)`)
	// moduleSyntax is what only ECMAScript modules have.
	moduleSyntax = regexp.MustCompile(`(?m)^\s*(?:export\b|import\s*[\w{*'"\x60])`)
	commonSyntax = regexp.MustCompile(`\bexports\s*[.=\[]|\brequire\s*\(`)

	objectKey = regexp.MustCompile(`^(?:async\b|get\b|\*|\s)*\b(` + word + `)`)
	lastWord  = regexp.MustCompile(`(` + word + `)\s*(?:=[^=].*)?$`)
)

// script collects what a JavaScript or TypeScript module exports, in either way.
func (c *collector) script(text string) {
	text = blank(text, scriptSyntax)
	for i := strings.Index(text, "export"); i >= 0; {
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); !isWord(before) {
			c.export(text[i:])
		}
		next := strings.Index(text[i+1:], "export")
		if next < 0 {
			return
		}
		i += 1 + next
	}
}

func isWord(r rune) bool { return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// export collects what one export exports; text begins with it.
func (c *collector) export(text string) {
	for _, p := range []*regexp.Regexp{exportDeclared, exportAll, exportDefault, commonName} {
		if m := p.FindStringSubmatch(text); m != nil {
			c.add(m[1])
			c.names.Open = c.names.Open || p == exportDeclared && goesOn(text[len(m[0]):])
			return
		}
	}
	for _, p := range []*regexp.Regexp{exportUnpacked, exportList} {
		if at := p.FindStringSubmatchIndex(text); at != nil {
			c.items(text[at[2]:], lastWord, "]} \t\n")
			return
		}
	}
	if at := commonObject.FindStringSubmatchIndex(text); at != nil {
		c.items(text[at[2]:], objectKey, "")
	} else if exportOther.MatchString(text) || commonOther.MatchString(text) {
		c.names.Open = true
	}
}

// items collects a name from each item between the bracket that text begins with and its partner; what is cut off an
// item's end first is cut. Where an item has no name that can be read, there may be any.
func (c *collector) items(text string, name *regexp.Regexp, cut string) {
	items, closed := topLevel(text)
	c.names.Open = c.names.Open || !closed
	for _, item := range items {
		item = strings.TrimRight(strings.TrimSpace(item), cut)
		if m := name.FindStringSubmatch(item); m != nil && !strings.HasPrefix(item, "...") {
			c.add(m[1])
		} else if item != "" {
			c.names.Open = true
		}
	}
}

// topLevel cuts what stands between the bracket that text begins with and its partner at its commas.
func topLevel(text string) (items []string, closed bool) {
	depth, start := 0, 1
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return append(items, text[start:i]), true
			}
		case ',':
			if depth == 1 {
				items = append(items, text[start:i])
				start = i + 1
			}
		}
	}
	return items, false
}

// goesOn tells whether a comma stands in a declaration outside of brackets, so that it may declare more.
func goesOn(text string) bool {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				return true
			}
		case ';', '\n':
			if depth <= 0 {
				return false
			}
		}
	}
	return false
}
