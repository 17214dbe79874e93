package rules

import (
	_ "embed"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed undeclared_task.md
var undeclaredTaskPage string

var undeclaredTask = &analysis.Rule{
	Name:     "undeclared-task",
	Category: analysis.Names,
	Severity: analysis.Error,
	Summary:  "a name that no task or workflow declares",
	Page:     undeclaredTaskPage,
	Fixes:    "the name that is meant, where one is near; import the file that declares it; declare the task",
	Run:      reportUndeclaredTasks,
}

func reportUndeclaredTasks(p *analysis.Pass) {
	if unresolved(p.Program) {
		return // it may declare the names, and is reported itself
	}
	for _, s := range p.Program.Unknown {
		reportUndeclaredTask(p, s.Called, s.Range)
	}
	for _, n := range p.Program.UnknownNames() {
		reportUndeclaredTask(p, n.Name, n.Range)
	}
}

func reportUndeclaredTask(p *analysis.Pass, name string, at grammar.Range) {
	if p.Program.MaybeUsed(name) {
		return // its declaration may be what does not parse
	}
	d := analysis.Diagnostic{Range: at, Message: "nothing declares " + name}
	elsewhere := declaredBeside.Of(p)[name]
	if elsewhere != "" {
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "import " + elsewhere, Safe: true, Edits: []analysis.Edit{addImport(p, elsewhere)},
		})
	}
	if near := nearestName(p, name); elsewhere != "" {
		d.Message += " here, but " + elsewhere + " does; import it"
	} else if near != "" {
		d.Message += "; did you mean " + near + "?"
		d.Fixes = append(d.Fixes, analysis.Fix{
			Title: "write " + near, Safe: true, Edits: []analysis.Edit{p.Replace(at, near)},
		})
	} else {
		d.Message += "; declare it with task " + name + ` "file.py"`
	}
	d.Fixes = append(d.Fixes, analysis.Fix{
		Title: "declare it: task " + name, Edits: []analysis.Edit{declareTask(p, name)},
	})
	p.Report(d)
}

func nearestName(p *analysis.Pass, name string) string {
	var names []string
	for n, d := range p.Program.Visible() {
		if d.Workflow == nil || !d.Workflow.TopLevel { // a chain is named after its first task, declared or not
			names = append(names, n)
		}
	}
	return suggest.Nearest(name, names)
}
