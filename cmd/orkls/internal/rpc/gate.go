package rpc

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// Method begins what a message asks for. It runs in the order of the messages and holds up the next one:
// it decodes params, which it must not keep, applies a notification or takes the state that a request is
// about, and returns. An error means that params are wrong, unless it is a *jsonrpc2.Error.
type Method func(params []byte) (Answer, error)

// Answer ends a request, beside all that follow it. A notification has none. ctx is cancelled when the
// client cancels the request and when the session ends.
type Answer func(ctx context.Context) (any, error)

// phase is how far a session is.
type phase int

const (
	fresh phase = iota
	running
	shutDown
)

// gate lets a message through to its method when the protocol allows it then.
type gate struct {
	methods    map[string]Method
	log        *slog.Logger
	unanswered *atomic.Int64
	exited     chan struct{} // closed by the exit notification

	mu      sync.Mutex
	phase   phase
	exiting bool
	open    map[jsonrpc2.ID]context.CancelFunc // requests that are not answered yet
}

func newGate(log *slog.Logger, unanswered *atomic.Int64) *gate {
	return &gate{log: log, unanswered: unanswered, exited: make(chan struct{}), open: map[jsonrpc2.ID]context.CancelFunc{}}
}

// handle is the jsonrpc2.Handler. To notifications it answers nil always, since jsonrpc2 ends the session
// when one fails.
func (g *gate) handle(ctx context.Context, r *jsonrpc2.Request) (any, error) {
	if !r.IsCall() {
		g.notification(r)
		return nil, nil
	}
	g.unanswered.Add(1)
	started, method, id := time.Now(), r.Method(), r.ID()
	result, err := g.request(ctx, r)
	g.log.Debug("request", "method", method, "id", id, "took", time.Since(started), "error", err)
	return result, err
}

func (g *gate) notification(r *jsonrpc2.Request) {
	g.log.Debug("notification", "method", r.Method())
	switch method := r.Method(); method {
	case "exit":
		g.exit()
	case "$/cancelRequest":
		g.cancel(r.Params())
	default:
		begin, known := g.methods[method]
		if known && g.now() == running {
			if _, err := g.begin(method, begin, r.Params()); err != nil {
				g.log.Error("notification failed", "method", method, "error", err)
			}
		}
	}
}

func (g *gate) request(ctx context.Context, r *jsonrpc2.Request) (any, error) {
	// The request's own context is recycled with it: derive from the connection's.
	own, cancel := context.WithCancel(jsonrpc2.DetachContext(ctx))
	defer cancel()
	if err := g.admit(r, cancel); err != nil {
		return nil, err
	}
	defer g.dismiss(r.ID())

	method := r.Method()
	if method == "shutdown" {
		g.enter(shutDown)
		return nil, nil
	}
	begin, known := g.methods[method]
	if !known {
		return nil, jsonrpc2.Errorf(jsonrpc2.MethodNotFound, "the server has no method %q", method)
	}
	answer, err := g.begin(method, begin, r.Params())
	if err != nil {
		return nil, err
	}
	if method == "initialize" { // in its place: all that follows depends on it
		result, err := g.answer(own, method, answer)
		if err == nil {
			g.enter(running)
		}
		return result, err
	}
	jsonrpc2.Async(ctx)
	return g.answer(own, method, answer)
}

// admit registers the request, if it may come now.
func (g *gate) admit(r *jsonrpc2.Request, cancel context.CancelFunc) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	initialize := r.Method() == "initialize"
	switch {
	case g.phase == fresh && !initialize:
		return jsonrpc2.Errorf(jsonrpc2.ServerNotInitialized, "%s came before initialize", r.Method())
	case g.phase == shutDown || g.exiting:
		return jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "%s came after shutdown", r.Method())
	case g.phase == running && initialize:
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, "initialize came a second time")
	}
	if _, taken := g.open[r.ID()]; taken {
		return jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "id %q is of a request that is not answered yet", r.ID())
	}
	g.open[r.ID()] = cancel
	return nil
}

func (g *gate) dismiss(id jsonrpc2.ID) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.open, id)
}

// begin runs the part of a method that is in order, and survives its panic.
func (g *gate) begin(method string, begin Method, params []byte) (answer Answer, err error) {
	defer g.survive(method, &err)
	answer, err = begin(params)
	if err != nil {
		return nil, wireError(fmt.Errorf("%s: %w", method, err), jsonrpc2.InvalidParams)
	}
	return answer, nil
}

// answer runs the part of a method that is not in order, and encodes what it returns, so that a value that
// cannot be encoded is an error of this request alone.
func (g *gate) answer(ctx context.Context, method string, answer Answer) (result any, err error) {
	defer g.survive(method, &err)
	if err := ctx.Err(); err != nil {
		return nil, wireError(err, jsonrpc2.InternalError)
	}
	value, err := answer(ctx)
	if err != nil {
		return nil, wireError(err, jsonrpc2.InternalError)
	}
	encoded, err := protocol.Marshal(value)
	if err != nil {
		return nil, wireError(fmt.Errorf("encoding the result of %s: %w", method, err), jsonrpc2.InternalError)
	}
	return jsonrpc2.RawMessage(encoded), nil
}

// survive turns a panic into an error.
func (g *gate) survive(method string, err *error) {
	if cause := recover(); cause != nil {
		g.log.Error("panic", "method", method, "cause", cause, "stack", string(debug.Stack()))
		*err = jsonrpc2.Errorf(jsonrpc2.InternalError, "a bug in %s: %v; the server's log has more", method, cause)
	}
}

// cancel cancels the request that a $/cancelRequest names, if it is not answered yet.
func (g *gate) cancel(params []byte) {
	var number struct{ ID int64 }
	var text struct{ ID string }
	var id jsonrpc2.ID
	switch {
	case json.Unmarshal(params, &number) == nil:
		id = jsonrpc2.NewNumberID(number.ID)
	case json.Unmarshal(params, &text) == nil:
		id = jsonrpc2.NewStringID(text.ID)
	}
	g.mu.Lock()
	cancel := g.open[id]
	g.mu.Unlock()
	if cancel != nil {
		cancel()
	}
}

func (g *gate) exit() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.exiting {
		g.exiting = true
		close(g.exited)
	}
}

func (g *gate) enter(p phase) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.phase = p
}

func (g *gate) now() phase {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.phase
}
