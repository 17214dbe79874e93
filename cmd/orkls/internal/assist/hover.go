package assist

import (
	"fmt"
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Help is what is known of the thing at a place.
type Help struct {
	Range    grammar.Range // of the thing
	Markdown string
}

// HelpAt returns the help on the name or attribute that a place touches; not ok where there is none.
func HelpAt(p *flow.Program, offset int) (help Help, ok bool) {
	if r, d, ok := declarationAt(p, offset); ok {
		return Help{r, Describe(p, d)}, true
	}
	for _, a := range Attributes(p) {
		if a.KeyRange.Contains(offset) {
			if meaning := attribute.At(a.Key, a.Place); meaning != nil {
				return Help{a.KeyRange, DescribeAttribute(meaning)}, true
			}
		}
		if a.Value != nil && a.ValueRange().Contains(offset) {
			return describeValue(a)
		}
	}
	return Help{}, false
}

// declarationAt returns what a name stands for, and where the name stands: in its declaration or in a use.
func declarationAt(p *flow.Program, offset int) (grammar.Range, *flow.Declaration, bool) {
	for _, r := range p.References {
		if r.Range.Contains(offset) {
			return r.Range, r.Declaration, true
		}
	}
	for _, t := range p.Tasks {
		if t.NameRange.Contains(offset) {
			return t.NameRange, &flow.Declaration{Name: t.Name, Range: t.NameRange, Program: t.Program, Task: t}, true
		}
	}
	for _, w := range p.Workflows {
		if !w.TopLevel && w.NameRange.Contains(offset) {
			return w.NameRange, &flow.Declaration{Name: w.Name, Range: w.NameRange, Program: w.Program, Workflow: w}, true
		}
	}
	return grammar.Range{}, nil, false
}

// Describe says what a task or workflow is: its head as it is written, its documentation, where its code is.
func Describe(from *flow.Program, d *flow.Declaration) string {
	parts := []string{"```ork\n" + head(d) + "\n```"}
	if doc := documentation(d); doc != "" {
		parts = append(parts, doc)
	}
	if d.Task != nil {
		if code, ok := attribute.CodeOf(d.Task); ok && code.Handler != "" {
			parts = append(parts, fmt.Sprintf("Runs `%s` in `%s`.", code.Handler, code.File()))
		}
	}
	if d.Program != from {
		parts = append(parts, fmt.Sprintf("From `%s`.", d.Program.Path))
	}
	return strings.Join(parts, "\n\n")
}

// head is a declaration without its block.
func head(d *flow.Declaration) string {
	switch {
	case d.Workflow != nil && d.Workflow.TopLevel:
		return "workflow " + d.Name + "  # the chain that starts with it"
	case d.Workflow != nil:
		return "workflow " + d.Name
	case d.Task.Source.Kind == flow.NoSource:
		return "task " + d.Name
	}
	return fmt.Sprintf("task %s %q", d.Name, d.Task.Source.Text)
}

// documentation is what a declaration's comment attribute says, otherwise the ## comments above it.
func documentation(d *flow.Declaration) string {
	var comment *flow.Attribute
	var at int
	if w := d.Workflow; w != nil {
		comment, at = attribute.OfWorkflow(w, "comment"), w.Range.Start
	} else {
		comment, at = attribute.OfTask(d.Task, "comment"), d.Task.Range.Start
	}
	if comment != nil {
		if text, ok := attribute.AsString(comment.Value); ok {
			return text
		}
	}
	return d.Program.Doc(at)
}

// Placed is an attribute as it is written, with the place that it stands at.
type Placed struct {
	*flow.Attribute
	Place attribute.Place
}

// Attributes returns all attributes of a file.
func Attributes(p *flow.Program) (all []Placed) {
	add := func(place attribute.Place, attributes []*flow.Attribute) {
		for _, a := range attributes {
			all = append(all, Placed{a, place})
		}
	}
	handlers := func(handlers []*flow.Handler) {
		for _, h := range handlers {
			if h.Catch {
				add(attribute.Catcher, h.Attributes)
			} else {
				add(attribute.Retrier, h.Attributes)
			}
		}
	}
	add(attribute.Compose, p.Compose)
	for _, t := range p.Tasks {
		add(attribute.PlaceOfTask(t), t.Attributes)
		handlers(t.Retries)
	}
	for _, w := range p.Workflows {
		add(attribute.Workflow, w.Attributes)
		if w.Scope != nil {
			handlers(w.Scope.Handlers)
		}
		for _, s := range w.States {
			add(attribute.PlaceOfState(s), s.Attributes)
			handlers(s.Handlers)
			for _, arm := range s.Arms {
				add(attribute.Arm, arm.Attrs)
			}
			for _, branch := range s.Branches {
				add(attribute.Branch, branch.Attrs)
				handlers(branch.Handlers)
			}
		}
	}
	return all
}

// DescribeAttribute says what an attribute means, which values it takes, and what it becomes.
func DescribeAttribute(a *attribute.Attribute) string {
	line := fmt.Sprintf("**%s**: %s", a.Key, a.Type)
	if a.Type == attribute.Enum {
		var names []string
		for _, v := range a.Values {
			names = append(names, "`"+v.Name+"`")
		}
		line = fmt.Sprintf("**%s**: %s", a.Key, strings.Join(names, ", "))
	}
	if a.Default != "" {
		line += fmt.Sprintf(", default `%s`", a.Default)
	}
	parts := []string{line, a.Doc}
	switch {
	case a.ASL != "" && a.ASLPath != "" && a.ASLPath != a.ASL:
		parts = append(parts, fmt.Sprintf("In ASL: `%s`, and for a path `%s`.", a.ASL, a.ASLPath))
	case a.ASL != "":
		parts = append(parts, fmt.Sprintf("In ASL: `%s`.", a.ASL))
	}
	return strings.Join(parts, "\n\n")
}

// describeValue says what one of an attribute's named values does.
func describeValue(a Placed) (Help, bool) {
	meaning := attribute.At(a.Key, a.Place)
	if meaning == nil || meaning.Type != attribute.Enum {
		return Help{}, false
	}
	value := meaning.Enum(a.Value)
	if value == nil {
		return Help{}, false
	}
	return Help{a.ValueRange(), fmt.Sprintf("**%s: %s**: %s.", a.Key, value.Name, value.Doc)}, true
}
