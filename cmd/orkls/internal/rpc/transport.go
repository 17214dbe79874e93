// Package rpc carries the messages of the Language Server Protocol: it reads and writes them, keeps their
// order, and guards the server against what a client may send at the wrong time or twice.
package rpc

import (
	"fmt"
	"io"
)

// MaxMessage is the size in bytes that a message may have.
const MaxMessage = 64 << 20

// Transport carries the bodies of messages, whole. One goroutine reads and one writes.
type Transport interface {
	// ReadMessage returns the next body, which is the caller's to keep, and io.EOF at the end. After a
	// *TooLargeError the next message can be read; any other error is the end.
	ReadMessage() ([]byte, error)
	WriteMessage(body []byte) error
	// Close ends the transport, and where that is possible also a ReadMessage that waits.
	Close() error
}

// TooLargeError tells of a message that was skipped.
type TooLargeError struct{ Size int64 }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("a message of %d bytes is larger than the %d bytes that are accepted", e.Size, MaxMessage)
}

// headerError tells of a header that says nothing of where the next message starts.
type headerError struct{ line string }

func (e *headerError) Error() string {
	return fmt.Sprintf("expected the header of a message, such as Content-Length: 123, but got %.80q; "+
		"the server is started by an editor and not by hand", e.line)
}

// ReadWriteCloser joins an input and an output, such as those of a process. Closing closes both.
func ReadWriteCloser(in io.ReadCloser, out io.WriteCloser) io.ReadWriteCloser {
	return joined{in, out}
}

type joined struct {
	io.ReadCloser
	out io.WriteCloser
}

func (j joined) Write(p []byte) (int, error) { return j.out.Write(p) }

// CloseWrite ends the output alone.
func (j joined) CloseWrite() error { return j.out.Close() }

func (j joined) Close() error {
	inErr, outErr := j.ReadCloser.Close(), j.out.Close()
	if inErr != nil {
		return inErr
	}
	return outErr
}
