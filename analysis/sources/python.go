package sources

import (
	"regexp"
	"strings"
)

// word is an identifier; Python's and JavaScript's may have letters of any script.
const word = `[\p{L}_$][\p{L}\p{N}_$]*`

var (
	pythonBlock  = regexp.MustCompile(`^(?:async\s+def|def|class)\s+(` + word + `)`)
	pythonFrom   = regexp.MustCompile(`^from\s+\S+\s+import\s+(.*)$`)
	pythonImport = regexp.MustCompile(`^import\s+(.*)$`)
	pythonFirst  = regexp.MustCompile(`^\s*(` + word + `)`)
	pythonNamed  = regexp.MustCompile(`\bas\s+(` + word + `)\s*$`)
	// pythonAssign is the targets in front of a =, with a type or without.
	pythonAssign = regexp.MustCompile(`^\(?\s*(\*?` + word + `(?:\s*,\s*\*?` + word + `)*)\s*,?\s*\)?\s*(?::[^=]*)?=([^=].*)?$`)
	pythonHead   = regexp.MustCompile(`^(?:if|elif|else|try|except|finally|with|for|while|match|case)\b.*?:\s*(\S.*)$`)
	pythonWord   = regexp.MustCompile(word)
)

// python collects what the lines of a module define that do not stand in a function or class.
func (c *collector) python(text string) {
	inside := -1 // the indentation of the function or class that the lines stand in
	for line := range strings.SplitSeq(joinLines(blank(text, pythonSyntax)), "\n") {
		statement := strings.TrimLeft(line, " \t\f")
		if statement == "" {
			continue
		}
		indent := len(line) - len(statement)
		if inside >= 0 && indent > inside {
			continue
		}
		inside = -1
		if c.pythonLine(statement) {
			inside = indent
		}
	}
}

// pythonLine collects the names of a line's statements, and tells whether one begins a function or class.
func (c *collector) pythonLine(line string) (block bool) {
	switch line[:len(line)-len(strings.TrimLeft(line, "abcdefghijklmnopqrstuvwxyz"))] {
	case "def", "class", "async":
		if m := pythonBlock.FindStringSubmatch(line); m != nil {
			c.add(m[1])
			return true
		}
	case "if", "elif", "else", "try", "except", "finally", "with", "for", "while", "match", "case":
		if m := pythonHead.FindStringSubmatch(line); m != nil {
			return c.pythonLine(m[1])
		}
	}
	for s := range strings.SplitSeq(line, ";") {
		c.pythonStatement(strings.TrimSpace(s))
	}
	return false
}

// pythonStatement collects the names that one statement defines.
func (c *collector) pythonStatement(s string) {
	if m := pythonFrom.FindStringSubmatch(s); m != nil {
		c.pythonImports(strings.Trim(strings.TrimSpace(m[1]), "()"))
	} else if m := pythonImport.FindStringSubmatch(s); m != nil {
		c.pythonImports(m[1])
	} else if strings.Contains(s, "globals()") || strings.Contains(s, "setattr(") {
		c.names.Open = true
	} else {
		for m := pythonAssign.FindStringSubmatch(s); m != nil; m = pythonAssign.FindStringSubmatch(strings.TrimSpace(m[2])) {
			c.add(pythonWord.FindAllString(m[1], -1)...)
		}
	}
}

func (c *collector) pythonImports(list string) {
	for _, item := range strings.Split(list, ",") {
		if strings.TrimSpace(item) == "*" {
			c.names.Open = true
		} else if m := pythonNamed.FindStringSubmatch(item); m != nil {
			c.add(m[1])
		} else if m := pythonFirst.FindStringSubmatch(item); m != nil {
			c.add(m[1])
		}
	}
}

// joinLines joins the lines inside brackets, and those that end in a backslash.
func joinLines(text string) string {
	depth := 0
	joined := []byte(text)
	for i, b := range joined {
		switch b {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '\\':
			joined[i] = ' '
			if i+1 < len(joined) && joined[i+1] == '\n' {
				joined[i+1] = ' '
			}
		case '\n':
			if depth > 0 {
				joined[i] = ' '
			}
		}
	}
	return string(joined)
}
