package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// readBy are the attributes in which a step reads its input by paths.
var readBy = map[string]bool{"parameters": true, "items_path": true, "item_selector": true, "sfn_timeout": true, "heartbeat": true, "max_concurrency": true}

// pathsRead are the paths at which a step reads its input, in no order that matters.
func pathsRead(s *flow.State) (paths []string) {
	if a := attribute.OfState(s, "input_path"); a != nil && a.Value != nil && a.Value.Path != "$" {
		return []string{a.Value.Path} // the others begin there
	}
	add := func(n grammar.Node) { paths = pathsIn(n, paths) }
	for _, setting := range attribute.Settings(s) {
		if readBy[setting.Key] && setting.Written.Value != nil {
			add(setting.Written.Value)
		}
	}
	for _, arm := range s.Arms {
		add(arm.Cond)
	}
	switch n := s.Step.Primary.(type) {
	case *grammar.Wait:
		if n.For != nil {
			add(n.For)
		}
		if n.At != nil {
			add(n.At)
		}
	case *grammar.Map:
		if n.Items != nil {
			add(n.Items)
		}
	}
	return paths
}

func pathsIn(n grammar.Node, paths []string) []string {
	switch n := n.(type) {
	case *grammar.Value:
		if n.Path != "" {
			return append(paths, n.Path)
		}
	case *grammar.PathText:
		return append(paths, n.Text)
	}
	for _, child := range grammar.Children(n) {
		paths = pathsIn(child, paths)
	}
	return paths
}

// fieldOf is the field of the input that a path reads; empty for the whole input, the context, variables and arrays.
func fieldOf(path string) string {
	rest, ok := strings.CutPrefix(path, "$.")
	if !ok {
		if rest, ok = strings.CutPrefix(path, "$['"); !ok {
			return ""
		}
		field, _, _ := strings.Cut(rest, "'")
		return field
	}
	if i := strings.IndexAny(rest, ".[*"); i >= 0 {
		return rest[:i]
	}
	return rest
}

// inJSONata tells whether a step's expressions are JSONata.
func inJSONata(s *flow.State) bool {
	a := attribute.OfState(s, "query_language")
	if a == nil {
		a = attribute.OfWorkflow(s.Scope.Workflow, "query_language")
	}
	return s.HoldsJSONata() || a != nil && a.Value != nil && strings.EqualFold(a.Value.Ident, "jsonata")
}

// hasAny tells whether one of the keys is given for a step.
func hasAny(s *flow.State, keys ...string) bool {
	for _, key := range keys {
		if attribute.OfState(s, key) != nil {
			return true
		}
	}
	return false
}
