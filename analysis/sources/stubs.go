package sources

import (
	"path"
	"strings"
)

// Stub is a handler in the language of a file, with an empty line or two in front of it where something stands before
// it in the file; where that has a function of the name already, it is exported only. CommonJS tells how a .js file
// exports whose text does not tell.
func Stub(file, handler, before string, commonJS bool) string {
	newline := "\n"
	if strings.Contains(before, "\r\n") {
		newline = "\r\n"
	}
	stub := strings.ReplaceAll(stubFor(file, isCommonJS(file, before, commonJS), Declares(file, before, handler)), "NAME", handler)
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

// isCommonJS tells how a script exports: by its ending, its text, or else as the package does.
func isCommonJS(file, text string, otherwise bool) bool {
	switch path.Ext(file) {
	case ".cjs":
		return true
	case ".js":
		code := blank(text, scriptSyntax)
		switch {
		case moduleSyntax.MatchString(code):
			return false
		case commonSyntax.MatchString(code):
			return true
		}
		return otherwise
	}
	return false
}

func stubFor(file string, commonJS, declared bool) string {
	switch {
	case LanguageOf(file) == Python:
		return "def NAME(event, context):\n    return event\n"
	case commonJS && declared:
		return "exports.NAME = NAME;\n"
	case commonJS:
		return "exports.NAME = async (event) => {\n    return event;\n};\n"
	case declared:
		return "export { NAME };\n"
	case LanguageOf(file) == TypeScript:
		return "export const NAME = async (event: unknown): Promise<unknown> => {\n    return event;\n};\n"
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
