package compiler

import (
	"time"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// wait lowers the four forms of wait.
func (b *scopeBuilder) wait(s *flow.State, out *asl.State) {
	b.fields(s, out)
	w, r := primaryOf[*grammar.Wait](s), b.stepReader(s)
	length, moment := w.For, (*grammar.Value)(nil)
	if w.At != nil {
		moment = w.At.Value
	}
	switch {
	case length != nil && length.Path != "":
		out.SecondsPath = r.waitPath(length)
	case length != nil:
		out.Seconds = r.seconds(length)
		r.limit("Seconds", out.Seconds, "a wait", length.Span().Shift(s.Base))
	case moment != nil && moment.Path != "":
		out.TimestampPath = r.waitPath(moment)
	case moment != nil:
		out.Timestamp = r.constant(moment)
		if !attribute.IsJSONata(moment) || !r.jsonata {
			r.timestamp(moment, out.Timestamp.Text)
		}
	}
}

func (r reader) waitPath(v *grammar.Value) asl.Value {
	if r.jsonata {
		r.problem(v, "this is a JSONata state, which reads no paths; write {% … %}")
	}
	return asl.String(v.Path)
}

// timestamp reports a text that is no moment as ASL writes one: RFC 3339, with a capital T and with a
// capital Z or an offset. https://states-language.net/#timestamps
func (r reader) timestamp(n grammar.Node, text string) {
	if _, err := time.Parse(time.RFC3339Nano, text); err != nil {
		r.problem(n, "a moment is written as in 2030-01-31T12:00:00Z, and this is "+text)
	}
}
