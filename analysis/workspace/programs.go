package workspace

import (
	"errors"
	"fmt"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Program reads the file of that name, and the files that it imports, and returns what they mean.
func (w *Workspace) Program(name string) (*flow.Program, error) {
	text, err := w.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, _ := grammar.Parse(text)
	return w.Resolve(name, file), nil
}

// Resolve returns what a file means that has been parsed already; its imports are read.
func (w *Workspace) Resolve(name string, file *grammar.File) *flow.Program {
	return w.resolve(name, file, map[string]bool{})
}

var errCycle = errors.New("the files import each other in a circle")

// resolve keeps the names of the files that are being read, so that a circle of imports ends.
func (w *Workspace) resolve(name string, file *grammar.File, reading map[string]bool) *flow.Program {
	reading[name] = true
	defer delete(reading, name)
	return flow.Resolve(name, file, func(path string) (*flow.Program, error) {
		imported := w.Beside(name, path)
		if reading[imported] {
			return nil, fmt.Errorf("%s: %w", imported, errCycle)
		}
		text, err := w.ReadFile(imported)
		if err != nil {
			return nil, err
		}
		file, _ := grammar.Parse(text)
		return w.resolve(imported, file, reading), nil
	})
}
