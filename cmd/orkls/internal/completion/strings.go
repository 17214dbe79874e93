package completion

import (
	"path"
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/sources"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/grammar"
)

// stringItems are what a string may hold at a place, and which part of it they are for.
func stringItems(c Context, s *site) ([]Item, grammar.Range) {
	for _, form := range []string{`"` + word + `"`, `"` + word + `" -> end`} {
		p, ok := s.resolve(c, form)
		if !ok {
			continue
		}
		switch n := p.parent().(type) {
		case *grammar.Import:
			return pathItems(c, s, ".", isOrk)
		case *grammar.Task, *grammar.InlineTask:
			return sourceItems(c, s)
		case *grammar.Errors:
			return handledErrors(c, n, s), s.word
		case *grammar.Jump:
			return targetNames(targetItems(c, s, p)), s.word
		case *grammar.Value:
			return settingItems(c, s, p)
		}
		return nil, s.word
	}
	return nil, s.word
}

func isOrk(name string) bool { return path.Ext(name) == workspace.Extension }

func isScript(name string) bool { return sources.LanguageOf(name) != sources.Unknown }

// sourceItems are what a task can run: files with handlers, and behind a file's colon the functions in it.
func sourceItems(c Context, s *site) ([]Item, grammar.Range) {
	typed := s.text[s.word.Start:s.offset]
	if colon := strings.LastIndexByte(typed, ':'); colon >= 0 && isScript(typed[:colon]) {
		part := grammar.Range{Start: s.word.Start + colon + 1, End: s.word.End}
		return functionItems(c, typed[:colon]), part
	}
	return pathItems(c, s, ".", isScript)
}

// functionItems are the handlers in a file.
func functionItems(c Context, file string) (items []Item) {
	text, err := c.Files.ReadFile(c.Files.Beside(c.Program.Path, file))
	if err != nil {
		return nil // there is no such file yet
	}
	for _, name := range sources.Offered(file, text).List {
		items = append(items, Item{Label: name, Kind: Function, Detail: "in " + file})
	}
	return items
}

// pathItems are the files and folders of which a path is being typed; it begins in a folder that is relative to the
// program's file.
func pathItems(c Context, s *site, folder string, wanted func(name string) bool) ([]Item, grammar.Range) {
	typed := s.text[s.word.Start:s.offset]
	slash := strings.LastIndexByte(typed, '/') + 1
	part := grammar.Range{Start: s.word.Start + slash, End: s.word.End}
	entries, err := c.Files.ReadDir(c.Files.Beside(c.Program.Path, path.Join(folder, typed[:slash])))
	if err != nil {
		return nil, part // there is no such folder yet
	}
	var items []Item
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, ".") || name == "node_modules" || name == "__pycache__":
		case e.IsDir():
			items = append(items, Item{Label: name + "/", Kind: Folder})
		case wanted(name) && c.Files.Beside(c.Program.Path, path.Join(folder, typed[:slash], name)) != c.Program.Path:
			items = append(items, Item{Label: name, Kind: File})
		}
	}
	return items, part
}

// settingItems are the strings that an attribute takes.
func settingItems(c Context, s *site, p probe) ([]Item, grammar.Range) {
	written, meaning := settingAt(p)
	if meaning == nil || written.Value != p.parent() {
		return nil, s.word
	}
	switch {
	case meaning.Type == attribute.Enum:
		return wholeValues(meaning), s.word
	case written.Key == "entry":
		return pathItems(c, s, ".", func(string) bool { return false })
	case written.Key == "index":
		return pathItems(c, s, entryOf(p), isScript)
	case written.Key == "handler":
		return handlerItems(c, p), s.word
	case meaning.Type == attribute.String && meaning.Default != "":
		return []Item{{Label: strings.Trim(meaning.Default, `"`), Kind: Value, Detail: "the default"}}, s.word
	}
	return nil, s.word
}

// entryOf returns the folder of the code of the task that holds the probe; that of the .ork file where it says none.
func entryOf(p probe) string {
	for _, t := range p.program.Tasks {
		if t.Range.Covers(p.at) {
			if code, ok := attribute.CodeOf(t); ok {
				return code.Entry
			}
		}
	}
	return "."
}

// handlerItems are the functions in the file of the task that holds the probe.
func handlerItems(c Context, p probe) []Item {
	for _, t := range p.program.Tasks {
		if t.Range.Covers(p.at) {
			if code, ok := attribute.CodeOf(t); ok && code.Index != "" {
				return functionItems(c, code.File())
			}
		}
	}
	return nil
}

// targetNames are targets without quotes of their own.
func targetNames(items []Item) []Item {
	for i := range items {
		items[i].Label = strings.Trim(items[i].Label, `"`)
	}
	return items
}
