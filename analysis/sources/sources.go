// Package sources reads the files that hold handlers just far enough to tell which functions Lambda can call in
// them, and writes new handlers. It runs nothing, and where a file may have more names than can be read, it says so.
package sources

import "path"

// Language is what a handler is written in.
type Language uint8

const (
	Unknown Language = iota
	Python
	JavaScript // with CommonJS or ECMAScript modules
	TypeScript
)

// LanguageOf tells a file's language by its ending.
func LanguageOf(file string) Language {
	switch path.Ext(file) {
	case ".py":
		return Python
	case ".js", ".mjs", ".cjs":
		return JavaScript
	case ".ts", ".mts":
		return TypeScript
	}
	return Unknown
}

// Names are what a module offers to those who load it.
type Names struct {
	List []string // in the order of the text, each once
	// Open tells that there may be more, as with "from x import *".
	Open bool

	has map[string]bool
}

// Offered returns the names that the module in a file offers.
func Offered(file, text string) Names {
	var c collector
	switch LanguageOf(file) {
	case Python:
		c.python(text)
	case JavaScript, TypeScript:
		c.script(text)
	default:
		c.names.Open = true
	}
	return c.names
}

// Has tells whether the module may offer a name.
func (n Names) Has(name string) bool { return n.Open || n.has[name] }

// Declares tells whether a script has a name at all, exported or not.
func Declares(file, text, name string) bool {
	if lang := LanguageOf(file); lang != JavaScript && lang != TypeScript {
		return false
	}
	for _, m := range scriptDeclared.FindAllStringSubmatch(blank(text, scriptSyntax), -1) {
		if m[1] == name {
			return true
		}
	}
	return false
}

// collector gathers names.
type collector struct{ names Names }

func (c *collector) add(names ...string) {
	if c.names.has == nil {
		c.names.has = map[string]bool{}
	}
	for _, name := range names {
		if name != "" && !c.names.has[name] {
			c.names.has[name] = true
			c.names.List = append(c.names.List, name)
		}
	}
}
