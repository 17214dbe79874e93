package assist

import (
	"cmp"
	"slices"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Paint is what a piece of text is shown as.
type Paint uint8

const (
	KeywordPaint Paint = iota
	CommentPaint
	StringPaint
	NumberPaint
	OperatorPaint
	PathPaint
	TaskPaint
	WorkflowPaint
	StepPaint // the name that a step is given, and jumps to it
	AttributePaint
	ValuePaint // one of an attribute's named values, true, false and null
	ErrorPaint
)

// Painted is a piece of text with its paint.
type Painted struct {
	Range    grammar.Range // on one line, but for JSONata
	Paint    Paint
	Declares bool // it is the name in a declaration
	Doc      bool // it is a documentation comment
}

// Paints returns the pieces of a program that have a paint, in the order of the text. They do not overlap.
func Paints(p *flow.Program) (all []Painted) {
	meant := meanings(p)
	tokens, comments := grammar.Lex(p.File.Text)
	for _, t := range tokens {
		painted := Painted{Range: t.Range()}
		if known, ok := meant[painted.Range.Start]; ok {
			known.Range = painted.Range
			all = append(all, known)
		} else if paint, ok := paintOf(t.Kind); ok {
			painted.Paint = paint
			all = append(all, painted)
		}
	}
	for _, c := range comments {
		all = append(all, Painted{Range: c.Range, Paint: CommentPaint, Doc: c.Doc})
	}
	slices.SortFunc(all, func(a, b Painted) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	return all
}

// paintOf is the paint of a token of which nothing more is known.
func paintOf(kind grammar.Kind) (Paint, bool) {
	switch kind {
	case grammar.KeywordTrue, grammar.KeywordFalse, grammar.KeywordNull:
		return ValuePaint, true
	case grammar.String:
		return StringPaint, true
	case grammar.Number, grammar.Duration:
		return NumberPaint, true
	case grammar.Path, grammar.Jsonata:
		return PathPaint, true
	case grammar.Then, grammar.Arrow, grammar.Star, grammar.Equal, grammar.NotEqual, grammar.Less, grammar.LessEqual, grammar.Greater, grammar.GreaterEqual:
		return OperatorPaint, true
	}
	return KeywordPaint, kind.Keyword()
}

// meanings returns the paints of tokens that the tree or the flow knows more of, by where they start.
func meanings(p *flow.Program) map[int]Painted {
	meant := map[int]Painted{}
	put := func(at grammar.Range, paint Paint, declares bool) {
		if at.End > at.Start {
			meant[at.Start] = Painted{Paint: paint, Declares: declares}
		}
	}
	grammar.Walk(p.File.Statements, 0, func(n grammar.Node, base int) bool {
		switch n := n.(type) {
		case *grammar.Attr:
			put(n.Key.Span().Shift(base), AttributePaint, false)
		case *grammar.ErrorName:
			for _, t := range n.Tokens {
				put(grammar.Range{Start: t.Pos.Offset + base, End: t.Pos.Offset + base + len(t.Value)}, ErrorPaint, false)
			}
		case *grammar.Step:
			if n.As != nil {
				put(n.As.Span().Shift(base), StepPaint, true)
			}
		case *grammar.Task:
			put(n.Name.Span().Shift(base), TaskPaint, true)
		case *grammar.InlineTask:
			put(n.Name.Span().Shift(base), TaskPaint, true)
		case *grammar.Workflow:
			if n.Name != nil {
				put(n.Name.Span().Shift(base), WorkflowPaint, true)
			}
		case *grammar.Jump:
			if n.Target != nil && n.Target.Text != "end" && n.Target.Text != "next" {
				put(n.Target.Span().Shift(base), StepPaint, false)
			}
		case *grammar.Call:
			for _, t := range n.Function.Tokens {
				put(grammar.Range{Start: t.Pos.Offset + base, End: t.Pos.Offset + base + len(t.Value)}, TaskPaint, false)
			}
		}
		return true
	})
	for _, r := range p.References {
		paint := TaskPaint
		if r.Declaration.Workflow != nil {
			paint = WorkflowPaint
		}
		put(r.Range, paint, false)
	}
	for _, a := range Attributes(p) {
		if m := attribute.At(a.Key, a.Place); m != nil && a.Value != nil && m.Enum(a.Value) != nil {
			put(a.ValueRange(), ValuePaint, false)
		}
	}
	return meant
}
