package attribute

import "github.com/orkls/orkls/analysis/flow"

// Setting is an attribute that holds for a state or a function, and where it was written: in a step, in the
// task's declaration or in the file's compose.
type Setting struct {
	*Attribute
	Written *flow.Attribute
}

// Field returns the ASL field that the setting becomes.
func (s Setting) Field() string { return s.Attribute.Field(s.Written.Value) }

// OfTask returns what is given for a task: in its own block, otherwise in the compose of its file; nil where it
// is given in neither, or may not be. Timeout is the function's, or where the task is none of the project's,
// the state's.
func OfTask(t *flow.Task, key string) *flow.Attribute {
	place := PlaceOfTask(t)
	if a := last(t.Attributes, key); a != nil {
		if At(key, place) == nil {
			return nil
		}
		return a
	}
	if a := At(key, place); a != nil && a.In(Compose) {
		return last(t.Program.Compose, key)
	}
	return nil
}

// OfState returns what is given for a state: in its own block, otherwise for its task; nil where it is given
// in neither, or may not be.
func OfState(s *flow.State, key string) *flow.Attribute {
	place := PlaceOfState(s)
	if At(key, place) == nil {
		return nil
	}
	if a := last(s.Attributes, key); a != nil {
		return a
	}
	if s.Task == nil {
		return nil
	}
	if key == sfnTimeout && last(s.Task.Attributes, key) == nil && PlaceOfTask(s.Task) != FunctionTask {
		if a := last(s.Task.Attributes, timeout); a != nil {
			return a
		}
	}
	return OfTask(s.Task, key)
}

const (
	timeout    = "timeout"
	sfnTimeout = "sfn_timeout"
)

// OfWorkflow returns what is given for a workflow, nil where nothing is.
func OfWorkflow(w *flow.Workflow, key string) *flow.Attribute {
	if At(key, Workflow) == nil {
		return nil
	}
	return last(w.Attributes, key)
}

// Given returns the attribute of that key among those of a handler, an arm or a branch, nil where there is none.
// Of a key that is given twice, the last holds.
func Given(attributes []*flow.Attribute, key string) *flow.Attribute { return last(attributes, key) }

// Settings returns everything that is given for a state, sorted by key. A task's timeout that is the state's
// is there as sfn_timeout.
func Settings(s *flow.State) []Setting {
	return settings(PlaceOfState(s), func(key string) *flow.Attribute { return OfState(s, key) })
}

// FunctionSettings returns everything that is given for the function of a task, sorted by key: what says how a
// step invokes it, or what its state is, is left out.
func FunctionSettings(t *flow.Task) (out []Setting) {
	for _, s := range settings(PlaceOfTask(t), func(key string) *flow.Attribute { return OfTask(t, key) }) {
		if s.In(FunctionTask) && !s.In(FunctionStep) {
			out = append(out, s)
		}
	}
	return out
}

// WorkflowSettings returns everything that is given for a workflow, sorted by key.
func WorkflowSettings(w *flow.Workflow) []Setting {
	return settings(Workflow, func(key string) *flow.Attribute { return OfWorkflow(w, key) })
}

func settings(place Place, given func(key string) *flow.Attribute) (out []Setting) {
	for _, a := range For(place) {
		if written := given(a.Key); written != nil {
			out = append(out, Setting{a, written})
		}
	}
	return out
}

func last(attributes []*flow.Attribute, key string) *flow.Attribute {
	for i := len(attributes) - 1; i >= 0; i-- {
		if attributes[i].Key == key {
			return attributes[i]
		}
	}
	return nil
}
