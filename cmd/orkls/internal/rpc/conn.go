package rpc

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// patience is how long the end of a session waits for answers to be made and written.
const patience = time.Second

// Conn is one session with a client.
type Conn struct {
	ctx    context.Context
	cancel context.CancelFunc
	stream *stream
	gate   *gate
	rpc    jsonrpc2.Conn
	log    *slog.Logger
}

// NewConn returns a session over t. Nothing is read before Serve.
func NewConn(ctx context.Context, t Transport, log *slog.Logger) *Conn {
	ctx, cancel := context.WithCancel(ctx)
	s := newStream(t, log)
	return &Conn{ctx: ctx, cancel: cancel, stream: s, gate: newGate(log, &s.unanswered), rpc: jsonrpc2.NewConn(s), log: log}
}

// Context is cancelled when the session ends. Work that no request asked for belongs under it.
func (c *Conn) Context() context.Context { return c.ctx }

// Notify sends a notification. It never waits. Before initialize and after shutdown it sends nothing, as
// the protocol wants it. An error means that params cannot be encoded.
func (c *Conn) Notify(method string, params any) error {
	encoded, err := protocol.Marshal(params)
	if err != nil {
		return fmt.Errorf("encoding %s: %w", method, err)
	}
	if c.gate.now() == running {
		c.stream.queue.push(jsonrpc2.AppendNotification(nil, method, encoded))
	}
	return nil
}

// Serve answers messages with methods until the client ends the session, and tells whether that was
// orderly: with shutdown first. The error says what broke a session that did not end by exit or the end of
// the input.
func (c *Conn) Serve(methods map[string]Method) (orderly bool, err error) {
	c.gate.methods = methods
	c.rpc.Go(c.ctx, c.gate.handle)
	select {
	case <-c.gate.exited:
	case <-c.stream.ended:
		if c.stream.err != io.EOF {
			err = c.stream.err
		}
		c.cancel() // nobody waits for long answers
	case <-c.ctx.Done():
		err = c.ctx.Err()
	}
	c.finish()
	return c.gate.now() == shutDown && err == nil, err
}

// finish lets the requests that came before the end be answered, writes what is waiting, and closes the
// transport. For all of it together it has patience.
func (c *Conn) finish() {
	defer c.cancel()
	late := time.Now().Add(patience)
	for c.stream.unanswered.Load() > 0 && time.Now().Before(late) {
		time.Sleep(time.Millisecond)
	}
	close(c.stream.answered)
	c.stream.queue.close()
	select {
	case <-c.stream.queue.drained:
	case <-time.After(time.Until(late)):
		c.log.Warn("the session ended with messages that the client did not read")
	}
	if err := c.stream.transport.Close(); err != nil {
		c.log.Debug("closing", "error", err)
	}
}
