package report_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/cmd/orklint/report"
	"github.com/orkls/orkls/grammar"
)

var update = flag.Bool("update", false, "write what the formats give into testdata")

// TestFormats runs the archives of testdata. An archive starts with diagnostics, each a line
//
//	SEVERITY RULE @N: MESSAGE
//	  related @N: MESSAGE
//	  fix safe|unsafe @N "NEW TEXT": TITLE
//
// where @N is the place that the sources mark as ⟦N:...⟧ (and \t, \x1b and the like in sources stand for those bytes). Then
// come the sources, and what each format makes of them.
func TestFormats(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r := reportOf(t, archive)
			for i, file := range archive.Files {
				name, isOutput := strings.CutPrefix(file.Name, "out/")
				if !isOutput {
					continue
				}
				got := formatted(t, r, name)
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if got != string(file.Data) {
					t.Errorf("%s:\n%s\nwant:\n%s", name, got, file.Data)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// formatted returns what a format gives; its name may end in +colour or +brief. Escapes are shown as \x1b.
func formatted(t *testing.T, r *report.Report, name string) string {
	t.Helper()
	name, look, _ := strings.Cut(name, "+")
	format, err := report.FormatNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := format.Write(&out, r, report.Style{Colour: look == "colour", Brief: look == "brief"}); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(out.String(), "\x1b", `\x1b`)
}

var (
	finding = regexp.MustCompile(`^(\w+) ([\w-]+) @(\d+): (.*)$`)
	related = regexp.MustCompile(`^  related @(\d+): (.*)$`)
	fixLine = regexp.MustCompile(`^  fix (safe|unsafe) @(\d+) ("(?:[^"\\]|\\.)*"): (.*)$`)
)

func reportOf(t *testing.T, archive *txtar.Archive) *report.Report {
	t.Helper()
	texts, places := sources(t, archive)
	place := func(number string) analysis.Related {
		at, ok := places[number]
		if !ok {
			t.Fatalf("no place is marked %s", number)
		}
		return at
	}
	r := &report.Report{
		Files: len(texts),
		Text:  func(file string) string { return texts[file] },
		URL:   func(rule string) string { return "https://example.org/" + rule },
	}
	for line := range strings.Lines(string(archive.Comment)) {
		line = strings.TrimSuffix(line, "\n")
		last := len(r.Diagnostics) - 1
		if m := finding.FindStringSubmatch(line); m != nil {
			severity, err := analysis.ParseSeverity(m[1])
			if err != nil {
				t.Fatal(err)
			}
			r.Diagnostics = append(r.Diagnostics, analysis.Diagnostic{
				Severity: severity, Rule: m[2], File: place(m[3]).File, Range: place(m[3]).Range, Message: unescape(t, m[4]),
			})
		} else if m := related.FindStringSubmatch(line); m != nil {
			at := place(m[1])
			at.Message = m[2]
			r.Diagnostics[last].Related = append(r.Diagnostics[last].Related, at)
		} else if m := fixLine.FindStringSubmatch(line); m != nil {
			newText, err := strconv.Unquote(m[3])
			if err != nil {
				t.Fatal(err)
			}
			edit := analysis.Edit{File: place(m[2]).File, Range: place(m[2]).Range, NewText: newText}
			r.Diagnostics[last].Fixes = append(r.Diagnostics[last].Fixes, analysis.Fix{
				Title: m[4], Safe: m[1] == "safe", Edits: []analysis.Edit{edit},
			})
		} else if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			t.Fatalf("not a diagnostic: %s", line)
		}
	}
	r.Diagnostics = report.Sort(r.Diagnostics)
	return r
}

var marker = regexp.MustCompile(`⟦(\d+):|⟧`)

// sources returns the texts of an archive without their marks, and the places that the marks name.
func sources(t *testing.T, archive *txtar.Archive) (texts map[string]string, places map[string]analysis.Related) {
	t.Helper()
	texts, places = map[string]string{}, map[string]analysis.Related{}
	for _, file := range archive.Files {
		if strings.HasPrefix(file.Name, "out/") {
			continue
		}
		var text strings.Builder
		var open []string
		starts := map[string]int{}
		rest := unescape(t, string(file.Data))
		for {
			m := marker.FindStringSubmatchIndex(rest)
			if m == nil {
				break
			}
			text.WriteString(rest[:m[0]])
			if m[2] >= 0 {
				number := rest[m[2]:m[3]]
				open, starts[number] = append(open, number), text.Len()
			} else {
				number := open[len(open)-1]
				open = open[:len(open)-1]
				places[number] = analysis.Related{File: file.Name, Range: grammar.Range{Start: starts[number], End: text.Len()}}
			}
			rest = rest[m[1]:]
		}
		text.WriteString(rest)
		texts[file.Name] = text.String()
	}
	return texts, places
}

var escape = regexp.MustCompile(`\\(?:[tr0]|x[0-9a-f]{2}|u[0-9a-f]{4})`)

func unescape(t *testing.T, text string) string {
	return escape.ReplaceAllStringFunc(text, func(sequence string) string {
		if sequence == `\0` {
			sequence = `\x00`
		}
		plain, err := strconv.Unquote(`"` + sequence + `"`)
		if err != nil {
			t.Fatal(err)
		}
		return plain
	})
}

// TestLongLinesAreCut holds for every place on a line far too long to show: the excerpt stays narrow and the carets are
// under the marked text.
func TestLongLinesAreCut(t *testing.T) {
	line := strings.Repeat("abcdefgh漢 ", 3000)
	for _, at := range []int{0, 10, 100, 119, 120, 500, 15_000, len(line) - 9, len(line)} {
		at -= at % 12 // a repetition's start
		r := &report.Report{
			Text: func(string) string { return "first\n" + line + "\nlast\n" },
			Diagnostics: []analysis.Diagnostic{{
				Rule: "r", Severity: analysis.Error, File: "a.ork", Range: grammar.Range{Start: 6 + at, End: 6 + min(at+3, len(line))},
			}},
		}
		lines := strings.Split(formatted(t, r, "text"), "\n")
		source, carets := []rune(lines[2]), lines[3]
		var columns []rune // a wide character takes two
		for _, c := range source {
			columns = append(columns, c)
			if c == '漢' {
				columns = append(columns, ' ')
			}
		}
		if len(columns) > 130 {
			t.Errorf("at %d the excerpt is %d columns wide", at, len(columns))
		}
		start, end := strings.Index(carets, "^"), strings.LastIndex(carets, "^")+1
		marked := ""
		if end <= len(columns) {
			marked = string(columns[start:end])
		}
		if want := line[at:min(at+3, len(line))]; marked != want {
			t.Errorf("at %d the carets mark %q, not %q:\n%s\n%s", at, marked, want, lines[2], carets)
		}
	}
}

func TestJSONOfNothingHasArrays(t *testing.T) {
	r := &report.Report{Files: 2}
	var got struct {
		Version     int
		Diagnostics []any
		Summary     map[string]int
	}
	if err := json.Unmarshal([]byte(formatted(t, r, "json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != 1 || got.Diagnostics == nil || got.Summary["files"] != 2 {
		t.Errorf("%+v", got)
	}
}

func TestFormatNamedNamesTheOthers(t *testing.T) {
	_, err := report.FormatNamed("xml")
	if want := `no format is called "xml"; there are text and json`; fmt.Sprint(err) != want {
		t.Errorf("FormatNamed: %v; want %s", err, want)
	}
}

func TestSortDropsDoubles(t *testing.T) {
	d := func(file string, start int, message string) analysis.Diagnostic {
		return analysis.Diagnostic{File: file, Range: grammar.Range{Start: start, End: start + 1}, Message: message}
	}
	got := report.Sort([]analysis.Diagnostic{d("b", 1, "m"), d("a", 9, "m"), d("a", 2, "n"), d("a", 2, "m"), d("b", 1, "m")})
	want := []analysis.Diagnostic{d("a", 2, "m"), d("a", 2, "n"), d("a", 9, "m"), d("b", 1, "m")}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("Sort = %v; want %v", got, want)
	}
}
