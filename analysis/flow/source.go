package flow

import (
	"path"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// SourceKind is what a task's source names.
type SourceKind uint8

const (
	NoSource     SourceKind = iota // a function whose ARN comes at deployment
	File                           // a handler file
	Folder                         // a folder with a Go main package
	Service                        // a service action: dynamodb:putItem
	ARN                            // arn:…
	Substitution                   // "${name}"
)

// Source is what a task runs.
type Source struct {
	Kind    SourceKind
	Text    string        // as written, without quotes
	Range   grammar.Range // of the string; empty for NoSource
	Path    string        // of a File or Folder, relative to the .ork file, with slashes
	Handler string        // the function in a File; empty where the task's name is it
}

// IsFunction tells whether the task is a Lambda function of the project's own.
func (s Source) IsFunction() bool { return s.Kind == NoSource || s.Kind == File || s.Kind == Folder }

// handlerFiles are the endings of files that hold handlers.
var handlerFiles = map[string]bool{".py": true, ".js": true, ".mjs": true, ".cjs": true, ".ts": true, ".mts": true}

func parseSource(text string) Source {
	s := Source{Text: text}
	switch {
	case strings.HasPrefix(text, "arn:"):
		s.Kind = ARN
		return s
	case strings.HasPrefix(text, "${") && strings.HasSuffix(text, "}"):
		s.Kind = Substitution
		return s
	}
	text = strings.ReplaceAll(text, `\`, "/")
	file, handler := text, ""
	if i := strings.LastIndexByte(text, ':'); i > strings.LastIndexByte(text, '/') {
		file, handler = text[:i], text[i+1:]
	}
	switch {
	case handlerFiles[path.Ext(file)]:
		s.Kind, s.Path, s.Handler = File, file, handler
	case strings.Contains(text, ":"):
		s.Kind = Service
	default:
		s.Kind, s.Path = Folder, text
	}
	return s
}
