package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/jsonata"
	"github.com/orkls/orkls/analysis/jsonpath"
	"github.com/orkls/orkls/grammar"
)

// expression is a path, or JSONata between {% and %}, that stands in the file.
type expression struct {
	text    string        // of JSONata what stands between {% and %}
	at      grammar.Range // of the text, in the file; where it is not exact, of the string that holds it
	exact   bool          // a byte of the text is a byte of the file
	whole   grammar.Range // of the value or the part of a condition
	jsonata bool
	value   *grammar.Value // nil in a condition
	test    *grammar.Test  // whose left side the path is, nil elsewhere
	context

	path    jsonpath.Path       // what a path reads
	pathErr *jsonpath.Error     // why it is none
	read    *jsonata.Expression // what JSONata reads; nil where it is none
	readErr *jsonata.Error      // why it is none
}

// context is where values stand.
type context struct {
	base      int
	attribute *flow.Attribute // nil for what stands in the step without one: a condition, a wait, a map's items
	place     attribute.Place // of the attribute
	field     string          // in ASL, of a path that is the value as a whole; empty for one inside a value
	steps     []*flow.State   // that evaluate it: those of a task, for what its declaration says
	scope     *flow.Scope     // whose variables are seen; nil for a task's
}

// span is where a part of the text stands in the file.
func (e *expression) span(start, end int) grammar.Range {
	if !e.exact {
		return e.at
	}
	return grammar.Range{Start: e.at.Start + start, End: e.at.Start + end}
}

// found are the values of the file that compute something.
type found struct {
	expressions []*expression
	calls       []*call
}

// call is a call of an intrinsic function.
type call struct {
	*grammar.Call
	at grammar.Range
	context
}

// expressions are what is computed in the file, in the order of tasks, workflows and their steps.
var expressions = analysis.NewFact(func(p *analysis.Pass) *found {
	f := &finder{pass: p}
	for _, t := range p.Program.Tasks {
		if !t.Inline { // otherwise the step has the block
			f.attributes(t.Attributes, context{place: attribute.PlaceOfTask(t), steps: t.States})
		}
	}
	for _, w := range p.Program.Workflows {
		for _, s := range w.States {
			f.state(s)
		}
		for _, s := range scopes(w) {
			f.handlers(s.Handlers, context{scope: s})
		}
	}
	return &f.found
})

type finder struct {
	pass *analysis.Pass
	found
}

func (f *finder) state(s *flow.State) {
	own := context{base: s.Base, steps: []*flow.State{s}, scope: s.Scope}
	in := own
	in.place = attribute.PlaceOfState(s)
	f.attributes(s.Attributes, in)
	f.handlers(s.Handlers, own)
	for _, a := range s.Arms {
		in.place, in.base = attribute.Arm, a.Base
		f.attributes(a.Attrs, in)
		arm := own
		arm.base = a.Base
		f.condition(a.Cond, arm)
	}
	switch n := s.Step.Primary.(type) {
	case *grammar.Wait:
		if n.For != nil {
			own.field = "SecondsPath"
			f.value(n.For, own)
		}
		if n.At != nil && n.At.Value != nil {
			own.field = "TimestampPath"
			f.value(n.At.Value, own)
		}
	case *grammar.Map:
		if n.Items != nil {
			own.field = "ItemsPath"
			f.value(n.Items, own)
		}
	}
}

func (f *finder) handlers(handlers []*flow.Handler, in context) {
	for _, h := range handlers {
		in.place = attribute.Retrier
		if h.Catch {
			in.place = attribute.Catcher
		}
		f.attributes(h.Attributes, in)
	}
}

func (f *finder) attributes(attributes []*flow.Attribute, in context) {
	for _, a := range attributes {
		if a.Value == nil {
			continue
		}
		in.attribute, in.base, in.field = a, a.Base, ""
		if known := attribute.At(a.Key, in.place); known != nil {
			in.field = known.Field(a.Value)
			if text, ok := attribute.AsString(a.Value); ok && known.Type == attribute.Path && strings.HasPrefix(text, "$") {
				f.quoted(a.Value, text, in)
				continue
			}
		}
		f.value(a.Value, in)
	}
}

func (f *finder) value(v *grammar.Value, in context) {
	at := v.Span().Shift(in.base)
	switch {
	case v.Path != "":
		f.add(&expression{text: v.Path, at: at, exact: true, whole: at, value: v, context: in})
	case v.Jsonata != "":
		f.jsonata(v.Jsonata, v, at, in)
	case v.String != nil && attribute.IsJSONata(v):
		text := v.String.Unquote()
		inside := grammar.Range{Start: at.Start + len(`"{%`), End: at.End - len(`%}"`)}
		exact := len(text) == at.End-at.Start-2
		f.add(&expression{text: text[2 : len(text)-2], at: inside, exact: exact, whole: at, jsonata: true, value: v, context: in})
	case v.Call != nil:
		f.calls = append(f.calls, &call{v.Call, at, in})
		in.field = ""
		for _, a := range v.Call.Args {
			f.value(a, in)
		}
	case v.Array != nil:
		in.field = ""
		for _, item := range v.Array.Values {
			f.value(item, in)
		}
	case v.Object != nil:
		in.field = ""
		for _, a := range v.Object.Attrs {
			f.field(a, in)
		}
	}
}

// field reads a field of an object; under a key that ends in .$, a string is a path as well.
func (f *finder) field(a *grammar.Attr, in context) {
	if a.Value == nil {
		return
	}
	if text, ok := attribute.AsString(a.Value); ok && strings.HasSuffix(a.Key.Text, ".$") && strings.HasPrefix(text, "$") {
		f.quoted(a.Value, text, in)
		return
	}
	f.value(a.Value, in)
}

// quoted reads a path that stands in quotes.
func (f *finder) quoted(v *grammar.Value, text string, in context) {
	at := v.Span().Shift(in.base)
	inside := grammar.Range{Start: at.Start + 1, End: at.End - 1}
	f.add(&expression{text: text, at: inside, exact: len(text) == inside.End-inside.Start, whole: at, value: v, context: in})
}

// jsonata reads {% … %}, which an open one may lack the end of.
func (f *finder) jsonata(text string, v *grammar.Value, at grammar.Range, in context) {
	inside := strings.TrimSuffix(strings.TrimPrefix(text, "{%"), "%}")
	start := at.Start + len("{%")
	f.add(&expression{
		text: inside, at: grammar.Range{Start: start, End: start + len(inside)}, exact: true, whole: at,
		jsonata: true, value: v, context: in,
	})
}

func (f *finder) condition(c *grammar.Cond, in context) {
	if c == nil {
		return
	}
	for _, and := range c.Or {
		for _, n := range and.Terms {
			switch {
			case n.Cond != nil:
				f.condition(n.Cond, in)
			case n.Jsonata != "":
				at := n.Span().Shift(in.base)
				at.Start = at.End - len(n.Jsonata)
				f.jsonata(n.Jsonata, nil, at, in)
			case n.Test != nil:
				f.test(n.Test, in)
			}
		}
	}
}

func (f *finder) test(t *grammar.Test, in context) {
	path := func(n *grammar.PathText, test *grammar.Test) {
		at := n.Span().Shift(in.base)
		f.add(&expression{text: n.Text, at: at, exact: true, whole: at, test: test, context: in})
	}
	if t.Path != nil {
		path(t.Path, t)
	}
	if t.Operand != nil && t.Operand.Path != nil {
		path(t.Operand.Path, nil)
	}
}

func (f *finder) add(e *expression) {
	if e.jsonata {
		e.read, e.readErr = jsonata.Parse(e.text)
	} else {
		e.path, e.pathErr = jsonpath.Parse(e.text)
	}
	f.expressions = append(f.expressions, e)
}
