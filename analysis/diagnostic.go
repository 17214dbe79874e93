package analysis

import "github.com/orkls/orkls/grammar"

// Severity says how much a diagnostic weighs; a smaller value weighs more. The order and the numbers
// of Error to Hint are those of the Language Server Protocol.
type Severity int

const (
	Off Severity = iota // the rule does not run
	Error
	Warning
	Information
	Hint
)

// Diagnostic is one finding, complete: the command line and the editor show the same one.
type Diagnostic struct {
	Rule     string // the rule's name, in kebab case
	Severity Severity
	File     string // as the workspace names it
	Range    grammar.Range
	Message  string
	Related  []Related
	Fixes    []Fix // best first
}

// Related is a place that explains a diagnostic.
type Related struct {
	File    string
	Range   grammar.Range
	Message string
}

// Fix is one way to repair what a diagnostic reports.
type Fix struct {
	Title string // starts with a verb: "capture errors: (z, g)"
	// Safe fixes keep what the compiled workflow does, or repair a source that did not compile;
	// an unsafe fix changes behaviour, and its title says how.
	Safe bool
	// Manual fixes are for a person to choose, in an editor; nothing applies them by itself.
	Manual bool
	Edits  []Edit // they do not overlap, and belong together
}

// Edit replaces the bytes of Range in File by NewText. A file that does not exist is created, from Range{0, 0}.
type Edit struct {
	File    string
	Range   grammar.Range
	NewText string
}
