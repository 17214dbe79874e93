package iam

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// arguments are what a task hands to its resource: an object, or a JSONata expression that gives one.
type arguments struct{ asl.Value }

// unknown stands for an argument that shows only when the machine runs.
const unknown = "*"

// find returns what a field stands for: a value for each item of a list on the way to its argument, none where
// the argument is left out and the field optional.
func (a arguments) find(f field) []string {
	if a.Kind == asl.KindString {
		return []string{unknown}
	}
	found := f.values(a.Value, strings.Split(f.path, "."))
	if found == nil && !f.optional {
		return []string{f.otherwise}
	}
	return found
}

func (f field) values(v asl.Value, path []string) []string {
	if v.Kind != asl.KindObject {
		return []string{unknown} // a path or an expression gives what is looked into
	}
	name, isList := strings.CutSuffix(path[0], "[]")
	found := v.Get(name)
	switch {
	case v.Get(name + ".$").Present():
		return []string{unknown}
	case !found.Present():
		return nil
	case isList && found.Kind == asl.KindArray:
		var all []string
		for _, item := range found.Items {
			values := f.values(item, path[1:])
			if values == nil && !f.optional {
				values = []string{f.otherwise}
			}
			all = append(all, values...)
		}
		return all
	case len(path) > 1:
		return f.values(found, path[1:])
	case found.Kind != asl.KindString && found.Kind != asl.KindNumber || strings.HasPrefix(found.Text, "{%"):
		return []string{unknown}
	}
	return []string{found.Text}
}

// A field stands in a grant's resource for an argument.
type field struct {
	lead      string // a slash in front, which the argument may have itself, or a colon
	path      string
	whole     bool   // a placeholder's value, or an ARN, is the whole resource
	cut       string // the field is a part of the argument, the one behind the index-th cut
	index     int
	otherwise string // what the field is where the argument, or the part, is left out
	optional  bool   // without the argument there is no grant
}

// fields are written {/Path=?@:6|otherwise}.
var fields = regexp.MustCompile(`\{([/:]?)([A-Za-z0-9.\[\]]+)(=?)(\??)(?:@(.)(\d))?(?:\|([^}]*))?\}`)

func fieldOf(text string) field {
	m := fields.FindStringSubmatch(text)
	f := field{lead: m[1], path: m[2], whole: m[3] != "" || m[5] == "", optional: m[4] != "", cut: m[5], otherwise: m[7]}
	f.index, _ = strconv.Atoi(m[6])
	if f.otherwise == "" && !strings.Contains(m[0], "|") {
		f.otherwise = unknown
	}
	return f
}

// resources are the ARNs of a grant for a task's arguments: several where an argument stands in a list, none where
// an optional one is left out.
func (g grant) resources(given arguments) []Resource {
	var whole []Resource
	open := []Resource{nil}
	end := 0
	for _, at := range fields.FindAllStringIndex(g.resource, -1) {
		open = each(open, Piece{Text: full(g.resource[end:at[0]])})
		end = at[1]
		f := fieldOf(g.resource[at[0]:at[1]])
		found := given.find(f)
		if found == nil {
			return nil
		}
		if f.lead == ":" { // which goes behind a whole resource too
			whole = each(whole, f.piece(found[0]))
		}
		var filled []Resource
		for _, value := range found {
			if f.isResource(value, g.resource) {
				whole = union(whole, []Resource{{{Text: value}}}, sameResource)
			} else {
				filled = append(filled, each(open, f.piece(value))...)
			}
		}
		open = filled
	}
	return union(whole, each(open, Piece{Text: full(g.resource[end:])}), sameResource)
}

// isResource tells whether the argument's value is the resource, whatever stands around its field.
func (f field) isResource(value, template string) bool {
	return f.whole && strings.HasPrefix(value, "arn:") ||
		strings.HasPrefix(template, "{") && f.cut == "" ||
		strings.Contains(template, "{"+f.path+"=") && placeholder.FindString(value) == value && value != ""
}

var placeholder = regexp.MustCompile(`\$\{\w+\}`)

// piece is a value in its field.
func (f field) piece(value string) Piece {
	switch {
	case f.lead != "" && value != "":
		return Piece{Text: f.lead + strings.TrimPrefix(value, f.lead)}
	case f.cut == "" || value == unknown:
		return Piece{Text: value}
	case placeholder.FindString(value) == value:
		return Piece{Text: value, Cut: f.cut, Index: f.index}
	}
	parts := split(value, f.cut)
	if f.index < len(parts) {
		return Piece{Text: parts[f.index]}
	}
	return Piece{Text: f.otherwise}
}

// split cuts a value where cut stands outside of placeholders, which may have colons of their own.
func split(value, cut string) []string {
	var parts []string
	depth, start := 0, 0
	for i := range len(value) {
		switch {
		case strings.HasPrefix(value[i:], "${"):
			depth++
		case value[i] == '}' && depth > 0:
			depth--
		case depth == 0 && value[i:i+1] == cut:
			parts = append(parts, value[start:i])
			start = i + 1
		}
	}
	return append(parts, value[start:])
}

// each puts a piece behind each of the resources; what is text goes on with the text in front of it.
func each(resources []Resource, p Piece) []Resource {
	longer := make([]Resource, len(resources))
	for i, r := range resources {
		switch last := len(r) - 1; {
		case p.Text == "":
			longer[i] = r
		case last >= 0 && r[last].Cut == "" && p.Cut == "":
			longer[i] = append(append(Resource{}, r[:last]...), Piece{Text: r[last].Text + p.Text})
		default:
			longer[i] = append(append(Resource{}, r...), p)
		}
	}
	return longer
}

// full spells out what an ARN of the tables leaves to the deployment.
func full(text string) string { return deployed.Replace(text) }

var deployed = strings.NewReplacer("arn:aws:", "arn:${AWS::Partition}:", ":region:account:", ":${AWS::Region}:${AWS::AccountId}:",
	":region:", ":${AWS::Region}:", ":account:", ":${AWS::AccountId}:")
