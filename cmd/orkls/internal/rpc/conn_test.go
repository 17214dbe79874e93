package rpc_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/lsptest"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

type object = lsptest.Object

// outcome is how a session ended.
type outcome struct {
	orderly bool
	err     error
}

// probe is a server whose workspace/executeCommand does what the command says. It counts didSave.
type probe struct {
	conn      *rpc.Conn
	saved     int
	stopped   chan error // what the contexts of the commands "wait" said
	waiting   chan struct{}
	published int
}

func (p *probe) methods() map[string]rpc.Method {
	return map[string]rpc.Method{
		"initialize": func([]byte) (rpc.Answer, error) {
			return func(context.Context) (any, error) { return &protocol.InitializeResult{}, nil }, nil
		},
		"textDocument/didSave": func([]byte) (rpc.Answer, error) {
			p.saved++
			return nil, nil
		},
		"textDocument/didOpen": func([]byte) (rpc.Answer, error) { panic("didOpen") },
		"workspace/didChangeConfiguration": func([]byte) (rpc.Answer, error) {
			return nil, errors.New("no such setting")
		},
		"workspace/executeCommand": p.execute,
	}
}

func (p *probe) execute(params []byte) (rpc.Answer, error) {
	var command protocol.ExecuteCommandParams
	if err := protocol.Unmarshal(params, &command); err != nil {
		return nil, err
	}
	saved := p.saved
	if command.Command == "panic in order" {
		panic("in order")
	}
	return func(ctx context.Context) (any, error) {
		switch command.Command {
		case "saved":
			return protocol.LSPAny(fmt.Sprint(saved)), nil
		case "slow":
			time.Sleep(20 * time.Millisecond)
			return protocol.LSPAny("true"), nil
		case "wait":
			p.waiting <- struct{}{}
			<-ctx.Done()
			p.stopped <- ctx.Err()
			return nil, ctx.Err()
		case "publish":
			for range 400 {
				err := p.conn.Notify("textDocument/publishDiagnostics", &protocol.PublishDiagnosticsParams{
					URI: "file:///a", Diagnostics: []protocol.Diagnostic{}})
				if err != nil {
					return nil, err
				}
			}
			return nil, nil
		case "panic":
			panic("beside")
		case "fail":
			return nil, errors.New("plain")
		case "modified":
			return nil, fmt.Errorf("while computing: %w", protocol.ErrContentModified)
		case "unencodable":
			return func() {}, nil
		}
		return nil, nil
	}, nil
}

func start(t *testing.T) (*lsptest.Client, *probe, <-chan outcome) {
	t.Helper()
	clientEnd, serverEnd := lsptest.Pipe()
	p, ended := serve(t, serverEnd)
	return lsptest.NewClient(t, clientEnd), p, ended
}

func serve(t *testing.T, wire io.ReadWriteCloser) (*probe, <-chan outcome) {
	conn := rpc.NewConn(t.Context(), rpc.NewHeaderTransport(wire), slog.New(slog.DiscardHandler))
	p := &probe{conn: conn, stopped: make(chan error, 10), waiting: make(chan struct{}, 10)}
	ended := make(chan outcome, 1)
	go func() {
		orderly, err := conn.Serve(p.methods())
		ended <- outcome{orderly, err}
	}()
	return p, ended
}

func initialize(c *lsptest.Client) {
	c.Call("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}}, nil)
	c.Notify("initialized", object{})
}

func stop(t *testing.T, c *lsptest.Client, ended <-chan outcome) {
	t.Helper()
	c.Call("shutdown", nil, nil)
	c.Notify("exit", nil)
	requireEnd(t, ended, outcome{true, nil})
}

func requireEnd(t *testing.T, ended <-chan outcome, want outcome) {
	t.Helper()
	select {
	case got := <-ended:
		if got.orderly != want.orderly || !errors.Is(got.err, want.err) {
			t.Errorf("the session ended with %+v, want %+v", got, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the session did not end")
	}
}

func command(name string) object { return object{"command": name} }

func TestLifecycle(t *testing.T) {
	c, _, ended := start(t)
	c.Fails("workspace/executeCommand", command("saved"), -32002)
	c.Fails("shutdown", nil, -32002)
	c.Notify("textDocument/didSave", object{"textDocument": object{"uri": "file:///a"}}) // not heard
	initialize(c)
	var saved int
	c.Call("workspace/executeCommand", command("saved"), &saved)
	if saved != 0 {
		t.Error("a notification before initialize was heard")
	}
	c.Fails("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}}, -32600)
	c.Fails("textDocument/hover", object{"textDocument": object{"uri": "file:///a"}, "position": object{"line": 0, "character": 0}}, -32601)
	c.Notify("$/setTrace", object{"value": "off"}) // not known, and no reason to complain
	c.Call("shutdown", nil, nil)
	c.Fails("workspace/executeCommand", command("saved"), -32600)
	c.Fails("shutdown", nil, -32600)
	c.Notify("exit", nil)
	requireEnd(t, ended, outcome{true, nil})
}

func TestExitWithoutShutdown(t *testing.T) {
	for _, initialized := range []bool{false, true} {
		c, _, ended := start(t)
		if initialized {
			initialize(c)
		}
		c.Notify("exit", nil)
		requireEnd(t, ended, outcome{false, nil})
	}
}

func TestEndOfInputCancels(t *testing.T) {
	c, p, ended := start(t)
	initialize(c)
	c.Send("workspace/executeCommand", command("wait"))
	<-p.waiting
	c.Close()
	requireEnd(t, ended, outcome{false, nil})
	select {
	case <-p.stopped:
	case <-time.After(5 * time.Second):
		t.Error("the handler runs on after the end of the input")
	}
	if p.conn.Context().Err() == nil {
		t.Error("the session's context outlives it")
	}
}

func TestEndOfInputAfterShutdownIsOrderly(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	c.Call("shutdown", nil, nil)
	c.Close()
	requireEnd(t, ended, outcome{true, nil})
}

func TestExitWaitsForAnswers(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	var slow []int
	for range 20 {
		slow = append(slow, c.Send("workspace/executeCommand", command("slow")))
	}
	c.Send("shutdown", nil)
	c.Notify("exit", nil)
	for _, id := range slow {
		if m := c.Response(id); string(m.Result) != "true" {
			t.Errorf("request %d: got %s, %+v", id, m.Result, m.Error)
		}
	}
	requireEnd(t, ended, outcome{true, nil})
}

// A session that comes from a file ends at once behind exit.
func TestAnswersBeforeTheEndOfTheInput(t *testing.T) {
	for range 50 {
		clientEnd, serverEnd := lsptest.Pipe()
		_, ended := serve(t, serverEnd)
		c := lsptest.NewDeafClient(t, clientEnd)
		c.Send("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}})
		slow := c.Send("workspace/executeCommand", command("slow"))
		c.Send("shutdown", nil)
		c.Notify("exit", nil)
		if err := clientEnd.(interface{ CloseWrite() error }).CloseWrite(); err != nil {
			t.Fatal(err)
		}
		c.Listen()
		if m := c.Response(slow); string(m.Result) != "true" {
			t.Fatalf("got %s, %+v", m.Result, m.Error)
		}
		requireEnd(t, ended, outcome{true, nil})
	}
}

func TestExitDoesNotWaitForEver(t *testing.T) {
	c, p, ended := start(t)
	initialize(c)
	c.Send("workspace/executeCommand", command("wait"))
	<-p.waiting
	c.Call("shutdown", nil, nil)
	began := time.Now()
	c.Notify("exit", nil)
	requireEnd(t, ended, outcome{true, nil})
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("the end took %v", took)
	}
}

func TestCancel(t *testing.T) {
	c, p, ended := start(t)
	initialize(c)
	first := c.Send("workspace/executeCommand", command("wait"))
	second := c.Send("workspace/executeCommand", command("wait"))
	<-p.waiting
	<-p.waiting
	c.Notify("$/cancelRequest", object{"id": second})
	c.FailedWith(second, -32800)
	c.Notify("$/cancelRequest", object{"id": second}) // answered: nothing to cancel
	c.Notify("$/cancelRequest", object{"id": "unknown"})
	c.RawMessage(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":[]}}`)
	c.RawMessage(`{"jsonrpc":"2.0","method":"$/cancelRequest"}`)
	c.Notify("$/cancelRequest", object{"id": first})
	c.FailedWith(first, -32800)
	stop(t, c, ended)
}

func TestDuplicateID(t *testing.T) {
	c, p, ended := start(t)
	initialize(c)
	id := c.Send("workspace/executeCommand", command("wait"))
	<-p.waiting
	c.RawMessage(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"workspace/executeCommand","params":{"command":"saved"}}`, id))
	c.FailedWith(id, -32600)
	c.Notify("$/cancelRequest", object{"id": id}) // still finds the first
	c.FailedWith(id, -32800)
	c.RawMessage(fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"workspace/executeCommand","params":{"command":"saved"}}`, id))
	if m := c.Response(id); m.Error != nil {
		t.Errorf("an id is free again once it is answered, but: %+v", m.Error)
	}
	stop(t, c, ended)
}

func TestErrors(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	for name, code := range map[string]int{
		"panic": -32603, "panic in order": -32603, "fail": -32603, "modified": -32801, "unencodable": -32603,
	} {
		c.Fails("workspace/executeCommand", command(name), code)
	}
	c.RawMessage(`{"jsonrpc":"2.0","id":"bad params","method":"workspace/executeCommand","params":{"command":{}}}`)
	m := c.Wait("the response", func(m lsptest.Message) bool { return string(m.ID) == `"bad params"` })
	if m.Error == nil || m.Error.Code != -32602 {
		t.Errorf("bad params: got %+v, want -32602", m.Error)
	}
	c.Notify("textDocument/didOpen", object{"textDocument": object{"uri": "file:///a", "languageId": "ork", "version": 1, "text": ""}}) // panics
	c.Notify("workspace/didChangeConfiguration", object{"settings": nil})                                                               // fails
	stop(t, c, ended)
}

// A request sees exactly the notifications before it, however slowly it is answered.
func TestOrder(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	want := map[int]int{}
	for i := range 2000 {
		c.Notify("textDocument/didSave", object{"textDocument": object{"uri": "file:///a"}})
		want[c.Send("workspace/executeCommand", command("saved"))] = i + 1
	}
	for id, saved := range want {
		if m := c.Response(id); string(m.Result) != fmt.Sprint(saved) {
			t.Fatalf("request %d saw %s notifications, want %d", id, m.Result, saved)
		}
	}
	stop(t, c, ended)
}

// While the client reads nothing the server goes on reading.
func TestClientThatDoesNotRead(t *testing.T) {
	clientEnd, serverEnd := lsptest.Pipe()
	_, ended := serve(t, serverEnd)
	c := lsptest.NewDeafClient(t, clientEnd)
	c.Send("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}})
	last := 0
	for range 50 {
		last = c.Send("workspace/executeCommand", command("publish"))
	}
	c.Listen()
	c.Response(last)
	for range 50 * 400 {
		var p protocol.PublishDiagnosticsParams
		c.Next("textDocument/publishDiagnostics", &p)
	}
	stop(t, c, ended)
}

// A client that never reads again cannot keep the server alive.
func TestExitOfAClientThatDoesNotRead(t *testing.T) {
	clientEnd, serverEnd := lsptest.Pipe()
	_, ended := serve(t, serverEnd)
	c := lsptest.NewDeafClient(t, clientEnd)
	c.Send("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}})
	c.Send("shutdown", nil)
	c.Notify("exit", nil)
	requireEnd(t, ended, outcome{true, nil})
}

func TestMalformedBodies(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	for _, b := range []struct {
		body string
		code int
	}{
		{``, -32700},
		{`{`, -32700},
		{`nonsense`, -32700},
		{"\xff\xfe\x00", -32700},
		{`{"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{]}`, -32700},
		{`{"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":` + strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000) + `}`, -32700},
		{`null`, -32600},
		{`[]`, -32600},
		{`{}`, -32600},
		{`{"jsonrpc":"1.0","id":1,"method":"shutdown"}`, -32600},
		{`{"jsonrpc":"2.0","id":{},"method":"shutdown"}`, -32600},
		{`{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}`, -32600},
		{`{"jsonrpc":"2.0","id":1,"method":7}`, -32600},
	} {
		c.RawMessage(b.body)
		m := c.Wait("the refusal of "+b.body[:min(len(b.body), 60)], func(m lsptest.Message) bool { return string(m.ID) == "null" })
		if m.Error == nil || m.Error.Code != b.code {
			t.Errorf("%.60q: got %+v, want %d", b.body, m.Error, b.code)
		}
	}
	c.RawMessage(`{"jsonrpc":"2.0","id":4711,"result":null}`) // answers nothing that was asked
	stop(t, c, ended)
}

func TestTooLargeMessage(t *testing.T) {
	c, _, ended := start(t)
	initialize(c)
	c.Raw(fmt.Sprintf("Content-Length: %d\r\n\r\n", rpc.MaxMessage+1))
	c.Raw(strings.Repeat(" ", rpc.MaxMessage+1))
	m := c.Wait("the refusal", func(m lsptest.Message) bool { return string(m.ID) == "null" })
	if m.Error == nil || m.Error.Code != -32600 || !strings.Contains(m.Error.Message, "67108865") {
		t.Errorf("got %+v", m.Error)
	}
	stop(t, c, ended)
}

func TestHeaders(t *testing.T) {
	body := `{"jsonrpc":"2.0","id":"x","method":"workspace/executeCommand","params":{"command":"saved"}}`
	for _, header := range []string{
		"content-length: %d\r\n\r\n",
		"Content-Length:%d\r\n\r\n",
		"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
		"Content-Length: %d\r\nX-Unknown: y\r\n\r\n",
		"Content-Length: %d\n\n",
	} {
		c, _, ended := start(t)
		initialize(c)
		c.RawFrame(header, body)
		c.Wait("the answer after "+header, func(m lsptest.Message) bool { return string(m.ID) == `"x"` && m.Error == nil })
		stop(t, c, ended)
	}
}

func TestBrokenHeadersEndTheSession(t *testing.T) {
	for _, header := range []string{
		"\r\n\r\n",
		"hello\r\n\r\n",
		"Content-Length: x\r\n\r\n",
		"Content-Length: -1\r\n\r\n",
		"Content-Length: 99999999999999999999\r\n\r\n",
		"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
		"Content-Type: x\r\n\r\n",
		"X: " + strings.Repeat("y", 1<<16) + "\r\n\r\n",
		strings.Repeat("X: y\r\n", 1<<16),
	} {
		clientEnd, serverEnd := lsptest.Pipe()
		_, ended := serve(t, serverEnd)
		go io.WriteString(clientEnd, header) // cut off when the session ends
		got := <-ended
		if got.orderly || got.err == nil || !strings.Contains(got.err.Error(), "Content-Length") {
			t.Errorf("%.30q: the session ended with %+v", header, got)
		}
	}
}

func TestInputThatEndsInAMessage(t *testing.T) {
	for _, text := range []string{"Content-Le", "Content-Length: 10\r\n", "Content-Length: 10\r\n\r\n", "Content-Length: 10\r\n\r\n{}"} {
		c, _, ended := start(t)
		c.Raw(text)
		c.Close()
		requireEnd(t, ended, outcome{false, io.ErrUnexpectedEOF})
	}
}

func TestFlood(t *testing.T) {
	c, p, ended := start(t)
	initialize(c)
	before := runtime.NumGoroutine()
	id := c.Send("workspace/executeCommand", command("wait"))
	<-p.waiting
	last := 0
	for range 20_000 {
		last = c.Send("workspace/executeCommand", command("saved"))
	}
	c.Response(last)
	c.Notify("$/cancelRequest", object{"id": id})
	c.FailedWith(id, -32800)
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before+2; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines remain, %d before", runtime.NumGoroutine(), before)
		}
	}
	stop(t, c, ended)
}

// FuzzBytes sends any bytes: whatever they are, the session ends when they do, and all it says is JSON-RPC.
func FuzzBytes(f *testing.F) {
	frame := func(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }
	for _, seed := range []string{
		"", "\r\n", "Content-Length: 5\r\n\r\n{}",
		frame(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}`) + frame(`{"jsonrpc":"2.0","method":"exit"}`),
		frame(`{"jsonrpc":"2.0","id":1,"method":"initialize"}`) + frame(`{"jsonrpc":"2.0","id":1,"method":"shutdown"}`),
		frame(`{"jsonrpc":"2.0","id":null,"method":"$/cancelRequest","params":{"id":null}}`) + frame(`[1,2]`) + frame(`{"id":"`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		clientEnd, serverEnd := lsptest.Pipe()
		_, ended := serve(t, serverEnd)
		go func() {
			clientEnd.Write(input) // cut off when the session ends before
			clientEnd.(interface{ CloseWrite() error }).CloseWrite()
		}()
		answers := rpc.NewHeaderTransport(clientEnd)
		for {
			body, err := answers.ReadMessage()
			if err != nil {
				break
			}
			if message, err := jsonrpc2.DecodeMessage(body); err != nil || !json.Valid(body) {
				t.Fatalf("the server said %q: %v %v", body, message, err)
			}
		}
		<-ended
	})
}
