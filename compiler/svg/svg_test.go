package svg_test

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/samples"
	"github.com/orkls/orkls/compiler/svg"
)

var update = flag.Bool("update", false, "write the golden files")

func TestPrint(t *testing.T) {
	for _, w := range samples.All() {
		path, got := filepath.Join("testdata", w.Name+".svg"), svg.Print(w)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got; -update writes it):\n%s", path, diff)
		}
	}
}

// TestWellFormed reads the pictures as XML, and looks for every state in them.
func TestWellFormed(t *testing.T) {
	for _, w := range samples.All() {
		texts := read(t, w.Name, svg.Print(w))
		w.Machine.Walk(func(_ *asl.Machine, s *asl.State) {
			named := func(text string) bool { return text == s.Name || strings.HasPrefix(text, s.Name+" · ") }
			if !slices.ContainsFunc(texts, named) {
				t.Errorf("%s: %s is not in the picture", w.Name, s.Name)
			}
		})
	}
}

// read returns the texts of a picture.
func read(t *testing.T, name, picture string) (texts []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(picture))
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "text"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				texts = append(texts, string(token))
			}
		}
	}
}

// TestHardTexts has names that XML does not take as they are.
func TestHardTexts(t *testing.T) {
	name := "<b>&\"'\u0001\uFFFE\xff]]>"
	w := &asl.Workflow{Name: name, Machine: &asl.Machine{StartAt: name, States: []*asl.State{{Name: name, Type: asl.Pass, End: true}}}}
	want := "<b>&\"'\uFFFD\uFFFD\uFFFD]]>"
	if got := read(t, "hard", svg.Print(w)); !slices.Equal(got, []string{want}) {
		t.Errorf("got %q", got)
	}
}
