package rules

import (
	"path"
	"slices"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/sources"
)

// powertoolsTask is a Python function that runs with Powertools, and the attribute that says so.
type powertoolsTask struct {
	located
	enabled *flow.Attribute
}

func powertoolsTasks(p *analysis.Pass) (tasks []powertoolsTask) {
	for _, m := range modules.Of(p) {
		if sources.LanguageOf(m.path) != sources.Python {
			continue
		}
		for _, t := range m.tasks {
			enabled := attribute.OfTask(t.Task, "enable_powertools")
			if enabled == nil {
				continue
			}
			if on, _ := attribute.AsBool(enabled.Value); on {
				tasks = append(tasks, powertoolsTask{t, enabled})
			}
		}
	}
	return tasks
}

// inCompose tells whether an attribute of a task stands in its file's compose.
func inCompose(t *flow.Task, a *flow.Attribute) bool { return slices.Contains(t.Program.Compose, a) }

// beside returns the name of a file in a task's entry, as it is spoken of and as the workspace names it.
func (t located) beside(p *analysis.Pass, file string) (spoken, name string) {
	spoken = path.Join(t.code.Entry, file)
	return spoken, p.Files.Beside(p.Program.Path, spoken)
}
