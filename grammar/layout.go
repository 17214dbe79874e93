package grammar

import (
	"strings"
	"unicode/utf8"
)

// file writes the statements of a file, and the comments behind the last one.
func (p *printer) file(f *File) {
	sources := p.alignSources(f.Statements)
	for i, s := range f.Statements {
		blank := keep
		if i == 0 {
			blank = never
		} else if prev := f.Statements[i-1]; p.overLines(prev) && p.overLines(s) && !hasBlankLine(p.text[prev.Base+prev.Extent.End:s.Base]) {
			blank = force
		}
		p.newLine(0, blank)
		if task, ok := s.Node.(*Task); ok && sources[i] > 0 {
			p.run(task.Source.Span().Start + s.Base)
			p.pad(sources[i])
		}
		p.statement(s, s.Base)
	}
	p.newLine(0, keep)
	p.putComments(len(p.text))
}

// block returns the braces of a declaration, nil where it has none.
func block(s *Statement) Node {
	switch n := s.Node.(type) {
	case *Compose:
		return n.Block
	case *Task:
		if n.Block != nil {
			return n.Block
		}
	case *Workflow:
		return n.Body
	}
	return nil
}

// overLines tells whether a statement of the file is a declaration whose braces will go over several lines.
func (p *printer) overLines(s *Statement) bool {
	n := block(s)
	if n == nil {
		return false
	}
	first, last := p.first(n, s.Base), p.last(n, s.Base)
	return !p.isLine(first, last) || p.length(p.at(s.Base), last) > p.width
}

// hasBlankLine tells whether a line of text, which begins and ends within lines, holds nothing.
func hasBlankLine(text string) bool {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i := 1; i < len(lines)-1; i++ {
		if strings.Trim(lines[i], " \t\\") == "" {
			return true
		}
	}
	return false
}

// alignSources returns, for each statement, how many blanks more than one stand in front of its source, so that
// the sources of tasks on adjacent lines stand in one column.
func (p *printer) alignSources(statements []*Statement) []int {
	blanks := make([]int, len(statements))
	for i := 0; i < len(statements); {
		j, width := i, 0
		for ; j < len(statements); j++ {
			task := p.taskLine(statements[j])
			if task == nil || j > i && hasBlankLine(p.text[statements[j-1].Base+statements[j-1].Extent.End:statements[j].Base]) {
				break
			}
			if task.Source != nil {
				width = max(width, utf8.RuneCountInString(task.Name.Text))
			}
		}
		for k := i; k < j; k++ {
			if task := statements[k].Node.(*Task); task.Source != nil {
				blanks[k] = width - utf8.RuneCountInString(task.Name.Text)
			}
		}
		i = max(j, i+1)
	}
	return blanks
}

// taskLine returns the task that the statement declares on one line, nil where it does not.
func (p *printer) taskLine(s *Statement) *Task {
	task, ok := s.Node.(*Task)
	if !ok || p.overLines(s) || p.commentIn(s.Base, s.Base+s.Extent.End) {
		return nil
	}
	return task
}
