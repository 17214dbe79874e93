package flow

import (
	"sort"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// Doc returns the documentation of what stands at offset: the ## comments on the lines directly above,
// without their marks. It is empty where something but >> stands in front of it on its line.
func (p *Program) Doc(offset int) string {
	text := p.File.Text
	start := strings.LastIndexAny(text[:offset], "\r\n") + 1
	if before := strings.TrimSpace(text[start:offset]); before != "" && before != ">>" {
		return ""
	}
	comments := p.File.Comments
	var lines []string
	for i := sort.Search(len(comments), func(i int) bool { return comments[i].End > start }) - 1; i >= 0; i-- {
		c := comments[i]
		if !c.Doc || !c.Alone || !directlyAbove(text, c.Range, start) {
			break
		}
		lines = append(lines, strings.TrimSpace(strings.TrimLeft(text[c.Start:c.End], "#")))
		start = strings.LastIndexAny(text[:c.Start], "\r\n") + 1
	}
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	return strings.Join(lines, "\n")
}

// directlyAbove tells whether nothing but one line end stands between a comment and the line at start.
func directlyAbove(text string, c grammar.Range, start int) bool {
	between := text[c.End:start]
	return between == "\n" || between == "\r\n" || between == "\r"
}
