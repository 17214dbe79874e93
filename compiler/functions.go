package compiler

import (
	"path"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// languages are the handlers' languages by the ending of their files; a folder is Go's.
var languages = map[string]asl.Language{
	"": asl.Go, ".py": asl.Python, ".js": asl.JavaScript, ".mjs": asl.JavaScript, ".cjs": asl.JavaScript,
	".ts": asl.TypeScript, ".mts": asl.TypeScript,
}

// function returns the model of a task that is a function; one for all its steps.
func (l *lowering) function(t *flow.Task) *asl.Function {
	if f := l.functions[t]; f != nil {
		return f
	}
	if t.Source.Kind == flow.Substitution {
		f := l.substituted(t)
		l.functions[t] = f
		return f
	}
	f := &asl.Function{Name: l.functionName(t), Comment: taskComment(t)}
	l.functions[t] = f
	l.out.Functions = append(l.out.Functions, f)
	if t.Source.Kind == flow.ARN {
		f.ARN = t.Source.Text
	}
	if code, ok := attribute.CodeOf(t); ok {
		f.Language = languages[path.Ext(code.Index)]
		f.Entry, f.Index, f.Handler = l.relative(t.Program, code.Entry), code.Index, code.Handler
	}
	powertools := &asl.Powertools{}
	for _, s := range attribute.FunctionSettings(t) {
		l.functionSetting(t, f, powertools, s)
	}
	return f
}

// placeholder is a source that is one substitution.
var placeholder = regexp.MustCompile(`^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$`)

// substituted returns the function of a task whose source is a substitution: that of another task where it has
// that name, otherwise one that comes at deployment.
func (l *lowering) substituted(t *flow.Task) *asl.Function {
	m := placeholder.FindStringSubmatch(t.Source.Text)
	if m == nil {
		l.report(t.Program, t.Source.Range, "a substitution is ${name}, of letters, digits and _")
		return &asl.Function{}
	}
	if d := t.Program.Lookup(m[1]); d != nil && d.Task != nil && isFunction(d.Task) && d.Task.Source.Kind != flow.Substitution {
		return l.function(d.Task)
	}
	for _, f := range l.out.Functions {
		if f.Name == m[1] {
			return f
		}
	}
	f := &asl.Function{Name: m[1], Comment: taskComment(t)}
	l.out.Functions = append(l.out.Functions, f)
	return f
}

// functionName returns the name of a task's function, which is its placeholder too. A task that is declared in
// a chain yields to those that others can name.
func (l *lowering) functionName(t *flow.Task) string {
	taken := func(name string) bool {
		for _, f := range l.out.Functions {
			if f.Name == name {
				return true
			}
		}
		return t.Inline && l.program.Lookup(name) != nil
	}
	name := t.Name
	for i := 2; taken(name); i++ {
		name = t.Name + strconv.Itoa(i)
	}
	return name
}

// relative is a folder as it is seen from the file that is compiled; the file that declares the task has it
// relative to itself.
func (l *lowering) relative(p *flow.Program, folder string) string {
	if p == l.root {
		return folder
	}
	from, to := filepath.FromSlash(path.Dir(l.root.Path)), filepath.FromSlash(path.Join(path.Dir(p.Path), folder))
	relative, err := filepath.Rel(from, to)
	if err != nil { // one of the two is on another disk
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(relative)
}

// functionSetting sets what one attribute says of a function. What has no field of its own is CDK's.
func (l *lowering) functionSetting(t *flow.Task, f *asl.Function, powertools *asl.Powertools, s attribute.Setting) {
	a := s.Written
	if problem := s.Mismatch(a.Value); problem != "" {
		l.report(t.Program, a.ValueRange(), a.Key+": "+problem)
		return
	}
	value := l.reader(t.Program, a.Base, false).field(s.Attribute, a.Value)
	switch a.Key {
	case "entry", "index", "handler", "comment": // read with the source
	case "runtime":
		f.Runtime = value.Text
	case "timeout":
		f.Timeout, _ = attribute.AsDuration(a.Value)
	case "memory_size":
		f.MemorySize, _ = attribute.AsInt(a.Value)
	case "layers":
		for _, layer := range value.Items {
			f.Layers = append(f.Layers, layer.Text)
		}
	case "environment":
		f.Environment = value.Fields
	case "tracing":
		f.Tracing = asl.Tracing(s.Enum(a.Value).Name)
	case "enable_powertools":
		if a.Value.True {
			f.Powertools = powertools
		}
	default:
		if s.CDKPython == "" {
			powertools.Settings = append(powertools.Settings, asl.Field{Name: a.Key, Value: value})
		} else {
			f.Extra = append(f.Extra, asl.Field{Name: s.CDKPython, Value: value})
		}
	}
}
