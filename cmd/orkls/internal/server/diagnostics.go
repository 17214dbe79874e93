package server

import (
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
)

// judge returns what the rules find in a document.
func (s *Session) judge(d *document) []analysis.Diagnostic {
	return analysis.Run(s.rules, s.program(d), s.workspace)
}

// program returns what a document means.
func (s *Session) program(d *document) *flow.Program { return s.workspace.Resolve(d.name, d.tree()) }

// diagnostics returns what the client is told of a document. It is never nil, since clients want a list.
func (s *Session) diagnostics(all *documents, d *document) []protocol.Diagnostic {
	found := s.judge(d)
	converted := make([]protocol.Diagnostic, 0, len(found))
	for _, f := range found {
		if f.Severity != analysis.Off {
			converted = append(converted, s.convert(all, d, f))
		}
	}
	return converted
}

func (s *Session) convert(all *documents, d *document, f analysis.Diagnostic) protocol.Diagnostic {
	converted := protocol.Diagnostic{
		Range:    s.rangeOf(d.mapper, f.Range),
		Severity: protocol.DiagnosticSeverity(f.Severity), // the numbers are the same
		Code:     protocol.String(f.Rule),
		Source:   protocol.NewOptional("orklint"),
		Message:  protocol.String(f.Message),
	}
	if s.client.codeDescription() {
		converted.CodeDescription = protocol.CodeDescription{Href: uri.URI((&analysis.Rule{Name: f.Rule}).URL())}
	}
	if s.client.relatedInformation() {
		for _, r := range f.Related {
			converted.RelatedInformation = append(converted.RelatedInformation, protocol.DiagnosticRelatedInformation{
				Location: protocol.Location{URI: s.uriOf(all, r.File), Range: s.rangeOf(s.mapperOf(all, r.File), r.Range)},
				Message:  r.Message,
			})
		}
	}
	return converted
}
