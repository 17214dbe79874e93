// Package asl is the model of a compiled workflow: a state machine of the Amazon States Language, field
// by field, and the functions and settings around it. The lowering builds it, the targets print it.
package asl

// QueryLanguage is how a state reads and makes data; the empty one is inherited, JSONPath at the top.
type QueryLanguage string

const (
	JSONPath QueryLanguage = "JSONPath"
	JSONata  QueryLanguage = "JSONata"
)

// Machine is a state machine, a branch of a Parallel, or the item processor of a Map: one scope of states.
// StartAt and all that its states lead to are states of the same scope; names are unique in the whole
// machine. The targets rely on both.
type Machine struct {
	Comment       string
	QueryLanguage QueryLanguage // of a whole state machine only
	Version       string        // of a whole state machine only
	// TimeoutSeconds is for a whole state machine only.
	TimeoutSeconds Value
	// ProcessorConfig is an item processor's only; nil leaves it out.
	ProcessorConfig *ProcessorConfig
	StartAt         string
	States          []*State // in the order in which they are printed
}

// ProcessorConfig says how a Map runs its item processor.
type ProcessorConfig struct {
	Mode          string // INLINE or DISTRIBUTED
	ExecutionType string // STANDARD or EXPRESS, of DISTRIBUTED only
}

// State returns the state of that name in this scope, nil where there is none.
func (m *Machine) State(name string) *State {
	for _, s := range m.States {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// JSON prints the state machine: two spaces of indent, a line end at its end.
func (m *Machine) JSON() string { return m.Value().JSON() + "\n" }

// Value is the machine as JSON, its fields in their customary order.
func (m *Machine) Value() Value {
	states := Object()
	for _, s := range m.States {
		states.Fields = append(states.Fields, Field{s.Name, s.Value()})
	}
	return Object(
		Field{"Comment", text(m.Comment)},
		Field{"QueryLanguage", text(string(m.QueryLanguage))},
		Field{"Version", text(m.Version)},
		Field{"TimeoutSeconds", m.TimeoutSeconds},
		Field{"ProcessorConfig", m.ProcessorConfig.Value()},
		Field{"StartAt", String(m.StartAt)},
		Field{"States", states},
	)
}

// Value is the configuration as JSON; absent for nil.
func (p *ProcessorConfig) Value() Value {
	if p == nil {
		return Value{}
	}
	return Object(Field{"Mode", text(p.Mode)}, Field{"ExecutionType", text(p.ExecutionType)})
}

// text is a string field that is left out where it is empty.
func text(s string) Value {
	if s == "" {
		return Value{}
	}
	return String(s)
}

// list is an array field that is left out where it has no items.
func list[T any](items []T, value func(T) Value) Value {
	if len(items) == 0 {
		return Value{}
	}
	v := Array()
	for _, item := range items {
		v.Items = append(v.Items, value(item))
	}
	return v
}
