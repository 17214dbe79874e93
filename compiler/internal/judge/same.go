package judge

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Same compares two state machines, or other JSON documents, by structure: neither the order of fields nor the writing
// of numbers counts. names says which strings are to be taken for which others, in both documents, as
// {"${submit}": FunctionARN("submit")}. It returns a line for each difference, in the order of places, and "" if there
// is none.
func Same(a, b []byte, names map[string]string) (diff string) {
	var docs [2]any
	for i, text := range [][]byte{a, b} {
		if err := json.Unmarshal(text, &docs[i]); err != nil {
			return fmt.Sprintf("the %s document is not JSON: %v\n", []string{"first", "second"}[i], err)
		}
	}
	d := differ{names: names}
	d.compare("$", docs[0], docs[1])
	return d.lines.String()
}

type differ struct {
	names map[string]string
	lines strings.Builder
}

// absent stands for a field that a document does not have.
type absent struct{}

func (d *differ) compare(at string, a, b any) {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			d.objects(at, x, y)
			return
		}
	case []any:
		if y, ok := b.([]any); ok {
			d.arrays(at, x, y)
			return
		}
	default:
		if !composite(b) && d.named(a) == d.named(b) {
			return
		}
	}
	fmt.Fprintf(&d.lines, "%s: %s, and %s\n", at, shown(a), shown(b))
}

func (d *differ) objects(at string, a, b map[string]any) {
	var keys []string
	for key := range a {
		keys = append(keys, key)
	}
	for key := range b {
		if _, both := a[key]; !both {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		d.compare(at+"."+key, field(a, key), field(b, key))
	}
}

func (d *differ) arrays(at string, a, b []any) {
	for i := range max(len(a), len(b)) {
		d.compare(fmt.Sprintf("%s[%d]", at, i), element(a, i), element(b, i))
	}
}

func (d *differ) named(v any) any {
	if s, ok := v.(string); ok {
		if name, ok := d.names[s]; ok {
			return name
		}
	}
	return v
}

func composite(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

func field(object map[string]any, key string) any {
	if v, ok := object[key]; ok {
		return v
	}
	return absent{}
}

func element(array []any, i int) any {
	if i < len(array) {
		return array[i]
	}
	return absent{}
}

func shown(v any) string {
	if v == (any)(absent{}) {
		return "nothing"
	}
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(text)
}
