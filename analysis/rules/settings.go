package rules

import (
	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// settings are the attributes of one block or body, and the place where they stand.
type settings struct {
	attributes []*flow.Attribute
	place      attribute.Place
}

// allSettings are the attributes of every block of the file: the blocks of compose as one.
var allSettings = analysis.NewFact(findSettings)

func findSettings(p *analysis.Pass) []settings {
	all := []settings{{p.Program.Compose, attribute.Compose}}
	add := func(attributes []*flow.Attribute, place attribute.Place) {
		if len(attributes) > 0 {
			all = append(all, settings{attributes, place})
		}
	}
	handlers := func(handlers []*flow.Handler) {
		for _, h := range handlers {
			place := attribute.Retrier
			if h.Catch {
				place = attribute.Catcher
			}
			add(h.Attributes, place)
		}
	}
	for _, t := range p.Program.Tasks {
		if !t.Inline { // otherwise the step has the block
			add(t.Attributes, attribute.PlaceOfTask(t))
			handlers(t.Retries)
		}
	}
	for _, w := range p.Program.Workflows {
		add(w.Attributes, attribute.Workflow)
		for _, s := range w.States {
			place := attribute.PlaceOfState(s)
			if s.Task != nil && s.Task.Inline {
				place |= attribute.PlaceOfTask(s.Task)
			}
			add(s.Attributes, place)
			handlers(s.Handlers)
			for _, a := range s.Arms {
				add(a.Attrs, attribute.Arm)
			}
		}
		for _, s := range scopes(w) {
			add(s.Attrs, attribute.Branch)
			handlers(s.Handlers)
			handlers(s.Misplaced)
		}
	}
	return all
}

// scopes returns a workflow's scope and those of all its branches.
func scopes(w *flow.Workflow) []*flow.Scope {
	all := []*flow.Scope{w.Scope}
	for _, s := range w.States {
		all = append(all, s.Branches...)
	}
	return all
}

// ownAttributes are the attributes that stand in the file, in contrast to those of tasks that it imports.
var ownAttributes = analysis.NewFact(func(p *analysis.Pass) map[*flow.Attribute]bool {
	own := map[*flow.Attribute]bool{}
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			own[a] = true
		}
	}
	return own
})
