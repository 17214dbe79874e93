package workspace

import (
	"errors"
	"fmt"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Program reads the file of that name, and the files that it imports, and returns what they mean. Why an imported file
// could not be had stands in its [flow.Import]; the error is about the file itself.
func (w *Workspace) Program(name string) (*flow.Program, error) {
	text, err := w.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, _ := grammar.Parse(text) // its mistakes stand in the tree
	return w.Resolve(name, file), nil
}

// Resolve returns what a file means that has been parsed already; its imports are read.
func (w *Workspace) Resolve(name string, file *grammar.File) *flow.Program {
	l := loader{workspace: w, programs: map[string]*flow.Program{}}
	return l.resolve(w.Name(name), file)
}

var (
	errCycle   = errors.New("the files import each other in a circle")
	errOutside = errors.New("the file lies outside of the project")
)

// loader reads each file of one graph of imports once, however many ways lead to it.
type loader struct {
	workspace *Workspace
	programs  map[string]*flow.Program // by name; nil while the file's imports are being read
}

func (l *loader) resolve(name string, file *grammar.File) *flow.Program {
	l.programs[name] = nil
	program := flow.Resolve(name, file, func(path string) (*flow.Program, error) {
		return l.imported(l.workspace.Beside(name, path))
	})
	l.programs[name] = program
	return program
}

func (l *loader) imported(name string) (*flow.Program, error) {
	program, seen := l.programs[name]
	switch {
	case program != nil:
		return program, nil
	case seen:
		return nil, fmt.Errorf("%s: %w", name, errCycle)
	case !l.workspace.Contains(name):
		return nil, fmt.Errorf("%s: %w", name, errOutside)
	}
	text, err := l.workspace.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, _ := grammar.Parse(text)
	return l.resolve(name, file), nil
}
