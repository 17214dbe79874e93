package grammar

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Encoding is the unit in which columns are counted.
type Encoding uint8

const (
	UTF16 Encoding = iota // what the Language Server Protocol counts in where nothing else is agreed on
	UTF8                  // bytes
	UTF32                 // code points, as people and grep count
)

// Position is a place as an editor names it. Both numbers count from 0.
type Position struct{ Line, Column int }

// Mapper turns byte offsets of one text into positions and back. Lines end with \n, \r\n or \r. A byte that
// is not UTF-8 counts as one unit in every encoding. What lies past an end means that end, and what lies
// inside a code point or a line's end means its start, so that no input is refused. It may be used by
// several goroutines.
type Mapper struct {
	text  string
	once  sync.Once
	lines []int // where each line starts; made when first needed
	ascii bool  // every column is a number of bytes
}

// NewMapper returns the mapper of text. It looks at the text only when first asked.
func NewMapper(text string) *Mapper { return &Mapper{text: text} }

// Text returns the text that the mapper is of.
func (m *Mapper) Text() string { return m.text }

// Lines returns the number of lines; a text that ends with a line's end has an empty last line.
func (m *Mapper) Lines() int { return len(m.starts()) }

// LineRange returns the line's range without its end. A line past the last is the empty end of the text.
func (m *Mapper) LineRange(line int) Range {
	starts := m.starts()
	if line < 0 {
		return Range{}
	}
	if line >= len(starts) {
		return Range{len(m.text), len(m.text)}
	}
	if line == len(starts)-1 {
		return Range{starts[line], len(m.text)}
	}
	end := starts[line+1] - 1
	if m.text[end] == '\n' && end > starts[line] && m.text[end-1] == '\r' {
		end--
	}
	return Range{starts[line], end}
}

// OffsetPosition returns the position of a byte offset, its column counted in e.
func (m *Mapper) OffsetPosition(offset int, e Encoding) Position {
	offset = min(max(offset, 0), len(m.text))
	starts := m.starts()
	line := sort.SearchInts(starts, offset+1) - 1
	content := m.LineRange(line)
	before := m.text[content.Start:min(offset, content.End)]
	if m.ascii {
		return Position{line, len(before)}
	}
	return Position{line, columns(m.text[content.Start:content.End], len(before), e)}
}

// PositionOffset returns the byte offset of a position whose column is counted in e.
func (m *Mapper) PositionOffset(p Position, e Encoding) int {
	starts := m.starts()
	if p.Line < 0 {
		return 0
	}
	if p.Line >= len(starts) {
		return len(m.text)
	}
	content := m.LineRange(p.Line)
	if p.Column <= 0 {
		return content.Start
	}
	line := m.text[content.Start:content.End]
	if m.ascii {
		return content.Start + min(p.Column, len(line))
	}
	return content.Start + bytesBefore(line, p.Column, e)
}

// columns counts the units of e in line before the byte at offset.
func columns(line string, offset int, e Encoding) int {
	n, at := 0, 0
	for at < offset {
		bytes, units := runeUnits(line[at:], e)
		if at+bytes > offset {
			break
		}
		n, at = n+units, at+bytes
	}
	return n
}

// bytesBefore returns the offset of the code point in line that holds the unit number column of e.
func bytesBefore(line string, column int, e Encoding) int {
	at := 0
	for at < len(line) {
		bytes, units := runeUnits(line[at:], e)
		if units > column {
			break
		}
		column, at = column-units, at+bytes
	}
	return at
}

// runeUnits returns the size of the first code point of s, in bytes and in units of e.
func runeUnits(s string, e Encoding) (bytes, units int) {
	if s[0] < utf8.RuneSelf {
		return 1, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case e == UTF8:
		return size, size
	case e == UTF16 && r > 0xFFFF:
		return size, 2
	}
	return size, 1
}

// starts returns where each line starts.
func (m *Mapper) starts() []int {
	m.once.Do(func() {
		m.lines, m.ascii = lineStarts(m.text), isASCII(m.text)
	})
	return m.lines
}

// lineStarts looks for \n and \r each with IndexByte, which passes many bytes at once.
func lineStarts(text string) []int {
	feed, carriage := strings.IndexByte(text, '\n'), strings.IndexByte(text, '\r')
	starts := make([]int, 1, 1+strings.Count(text, "\n"))
	for feed >= 0 || carriage >= 0 {
		var next int
		switch {
		case feed >= 0 && feed == carriage+1 && carriage >= 0:
			next = feed + 1
		case carriage < 0 || feed >= 0 && feed < carriage:
			next = feed + 1
		default:
			next = carriage + 1
		}
		starts = append(starts, next)
		if feed >= 0 && feed < next {
			feed = indexFrom(text, '\n', next)
		}
		if carriage >= 0 && carriage < next {
			carriage = indexFrom(text, '\r', next)
		}
	}
	return starts
}

func indexFrom(text string, b byte, from int) int {
	if i := strings.IndexByte(text[from:], b); i >= 0 {
		return from + i
	}
	return -1
}

func isASCII(text string) bool {
	i := 0
	for ; i+8 <= len(text); i += 8 { // one test for eight bytes
		s := text[i : i+8]
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
