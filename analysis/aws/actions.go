package aws

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
)

// actions.txt.gz are the operations of AWS's services by the names that Step Functions has for these, from the models
// of September 2024, the last that npm aws-sdk 2 got; actions.mjs makes it.
//
//go:generate node actions.mjs node_modules/aws-sdk
//go:embed actions.txt.gz
var packedActions []byte

// ActionsKnownUntil is the month of the models.
const ActionsKnownUntil = "September 2024"

// sdkActions are the operations of each service of the SDK, separated by spaces. They are unpacked when they are first
// asked for, in about two milliseconds.
var sdkActions = sync.OnceValue(func() map[string]string {
	unpacked, err := gzip.NewReader(bytes.NewReader(packedActions))
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		return nil
	}
	services := map[string]string{}
	for line := range strings.Lines(string(text)) {
		service, operations, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		services[service] = operations
	}
	return services
})
