package rpc

import (
	"context"
	"errors"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// wireError gives an error of a method the code that the protocol has for it. An error that was made with a
// code keeps it.
func wireError(err error, otherwise jsonrpc2.Code) *jsonrpc2.Error {
	var coded *jsonrpc2.Error
	switch {
	case errors.As(err, &coded):
		return &jsonrpc2.Error{Code: coded.Code, Message: err.Error(), Data: coded.Data}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return jsonrpc2.NewError(protocol.CodeRequestCancelled, "the request was cancelled")
	}
	return jsonrpc2.NewError(otherwise, err.Error())
}
