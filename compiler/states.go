package compiler

import (
	"slices"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// types are the types that states of the source become.
var types = map[flow.Kind]asl.Type{
	flow.TaskState: asl.Task, flow.GroupState: asl.Parallel, flow.MapState: asl.Map, flow.ChoiceState: asl.Choice,
	flow.WaitState: asl.Wait, flow.PassState: asl.Pass, flow.SucceedState: asl.Succeed, flow.FailState: asl.Fail,
}

// state lowers a state of the source, with the states that the lowering makes for it.
func (b *scopeBuilder) state(s *flow.State) {
	out := b.add(&asl.State{Name: s.Name, Type: types[s.Kind], Comment: b.comment(s), Captures: s.Captures})
	last := out // what leads on
	if b.isJSONata(s) && !b.jsonata {
		out.QueryLanguage = asl.JSONata
	}
	switch s.Kind {
	case flow.TaskState:
		last = b.task(s, out)
	case flow.GroupState:
		b.group(s, out)
	case flow.MapState:
		b.itemMap(s, out)
	case flow.ChoiceState:
		b.choice(s, out)
	case flow.WaitState:
		b.wait(s, out)
	case flow.FailState:
		b.fail(s, out)
	default:
		b.fields(s, out)
	}
	b.next(s, last)
	if s.CanCatch() {
		out.Retry = append(out.Retry, b.retriers(s)...)
		out.Catch = b.catchers(s, out, last)
	}
}

// next links a state to what follows it.
func (b *scopeBuilder) next(s *flow.State, out *asl.State) {
	if out.Type == asl.Choice || out.Type == asl.Succeed || out.Type == asl.Fail {
		return
	}
	ends := false
	for _, e := range s.Out {
		switch {
		case e.Kind != flow.Sequence && e.Kind != flow.JumpEdge:
		case e.To == nil:
			ends = true
		case out.Next == "" || out.Next == e.To.Name:
			out.Next = e.To.Name
		default:
			b.severalNext(s)
		}
	}
	if ends && out.Next != "" {
		b.severalNext(s)
	}
	out.End = out.Next == ""
}

func (b *scopeBuilder) severalNext(s *flow.State) {
	b.problem(s.Range, s.Name+" has several steps behind it, and Step Functions lets a state have one; group them: [a, b] or (a, b)")
}

// comment returns the state's documentation: its own, else that of what it runs. An attribute wins over ##.
func (b *scopeBuilder) comment(s *flow.State) string {
	if text := text(s.Attribute("comment")); text != "" {
		return text
	}
	if doc := b.program.Doc(s.Whole.Start); doc != "" || s.Task == nil {
		return doc
	}
	return taskComment(s.Task)
}

func taskComment(t *flow.Task) string {
	if text := text(attribute.OfTask(t, "comment")); text != "" || t.Inline {
		return text
	}
	return t.Program.Doc(t.Range.Start)
}

// text returns what an attribute says that is a text and nothing else.
func text(a *flow.Attribute) string {
	if a == nil {
		return ""
	}
	text, _ := attribute.AsString(a.Value)
	return text
}

// fields lowers the attributes that hold for a state and become fields of it. The others are read where
// they belong.
func (b *scopeBuilder) fields(s *flow.State, out *asl.State) {
	place := attribute.PlaceOfState(s)
	inline := s.Task != nil && s.Task.Inline
	given := keys{}
	for _, a := range s.Attributes {
		if attribute.At(a.Key, place) == nil && !(inline && attribute.At(a.Key, attribute.PlaceOfTask(s.Task)) != nil) {
			b.problem(a.Range, place.String()+" has no attribute "+a.Key)
		}
		if given.again(a.Key) {
			b.problem(a.KeyRange, a.Key+" is given twice")
		}
	}
	for _, setting := range attribute.Settings(s) {
		set(b.settingReader(s, setting.Written), out, stateSlots, setting.Attribute, setting.Written)
	}
}

// stepReader reads the values of a step.
func (b *scopeBuilder) stepReader(s *flow.State) reader {
	return b.reader(b.program, s.Base, b.isJSONata(s))
}

// settingReader reads an attribute that holds for a step, be it written in the step, for its task or for the
// task's file.
func (b *scopeBuilder) settingReader(s *flow.State, a *flow.Attribute) reader {
	r := b.stepReader(s)
	r.base = a.Base
	if s.Task != nil && !slices.Contains(s.Attributes, a) {
		r.program = s.Task.Program
	}
	r.names = a.Key == "parameters" || a.Key == "arguments"
	if s.Workflow != nil {
		r.result = b.resultOf(s, a.Key, r.jsonata)
	}
	return r
}

// isJSONata tells whether a state reads and makes data with JSONata: where the workflow does, where the
// state says so, and where {% %} stands in it.
func (l *lowering) isJSONata(s *flow.State) bool {
	if a := attribute.OfState(s, "query_language"); a != nil {
		jsonata := enum("query_language", attribute.PlaceOfState(s), a) == "jsonata"
		if l.jsonata && !jsonata {
			l.problem(a.Range, "in a JSONata workflow no step goes back to JSONPath")
		}
		return l.jsonata || jsonata
	}
	return l.jsonata || s.HoldsJSONata()
}

func primaryOf[P grammar.Primary](s *flow.State) P { return s.Step.Primary.(P) }
