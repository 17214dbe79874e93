package iam_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/iam"
)

var update = flag.Bool("update", false, "write what states need")

// TestStates reads pairs of files: a state, NAME.json, and what it needs, NAME.
func TestStates(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no test data (%v)", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var written []txtar.File
		want := map[string]string{}
		for _, f := range archive.Files {
			want[f.Name] = string(f.Data)
		}
		for _, f := range archive.Files {
			name, isState := strings.CutSuffix(f.Name, ".json")
			if !isState {
				continue
			}
			got := lines(iam.States(state(t, f.Data)))
			written = append(written, f, txtar.File{Name: name, Data: []byte(got)})
			if got != want[name] && !*update {
				t.Errorf("%s, %s: got\n%s", path, name, got)
			}
		}
		if *update {
			archive.Files = written
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// state reads the fields of a state that permissions come from.
func state(t *testing.T, text []byte) *asl.State {
	t.Helper()
	v, err := asl.ParseValue(text)
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	s := &asl.State{
		Type: asl.Task, Resource: v.Get("Resource").Text, Parameters: v.Get("Parameters"), Arguments: v.Get("Arguments"),
		Credentials: v.Get("Credentials"), ItemReader: v.Get("ItemReader"), ResultWriter: v.Get("ResultWriter"), Label: v.Get("Label").Text,
	}
	if mode := v.Get("Mode"); mode.Present() {
		s.Type = asl.Map
		s.ItemProcessor = &asl.Machine{ProcessorConfig: &asl.ProcessorConfig{Mode: mode.Text}}
	}
	return s
}

// lines are statements as text: the actions, and the resources below them.
func lines(statements []iam.Statement) string {
	var b strings.Builder
	for _, s := range statements {
		b.WriteString(strings.Join(s.Actions, " ") + "\n")
		for _, r := range s.Resources {
			b.WriteString("    ")
			for _, p := range r {
				if p.Cut != "" {
					fmt.Fprintf(&b, "<%s cut at %s, %d>", p.Text, p.Cut, p.Index)
				} else {
					b.WriteString(p.Text)
				}
			}
			b.WriteString("\n")
		}
		if s.Condition.Present() {
			b.WriteString("    if " + strings.Join(strings.Fields(s.Condition.JSON()), " ") + "\n")
		}
	}
	return b.String()
}

// TestMerged joins what differs in one thing alone.
func TestMerged(t *testing.T) {
	call := func(name, resource, table string) *asl.State {
		return &asl.State{Name: name, Type: asl.Task, Resource: "arn:aws:states:::dynamodb:" + resource, Parameters: asl.Object(asl.Field{Name: "TableName", Value: asl.String(table)})}
	}
	w := &asl.Workflow{Machine: &asl.Machine{States: []*asl.State{
		call("a", "putItem", "x"), call("b", "getItem", "x"), call("c", "putItem", "y"), call("d", "getItem", "y"), call("e", "getItem", "x"), call("f", "deleteItem", "y"),
	}}}
	const table = "    arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/"
	want := "dynamodb:PutItem dynamodb:GetItem\n" + table + "x\n" + table + "y\ndynamodb:DeleteItem\n" + table + "y\n"
	if got := lines(iam.Statements(w)); got != want {
		t.Errorf("got\n%s", got)
	}
}
