package lsptest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

// Object is a JSON object, short to write in tests.
type Object = map[string]any

// limit is how long a test waits for what must come.
const limit = 10 * time.Second

// Message is what a server sends: a response, a notification or a request.
type Message struct {
	ID     json.RawMessage
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
	}
}

// Client is the client of a session under test. A message of either side that is not the protocol's fails
// the test, except what Raw and RawMessage send.
type Client struct {
	t         testing.TB
	wire      io.ReadWriteCloser
	transport rpc.Transport

	sending sync.Mutex
	lastID  int

	mu       sync.Mutex
	arrived  sync.Cond
	judge    *Judge
	messages []Message
	ended    bool
}

// Pipe returns the two ends of a wire without any buffer: who writes waits until the other has read.
func Pipe() (client, server io.ReadWriteCloser) {
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	return rpc.ReadWriteCloser(fromServer, toServer), rpc.ReadWriteCloser(fromClient, toClient)
}

// NewClient returns a client that reads all that comes over wire.
func NewClient(t testing.TB, wire io.ReadWriteCloser) *Client {
	c := NewDeafClient(t, wire)
	c.Listen()
	return c
}

// NewDeafClient returns a client that reads nothing before Listen.
func NewDeafClient(t testing.TB, wire io.ReadWriteCloser) *Client {
	t.Helper()
	judge, err := NewJudge()
	if err != nil {
		t.Fatal(err)
	}
	c := &Client{t: t, wire: wire, transport: rpc.NewHeaderTransport(wire), judge: judge}
	c.arrived.L = &c.mu
	return c
}

// Listen starts to read.
func (c *Client) Listen() {
	go func() {
		for {
			body, err := c.transport.ReadMessage()
			if err != nil {
				c.end(err)
				return
			}
			c.receive(body)
		}
	}()
}

func (c *Client) receive(body []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.judge.Check(ServerSide, body); err != nil {
		c.t.Errorf("the server sent %.300s: %v", body, err)
	}
	var m Message
	if err := json.Unmarshal(body, &m); err != nil {
		c.t.Errorf("the server sent %.300s: %v", body, err)
	}
	c.messages = append(c.messages, m)
	c.arrived.Broadcast()
}

func (c *Client) end(err error) {
	if err != io.EOF && !errors.Is(err, io.ErrClosedPipe) {
		c.t.Errorf("reading from the server: %v", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = true
	c.arrived.Broadcast()
}

// Raw sends bytes as they are.
func (c *Client) Raw(text string) {
	c.sending.Lock()
	defer c.sending.Unlock()
	if _, err := io.WriteString(c.wire, text); err != nil {
		c.t.Errorf("writing to the server: %v", err)
	}
}

// RawMessage sends a body with its header, whatever the body is.
func (c *Client) RawMessage(body string) { c.RawFrame("Content-Length: %d\r\n\r\n", body) }

// RawFrame sends a body, whatever it is, after a header that is made from its length.
func (c *Client) RawFrame(header, body string) {
	c.mu.Lock()
	_ = c.judge.Check(ClientSide, []byte(body)) // only so that the judge knows what was asked
	c.mu.Unlock()
	c.Raw(fmt.Sprintf(header, len(body)) + body)
}

// Send sends a request and returns its id.
func (c *Client) Send(method string, params any) (id int) {
	c.t.Helper()
	c.sending.Lock()
	c.lastID++
	id = c.lastID
	c.sending.Unlock()
	c.send(Object{"jsonrpc": "2.0", "id": id, "method": method}, params)
	return id
}

// Notify sends a notification.
func (c *Client) Notify(method string, params any) {
	c.t.Helper()
	c.send(Object{"jsonrpc": "2.0", "method": method}, params)
}

func (c *Client) send(message Object, params any) {
	c.t.Helper()
	if params != nil {
		message["params"] = params
	}
	body, err := json.Marshal(message)
	if err != nil {
		c.t.Fatal(err)
	}
	c.mu.Lock()
	err = c.judge.Check(ClientSide, body)
	c.mu.Unlock()
	if err != nil {
		c.t.Errorf("the test sends %.300s: %v", body, err)
	}
	c.Raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

// Response waits for the response to the request with that id.
func (c *Client) Response(id int) Message {
	c.t.Helper()
	return c.Wait(fmt.Sprintf("the response to request %d", id), func(m Message) bool {
		return m.Method == "" && string(m.ID) == fmt.Sprint(id)
	})
}

// Call sends a request, waits for its result and decodes it. An error fails the test.
func (c *Client) Call(method string, params, result any) {
	c.t.Helper()
	m := c.Response(c.Send(method, params))
	if m.Error != nil {
		c.t.Fatalf("%s: error %d: %s", method, m.Error.Code, m.Error.Message)
	}
	if result == nil {
		return
	}
	if err := json.Unmarshal(m.Result, result); err != nil {
		c.t.Fatalf("%s: %v: %s", method, err, m.Result)
	}
}

// Fails sends a request and requires an error with that code.
func (c *Client) Fails(method string, params any, code int) {
	c.t.Helper()
	c.FailedWith(c.Send(method, params), code)
}

// FailedWith waits for the response to a request and requires an error with that code.
func (c *Client) FailedWith(id, code int) {
	c.t.Helper()
	m := c.Response(id)
	if m.Error == nil || m.Error.Code != code {
		c.t.Errorf("request %d: got %s and error %+v, want error %d", id, m.Result, m.Error, code)
	}
}

// Next waits for the next notification of that method and decodes its params.
func (c *Client) Next(method string, params any) {
	c.t.Helper()
	m := c.Wait(method, func(m Message) bool { return m.Method == method })
	if err := json.Unmarshal(m.Params, params); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

// Silent requires that no notification of that method has come that Next did not return.
func (c *Client) Silent(method string) {
	c.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range c.messages {
		if m.Method == method {
			c.t.Errorf("unwanted %s: %s", method, m.Params)
		}
	}
}

// Wait takes the first message that is wanted out of those that have come or will.
func (c *Client) Wait(what string, wanted func(Message) bool) Message {
	c.t.Helper()
	timeout := time.AfterFunc(limit, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.ended = true
		c.arrived.Broadcast()
	})
	defer timeout.Stop()
	c.mu.Lock()
	defer c.mu.Unlock()
	for next := 0; ; {
		for ; next < len(c.messages); next++ {
			if m := c.messages[next]; wanted(m) {
				c.messages = slices.Delete(c.messages, next, next+1)
				return m
			}
		}
		if c.ended {
			c.t.Fatalf("%s did not come", what)
		}
		c.arrived.Wait()
	}
}

// Close ends the client's output and input.
func (c *Client) Close() {
	if err := c.wire.Close(); err != nil {
		c.t.Errorf("closing: %v", err)
	}
}
