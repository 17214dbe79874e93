package sources

import (
	"path"
	"strings"
)

// Stub is a handler in the language of a file, with an empty line or two in front of it where something stands
// before it in the file. CommonJS tells how a .js file exports.
func Stub(file, handler, before string, commonJS bool) string {
	newline := "\n"
	if strings.Contains(before, "\r\n") {
		newline = "\r\n"
	}
	stub := strings.ReplaceAll(stubFor(file, commonJS), "NAME", handler)
	if strings.TrimSpace(before) != "" {
		gap := "\n"
		if LanguageOf(file) == Python {
			gap = "\n\n"
		}
		if !strings.HasSuffix(before, "\n") {
			gap += "\n"
		}
		stub = gap + stub
	}
	return strings.ReplaceAll(stub, "\n", newline)
}

func stubFor(file string, commonJS bool) string {
	switch LanguageOf(file) {
	case Python:
		return "def NAME(event, context):\n    return event\n"
	case TypeScript:
		return "export const NAME = async (event: unknown): Promise<unknown> => {\n    return event;\n};\n"
	}
	if ext := path.Ext(file); ext == ".cjs" || ext == ".js" && commonJS {
		return "exports.NAME = async (event) => {\n    return event;\n};\n"
	}
	return "export const NAME = async (event) => {\n    return event;\n};\n"
}

// GoStub is a main package that hands its event back.
const GoStub = `package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(_ context.Context, event json.RawMessage) (json.RawMessage, error) {
	return event, nil
}

func main() {
	lambda.Start(handle)
}
`
