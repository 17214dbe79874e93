package asl

import (
	"regexp"
	"slices"
	"strings"
)

// SubstitutionKind tells what a placeholder in a definition stands for.
type SubstitutionKind string

const (
	FunctionSubstitution  SubstitutionKind = "function"         // the ARN of a function of the workflow's
	MachineSubstitution   SubstitutionKind = "state machine"    // the ARN of a workflow that it starts
	ParameterSubstitution SubstitutionKind = "parameter"        // what is given at deployment
	PseudoSubstitution    SubstitutionKind = "pseudo parameter" // what CloudFormation knows: ${AWS::Region}
)

// Substitution is a placeholder of a definition, "${orders_table}".
type Substitution struct {
	Name string
	Kind SubstitutionKind
}

// Placeholder is the substitution as it stands in the definition.
func (s Substitution) Placeholder() string { return "${" + s.Name + "}" }

// Placeholder matches a substitution in a string; its group is the name.
var Placeholder = regexp.MustCompile(`\$\{((?:AWS::)?[A-Za-z_][A-Za-z0-9_]*)\}`)

// Placeholders are the names of the substitutions in a text, in order.
func Placeholders(text string) (names []string) {
	for _, m := range Placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// Substitutions are the placeholders of the machine, each once, in the order in which they are met: what a
// deployment must fill in. A function that comes at deployment is a parameter. Comments are for people, and
// have none.
func (w *Workflow) Substitutions() (all []Substitution) {
	seen := map[string]bool{}
	w.Machine.Walk(func(_ *Machine, s *State) {
		said(s).strings(func(text string) {
			for _, name := range Placeholders(text) {
				if !seen[name] {
					seen[name] = true
					all = append(all, Substitution{name, w.kindOf(name)})
				}
			}
		})
	})
	return all
}

func (w *Workflow) kindOf(name string) SubstitutionKind {
	for _, f := range w.Functions {
		if f.Name == name && f.Language != External {
			return FunctionSubstitution
		}
	}
	switch {
	case slices.Contains(w.Starts, name):
		return MachineSubstitution
	case strings.HasPrefix(name, "AWS::"):
		return PseudoSubstitution
	}
	return ParameterSubstitution
}

// said are a state's own fields, without those of the states inside it, and without comments.
func said(s *State) Value {
	var fields []Field
	for _, f := range s.Fields() {
		switch f.Name {
		case "Comment", "Branches", "ItemProcessor":
			continue
		case "Choices", "Retry", "Catch":
			for i, item := range f.Value.Items {
				f.Value.Items[i] = uncommented(item)
			}
		}
		fields = append(fields, f)
	}
	return Object(fields...)
}

// uncommented is a rule, a retrier or a catcher without its comment.
func uncommented(v Value) Value {
	var fields []Field
	for _, f := range v.Fields {
		if f.Name != "Comment" {
			fields = append(fields, f)
		}
	}
	return Object(fields...)
}

// strings visits the strings in a value, but not the keys.
func (v Value) strings(visit func(string)) {
	if v.Kind == KindString {
		visit(v.Text)
	}
	for _, item := range v.Items {
		item.strings(visit)
	}
	for _, f := range v.Fields {
		f.Value.strings(visit)
	}
}
