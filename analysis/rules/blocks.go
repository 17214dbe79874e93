package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// addToBlock writes a statement at the end of a step's block, on a line of its own where the } has one.
func addToBlock(p *analysis.Pass, s *flow.State, statement string) analysis.Edit {
	block := s.Step.Block
	if block == nil {
		return p.Insert(s.Whole.End, " { "+statement+" }")
	}
	text := p.Program.File.Text
	brace := block.Span().Shift(s.Base).End - 1
	line := analysis.LineStart(text, brace)
	indent := text[line:brace]
	if strings.Trim(indent, " \t") == "" && line > block.Span().Shift(s.Base).Start {
		return p.Insert(line, indent+indentation+statement+analysis.Newline(text))
	}
	content := len(strings.TrimRight(text[:brace], blanks))
	if n := len(block.Statements); n > 0 && text[content-1] != ',' {
		if _, ok := block.Statements[n-1].Node.(*grammar.Attr); ok {
			statement = ", " + statement
			return p.Replace(grammar.Range{Start: content, End: brace}, statement+" ")
		}
	}
	return p.Replace(grammar.Range{Start: content, End: brace}, " "+statement+" ")
}

// removeFromBlock deletes handlers of a step, and its block where nothing else stands in it.
func removeFromBlock(p *analysis.Pass, s *flow.State, handlers []*flow.Handler) (edits []analysis.Edit) {
	block := s.Step.Block.Span().Shift(s.Base)
	if len(handlers) == len(s.Step.Block.Statements) && !hasComment(p, block) {
		end := s.Range.End
		if as := s.Step.As; as != nil {
			end = as.Span().Shift(s.Base).End
		}
		return []analysis.Edit{p.Replace(grammar.Range{Start: end, End: block.End}, "")}
	}
	for _, h := range handlers {
		edits = append(edits, p.Replace(withLine(p.Program.File.Text, h.Range), ""))
	}
	return edits
}

// withLine widens a range to its whole lines where nothing else stands on them, otherwise to the blanks
// behind it.
func withLine(text string, at grammar.Range) grammar.Range {
	line := analysis.LineStart(text, at.Start)
	end := at.End + len(text[at.End:]) - len(strings.TrimLeft(text[at.End:], " \t"))
	if strings.Trim(text[line:at.Start], " \t") != "" {
		return grammar.Range{Start: at.Start, End: end}
	}
	newline := analysis.Newline(text)
	switch {
	case strings.HasPrefix(text[end:], newline):
		return grammar.Range{Start: line, End: end + len(newline)}
	case end == len(text):
		return grammar.Range{Start: line, End: end}
	}
	return grammar.Range{Start: at.Start, End: end}
}

// indentation is one step of it.
const indentation = "    "
