package analysis

import (
	"sort"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// Ignore is the fix that silences the rule for one statement, with a reason, by a comment on a line of its
// own. There is none where the statement does not begin its line. It is for a person to choose: what is
// reported stays as it is.
func (p *Pass) Ignore(statement grammar.Range, reason string) (fix Fix, ok bool) {
	text := p.Program.File.Text
	line := LineStart(text, statement.Start)
	indent := text[line:statement.Start]
	if strings.Trim(indent, " \t") != "" {
		return Fix{}, false
	}
	comment := indent + "# " + ignoreMark + " " + p.rule.Name + " -- " + reason + Newline(text)
	return Fix{
		Title:  "ignore it, and say why: # " + ignoreMark + " " + p.rule.Name,
		Manual: true,
		Edits:  []Edit{p.Insert(p.AboveDocs(line), comment)},
	}, true
}

// AboveDocs returns where the documentation begins that ends above the line, so that nothing comes
// between it and what it documents.
func (p *Pass) AboveDocs(line int) int {
	text, comments := p.Program.File.Text, p.Program.File.Comments
	i := sort.Search(len(comments), func(i int) bool { return comments[i].Start >= line })
	for i--; i >= 0; i-- {
		c := comments[i]
		between := strings.TrimLeft(text[c.End:line], " \t")
		if !c.Doc || !c.Alone || between != Newline(text) {
			break
		}
		line = LineStart(text, c.Start)
	}
	return line
}
