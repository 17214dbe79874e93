package compiler

import (
	"path"
	"strings"

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
	f := &asl.Function{Name: t.Name, Comment: t.Program.Doc(t.Range.Start)}
	l.functions[t] = f
	l.out.Functions = append(l.out.Functions, f)
	if code, ok := attribute.CodeOf(t); ok {
		f.Language = languages[path.Ext(code.Index)]
		f.Entry, f.Index, f.Handler = code.Entry, code.Index, code.Handler
	}
	switch t.Source.Kind {
	case flow.ARN:
		f.ARN = t.Source.Text
	case flow.Substitution:
		f.Name = strings.TrimSuffix(strings.TrimPrefix(t.Source.Text, "${"), "}")
	}
	powertools := &asl.Powertools{}
	for _, s := range attribute.FunctionSettings(t) {
		l.functionSetting(f, powertools, s)
	}
	return f
}

// functionSetting sets what one attribute says of a function. What has no field of its own is CDK's.
func (l *lowering) functionSetting(f *asl.Function, powertools *asl.Powertools, s attribute.Setting) {
	switch a := s.Written; a.Key {
	case "entry", "index", "handler": // read with the source
	case "comment":
		f.Comment = l.text(a)
	case "runtime":
		f.Runtime = l.text(a)
	case "timeout":
		d, ok := attribute.AsDuration(a.Value)
		if !ok {
			l.problem(a.ValueRange(), "a timeout is a duration, such as 6s")
		}
		f.Timeout = d
	case "memory_size":
		n, ok := attribute.AsInt(a.Value)
		if !ok {
			l.problem(a.ValueRange(), "memory_size is a number of MiB")
		}
		f.MemorySize = n
	case "layers":
		f.Layers = l.texts(a)
	case "environment":
		f.Environment = l.literal(a.Value, a.Base).Fields
	case "tracing":
		f.Tracing = asl.Tracing(enum("tracing", attribute.FunctionTask, a))
	case "enable_powertools":
		if l.boolean(a) {
			f.Powertools = powertools
		}
	default:
		setting := asl.Field{Name: s.CDKPython, Value: l.literal(a.Value, a.Base)}
		if s.CDKPython == "" {
			setting.Name = a.Key
			powertools.Settings = append(powertools.Settings, setting)
			return
		}
		f.Extra = append(f.Extra, setting)
	}
}

// texts lowers an attribute that is an array of strings.
func (l *lowering) texts(a *flow.Attribute) (texts []string) {
	if a.Value.Array == nil {
		l.problem(a.ValueRange(), a.Key+" is an array of strings")
		return nil
	}
	for _, v := range a.Value.Array.Values {
		text, ok := attribute.AsString(v)
		if !ok {
			l.problem(v.Span().Shift(a.Base), a.Key+" holds strings")
		}
		texts = append(texts, text)
	}
	return texts
}

// enum returns the name of the value of an attribute that is one of several, "" where it is none.
func enum(key string, place attribute.Place, a *flow.Attribute) string {
	if a == nil {
		return ""
	}
	if v := attribute.At(key, place).Enum(a.Value); v != nil {
		return v.Name
	}
	return ""
}
