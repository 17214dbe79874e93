package rules

import (
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// headOf is where a handler says what it is: its keyword and its errors.
func headOf(p *analysis.Pass, h *flow.Handler) grammar.Range {
	head := grammar.Range{Start: h.Range.Start, End: h.Range.Start}
	tokens, _ := grammar.Lex(p.Text(h.Range))
	for _, t := range tokens {
		if t.Kind == grammar.OpenBrace || t.Kind == grammar.Arrow || t.Kind == grammar.EOF {
			break
		}
		head.End = h.Range.Start + int(t.End)
	}
	return head
}

// endCatch writes a jump at the end of what a catch's body runs. There is none where the body has several ends.
func endCatch(p *analysis.Pass, scope *flow.Scope, h *flow.Handler, jump string) []analysis.Edit {
	switch chains := chainsOf(scope, h); len(chains) {
	case 0:
		return []analysis.Edit{addToBraces(p, h.Range, jump)}
	case 1:
		return []analysis.Edit{p.Insert(chains[0].Range.End, " "+jump)}
	}
	return nil
}

// chainsOf are the chains that a catch's body consists of.
func chainsOf(scope *flow.Scope, h *flow.Handler) []*flow.Chain {
	var outermost *flow.Body
	for _, b := range scope.Bodies {
		if !b.Own && len(b.Chains) > 0 && h.Range.Covers(b.Chains[0].Range) &&
			(outermost == nil || b.Chains[0].Range.Start < outermost.Chains[0].Range.Start) {
			outermost = b
		}
	}
	if outermost == nil {
		return nil
	}
	return outermost.Chains
}

// addToBraces writes a statement at the end of the braces that a range ends with: on a line of its own where the } has one.
func addToBraces(p *analysis.Pass, at grammar.Range, statement string) analysis.Edit {
	text := p.Program.File.Text
	brace := at.End - 1
	line := analysis.LineStart(text, brace)
	if indent := text[line:brace]; line > at.Start && strings.Trim(indent, blanks) == "" {
		return p.Insert(line, indent+indentation+statement+analysis.Newline(text))
	}
	content := len(strings.TrimRight(text[:brace], blanks))
	return p.Replace(grammar.Range{Start: content, End: brace}, " "+statement+" ")
}

// nextSteps are the names of the steps that follow a state when it succeeds.
func nextSteps(p *analysis.Pass, s *flow.State) (names []string) {
	for _, e := range s.Out {
		if e.Kind != flow.CatchEdge && e.To != nil {
			if name := spell(p, e.To); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
