package rules

import (
	_ "embed"
	"strconv"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

//go:embed duplicate_declaration.md
var duplicateDeclarationPage string

var duplicateDeclaration = &analysis.Rule{
	Name:     "duplicate-declaration",
	Category: analysis.Names,
	Severity: analysis.Error,
	Summary:  "a name that is taken",
	Page:     duplicateDeclarationPage,
	Fixes:    "rename; remove",
	Run:      reportDuplicateDeclarations,
}

func reportDuplicateDeclarations(p *analysis.Pass) {
	twice := map[*flow.Import]bool{} // imports of a file that was imported before
	for _, d := range p.Program.Duplicates {
		switch {
		case d.Import == nil:
			reportDeclaredTwice(p, d)
		case d.First.Import == nil || d.First.Program != d.Program:
			reportImportedClash(p, d)
		case !twice[d.Import]:
			twice[d.Import] = true
			reportImportedTwice(p, d)
		}
	}
	for _, s := range p.Program.Clashes {
		reportNameTaken(p, s)
	}
	for _, s := range allSettings.Of(p) {
		reportGivenTwice(p, s.attributes)
	}
}

// reportDeclaredTwice reports a declaration of the file's own whose name an earlier one has.
func reportDeclaredTwice(p *analysis.Pass, d *flow.Duplicate) {
	whole := declarationRange(&d.Declaration)
	remove := analysis.Fix{
		Title: "remove this " + kindOf(&d.Declaration) + " " + d.Name,
		Edits: []analysis.Edit{removeDeclaration(p, whole)},
	}
	free := freeName(p, d.Name)
	fixes := []analysis.Fix{{
		Title: "rename it " + free, Safe: true, Edits: []analysis.Edit{p.Replace(d.Range, free)},
	}, remove}
	if oneLine(p.Text(whole)) == oneLine(p.Text(declarationRange(d.First))) {
		remove.Safe = true
		fixes = []analysis.Fix{remove}
	}
	p.Report(analysis.Diagnostic{
		Range:   d.Range,
		Message: d.Name + " is declared before; each name stands for one task or workflow",
		Related: []analysis.Related{first(d)},
		Fixes:   fixes,
	})
}

// reportImportedClash reports an import that brings a name which the file has, or another import brings.
func reportImportedClash(p *analysis.Pass, d *flow.Duplicate) {
	p.Report(analysis.Diagnostic{
		Range:   d.Range,
		Message: "this import brings " + d.Name + ", which stands for another " + kindOf(d.First) + " here; rename one of them",
		Related: []analysis.Related{first(d), {
			File: d.Program.Path, Range: nameRange(&d.Declaration), Message: d.Name + " as it is imported",
		}},
	})
}

func reportImportedTwice(p *analysis.Pass, d *flow.Duplicate) {
	p.Report(analysis.Diagnostic{
		Range:   d.Range,
		Message: "this file is imported before",
		Related: []analysis.Related{p.Here(d.First.Import.Range, "the first import")},
		Fixes: []analysis.Fix{{
			Title: "remove this import", Safe: true,
			Edits: []analysis.Edit{removeDeclaration(p, importStatement(p, d.Import))},
		}},
	})
}

// reportNameTaken reports a state whose name, given with as, another state or a task has.
func reportNameTaken(p *analysis.Pass, s *flow.State) {
	name, at := s.Step.As.Text, s.Step.As.Span().Shift(s.Base)
	d := analysis.Diagnostic{Range: at}
	if taken := p.Program.Lookup(name); taken != nil && taken.Task != nil && s.Called != name {
		d.Message = name + " is the name of a task, and only steps that run it can have it"
		d.Related = []analysis.Related{{File: taken.Program.Path, Range: taken.Task.NameRange, Message: "the task " + name}}
	} else {
		d.Message = "another step of the workflow is named " + name + "; names of steps are unique in a workflow, its branches included"
		d.Related = namedAlike(p, s)
	}
	namer, free := s.Scope.Workflow.Namer(), s.Name // which is free where another state was first
	for free == name || p.Program.Lookup(free) != nil {
		free = namer.Free(name)
	}
	written := free
	if s.Step.As.Quoted {
		written = grammar.Quote(free)
	}
	edits := []analysis.Edit{p.Replace(at, written)}
	for _, j := range s.Scope.Jumps {
		if j.Target == s {
			edits = append(edits, p.Replace(j.Range, written))
		}
	}
	d.Fixes = []analysis.Fix{{Title: "rename it " + free, Safe: true, Edits: edits}}
	p.Report(d)
}

// namedAlike is the first state that was given the name of another.
func namedAlike(p *analysis.Pass, s *flow.State) []analysis.Related {
	for _, other := range s.Scope.Workflow.States {
		if as := other.Step.As; other != s && as != nil && as.Text == s.Step.As.Text {
			return []analysis.Related{p.Here(as.Span().Shift(other.Base), "the first step of this name")}
		}
	}
	return nil
}

// reportGivenTwice reports attributes that a later one of the same block replaces.
func reportGivenTwice(p *analysis.Pass, attributes []*flow.Attribute) {
	if len(attributes) < 2 {
		return
	}
	for _, a := range attributes {
		if holds := attribute.Given(attributes, a.Key); holds != a {
			p.Report(analysis.Diagnostic{
				Range:   a.KeyRange,
				Message: a.Key + " is given twice here, and only the last one holds",
				Related: []analysis.Related{p.Here(holds.Range, "the one that holds")},
				Fixes: []analysis.Fix{{
					Title: "remove this " + a.Key, Safe: true, Edits: []analysis.Edit{removeAttribute(p, a)},
				}},
			})
		}
	}
}

// first is the place where a duplicate's name was declared before.
func first(d *flow.Duplicate) analysis.Related {
	return analysis.Related{File: d.First.Program.Path, Range: nameRange(d.First), Message: "the first declaration of " + d.Name}
}

func nameRange(d *flow.Declaration) grammar.Range {
	if d.Task != nil {
		return d.Task.NameRange
	}
	return d.Workflow.NameRange
}

func declarationRange(d *flow.Declaration) grammar.Range {
	if d.Task != nil {
		return d.Task.Range
	}
	return d.Workflow.Range
}

func kindOf(d *flow.Declaration) string {
	if d.Task != nil {
		return "task"
	}
	return "workflow"
}

// freeName returns the name with the lowest number behind it that nothing has.
func freeName(p *analysis.Pass, name string) string {
	for n := 2; ; n++ {
		if free := name + strconv.Itoa(n); p.Program.Lookup(free) == nil {
			return free
		}
	}
}

// importStatement is the range of the whole statement that an import is.
func importStatement(p *analysis.Pass, i *flow.Import) grammar.Range {
	for _, s := range p.Program.File.Statements {
		if at := s.Extent.Shift(s.Base); at.Covers(i.Range) {
			return at
		}
	}
	return i.Range
}
