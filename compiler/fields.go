package compiler

import (
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// slots are where a part of the model keeps its fields, by the names that they have in ASL.
type slots[T any] struct {
	values map[string]func(*T) *asl.Value
	texts  map[string]func(*T) *string
}

// set lowers an attribute to the field that it becomes, if it is one of the part's.
func set[T any](r reader, into *T, in slots[T], meaning *attribute.Attribute, a *flow.Attribute) {
	if problem := meaning.Mismatch(a.Value); problem != "" {
		r.report(r.program, a.ValueRange(), a.Key+": "+problem)
		return
	}
	if !r.speaks(meaning, a) {
		return
	}
	name := meaning.Field(a.Value)
	value, text := in.values[name], in.texts[name]
	if value == nil && text == nil {
		return
	}
	lowered := r.field(meaning, a.Value)
	r.limit(name, lowered, a.Key, a.ValueRange())
	if value != nil {
		*value(into) = lowered
	} else {
		*text(into) = lowered.Text
	}
}

// setAll lowers the attributes of a handler, an arm, a branch or a workflow.
func setAll[T any](r reader, into *T, in slots[T], place attribute.Place, attributes []*flow.Attribute) {
	for _, a := range attributes {
		if meaning := attribute.At(a.Key, place); meaning != nil {
			r.base = a.Base
			set(r, into, in, meaning, a)
		} else {
			r.report(r.program, a.Range, place.String()+" has no attribute "+a.Key)
		}
	}
}

// speaks tells whether the attribute is one of the state's query language, and reports where it is not.
func (r reader) speaks(meaning *attribute.Attribute, a *flow.Attribute) bool {
	switch {
	case r.jsonata && meaning.Language == attribute.JSONPathOnly:
		r.report(r.program, a.Range, a.Key+" is JSONPath's, and "+r.subject()+" is a JSONata state: "+insteadOf[a.Key])
		return false
	case r.jsonata && meaning.Field(a.Value) != meaning.ASL:
		r.report(r.program, a.Range, a.Key+" is read from a path, and "+r.subject()+" is a JSONata state; write {% … %}")
		return false
	case !r.jsonata && meaning.Language == attribute.JSONataOnly:
		r.report(r.program, a.Range, a.Key+" is JSONata's, and "+r.subject()+" is a JSONPath state; write {% … %} in the step, or query_language: jsonata")
		return false
	}
	return true
}

// insteadOf says what a JSONata state has in the place of attributes of JSONPath.
var insteadOf = map[string]string{
	"input_path": "write arguments", "parameters": "write arguments, or output in a pass", "items_path": "write map {% … %}",
	"result": "write output", "result_path": "write output", "result_selector": "write output", "output_path": "write output",
}

// field lowers the value of an attribute by its type.
func (r reader) field(meaning *attribute.Attribute, v *grammar.Value) asl.Value {
	switch {
	case meaning.Field(v) != meaning.ASL:
		text, _ := r.expression(v)
		return asl.String(text)
	case meaning.Type == attribute.Path && v.Path != "":
		return asl.String(r.path(v.Path))
	case meaning.Type == attribute.Path && v.String != nil:
		return asl.String(r.path(v.String.Unquote()))
	case meaning.Type == attribute.Enum:
		return asl.String(meaning.Enum(v).ASL)
	case meaning.Type == attribute.Duration:
		return r.seconds(v)
	case ownKeys[meaning.ASL]:
		return r.outside(v)
	case meaning.ASL == "", meaning.ASL == "Result":
		return r.constant(v)
	case meaning.Type == attribute.Object, meaning.Type == attribute.Any:
		return r.template(v)
	}
	return r.constant(v)
}

// stateSlots are the fields of a state that attributes become.
var stateSlots = slots[asl.State]{
	values: map[string]func(*asl.State) *asl.Value{
		"Arguments":                      func(s *asl.State) *asl.Value { return &s.Arguments },
		"Assign":                         func(s *asl.State) *asl.Value { return &s.Assign },
		"Cause":                          func(s *asl.State) *asl.Value { return &s.Cause },
		"CausePath":                      func(s *asl.State) *asl.Value { return &s.CausePath },
		"Credentials":                    func(s *asl.State) *asl.Value { return &s.Credentials },
		"Error":                          func(s *asl.State) *asl.Value { return &s.Error },
		"ErrorPath":                      func(s *asl.State) *asl.Value { return &s.ErrorPath },
		"HeartbeatSeconds":               func(s *asl.State) *asl.Value { return &s.HeartbeatSeconds },
		"HeartbeatSecondsPath":           func(s *asl.State) *asl.Value { return &s.HeartbeatSecondsPath },
		"InputPath":                      func(s *asl.State) *asl.Value { return &s.InputPath },
		"ItemBatcher":                    func(s *asl.State) *asl.Value { return &s.ItemBatcher },
		"ItemReader":                     func(s *asl.State) *asl.Value { return &s.ItemReader },
		"ItemSelector":                   func(s *asl.State) *asl.Value { return &s.ItemSelector },
		"Items":                          func(s *asl.State) *asl.Value { return &s.Items },
		"ItemsPath":                      func(s *asl.State) *asl.Value { return &s.ItemsPath },
		"MaxConcurrency":                 func(s *asl.State) *asl.Value { return &s.MaxConcurrency },
		"MaxConcurrencyPath":             func(s *asl.State) *asl.Value { return &s.MaxConcurrencyPath },
		"Output":                         func(s *asl.State) *asl.Value { return &s.Output },
		"OutputPath":                     func(s *asl.State) *asl.Value { return &s.OutputPath },
		"Parameters":                     func(s *asl.State) *asl.Value { return &s.Parameters },
		"Result":                         func(s *asl.State) *asl.Value { return &s.Result },
		"ResultPath":                     func(s *asl.State) *asl.Value { return &s.ResultPath },
		"ResultSelector":                 func(s *asl.State) *asl.Value { return &s.ResultSelector },
		"ResultWriter":                   func(s *asl.State) *asl.Value { return &s.ResultWriter },
		"TimeoutSeconds":                 func(s *asl.State) *asl.Value { return &s.TimeoutSeconds },
		"TimeoutSecondsPath":             func(s *asl.State) *asl.Value { return &s.TimeoutSecondsPath },
		"ToleratedFailureCount":          func(s *asl.State) *asl.Value { return &s.ToleratedFailureCount },
		"ToleratedFailureCountPath":      func(s *asl.State) *asl.Value { return &s.ToleratedFailureCountPath },
		"ToleratedFailurePercentage":     func(s *asl.State) *asl.Value { return &s.ToleratedFailurePercentage },
		"ToleratedFailurePercentagePath": func(s *asl.State) *asl.Value { return &s.ToleratedFailurePercentagePath },
	},
	texts: map[string]func(*asl.State) *string{
		"Label": func(s *asl.State) *string { return &s.Label },
	},
}

var retrierSlots = slots[asl.Retrier]{
	values: map[string]func(*asl.Retrier) *asl.Value{
		"BackoffRate":     func(r *asl.Retrier) *asl.Value { return &r.BackoffRate },
		"IntervalSeconds": func(r *asl.Retrier) *asl.Value { return &r.IntervalSeconds },
		"MaxAttempts":     func(r *asl.Retrier) *asl.Value { return &r.MaxAttempts },
		"MaxDelaySeconds": func(r *asl.Retrier) *asl.Value { return &r.MaxDelaySeconds },
	},
	texts: map[string]func(*asl.Retrier) *string{
		"Comment":        func(r *asl.Retrier) *string { return &r.Comment },
		"JitterStrategy": func(r *asl.Retrier) *string { return &r.JitterStrategy },
	},
}

var catcherSlots = slots[asl.Catcher]{
	values: map[string]func(*asl.Catcher) *asl.Value{
		"Assign":     func(c *asl.Catcher) *asl.Value { return &c.Assign },
		"Output":     func(c *asl.Catcher) *asl.Value { return &c.Output },
		"ResultPath": func(c *asl.Catcher) *asl.Value { return &c.ResultPath },
	},
	texts: map[string]func(*asl.Catcher) *string{
		"Comment": func(c *asl.Catcher) *string { return &c.Comment },
	},
}

var ruleSlots = slots[asl.ChoiceRule]{
	values: map[string]func(*asl.ChoiceRule) *asl.Value{
		"Assign": func(r *asl.ChoiceRule) *asl.Value { return &r.Assign },
		"Output": func(r *asl.ChoiceRule) *asl.Value { return &r.Output },
	},
	texts: map[string]func(*asl.ChoiceRule) *string{
		"Comment": func(r *asl.ChoiceRule) *string { return &r.Comment },
	},
}

var machineSlots = slots[asl.Machine]{
	values: map[string]func(*asl.Machine) *asl.Value{
		"TimeoutSeconds": func(m *asl.Machine) *asl.Value { return &m.TimeoutSeconds },
	},
	texts: map[string]func(*asl.Machine) *string{
		"Comment": func(m *asl.Machine) *string { return &m.Comment },
		"Version": func(m *asl.Machine) *string { return &m.Version },
	},
}
