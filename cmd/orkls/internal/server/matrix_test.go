package server

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
)

var update = flag.Bool("update", false, "write docs/lsp.md")

// gated are the methods that the gate in front of the sessions answers.
var gated = []method{
	{name: "initialized"},
	{name: "shutdown"},
	{name: "exit", doc: "with code 1 where no shutdown came before"},
	{name: "$/cancelRequest"},
}

// TestMatrix holds the published list of methods against the server's own table.
func TestMatrix(t *testing.T) {
	const file = "../../../../docs/lsp.md"
	want, err := matrix()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is stale; go test ./cmd/orkls/internal/server -update", file)
	}
}

func matrix() (string, error) {
	var b strings.Builder
	b.WriteString(`# What orkls answers

The methods of the Language Server Protocol 3.18 that a client can send, made from the server's own table by
` + "`go test ./cmd/orkls/internal/server -update`" + `. Answers that speak of places are tested in UTF-8, UTF-16 and UTF-32.

| method | what it does for Ork |
|---|---|
`)
	has := map[string]bool{}
	for _, m := range append(methods(), gated...) {
		has[m.name] = true
		fmt.Fprintf(&b, "| `%s` | %s |\n", m.name, m.doc)
	}
	b.WriteString("\nIt sends `textDocument/publishDiagnostics`. It has no answer to:\n\n")
	all, err := lsptest.ClientMethods()
	if err != nil {
		return "", err
	}
	for _, name := range all {
		if !has[name] {
			fmt.Fprintf(&b, "- `%s`\n", name)
		}
	}
	return b.String(), nil
}
