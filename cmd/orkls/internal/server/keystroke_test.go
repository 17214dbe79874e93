package server

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/rules"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

// program returns one of n lines, or a few more.
func program(n int) string {
	var b strings.Builder
	for i := range (n + 6) / 7 {
		fmt.Fprintf(&b, "## Makes item %d.\ntask make_%d \"main.py\" { timeout: 6s }\ntask check_%d \"main.py\"\n\nworkflow items_%d {\n    make_%d >> (check_%d, make_%d as again)\n}\n", i, i, i, i, i, i, i)
	}
	return b.String()
}

// BenchmarkKeystroke is what a letter costs from the message that brings it to the diagnostics that are
// ready to be sent, the wait for the typing to rest apart.
func BenchmarkKeystroke(b *testing.B) {
	for _, lines := range []int{200, 10_000} {
		b.Run(fmt.Sprintf("%d lines", lines), func(b *testing.B) {
			log := slog.New(slog.DiscardHandler)
			s := New(rpc.NewConn(b.Context(), silent{}, log), log, rules.All)
			text := program(lines)
			mustBegin(b, s, "initialize", `{"capabilities":{}}`)
			mustBegin(b, s, "textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":"file:///a.ork","version":0,"text":%q}}`, text))
			middle := strings.Count(text[:len(text)/2], "\n")
			pull := `{"textDocument":{"uri":"file:///a.ork"}}`
			for i := 0; b.Loop(); i++ {
				change := `{"range":{"start":{"line":%d,"character":0},"end":{"line":%d,"character":%d}},"text":%q}`
				if i%2 == 0 {
					change = fmt.Sprintf(change, middle, middle, 0, "#")
				} else {
					change = fmt.Sprintf(change, middle, middle, 1, "")
				}
				mustBegin(b, s, "textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":"file:///a.ork","version":%d},"contentChanges":[%s]}`, i+1, change))
				if _, err := mustBegin(b, s, "textDocument/diagnostic", pull)(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func mustBegin(t testing.TB, s *Session, method, params string) rpc.Answer {
	t.Helper()
	answer, err := s.Methods()[method]([]byte(params))
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// silent is a transport on which nothing is said.
type silent struct{}

func (silent) ReadMessage() ([]byte, error) { return nil, io.EOF }
func (silent) WriteMessage([]byte) error    { return nil }
func (silent) Close() error                 { return nil }
