package rules

import (
	"sort"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

const blanks = " \t"

// removeAttribute deletes an attribute with its comma, and its line where nothing else stands there.
func removeAttribute(p *analysis.Pass, a *flow.Attribute) analysis.Edit {
	text, at := p.Program.File.Text, a.Range
	comma := at.End + len(text[at.End:]) - len(strings.TrimLeft(text[at.End:], blanks))
	if strings.HasPrefix(text[comma:], ",") {
		at.End = comma + 1
	}
	if whole := withLine(text, at); whole.Start < at.Start || at.End != a.Range.End {
		return p.Replace(whole, "")
	}
	before := strings.TrimRight(text[:at.Start], blanks)
	before = strings.TrimSuffix(before, ",")
	return p.Replace(grammar.Range{Start: len(before), End: at.End}, "")
}

// addAttribute writes an attribute at the end of the braces that end at a place, one of compose or a task: on a line of
// its own where the closing one has one.
func addAttribute(p *analysis.Pass, end int, attribute string) analysis.Edit {
	text := p.Program.File.Text
	brace := end - 1
	line := analysis.LineStart(text, brace)
	if indent := text[line:brace]; strings.Trim(indent, blanks) == "" {
		return p.Insert(line, indent+indentation+attribute+analysis.Newline(text))
	}
	content := strings.TrimRight(text[:brace], blanks)
	separator := ", "
	switch {
	case strings.HasSuffix(content, "{"), strings.HasSuffix(content, ","), endsInRetry(p, len(content)):
		separator = " "
	}
	after := text[len(content):brace]
	if after == "" {
		after = " "
	}
	return p.Replace(grammar.Range{Start: len(content), End: brace}, separator+attribute+after)
}

// addInFront writes an attribute in front of another: on a line of its own where that one has one.
func addInFront(p *analysis.Pass, a *flow.Attribute, attribute string) analysis.Edit {
	text := p.Program.File.Text
	line := analysis.LineStart(text, a.Range.Start)
	if indent := text[line:a.Range.Start]; strings.Trim(indent, blanks) == "" {
		return p.Insert(a.Range.Start, attribute+analysis.Newline(text)+indent)
	}
	return p.Insert(a.Range.Start, attribute+", ")
}

// giveTask writes an attribute at the end of a task's block, making one where there is none.
func giveTask(p *analysis.Pass, t *flow.Task, attribute string) analysis.Edit {
	end, block := t.Range.End, p.Program.File.Text[t.Range.End-1] == '}'
	if t.Inline {
		step := t.States[0]
		end, block = step.Whole.End, step.Step.Block != nil
	}
	if block {
		return addAttribute(p, end, attribute)
	}
	return p.Insert(end, " { "+attribute+" }")
}

// composeEnd is where the compose ends that an attribute stands in.
func composeEnd(p *analysis.Pass, a *flow.Attribute) int {
	for _, s := range p.Program.File.Statements {
		if at := s.Extent.Shift(s.Base); at.Covers(a.Range) {
			return at.End
		}
	}
	return a.Range.End
}

// endsInRetry tells whether what ends at a place is a retry, behind which no comma may stand.
func endsInRetry(p *analysis.Pass, end int) bool {
	for _, t := range p.Program.Tasks {
		for _, r := range t.Retries {
			if r.Range.End == end {
				return true
			}
		}
	}
	return false
}

// removeDeclaration deletes a declaration with its documentation, the comment behind it, and one of the two empty lines
// that it stands between.
func removeDeclaration(p *analysis.Pass, at grammar.Range) analysis.Edit {
	text := p.Program.File.Text
	line := analysis.LineStart(text, at.Start)
	if strings.Trim(text[line:at.Start], blanks) != "" {
		return p.Replace(withLine(text, at), "")
	}
	start := p.AboveDocs(line)
	end := at.End + len(text[at.End:]) - len(strings.TrimLeft(text[at.End:], blanks))
	comments := p.Program.File.Comments
	if i := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= end }); i < len(comments) && comments[i].Start == end {
		end = comments[i].End
	}
	newline := analysis.Newline(text)
	behind, whole := strings.CutPrefix(text[end:], newline)
	if !whole && end < len(text) {
		return p.Replace(grammar.Range{Start: start, End: end}, "") // another statement follows on the line
	}
	end = len(text) - len(behind)
	switch apart := start == 0 || strings.HasSuffix(text[:start], newline+newline); {
	case apart && strings.HasPrefix(behind, newline):
		end += len(newline)
	case apart && behind == "" && start > 0:
		start -= len(newline)
	}
	return p.Replace(grammar.Range{Start: start, End: end}, "")
}
