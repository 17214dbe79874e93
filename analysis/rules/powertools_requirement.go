package rules

import (
	_ "embed"
	"errors"
	"io/fs"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
)

//go:embed powertools_requirement.md
var powertoolsRequirementPage string

var powertoolsRequirement = &analysis.Rule{
	Name:     "powertools-requirement",
	Category: analysis.Functions,
	Severity: analysis.Warning,
	Summary:  "Powertools switched on, but not among the requirements",
	Page:     powertoolsRequirementPage,
	Fixes:    "add orkestra[powertools]>=0.9.0 to requirements.txt, creating it where there is none",
	Run:      reportPowertoolsRequirements,
}

// requirement is what the fix adds: Orkestra's extra brings Powertools, in the version that its wrapper wants.
const requirement = "orkestra[powertools]>=0.9.0"

func reportPowertoolsRequirements(p *analysis.Pass) {
	judged := map[string]bool{} // by entry
	for _, t := range powertoolsTasks(p) {
		if judged[t.code.Entry] || layered(t) {
			continue
		}
		judged[t.code.Entry] = true
		if what, fixes := unrequired(p, t); what != "" {
			p.Report(analysis.Diagnostic{
				Range:   t.enabled.KeyRange,
				Message: "Powertools are on, but " + what + "; " + t.code.Handler + " would fail as it is loaded",
				Fixes:   fixes,
			})
		}
	}
}

// layered tells whether Powertools come with a layer of the function.
func layered(t powertoolsTask) bool {
	layers := attribute.OfTask(t.Task, "layers")
	if layers == nil || layers.Value.Array == nil {
		return false
	}
	for _, v := range layers.Value.Array.Values {
		if arn, _ := attribute.AsString(v); strings.Contains(strings.ToLower(arn), "powertools") {
			return true
		}
	}
	return false
}

// unrequired says what is wrong with the requirements of a task's entry, and how to mend it; empty where they list
// Powertools, or cannot be known.
func unrequired(p *analysis.Pass, t powertoolsTask) (what string, fixes []analysis.Fix) {
	const neither = " lists neither orkestra[powertools] nor aws-lambda-powertools"
	spoken, name := t.beside(p, "requirements.txt")
	text, err := p.Files.ReadFile(name)
	if err == nil {
		if requiresPowertools(p.Files, name, text) {
			return "", nil
		}
		return spoken + neither, addRequirement("add "+requirement+" to "+spoken, appendLine(name, text, requirement))
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for _, manifest := range manifests {
		spoken, name := t.beside(p, manifest)
		if text, err := p.Files.ReadFile(name); err == nil {
			if namesPowertools(text) {
				return "", nil
			}
			return spoken + neither, nil
		}
	}
	if _, err := p.Files.Stat(p.Files.Beside(p.Program.Path, t.code.Entry)); err != nil {
		return "", nil // missing-source says so
	}
	return "there is no " + spoken + " that lists orkestra[powertools] or aws-lambda-powertools",
		addRequirement("create "+spoken+" with "+requirement, analysis.Edit{File: name, NewText: requirement + "\n"})
}

func addRequirement(title string, edit analysis.Edit) []analysis.Fix {
	return []analysis.Fix{{Title: title, Safe: true, Edits: []analysis.Edit{edit}}}
}
