package rules

import (
	"path"
	"regexp"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// module is a file or a Go package with the tasks that have their handlers there.
type module struct {
	path  string // relative to the .ork file
	tasks []located
}

// located is a task and where its code lies.
type located struct {
	*flow.Task
	code attribute.Code
}

// sourceRange is where the task says where its code is.
func (t located) sourceRange() grammar.Range {
	if t.Source.Kind != flow.NoSource {
		return t.Source.Range
	}
	return t.NameRange
}

// isPackage tells a Go package from a handler's file.
func (m *module) isPackage() bool { return m.tasks[0].code.Index == "" }

// modules are the files and packages that the file's functions lie in, in the order of the text.
var modules = analysis.NewFact(findModules)

func findModules(p *analysis.Pass) (all []*module) {
	known := map[string]*module{}
	for _, t := range p.Program.Tasks {
		code, ok := attribute.CodeOf(t)
		if !ok {
			continue
		}
		file := code.File()
		if known[file] == nil {
			known[file] = &module{path: file}
			all = append(all, known[file])
		}
		known[file].tasks = append(known[file].tasks, located{t, code})
	}
	return all
}

// diagnostic says something of the module at the first task that names it.
func (m *module) diagnostic(p *analysis.Pass, what string) analysis.Diagnostic {
	d := analysis.Diagnostic{Range: m.tasks[0].sourceRange(), Message: m.path + " " + what}
	for _, t := range m.tasks[1:] {
		d.Related = append(d.Related, p.Here(t.sourceRange(), t.Name+" has its handler there, too"))
	}
	return d
}

// handlers are the functions that the tasks want in the module, each once.
func (m *module) handlers() (names []string) {
	seen := map[string]bool{}
	for _, t := range m.tasks {
		if !seen[t.code.Handler] {
			seen[t.code.Handler] = true
			names = append(names, t.code.Handler)
		}
	}
	return names
}

// isCommonJS tells how a .js file in a folder exports: as CommonJS, unless a package.json says otherwise there or in a
// folder above, as far as the .ork file's.
func isCommonJS(p *analysis.Pass, folder string) bool {
	for {
		text, err := p.Files.ReadFile(p.Files.Beside(p.Program.Path, path.Join(folder, "package.json")))
		if err == nil {
			return !moduleType.MatchString(text)
		}
		if folder == "." || folder == "/" || strings.HasSuffix(folder, "..") {
			return true
		}
		folder = path.Dir(folder)
	}
}

// functionName is what a function can be called in every language of handlers.
var functionName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

var moduleType = regexp.MustCompile(`"type"\s*:\s*"module"`)
