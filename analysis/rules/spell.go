package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// How long source may be in a message before it is shortened, in characters.
const (
	longStep  = 40
	longGroup = 60
)

// spell names a step in a message: as the author did, or by its text.
func spell(p *analysis.Pass, s *flow.State) string {
	switch {
	case s.Step.As != nil:
		return s.Step.As.Text
	case s.Kind == flow.TaskState:
		return s.Called
	case s.Kind == flow.ChoiceState:
		return "the if"
	case s.Kind == flow.GroupState:
		return spellWhole(p, s)
	}
	if f, ok := s.Step.Primary.(*grammar.Fail); ok && f.Error != nil {
		return "fail " + p.Text(f.Error.Span().Shift(s.Base))
	}
	if text := oneLine(p.Text(s.Range)); short(text, longStep) {
		return text
	}
	return s.Name
}

// spellCode writes a step as a part of code. A group inside a group is written as it stands, or not at all: to look
// into it for something shorter would take time that grows with each level.
func spellCode(p *analysis.Pass, s *flow.State) string {
	switch {
	case s.Step.As != nil:
	case s.Kind == flow.ChoiceState:
		return "if …"
	case s.Kind == flow.GroupState:
		if text := oneLine(p.Text(s.Range)); short(text, longGroup) {
			return text
		}
		if s.Captures {
			return "(…)"
		}
		return "[…]"
	}
	return spell(p, s)
}

// spelled remembers how groups are written: to write one in several ways, those inside it are asked for each time.
var spelled = analysis.NewFact(func(*analysis.Pass) map[*flow.State]string { return map[*flow.State]string{} })

// spellWhole writes a group as it is.
func spellWhole(p *analysis.Pass, group *flow.State) string {
	known := spelled.Of(p)
	text, ok := known[group]
	if !ok {
		open, closing := "[", "]"
		if group.Captures {
			open, closing = "(", ")"
		}
		text = spellGroup(p, group, open, closing)
		known[group] = text
	}
	return text
}

// spellGroup writes a group's branches on one line between brackets, shortened where they are long.
func spellGroup(p *analysis.Pass, group *flow.State, open, closing string) string {
	return spellBranches(p, group, open, closing, nil)
}

// spellWithTuple writes a list in which one branch is a tuple of its own.
func spellWithTuple(p *analysis.Pass, list *flow.State, captured *flow.Scope) string {
	return spellBranches(p, list, "[", "]", captured)
}

func spellBranches(p *analysis.Pass, group *flow.State, open, closing string, captured *flow.Scope) string {
	const many = 16 // more are never written in full
	write := func(n int, branch func(*analysis.Pass, *flow.Scope) string) string {
		var texts []string
		for _, b := range group.Branches[:n] {
			text := branch(p, b)
			if b == captured {
				text = "(" + text + ",)"
			}
			texts = append(texts, text)
		}
		text := open + strings.Join(texts, ", ")
		if n < len(group.Branches) {
			text += ", …"
		} else if n == 1 && open == "(" {
			text += ","
		}
		return text + closing
	}
	n := min(len(group.Branches), many)
	if whole := write(n, spellBranch); short(whole, longGroup) {
		return whole
	}
	if heads := write(n, spellHead); short(heads, longGroup) {
		return heads
	}
	return write(min(n, 2), spellHead)
}

// spellBranch writes the steps of a branch, without their blocks.
func spellBranch(p *analysis.Pass, b *flow.Scope) string {
	const long = 8
	if len(b.Chains) != 1 || len(b.Chains[0].Mentions) > long || p.Text(b.Range)[0] == '{' {
		return spellHead(p, b)
	}
	var steps []string
	for _, m := range b.Chains[0].Mentions {
		steps = append(steps, spellCode(p, m.State))
	}
	return strings.Join(steps, " >> ")
}

// spellHead writes a branch as its first step.
func spellHead(p *analysis.Pass, b *flow.Scope) string {
	if len(b.Chains) != 1 || p.Text(b.Range)[0] == '{' {
		return "{ … }"
	}
	head := spellCode(p, b.Chains[0].Mentions[0].State)
	if len(b.Chains[0].Mentions) == 1 {
		return head
	}
	return head + " >> …"
}

func short(text string, limit int) bool { return utf8.RuneCountInString(text) <= limit }

// oneLine writes source without comments and with single spaces.
func oneLine(text string) string {
	tokens, _ := grammar.Lex(text)
	var b strings.Builder
	for i, t := range tokens {
		if t.Kind == grammar.EOF {
			break
		}
		if i > 0 && tokens[i-1].End < t.Start && tokens[i-1].Kind != grammar.OpenBracket && tokens[i-1].Kind != grammar.OpenParen &&
			t.Kind != grammar.CloseBracket && t.Kind != grammar.CloseParen {
			b.WriteByte(' ')
		}
		b.WriteString(text[t.Start:t.End])
	}
	return b.String()
}

// manyNames is how many names a message lists at the most.
const manyNames = 4

func and(names []string) string { return join(names, "and") }
func or(names []string) string  { return join(names, "or") }

// join writes names as a sentence does: a, b and c.
func join(names []string, word string) string {
	if n := len(names); n > manyNames {
		rest := fmt.Sprintf("%d more", n-manyNames+1)
		if word == "or" {
			rest = "one of " + rest
		}
		names = append(names[:manyNames-1:manyNames-1], rest)
	}
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}

func isOrAre(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}
