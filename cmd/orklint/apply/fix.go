package apply

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
)

// maxRounds bounds the rounds of one run. A round takes at least one fix of every knot of overlapping ones, so that only
// rules that undo each other get this far.
const maxRounds = 100

// Change is what becomes of one file.
type Change struct {
	File          string
	Before, After string
	Created       bool // there was no such file
}

// Result is what fixing came to.
type Result struct {
	Changes     []Change              // sorted by file
	Applied     int                   // fixes
	Remaining   []analysis.Diagnostic // what lint reports on the new texts
	Refused     []error               // why a fix was not applied, each reason once
	Interrupted bool                  // maxRounds went by and the fixes still changed something
}

// Fix applies the first fix of every diagnostic that lint reports, in rounds: fixes that overlap wait for the next
// round, and lint is asked again after each, until no fix is left to apply. It changes no file: the new texts are
// opened in the workspace, where lint reads them. A fix with an edit outside the workspace or in a file that may not be
// written is refused.
func Fix(w *workspace.Workspace, unsafe bool, lint func() []analysis.Diagnostic) (*Result, error) {
	f := fixer{workspace: w, unsafe: unsafe, changes: map[string]*Change{}, refused: map[string]error{}}
	for round := 0; ; round++ {
		diagnostics := lint()
		f.result.Remaining = diagnostics
		if f.result.Interrupted = round == maxRounds; f.result.Interrupted {
			break
		}
		applied, err := f.round(diagnostics)
		if err != nil {
			return nil, err
		}
		f.result.Applied += applied
		if applied == 0 {
			break
		}
	}
	return f.finish(), nil
}

type fixer struct {
	workspace *workspace.Workspace
	unsafe    bool
	changes   map[string]*Change
	refused   map[string]error // by message
	result    Result
}

// round applies as many fixes as go together, and returns how many.
func (f *fixer) round(diagnostics []analysis.Diagnostic) (applied int, err error) {
	edits := merged{}
	clear(f.refused) // what a later round can apply was not refused
	for _, d := range diagnostics {
		fix, ok := First(d, f.unsafe)
		if !ok || len(fix.Edits) == 0 {
			continue
		}
		if err := f.check(d, fix); err != nil {
			f.refused[err.Error()] = err
			continue
		}
		if edits.add(fix) {
			applied++
		}
	}
	changed := false
	for _, file := range slices.Sorted(maps.Keys(edits)) {
		change, err := f.change(file)
		if err != nil {
			return 0, err
		}
		text, err := edited(change.After, edits[file])
		if err != nil {
			return 0, fmt.Errorf("%s: the fixes do not go together: %w", file, err)
		}
		changed = changed || text != change.After
		change.After = text
		f.workspace.Open(file, text)
	}
	if !changed {
		return 0, nil
	}
	return applied, nil
}

// check tells why a fix cannot be applied, if it cannot.
func (f *fixer) check(d analysis.Diagnostic, fix analysis.Fix) error {
	byFile := map[string][]analysis.Edit{}
	for _, edit := range fix.Edits {
		byFile[edit.File] = append(byFile[edit.File], edit)
	}
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		if !f.workspace.Contains(file) {
			return fmt.Errorf("%s: not fixed (%s): the file lies outside of the project", file, d.Rule)
		}
		change, err := f.change(file)
		if err != nil {
			return fmt.Errorf("%w; not fixed (%s)", err, d.Rule)
		}
		if !fits(byFile[file], len(change.After)) {
			return fmt.Errorf("%s: not fixed: the edits of %s do not fit the text; please report this", file, d.Rule)
		}
	}
	return nil
}

// change returns the change of a file, which is none at first.
func (f *fixer) change(file string) (*Change, error) {
	if change, ok := f.changes[file]; ok {
		return change, nil
	}
	text, err := f.workspace.ReadFile(file)
	created := errors.Is(err, fs.ErrNotExist)
	if err != nil && !created {
		return nil, err
	}
	if !created {
		if err := writable(f.workspace.Path(file)); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	f.changes[file] = &Change{File: file, Before: text, After: text, Created: created}
	return f.changes[file], nil
}

func (f *fixer) finish() *Result {
	for _, file := range slices.Sorted(maps.Keys(f.changes)) {
		if change := *f.changes[file]; change.Created || change.After != change.Before {
			f.result.Changes = append(f.result.Changes, change)
		}
	}
	for _, message := range slices.Sorted(maps.Keys(f.refused)) {
		f.result.Refused = append(f.result.Refused, f.refused[message])
	}
	return &f.result
}
