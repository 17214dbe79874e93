package grammar

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

var encodings = map[string]Encoding{"utf-8": UTF8, "utf-16": UTF16, "utf-32": UTF32}

func TestMapperPositions(t *testing.T) {
	text := "ab\r\nä€𝄞x\rz\n\n\xffq\xe2\x82"
	for _, c := range []struct {
		offset, line, utf8, utf16, utf32 int
	}{
		{0, 0, 0, 0, 0},
		{2, 0, 2, 2, 2},
		{4, 1, 0, 0, 0},
		{6, 1, 2, 1, 1},
		{9, 1, 5, 2, 2},
		{13, 1, 9, 4, 3},
		{14, 1, 10, 5, 4},
		{15, 2, 0, 0, 0},
		{17, 3, 0, 0, 0},
		{18, 4, 0, 0, 0},
		{19, 4, 1, 1, 1},
		{22, 4, 4, 4, 4},
	} {
		m := NewMapper(text)
		for e, column := range map[Encoding]int{UTF8: c.utf8, UTF16: c.utf16, UTF32: c.utf32} {
			want := Position{c.line, column}
			if got := m.OffsetPosition(c.offset, e); got != want {
				t.Errorf("OffsetPosition(%d, %d) = %v, want %v", c.offset, e, got, want)
			}
			if got := m.PositionOffset(want, e); got != c.offset {
				t.Errorf("PositionOffset(%v, %d) = %d, want %d", want, e, got, c.offset)
			}
		}
	}
}

func TestMapperClamps(t *testing.T) {
	m := NewMapper("ab\r\n𝄞c")
	for _, c := range []struct {
		name string
		at   Position
		want int
	}{
		{"before the first line", Position{-1, 5}, 0},
		{"before a line", Position{1, -3}, 4},
		{"past a line", Position{0, 99}, 2},
		{"past the last line", Position{7, 0}, 9},
		{"past the end", Position{1, 99}, 9},
		{"inside a surrogate pair", Position{1, 1}, 4},
	} {
		if got := m.PositionOffset(c.at, UTF16); got != c.want {
			t.Errorf("%s: PositionOffset(%v) = %d, want %d", c.name, c.at, got, c.want)
		}
	}
	for _, c := range []struct {
		name   string
		offset int
		want   Position
	}{
		{"before the text", -1, Position{0, 0}},
		{"past the text", 100, Position{1, 3}},
		{"between carriage return and line feed", 3, Position{0, 2}},
		{"inside a code point", 6, Position{1, 0}},
	} {
		if got := m.OffsetPosition(c.offset, UTF16); got != c.want {
			t.Errorf("%s: OffsetPosition(%d) = %v, want %v", c.name, c.offset, got, c.want)
		}
	}
}

// naivePosition is OffsetPosition, said in the plainest way: split into lines, then count each line's
// code points.
func naivePosition(text string, offset int, e Encoding) Position {
	offset = min(max(offset, 0), len(text))
	p := Position{}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		lineEnd := r == '\n' || r == '\r'
		if r == '\r' && strings.HasPrefix(text[at+1:], "\n") {
			size = 2
		}
		if at+size > offset {
			break
		}
		switch {
		case lineEnd:
			p = Position{p.Line + 1, 0}
		case e == UTF8:
			p.Column += size
		case e == UTF16:
			p.Column += max(utf16.RuneLen(r), 1)
		default:
			p.Column++
		}
		at += size
	}
	return p
}

func checkMapper(t *testing.T, text string) {
	t.Helper()
	m := NewMapper(text)
	for name, e := range encodings {
		for offset := -1; offset <= len(text)+1; offset++ {
			got, want := m.OffsetPosition(offset, e), naivePosition(text, offset, e)
			if got != want {
				t.Fatalf("%s: OffsetPosition(%d) of %q = %v, want %v", name, offset, text, got, want)
			}
			back := m.PositionOffset(got, e)
			if naivePosition(text, back, e) != want || back > max(offset, 0) {
				t.Fatalf("%s: offset %d of %q is at %v, which is offset %d", name, offset, text, got, back)
			}
		}
	}
	var joined strings.Builder
	for line := range m.Lines() {
		r := m.LineRange(line)
		if strings.ContainsAny(text[r.Start:r.End], "\r\n") {
			t.Fatalf("line %d of %q holds a line's end", line, text)
		}
		end := len(text)
		if line+1 < m.Lines() {
			end = m.LineRange(line + 1).Start
		}
		joined.WriteString(text[r.Start:end])
	}
	if joined.String() != text {
		t.Fatalf("the lines of %q join to %q", text, joined.String())
	}
}

func randomText(r *rand.Rand, pieces int) string {
	alphabet := []string{"a", "b", " ", "\n", "\r", "\r\n", "ä", "€", "𝄞", "👩‍👧", "\u2028", "\x00", "\xff", "\xe2\x82", "\xf0\x9d"}
	var b strings.Builder
	for range pieces {
		b.WriteString(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

func TestMapperAgainstNaive(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		checkMapper(t, randomText(r, r.IntN(30)))
	}
}

func FuzzMapper(f *testing.F) {
	for _, seed := range []string{"", "\n", "\r", "\r\n", "\n\r", "a\r\rb\n\nc", "x𝄞\r\n\xf0\x9d\r\ny", strings.Repeat("abcdefgh", 3) + "é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 { // the naive way is quadratic
			text = text[:500]
		}
		checkMapper(t, text)
	})
}

// BenchmarkMapper asks a fresh mapper of 1 MB for one position, which is what a keystroke costs.
func BenchmarkMapper(b *testing.B) {
	for _, c := range []struct{ name, line string }{
		{"lines of 70 bytes", strings.Repeat("x", 69) + "\n"},
		{"CRLF", strings.Repeat("x", 68) + "\r\n"},
		{"not ASCII", strings.Repeat("é", 34) + "x\n"},
	} {
		text := strings.Repeat(c.line, 1<<20/len(c.line))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewMapper(text).OffsetPosition(len(text)/2, UTF16)
			}
		})
	}
}
