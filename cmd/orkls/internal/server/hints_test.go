package server_test

import (
	"fmt"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
)

// hints asks for the hints of two lines, as places and labels.
func hints(c *lsptest.Client, encoding string) (out string) {
	p := id("untitled:a")
	p["range"] = object{"start": object{"line": 0, "character": 0}, "end": object{"line": 2, "character": 0}}
	var answer []struct {
		Position struct{ Line, Character int }
		Label    string
	}
	c.Call("textDocument/inlayHint", p, &answer)
	for _, h := range answer {
		out += fmt.Sprintf("%d:%d %s; ", h.Position.Line, h.Position.Character, h.Label)
	}
	return out
}

func TestInlayHints(t *testing.T) {
	const text = "task a \"𝄞.py\"\n(a as \"𝄞\", a as b)\nwait 3s\n"
	for encoding, column := range map[string][2]int{"utf-8": {16, 21}, "utf-16": {14, 19}, "utf-32": {13, 18}} {
		c, folder := start(t)
		initialize(c, folder, object{"general": object{"positionEncodings": []string{encoding}}})
		open(c, "untitled:a", text)
		want := fmt.Sprintf("0:%d timeout: 3s; 1:%d as parallelize_𝄞_b; 1:%d captured; ", column[0], column[1], column[1])
		if got := hints(c, encoding); got != want {
			t.Errorf("%s: got %q, want %q", encoding, got, want)
		}
		for _, settings := range []object{
			{"orkls": object{"inlayHints": object{"names": false, "captures": false}}},
			{"inlayHints": object{"names": false, "captures": false}},
		} {
			c.Notify("workspace/didChangeConfiguration", object{"settings": settings})
			if got, want := hints(c, encoding), fmt.Sprintf("0:%d timeout: 3s; ", column[0]); got != want {
				t.Errorf("%s, turned off: got %q, want %q", encoding, got, want)
			}
			c.Notify("workspace/didChangeConfiguration", object{"settings": nil}) // changes nothing
		}
	}
}

func TestHintsTurnedOffAtTheStart(t *testing.T) {
	c, _ := start(t)
	c.Call("initialize", object{
		"processId": nil, "rootUri": nil, "capabilities": object{}, "initializationOptions": object{"inlayHints": object{"timeouts": false}},
	}, nil)
	open(c, "untitled:a", "task a \"a.py\"\n")
	if got := hints(c, "utf-16"); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestSignatureHelp(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	for text, want := range map[string]string{
		"task a { parameters: { x: \"𝄞\", y: States.MathAdd(1, |":      "States.MathAdd(a, b) 1",
		"task a { parameters: { x: \"𝄞\", y: States.UUID(|":            "States.UUID() 0",
		"task a { parameters: { x: \"𝄞\", y: States.Format(1, 2, 3, |": "States.Format(a, …) 1",
	} {
		var help struct {
			Signatures      []struct{ Label string }
			ActiveParameter int
		}
		c.Call("textDocument/signatureHelp", cursorOf(openMarked(c, text), text, "utf-16"), &help)
		if len(help.Signatures) != 1 || fmt.Sprint(help.Signatures[0].Label, " ", help.ActiveParameter) != want {
			t.Errorf("%s: got %+v", text, help)
		}
	}
	text := "task |a"
	var none *object
	c.Call("textDocument/signatureHelp", cursorOf(openMarked(c, text), text, "utf-16"), &none)
	if none != nil {
		t.Errorf("got %v", none)
	}
}
