package rpc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxHeader is the size in bytes that the header of one message may have.
const maxHeader = 8 << 10

// header frames messages with a Content-Length, as on standard input and output.
type header struct {
	io.ReadWriteCloser
	in *bufio.Reader
}

// NewHeaderTransport returns the transport that frames messages on rw with a header of lines such as
// Content-Length: 123.
func NewHeaderTransport(rw io.ReadWriteCloser) Transport {
	return &header{rw, bufio.NewReaderSize(rw, maxHeader)}
}

func (h *header) ReadMessage() ([]byte, error) {
	size, err := h.readHeader()
	if err != nil {
		return nil, err
	}
	if size > MaxMessage {
		if _, err := io.CopyN(io.Discard, h.in, size); err != nil {
			return nil, unexpected(err)
		}
		return nil, &TooLargeError{size}
	}
	body := make([]byte, size)
	_, err = io.ReadFull(h.in, body)
	return body, unexpected(err)
}

// readHeader returns the length of the body that follows.
func (h *header) readHeader() (size int64, err error) {
	size = -1
	for read := 0; ; {
		line, err := h.in.ReadSlice('\n')
		read += len(line)
		switch {
		case errors.Is(err, bufio.ErrBufferFull) || read > maxHeader:
			return 0, &headerError{string(line)}
		case err == io.EOF && read == 0:
			return 0, io.EOF
		case err != nil:
			return 0, unexpected(err)
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" && size >= 0 {
			return size, nil
		}
		name, value, found := strings.Cut(text, ":")
		if !found {
			return 0, &headerError{text}
		}
		if strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			n, err := strconv.ParseUint(strings.TrimSpace(value), 10, 62)
			if err != nil || size >= 0 && size != int64(n) {
				return 0, &headerError{text}
			}
			size = int64(n)
		}
	}
}

func (h *header) WriteMessage(body []byte) error {
	frame := fmt.Appendf(make([]byte, 0, len(body)+32), "Content-Length: %d\r\n\r\n", len(body))
	_, err := h.Write(append(frame, body...))
	return err
}

// unexpected turns an end in the middle of a message into one that says so.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
