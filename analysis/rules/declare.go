package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// declareTask writes the declaration of a task below the last one of the file, in the way of its neighbours; where there
// is none, above the first workflow.
func declareTask(p *analysis.Pass, name string) analysis.Edit {
	text := p.Program.File.Text
	newline := analysis.Newline(text)
	tasks := declaredTasks(p.Program)
	if len(tasks) == 0 {
		return p.Insert(startOfWorkflows(p), "task "+name+` "lambdas/main.py"`+newline+newline)
	}
	end := tasks[len(tasks)-1].Range.End
	if i := strings.IndexAny(text[end:], "\r\n"); i >= 0 {
		end += i
	} else {
		end = len(text)
	}
	declaration := "task " + name
	declaration += strings.Repeat(" ", max(1, sourceColumn(tasks)-len(declaration)))
	return p.Insert(end, newline+declaration+grammar.Quote(neighbouringSource(tasks)))
}

// declaredTasks are the tasks that stand by themselves, in the order of the text.
func declaredTasks(p *flow.Program) (tasks []*flow.Task) {
	for _, t := range p.Tasks {
		if !t.Inline {
			tasks = append(tasks, t)
		}
	}
	return tasks
}

// startOfWorkflows is where the first workflow or chain of the file begins, with its documentation.
func startOfWorkflows(p *analysis.Pass) int {
	for _, s := range p.Program.File.Statements {
		switch s.Node.(type) {
		case *grammar.Workflow, *grammar.Chain:
			return p.AboveDocs(analysis.LineStart(p.Program.File.Text, s.Base+s.Extent.Start))
		}
	}
	return len(p.Program.File.Text)
}

// sourceColumn is the column in which the sources of the tasks stand below each other; 0 where they do not.
func sourceColumn(tasks []*flow.Task) (column int) {
	for _, t := range tasks {
		if gap := t.Source.Range.Start - t.NameRange.End; t.Source.Kind != flow.NoSource && gap > 1 {
			column = t.Source.Range.Start - t.Range.Start
		}
	}
	return column
}

// neighbouringSource is the handler file of the last task that has one, without a handler; otherwise the usual one.
func neighbouringSource(tasks []*flow.Task) string {
	for i := len(tasks) - 1; i >= 0; i-- {
		if s := tasks[i].Source; s.Kind == flow.File {
			return s.Path
		}
	}
	return "lambdas/main.py"
}
