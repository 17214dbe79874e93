package server_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
)

type completionItem struct {
	Label            string
	Kind             int
	Detail           string
	LabelDetails     struct{ Detail, Description string }
	InsertTextFormat int
	TextEdit         struct {
		NewText                string
		Range, Insert, Replace *span
	}
	Documentation json.RawMessage
}

// completions asks for what may stand at the cursor, and returns the answer of one label as it is on the wire, too.
func completions(t *testing.T, c *lsptest.Client, text, label string) (completionItem, object) {
	t.Helper()
	address := openMarked(c, text)
	var list struct{ Items []object }
	c.Call("textDocument/completion", cursorOf(address, text, "utf-16"), &list)
	for _, raw := range list.Items {
		if raw["label"] == label {
			encoded, err := json.Marshal(raw)
			if err != nil {
				t.Fatal(err)
			}
			var item completionItem
			if err := json.Unmarshal(encoded, &item); err != nil {
				t.Fatal(err)
			}
			return item, raw
		}
	}
	t.Fatalf("%s is not among %d items", label, len(list.Items))
	return completionItem{}, nil
}

func TestCompletionOfRichClients(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{"textDocument": object{"completion": object{"completionItem": object{
		"snippetSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true, "documentationFormat": []string{"markdown"},
	}}}})
	item, raw := completions(t, c, "## Makes 𝄞.\ntask make \"a.py\"\n(make, ma|ke) # 𝄞\n", "make")
	if item.Kind != 3 || item.LabelDetails.Detail != " a.py" || item.TextEdit.Insert.String() != "2:7-2:9" || item.TextEdit.Replace.String() != "2:7-2:11" || item.Documentation != nil {
		t.Errorf("got %+v", item)
	}
	var resolved struct {
		Label         string
		Documentation struct{ Kind, Value string }
		TextEdit      struct{ NewText string }
	}
	c.Call("completionItem/resolve", raw, &resolved)
	if resolved.Documentation.Kind != "markdown" || !strings.Contains(resolved.Documentation.Value, "Makes 𝄞.") || resolved.TextEdit.NewText != "make" {
		t.Errorf("resolved %+v", resolved)
	}
	item, raw = completions(t, c, "compose { ti| }\n", "timeout")
	if item.InsertTextFormat != 2 || item.TextEdit.NewText != "timeout: ${1:3s}" || len(item.Documentation) == 0 {
		t.Errorf("got %+v", item)
	}
	c.Call("completionItem/resolve", raw, &resolved) // what was whole stays as it is
	if resolved.Label != "timeout" || resolved.TextEdit.NewText != "timeout: ${1:3s}" {
		t.Errorf("resolved %+v", resolved)
	}
}

func TestCompletionOfPoorClients(t *testing.T) {
	c, folder := start(t)
	initialize(c, folder, object{})
	item, _ := completions(t, c, "compose { ti|me }\n", "timeout")
	if item.InsertTextFormat == 2 || item.TextEdit.NewText != "timeout: " || item.TextEdit.Range.String() != "0:10-0:12" || item.Detail != "a duration" {
		t.Errorf("got %+v", item)
	}
}
