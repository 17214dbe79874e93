package rpc

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"
)

// stream is what jsonrpc2 reads from and writes to. A body that is no message is answered here, since
// jsonrpc2 would end the session over it.
type stream struct {
	transport Transport
	queue     *queue
	log       *slog.Logger
	// unanswered counts the requests whose response is not in the queue yet: the gate counts up, Write down.
	unanswered atomic.Int64

	once  sync.Once
	ended chan struct{} // closed when nothing more can be read or written
	err   error         // why, to be read after ended
	// answered is closed when the last answers are in the queue. Read holds the end of the input back until
	// then: jsonrpc2 writes nothing once it has read the end.
	answered chan struct{}
}

func newStream(t Transport, log *slog.Logger) *stream {
	s := &stream{transport: t, log: log, ended: make(chan struct{}), answered: make(chan struct{})}
	s.queue = newQueue(t.WriteMessage, s.end)
	return s
}

// end records that the session cannot go on.
func (s *stream) end(err error) {
	s.once.Do(func() {
		s.err = err
		close(s.ended)
	})
}

// Read implements jsonrpc2.Stream.
func (s *stream) Read(context.Context) (jsonrpc2.Message, int64, error) {
	for {
		body, err := s.transport.ReadMessage()
		var large *TooLargeError
		switch {
		case errors.As(err, &large):
			s.refuse(jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "%v", err))
			continue
		case err != nil:
			s.end(err)
			<-s.answered
			return nil, 0, err
		}
		message, err := decode(body)
		if err != nil {
			s.refuse(err)
			continue
		}
		return message, int64(len(body)), nil
	}
}

// decode checks all of the body's JSON first: DecodeMessage looks only at its outline, and decoders that
// recurse must not meet a million brackets.
func decode(body []byte) (jsonrpc2.Message, error) {
	if !json.Valid(body) {
		return nil, jsonrpc2.NewError(jsonrpc2.ParseError, "the message is not JSON, or nested too deeply")
	}
	message, err := jsonrpc2.DecodeMessage(body)
	if err != nil {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the message is neither a request, a notification nor a response of JSON-RPC 2.0")
	}
	return message, nil
}

// refuse answers a message of which not even the id is known.
func (s *stream) refuse(err error) {
	s.log.Warn("message refused", "error", err)
	s.queue.push(jsonrpc2.AppendResponse(nil, jsonrpc2.ID{}, nil, err))
}

// Write implements jsonrpc2.Stream. It never waits. It gets responses and calls; Conn.Notify goes round it.
func (s *stream) Write(_ context.Context, m jsonrpc2.Message) (int64, error) {
	body, err := jsonrpc2.EncodeMessage(m)
	if err != nil {
		return 0, err
	}
	s.queue.push(body)
	if view, err := jsonrpc2.ScanMessageView(body); err == nil && view.Kind != jsonrpc2.MessageViewCall {
		s.unanswered.Add(-1)
	}
	return int64(len(body)), nil
}

// Close implements jsonrpc2.Stream. The transport is closed by Conn.Serve, after the last answers.
func (s *stream) Close() error {
	s.end(jsonrpc2.ErrServerClosing)
	return nil
}
