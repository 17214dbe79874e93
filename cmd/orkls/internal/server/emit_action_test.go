package server_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/uri"

	"github.com/orkls/orkls/compiler"
)

const twoWorkflows = "task a\nworkflow one { a }\nworkflow two { a as b }\n"

func actionAt(address string, line int, context object) object {
	return object{
		"textDocument": object{"uri": address},
		"range":        object{"start": object{"line": line, "character": 12}, "end": object{"line": line, "character": 12}},
		"context":      context,
	}
}

func TestEmitBesideTheSource(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, rich())
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, twoWorkflows)
	asl := object{"diagnostics": []object{}, "only": []string{"source.emit.asl"}}
	var actions []codeAction
	c.Call("textDocument/codeAction", actionAt(address, 2, asl), &actions)
	if len(actions) != 1 || actions[0].Kind != "source.emit.asl" || actions[0].Title != "write two as Amazon States Language to two.asl.json" {
		t.Fatalf("got %+v", actions)
	}
	target := string(uri.File(filepath.Join(folder, "two.asl.json")))
	changes := actions[0].Edit.DocumentChanges
	if len(changes) != 2 || changes[0].Kind != "create" || changes[1].TextDocument.URI != target || !strings.Contains(changes[1].Edits[0].NewText, `"StartAt": "b"`) {
		t.Errorf("got %+v", changes)
	}

	write(t, filepath.Join(folder, "two.asl.json"), "{\n  \"old\": true\n}\n")
	actions = nil
	c.Call("textDocument/codeAction", actionAt(address, 2, asl), &actions)
	changes = actions[0].Edit.DocumentChanges
	if len(changes) != 1 || changes[0].Edits[0].Range.String() != "0:0-3:0" {
		t.Errorf("the old file is not replaced whole: %+v", changes)
	}
}

func TestEmitWhenAsked(t *testing.T) {
	var everyTarget []string
	for _, target := range compiler.Targets {
		everyTarget = append(everyTarget, "source.emit."+target.Name)
	}
	for _, test := range []struct {
		name    string
		text    string
		line    int
		context object
		kinds   []string
	}{
		{"invoked", twoWorkflows, 1, object{"triggerKind": 1}, everyTarget},
		{"while the cursor moves", twoWorkflows, 1, object{"triggerKind": 2}, nil},
		{"outside of both", twoWorkflows, 0, object{}, nil},
		{"outside of the only one", "task a\nworkflow one { a }\n", 0, object{"only": []string{"source.emit.mermaid"}}, []string{"source.emit.mermaid"}},
		{"all source actions", twoWorkflows, 1, object{"only": []string{"source"}}, everyTarget},
		{"only quick fixes", twoWorkflows, 1, object{"only": []string{"quickfix"}}, nil},
		{"does not compile", "workflow one { }\n", 0, object{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, folder := start(t)
			initialize(c, folder, rich())
			address := string(uri.File(filepath.Join(folder, "a.ork")))
			open(c, address, test.text)
			test.context["diagnostics"] = []object{}
			var actions []codeAction
			c.Call("textDocument/codeAction", actionAt(address, test.line, test.context), &actions)
			var kinds []string
			for _, a := range actions {
				kinds = append(kinds, a.Kind)
			}
			if !slices.Equal(kinds, test.kinds) {
				t.Errorf("got %v, want %v", kinds, test.kinds)
			}
		})
	}
}

func TestEmitSaysWhyNot(t *testing.T) {
	c, folder := start(t)
	capabilities := rich()
	capabilities["textDocument"].(object)["codeAction"].(object)["disabledSupport"] = true
	initialize(c, folder, capabilities)
	address := string(uri.File(filepath.Join(folder, "a.ork")))
	open(c, address, "workflow one { }\n")
	var actions []struct{ Disabled struct{ Reason string } }
	c.Call("textDocument/codeAction", actionAt(address, 0, object{"diagnostics": []object{}}), &actions)
	if len(actions) == 0 || !strings.Contains(actions[0].Disabled.Reason, "no steps") {
		t.Errorf("got %+v", actions)
	}
	open(c, "untitled:a", twoWorkflows)
	c.Call("textDocument/codeAction", actionAt("untitled:a", 1, object{"diagnostics": []object{}}), &actions)
	if len(actions) != 0 {
		t.Errorf("beside what is no file: %+v", actions)
	}
}
