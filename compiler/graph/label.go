package graph

import (
	"strings"
	"unicode/utf8"
)

// Lines are what is written in a node, or at the head of a group; none for the start and the end.
func (n *Node) Lines() []string {
	switch {
	case n.Kind == Start || n.Kind == End:
		return nil
	case n.Kind == Each && n.Detail != "":
		return []string{n.Name + " · for each of " + Short(n.Detail) + n.captured()}
	case n.Kind == Each:
		return []string{n.Name + " · for each" + n.captured()}
	case n.Kind == Group:
		return []string{n.Name + n.captured()}
	case n.Detail != "":
		return []string{n.Name, Short(n.Detail)}
	}
	return []string{n.Name}
}

func (n *Node) captured() string {
	if n.Captures {
		return " · errors captured"
	}
	return ""
}

// longest is how many characters of a condition or a resource are shown.
const longest = 60

// Short is s on one line, and no longer than a picture has room for.
func Short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest-1]) + "…"
}
