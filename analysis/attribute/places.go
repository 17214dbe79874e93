package attribute

import (
	"path"
	"strings"

	"github.com/orkls/orkls/analysis/flow"
)

// PlaceOfTask returns where the attributes in a task's own block stand.
func PlaceOfTask(t *flow.Task) Place {
	switch {
	case t.Source.IsFunction():
		return FunctionTask
	case t.Source.Kind == flow.Substitution, isFunctionARN(t.Source.Text):
		return ForeignTask
	}
	return IntegrationTask
}

// isFunctionARN tells whether a source is the ARN of a Lambda function, with whatever partition.
func isFunctionARN(source string) bool {
	return strings.HasPrefix(source, "arn:") && strings.Contains(source, ":lambda:") && strings.Contains(source, ":function:")
}

// PlaceOfState returns where the attributes in a step's own block stand: for a name that nothing declares,
// every step that runs something. The block of a task that is declared in a chain is PlaceOfTask's too.
func PlaceOfState(s *flow.State) Place {
	switch s.Kind {
	case flow.TaskState:
		return placeOfRun(s)
	case flow.GroupState:
		return GroupStep
	case flow.MapState:
		return MapStep
	case flow.ChoiceState:
		return ChoiceStep
	case flow.WaitState:
		return WaitStep
	case flow.PassState:
		return PassStep
	case flow.SucceedState:
		return SucceedStep
	}
	return FailStep
}

func placeOfRun(s *flow.State) Place {
	switch {
	case s.Task != nil:
		return stepOf[PlaceOfTask(s.Task)]
	case s.Workflow != nil:
		return WorkflowStep
	}
	return RunStep
}

var stepOf = map[Place]Place{FunctionTask: FunctionStep, ForeignTask: ForeignStep, IntegrationTask: IntegrationStep}

// Code is where the code of a function lies.
type Code struct {
	Entry   string // the folder, relative to the .ork file, with slashes; the Go package's where Index is empty
	Index   string // the handler's file in it
	Handler string // the function in that
}

// File is the handler's file, relative to the .ork file; for a Go package, its folder.
func (c Code) File() string { return path.Join(c.Entry, c.Index) }

// CodeOf returns where the code of a task's function lies, by its source or by the attributes entry, index and
// handler; not ok for a function whose code is not in the project, and for a task that is none.
func CodeOf(t *flow.Task) (c Code, ok bool) {
	switch t.Source.Kind {
	case flow.File:
		c.Entry, c.Index = path.Split(t.Source.Path)
		c.Entry = path.Clean(c.Entry)
	case flow.Folder:
		return Code{Entry: t.Source.Path}, true
	case flow.NoSource:
		index := text(OfTask(t, "index"))
		if index == "" {
			return Code{}, false
		}
		c.Entry, c.Index = path.Clean(text(OfTask(t, "entry"))), index
	default:
		return Code{}, false
	}
	c.Handler = t.Source.Handler
	if c.Handler == "" {
		c.Handler = text(OfTask(t, "handler"))
	}
	if c.Handler == "" {
		c.Handler = t.Name
	}
	return c, true
}

func text(a *flow.Attribute) string {
	if a == nil {
		return ""
	}
	s, _ := AsString(a.Value)
	return s
}
