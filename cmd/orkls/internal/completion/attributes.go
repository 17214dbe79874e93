package completion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/intrinsic"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

// keyItems are the attributes that may stand where the probe is a key, without those that stand there already.
func keyItems(c Context, s *site, p probe) (items []Item) {
	if attr, ok := p.parent().(*grammar.Attr); !ok || attr.Key != p.node() {
		return nil
	}
	given := append(keysAround(p.program.File, p.at), keysAround(c.Program.File, s.word)...)
	for _, a := range assist.Attributes(p.program) {
		if a.KeyRange != p.at {
			continue
		}
		for _, meaning := range attribute.For(a.Place) {
			if !slices.Contains(given, meaning.Key) {
				items = append(items, keyItem(meaning))
			}
		}
		break
	}
	return items
}

func keyItem(a *attribute.Attribute) Item {
	item := Item{Label: a.Key, Kind: Attribute, Detail: a.Type.String(), Doc: assist.DescribeAttribute(a)}
	value := "${1:" + escape(a.Default) + "}"
	switch a.Type {
	case attribute.Bool:
		value = "${1|true,false|}"
		if a.Default == "true" {
			value = "${1|false,true|}"
		}
	case attribute.Enum:
		var names []string
		for _, v := range a.Values {
			names = append(names, v.Name)
		}
		value = "${1|" + strings.Join(names, ",") + "|}"
	case attribute.String:
		value = `"${1:` + escape(strings.Trim(a.Default, `"`)) + `}"`
	case attribute.Strings:
		value = `["$1"]`
	case attribute.Object:
		value = "{ $1 }"
	case attribute.Path:
		value = `\$.$1`
	}
	item.Snippet = a.Key + ": " + value
	return item
}

// escape writes text so that a snippet means it as it is.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`).Replace(text)
}

// keysAround returns the keys that stand in the innermost braces around a range, without the one at the range itself.
func keysAround(file *grammar.File, at grammar.Range) (keys []string) {
	around := grammar.Range{End: len(file.Text)}
	grammar.Walk(file.Statements, 0, func(n grammar.Node, base int) bool {
		own := n.Span().Shift(base)
		if _, isWorkflow := n.(*grammar.Workflow); !isWorkflow && !own.Covers(at) {
			return false
		}
		switch n := n.(type) {
		case *grammar.Body, *grammar.Block:
			if own.Start < at.Start && around.Covers(own) {
				around, keys = own, nil
				for _, st := range grammar.Statements(n) {
					if attr, ok := st.Node.(*grammar.Attr); ok && attr.Key.Span().Shift(base+st.Base) != at {
						keys = append(keys, attr.Key.Text)
					}
				}
			}
		case *grammar.Object:
			if own.Start < at.Start && around.Covers(own) {
				around, keys = own, nil
				for _, attr := range n.Attrs {
					if attr.Key.Span().Shift(base) != at {
						keys = append(keys, attr.Key.Text)
					}
				}
			}
		}
		return true
	})
	return keys
}

// settingAt returns the attribute whose value holds the probe, with its meaning; nil where there is none.
func settingAt(p probe) (*flow.Attribute, *attribute.Attribute) {
	for _, a := range assist.Attributes(p.program) {
		if a.Range.Covers(p.at) {
			return a.Attribute, attribute.At(a.Key, a.Place)
		}
	}
	return nil, nil
}

// valueItems are the values that may stand where the probe is one.
func valueItems(p probe) (items []Item) {
	written, meaning := settingAt(p)
	if meaning == nil {
		return nil
	}
	if whole := written.Value == p.node(); whole {
		return append(wholeValues(meaning), intrinsicItems(meaning)...)
	}
	if written.Key == "parameters" || written.Key == "arguments" {
		items = stepItems(p.program, -1) // a name is the ARN of what it names
	}
	return append(items, intrinsicItems(meaning)...)
}

// wholeValues are those that an attribute takes.
func wholeValues(a *attribute.Attribute) (items []Item) {
	for _, v := range a.Values {
		items = append(items, Item{Label: v.Name, Kind: Value, Doc: v.Doc + "."})
	}
	if a.Default != "" && len(a.Values) == 0 && a.Type != attribute.Bool {
		items = append(items, Item{Label: a.Default, Kind: Value, Detail: "the default"})
	}
	switch a.Type {
	case attribute.Path:
		items = append(items, Item{Label: "$", Kind: Variable, Detail: "a path"})
	case attribute.Object:
		items = append(items, Item{Label: "{ }", Kind: Value, Detail: "an object", Snippet: "{ $1 }"})
	}
	return items
}

// intrinsicItems are the functions that compute a value, where one may be computed.
func intrinsicItems(a *attribute.Attribute) (items []Item) {
	if a.ASL == "" || a.Type != attribute.Any && a.Type != attribute.Object {
		return nil
	}
	for _, f := range intrinsic.All() {
		items = append(items, Item{
			Label: f.Name, Kind: Function, Detail: f.Arguments(), Snippet: f.Name + "($1)", Doc: fmt.Sprintf("`%s` gives %s.", f.Name, f.Doc),
		})
	}
	return items
}
