package server

import (
	"encoding/json"
	"errors"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/grammar"
)

// clientCapabilities are those capabilities of a client that the server looks at.
type clientCapabilities struct {
	General struct {
		PositionEncodings []protocol.PositionEncodingKind
	}
	TextDocument struct {
		PublishDiagnostics diagnosticCapabilities
		Diagnostic         diagnosticCapabilities
		CodeAction         struct {
			CodeActionLiteralSupport *struct{}
			DisabledSupport          bool
		}
		Hover struct {
			ContentFormat []protocol.MarkupKind
		}
		Completion struct {
			CompletionItem struct {
				SnippetSupport       bool
				InsertReplaceSupport bool
				LabelDetailsSupport  bool
				DocumentationFormat  []protocol.MarkupKind
			}
		}
		Definition struct {
			LinkSupport bool
		}
		DocumentSymbol struct {
			HierarchicalDocumentSymbolSupport bool
		}
	}
	Workspace struct {
		WorkspaceEdit struct {
			DocumentChanges    bool
			ResourceOperations []protocol.ResourceOperationKind
		}
	}
}

type diagnosticCapabilities struct {
	RelatedInformation     bool
	CodeDescriptionSupport bool
}

// UnmarshalJSON forgives a capability of a wrong type, as if it were not there: a client that errs in one
// need not do without the server.
func (c *clientCapabilities) UnmarshalJSON(text []byte) error {
	type plain clientCapabilities
	err := json.Unmarshal(text, (*plain)(c))
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return nil
	}
	return err
}

func (c *clientCapabilities) relatedInformation() bool {
	return c.TextDocument.PublishDiagnostics.RelatedInformation || c.TextDocument.Diagnostic.RelatedInformation
}

func (c *clientCapabilities) codeDescription() bool {
	return c.TextDocument.PublishDiagnostics.CodeDescriptionSupport || c.TextDocument.Diagnostic.CodeDescriptionSupport
}

func (c *clientCapabilities) codeActionLiterals() bool {
	return c.TextDocument.CodeAction.CodeActionLiteralSupport != nil
}

func (c *clientCapabilities) disabledActions() bool {
	return c.TextDocument.CodeAction.DisabledSupport
}

func (c *clientCapabilities) nestedSymbols() bool {
	return c.TextDocument.DocumentSymbol.HierarchicalDocumentSymbolSupport
}

func (c *clientCapabilities) hoverMarkdown() bool {
	return slices.Contains(c.TextDocument.Hover.ContentFormat, protocol.MarkupKindMarkdown)
}

func (c *clientCapabilities) completionMarkdown() bool {
	return slices.Contains(c.TextDocument.Completion.CompletionItem.DocumentationFormat, protocol.MarkupKindMarkdown)
}

func (c *clientCapabilities) snippets() bool {
	return c.TextDocument.Completion.CompletionItem.SnippetSupport
}

func (c *clientCapabilities) insertsOrReplaces() bool {
	return c.TextDocument.Completion.CompletionItem.InsertReplaceSupport
}

func (c *clientCapabilities) labelDetails() bool {
	return c.TextDocument.Completion.CompletionItem.LabelDetailsSupport
}

func (c *clientCapabilities) definitionLinks() bool {
	return c.TextDocument.Definition.LinkSupport
}

func (c *clientCapabilities) documentChanges() bool {
	return c.Workspace.WorkspaceEdit.DocumentChanges
}

func (c *clientCapabilities) createsFiles() bool {
	return c.documentChanges() && slices.Contains(c.Workspace.WorkspaceEdit.ResourceOperations, protocol.ResourceOperationKindCreate)
}

var encodings = map[protocol.PositionEncodingKind]grammar.Encoding{
	protocol.PositionEncodingKindUTF8:  grammar.UTF8,
	protocol.PositionEncodingKindUTF16: grammar.UTF16,
	protocol.PositionEncodingKindUTF32: grammar.UTF32,
}

// positionEncoding is the first of the client's encodings that is known, otherwise UTF-16.
func (c *clientCapabilities) positionEncoding() protocol.PositionEncodingKind {
	for _, kind := range c.General.PositionEncodings {
		if _, known := encodings[kind]; known {
			return kind
		}
	}
	return protocol.PositionEncodingKindUTF16
}

func (c *clientCapabilities) encoding() grammar.Encoding { return encodings[c.positionEncoding()] }
