package rules

import (
	"slices"
	"sort"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/seriesparallel"
	"github.com/orkls/orkls/grammar"
)

// regroup returns the edits that write the chains of a mess as one chain with groups, in the place of the first.
// Steps keep their text, and comments go with the steps that they stand at.
func (m *mess) regroup(p *analysis.Pass, tree *seriesparallel.Tree, brackets string) []analysis.Edit {
	text := p.Program.File.Text
	jump := m.jumpBehindAll(p)
	steps := m.stepTexts(p, jump == "")
	edits := make([]analysis.Edit, 0, len(m.chains))
	var others []grammar.Range
	for _, c := range m.chains[1:] {
		others = append(others, c.Range)
	}
	for _, at := range removals(p, others) {
		edits = append(edits, p.Replace(at, ""))
	}
	first := m.chains[0].Range
	if behind, ok := commentBehind(p, first.End); ok {
		first.End = behind.End // it has become a note of the last step
	}
	line := analysis.LineStart(text, first.Start)
	indent := text[line : line+len(text[line:])-len(strings.TrimLeft(text[line:], blanks))]
	l := &layout{open: brackets[:1], closing: brackets[1:], steps: steps, newline: analysis.Newline(text), unit: indentation}
	if strings.Contains(indent, "\t") {
		l.unit = "\t"
	}
	multiline := false
	for _, c := range m.chains {
		multiline = multiline || strings.ContainsAny(p.Text(c.Range), "\r\n")
	}
	return append(edits, p.Replace(first, l.chain(tree, indent, multiline, jump)))
}

// stepText is how a step is written.
type stepText struct {
	lines []string // without the indentation of the line that the step began on
	block bool     // the last line ends a block
	lead  []string // comments above it
	trail []string // comments behind it
}

// stepTexts returns the text of each step, with the comments at its mentions, and with the jumps behind it if asked.
func (m *mess) stepTexts(p *analysis.Pass, jumps bool) []*stepText {
	texts := make([]*stepText, len(m.steps))
	for n, s := range m.steps {
		texts[n] = &stepText{lines: linesOf(p, s.Whole), block: s.Step.Block != nil}
		for _, mention := range m.mentions[n] {
			if mention.Range != s.Whole {
				texts[n].addBlock(p, mention.Range)
			}
		}
		if len(m.jumps[n]) > 0 && jumps {
			texts[n].lines[len(texts[n].lines)-1] += " -> " + p.Text(m.jumps[n][0].Range) // the others say the same
		}
	}
	seen := make([]bool, len(m.steps))
	for i, c := range m.chains {
		m.noteComments(p, c, i > 0, seen, texts)
		for _, mention := range c.Mentions {
			seen[m.number[mention.State]] = true
		}
	}
	return texts
}

// addBlock adds the block of a further mention to a step's text.
func (s *stepText) addBlock(p *analysis.Pass, mention grammar.Range) {
	tokens, comments := grammar.Lex(p.Text(mention))
	brace := slices.IndexFunc(tokens, func(t grammar.Token) bool { return t.Kind == grammar.OpenBrace })
	if brace < 0 {
		return
	}
	start := int(tokens[brace].Start)
	for _, c := range comments {
		if c.Start < start {
			s.trail = append(s.trail, strings.TrimRight(p.Text(c.Shift(mention.Start)), " \t\r"))
		}
	}
	block := linesOf(p, grammar.Range{Start: mention.Start + start, End: mention.End})
	last := len(s.lines) - 1
	if s.block { // go on with the one that is there
		s.lines[last] = strings.TrimRight(strings.TrimSuffix(s.lines[last], "}"), blanks)
		block[0] = strings.TrimPrefix(block[0], "{")
	} else {
		block[0] = " " + block[0]
	}
	s.block = true
	s.lines[last] += block[0]
	s.lines = append(s.lines, block[1:]...)
}

// linesOf returns the lines of a range. Those behind the first lose the indentation of the line that the range
// begins on, but inside of JSONata.
func linesOf(p *analysis.Pass, at grammar.Range) []string {
	text, newline := p.Program.File.Text, analysis.Newline(p.Program.File.Text)
	lines := strings.Split(p.Text(at), newline)
	if len(lines) == 1 {
		return lines
	}
	start := analysis.LineStart(text, at.Start)
	indent := text[start : start+len(text[start:])-len(strings.TrimLeft(text[start:], blanks))]
	tokens, _ := grammar.Lex(p.Text(at))
	offset := 0
	for i := range lines {
		length := len(lines[i])
		if i > 0 && !insideToken(tokens, offset) {
			lines[i] = strings.TrimPrefix(lines[i], indent)
		} else if i > 0 {
			lines[i] = verbatim + lines[i]
		}
		offset += length + len(newline)
	}
	return lines
}

// verbatim marks a line that keeps its indentation.
const verbatim = "\x00"

func insideToken(tokens []grammar.Token, offset int) bool {
	i := sort.Search(len(tokens), func(i int) bool { return int(tokens[i].End) > offset })
	return i < len(tokens) && int(tokens[i].Start) < offset
}

// noteComments gives the comments in a chain, behind it and, where the chain goes, above it, to the steps that they
// stand at.
func (m *mess) noteComments(p *analysis.Pass, c *flow.Chain, goes bool, seen []bool, texts []*stepText) {
	text := p.Program.File.Text
	at := c.Range
	if behind, ok := commentBehind(p, at.End); ok {
		at.End = behind.End
	}
	if goes {
		if line := analysis.LineStart(text, at.Start); strings.Trim(text[line:at.Start], blanks) == "" {
			at.Start = commentsAbove(p, line)
		}
	}
	for _, comment := range commentsIn(p, at) {
		words := strings.TrimRight(text[comment.Start:comment.End], " \t\r")
		i := sort.Search(len(c.Mentions), func(i int) bool { return c.Mentions[i].Range.End > comment.Start })
		switch {
		case i < len(c.Mentions) && c.Mentions[i].Range.Start < comment.Start: // in the step, whose text has it
		case comment.Start < c.Range.Start:
			n := m.number[c.Mentions[firstNew(m, c, seen)].State]
			texts[n].lead = append(texts[n].lead, words)
		case comment.Alone && i < len(c.Mentions):
			n := m.number[c.Mentions[i].State]
			texts[n].lead = append(texts[n].lead, words)
		default:
			n := m.number[c.Mentions[max(i-1, 0)].State]
			texts[n].trail = append(texts[n].trail, words)
		}
	}
}

// firstNew returns the first mention of a chain whose step no chain before it has.
func firstNew(m *mess, c *flow.Chain, seen []bool) int {
	for i, mention := range c.Mentions {
		if !seen[m.number[mention.State]] {
			return i
		}
	}
	return 0
}
