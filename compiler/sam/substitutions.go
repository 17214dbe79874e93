package sam

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/orkls/orkls/compiler/asl"
)

// scope fills in the placeholders of one workflow.
type scope struct {
	template *template
	workflow *asl.Workflow
}

// pseudo are CloudFormation's own parameters.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
var pseudo = []string{"AccountId", "NotificationARNs", "Partition", "Region", "StackId", "StackName", "URLSuffix"}

// reference is what a placeholder stands for: a resource or parameter, or an attribute of one. It is empty for a pseudo
// parameter that there is not.
type reference struct{ id, attribute string }

func (r reference) node() *yaml.Node {
	if r.attribute == "" {
		return tagged("!Ref", r.id)
	}
	return tagged("!GetAtt", r.id+"."+r.attribute)
}

// inText is the reference in the text of !Sub.
func (r reference) inText() string {
	if r.attribute == "" {
		return "${" + r.id + "}"
	}
	return "${" + r.id + "." + r.attribute + "}"
}

// reference finds what a name in a placeholder stands for: a function of the workflow, a workflow that it starts, or else
// a parameter of the template.
func (in *scope) reference(name string) reference {
	if known, isPseudo := strings.CutPrefix(name, "AWS::"); isPseudo {
		if !slices.Contains(pseudo, known) {
			return reference{}
		}
		return reference{id: name}
	}
	for _, f := range in.workflow.Functions {
		if f.Name == name && f.Language != asl.External {
			return reference{in.template.function(f, in), "Arn"}
		}
	}
	for _, w := range in.workflow.Workflows {
		if w.Name == name {
			return reference{id: in.template.workflow(w)}
		}
	}
	return reference{id: in.template.parameter(name)}
}

// parameter is the id of a parameter, which it writes at the first mention.
func (t *template) parameter(name string) string {
	if id := t.parameterIDs[name]; id != "" {
		return id
	}
	id := t.id(name, "")
	t.parameterIDs[name] = id
	t.parameters.add(id, mapping(
		field{"Type", text("String")},
		field{"Description", text("What ${" + name + "} stands for in the workflow")},
	))
	return id
}

// text is a string with its placeholders filled in.
func (in *scope) text(s string) *yaml.Node {
	if m := asl.Placeholder.FindStringSubmatch(s); m != nil && m[0] == s {
		if r := in.reference(m[1]); r.id != "" {
			return r.node()
		}
	}
	if filled := in.sub(s); filled != escaped(s) {
		return tagged("!Sub", filled)
	}
	return text(s)
}

// sub is a string in the language of !Sub.
func (in *scope) sub(s string) string {
	var b strings.Builder
	end := 0
	for _, at := range asl.Placeholder.FindAllStringSubmatchIndex(s, -1) {
		r := in.reference(s[at[2]:at[3]])
		if r.id == "" {
			continue
		}
		b.WriteString(escaped(s[end:at[0]]) + r.inText())
		end = at[1]
	}
	return b.String() + escaped(s[end:])
}

// escaped is text that !Sub leaves as it is.
func escaped(s string) string { return strings.ReplaceAll(s, "${", "${!") }

// definition is the machine, and what its placeholders are filled with. That of a pseudo parameter gets a name that
// a definition may have: ${AWS::Region} becomes ${AWS_Region}.
func (in *scope) definition() (definition, substitutions *yaml.Node) {
	var filled fields
	renamed := map[string]string{}
	for _, s := range in.workflow.Substitutions() {
		if r := in.reference(s.Name); r.id != "" {
			name := strings.ReplaceAll(s.Name, "::", "_")
			renamed[s.Placeholder()] = "${" + name + "}"
			filled.add(name, r.node())
		}
	}
	definition = tree(in.workflow.Machine.Value(), func(s string) *yaml.Node {
		return text(asl.Placeholder.ReplaceAllStringFunc(s, func(placeholder string) string {
			if name := renamed[placeholder]; name != "" {
				return name
			}
			return placeholder
		}))
	})
	if filled == nil {
		return definition, nil
	}
	return definition, mapping(filled...)
}
