package rules

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
)

// enumOf is the name of the value of an attribute that is one of several, empty where it is none of them.
func enumOf(a *flow.Attribute, place attribute.Place) string {
	if a == nil {
		return ""
	}
	if known := attribute.At(a.Key, place); known != nil {
		if v := known.Enum(a.Value); v != nil {
			return v.Name
		}
	}
	return ""
}

// expressType is the type that makes a workflow an express one, nil where it is none.
func expressType(w *flow.Workflow) *flow.Attribute {
	if a := attribute.OfWorkflow(w, "type"); enumOf(a, attribute.Workflow) == "express" {
		return a
	}
	return nil
}

// isDistributed tells whether the items of a map run as executions of their own.
func isDistributed(s *flow.State) bool {
	return s.Kind == flow.MapState && enumOf(attribute.OfState(s, "mode"), attribute.MapStep) == "distributed"
}

// expressAround is the attribute by which a step is run by an express workflow: the type of its workflow, or the
// execution type of the distributed map around it; nil where it is run by a standard one.
func expressAround(s *flow.State) *flow.Attribute {
	for owner := s.Scope.Owner; owner != nil; owner = owner.Scope.Owner {
		if isDistributed(owner) {
			if a := attribute.OfState(owner, "execution_type"); enumOf(a, attribute.MapStep) == "express" {
				return a
			}
			return nil
		}
	}
	return expressType(s.Scope.Workflow)
}
