// Package server is the language server: one file a method, each of which reads what a request is about,
// delegates to the packages that know the language, and converts the outcome.
package server

import (
	"log/slog"
	"sync/atomic"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

// Session is what the server knows of one client. What initialize sets does not change after it.
type Session struct {
	Version string // of the server, for the client to show

	conn  *rpc.Conn
	log   *slog.Logger
	rules []*analysis.Rule

	client    clientCapabilities
	workspace *workspace.Workspace

	documents atomic.Pointer[documents]
	settings  atomic.Pointer[settings]
	publisher *publisher
}

// New returns the session of conn, in which documents are judged by rules.
func New(conn *rpc.Conn, log *slog.Logger, rules []*analysis.Rule) *Session {
	s := &Session{conn: conn, log: log, rules: rules}
	s.documents.Store(&documents{})
	s.settings.Store(&settings{})
	s.publisher = newPublisher(s)
	return s
}

// Methods returns the methods of the protocol that the session has, for rpc.Conn.Serve.
func (s *Session) Methods() map[string]rpc.Method {
	table := map[string]rpc.Method{}
	for _, m := range methods() {
		table[m.name] = func(params []byte) (rpc.Answer, error) { return m.begin(s, params) }
	}
	return table
}
