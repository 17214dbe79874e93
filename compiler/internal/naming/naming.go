// Package naming makes the names that code and templates want of those that a workflow has.
package naming

import (
	"strconv"
	"strings"
)

// Set hands out names that nothing else has.
type Set struct{ taken map[string]bool }

// Unique returns wish, or wish and the first number from 2 on that makes it free and not reserved.
func (n *Set) Unique(wish string, reserved func(string) bool) string {
	if n.taken == nil {
		n.taken = map[string]bool{}
	}
	free := wish
	for i := 2; n.taken[free] || reserved != nil && reserved(free); i++ {
		free = wish + strconv.Itoa(i)
	}
	n.taken[free] = true
	return free
}

// Identifier makes an identifier of any name: what may not stand in one becomes a line. A workflow
// that has no name is called by what it is.
func Identifier(name string) string {
	if name == "" {
		return "workflow"
	}
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == '_', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			b.WriteRune(r)
		case '0' <= r && r <= '9':
			if i == 0 {
				b.WriteByte('_')
			}
			b.WriteRune(r)
		default:
			b.WriteByte('_')
		}
	}
	return b.String()
}

// Camel turns snake case into camel case: generate_item into generateItem. What begins with a capital
// stays, as do lines at either end.
func Camel(name string) string {
	if name == "" || 'A' <= name[0] && name[0] <= 'Z' {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		inner := name[i] == '_' && b.Len() > 0 && name[i-1] != '_' && i+1 < len(name) && name[i+1] != '_'
		if inner {
			i++
			b.WriteString(strings.ToUpper(name[i : i+1]))
		} else {
			b.WriteByte(name[i])
		}
	}
	return b.String()
}

// Pascal turns a name into that of a class: hello_orkestra into HelloOrkestra.
func Pascal(name string) string {
	name = Camel(strings.TrimLeft(Identifier(name), "_"))
	if name == "" || '0' <= name[0] && name[0] <= '9' {
		return "Workflow" + name
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
