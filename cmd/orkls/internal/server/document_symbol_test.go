package server_test

import (
	"fmt"
	"strings"
	"testing"
)

type symbol struct {
	Name, Detail, ContainerName string
	Kind                        int
	Range, SelectionRange       span
	Location                    struct {
		URI   string
		Range span
	}
	Children []symbol
}

const symbolText = "## 𝄞\ntask a \"𝄞\"\nworkflow w { \"𝄞\": 1\n [a] }\n"

func TestNestedSymbols(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{"textDocument": object{"documentSymbol": object{"hierarchicalDocumentSymbolSupport": true}}})
	open(c, "untitled:a", symbolText)
	var symbols []symbol
	c.Call("textDocument/documentSymbol", id("untitled:a"), &symbols)
	want := "a 12 1:0-1:11 1:5-1:6, w 5 2:0-3:6 2:9-2:10, parallelize_a 18 3:1-3:4 3:1-3:4, a 6 3:2-3:3 3:2-3:3"
	if got := strings.Join(lines(symbols), ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func lines(symbols []symbol) (out []string) {
	for _, s := range symbols {
		out = append(out, fmt.Sprintf("%s %d %v %v", s.Name, s.Kind, s.Range, s.SelectionRange))
		out = append(out, lines(s.Children)...)
	}
	return out
}

func TestFlatSymbols(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "untitled:a", symbolText)
	var symbols []symbol
	c.Call("textDocument/documentSymbol", id("untitled:a"), &symbols)
	var got []string
	for _, s := range symbols {
		got = append(got, fmt.Sprintf("%s in %q %v %s", s.Name, s.ContainerName, s.Location.Range, s.Location.URI))
	}
	want := `a in "" 1:0-1:11 untitled:a, w in "" 2:0-3:6 untitled:a, parallelize_a in "w" 3:1-3:4 untitled:a, a in "parallelize_a" 3:2-3:3 untitled:a`
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestSymbolsOfNothing(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	open(c, "untitled:a", "")
	var symbols []symbol
	c.Call("textDocument/documentSymbol", id("untitled:a"), &symbols)
	if symbols == nil || len(symbols) != 0 {
		t.Errorf("got %v, want a list of none", symbols)
	}
}
