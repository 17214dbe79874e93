package analysis

import (
	"io/fs"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// DocumentationURL is where the pages of the rules stand; a rule's page is its name with .md behind it.
const DocumentationURL = "https://github.com/orkls/orkls/blob/main/docs/rules/"

// Category groups rules by what they speak of.
type Category string

const (
	Failure       Category = "failure"
	Composition   Category = "composition"
	Names         Category = "names"
	Functions     Category = "functions"
	StepFunctions Category = "step-functions"
	Housekeeping  Category = "housekeeping"
)

// Rule is one thing that is looked for, whole in one value.
type Rule struct {
	Name     string // in kebab case; names what is wrong
	Category Category
	Severity Severity // where no configuration says otherwise
	Summary  string   // one line, without a full stop
	Page     string   // Markdown: why it matters, a bad example, a good one, when to ignore it
	Fixes    string   // what its quick fixes do, in one line; empty where it has none
	Run      func(*Pass)
}

// URL is the address of the rule's page.
func (r *Rule) URL() string { return DocumentationURL + r.Name + ".md" }

// Files is what rules may ask of the disk, or of the editor in front of it. Names are a workspace's.
type Files interface {
	ReadFile(name string) (string, error)
	Stat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	// Beside returns the name of the file at path, which is relative to the folder of the file name.
	Beside(name, path string) string
}

// Pass is one rule looking at one program.
type Pass struct {
	Program *flow.Program
	Files   Files

	rule   *Rule
	report func(Diagnostic)
	facts  map[any]any // by *Fact; of all rules that look at the program
	ran    []*Rule
	found  []Diagnostic
}

// Before returns the rules that have looked at the program before this one, and what they found, whether a comment
// silences it or not.
func (p *Pass) Before() (ran []*Rule, found []Diagnostic) { return p.ran, p.found }

// Report hands in a finding. Rule, severity and file are filled in where they are empty.
func (p *Pass) Report(d Diagnostic) {
	d.Rule = p.rule.Name
	if d.Severity == Off {
		d.Severity = p.rule.Severity
	}
	if d.File == "" {
		d.File = p.Program.Path
	}
	p.report(d)
}

// Text returns the source that stands at a range of the program's file.
func (p *Pass) Text(at grammar.Range) string { return p.Program.File.Text[at.Start:at.End] }

// Replace is an edit of the program's own file.
func (p *Pass) Replace(at grammar.Range, text string) Edit {
	return Edit{File: p.Program.Path, Range: at, NewText: text}
}

// Insert is an edit that adds text to the program's own file.
func (p *Pass) Insert(offset int, text string) Edit {
	return p.Replace(grammar.Range{Start: offset, End: offset}, text)
}

// Here is a place in the program's own file that explains a diagnostic.
func (p *Pass) Here(at grammar.Range, message string) Related {
	return Related{File: p.Program.Path, Range: at, Message: message}
}
