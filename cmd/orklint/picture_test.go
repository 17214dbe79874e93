package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPicture holds the picture of the README against what the program prints.
func TestPicture(t *testing.T) {
	t.Chdir("../..")
	var out, errs bytes.Buffer
	a := &app{stdin: strings.NewReader(""), stdout: &out, stderr: &errs}
	if code := a.run([]string{"--color", "always", "testdata/examples/seed_list/seed_list.ork"}); code != exitFindings {
		t.Fatalf("exit code %d\n%s%s", code, out.String(), errs.String())
	}
	command := "$ orklint seed_list.ork\n"
	got := drawTerminal(command + strings.ReplaceAll(out.String(), "testdata/examples/seed_list/", ""))
	file := filepath.Join("docs", "images", "diagnostic.svg")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != got {
		t.Errorf("%s is not what the program prints; go test ./cmd/orklint -update draws it", file)
	}
}

var escape = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// fills are the colours of the SGR codes that the reports use, on a dark ground.
var fills = map[string]string{"1": "#ffffff", "2": "#8b949e", "31": "#ff7b72", "33": "#e3b341", "34": "#79c0ff", "36": "#56d4dd", "32": "#7ee787"}

// drawTerminal draws text with SGR codes as SVG.
func drawTerminal(text string) string {
	const width, lineHeight, margin = 8.4, 20, 16
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	longest := 0
	var body strings.Builder
	for i, line := range lines {
		longest = max(longest, len([]rune(escape.ReplaceAllString(line, ""))))
		fmt.Fprintf(&body, `<text x="%d" y="%d" xml:space="preserve">%s</text>`+"\n", margin, margin+lineHeight*(i+1)-6, spans(line))
	}
	w, h := int(width*float64(longest))+2*margin, lineHeight*len(lines)+2*margin
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
<rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
%s</g>
</svg>
`, w, h, w, h, body.String())
}

// spans writes a line's runs of one style.
func spans(line string) string {
	var b strings.Builder
	style := ""
	write := func(text string) {
		if text != "" {
			fmt.Fprintf(&b, "<tspan%s>%s</tspan>", style, html.EscapeString(text))
		}
	}
	at := 0
	for _, m := range escape.FindAllStringSubmatchIndex(line, -1) {
		write(line[at:m[0]])
		style = styleOf(line[m[2]:m[3]])
		at = m[1]
	}
	write(line[at:])
	return b.String()
}

func styleOf(codes string) (style string) {
	for code := range strings.SplitSeq(codes, ";") {
		if fill, ok := fills[code]; ok {
			style = fmt.Sprintf(` fill="%s"`, fill)
		}
	}
	if strings.HasPrefix(codes, "1") {
		style += ` font-weight="bold"`
	}
	return style
}
