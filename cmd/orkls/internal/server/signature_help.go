package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

func announceSignatureHelp(c *protocol.ServerCapabilities) {
	c.SignatureHelpProvider = &protocol.SignatureHelpOptions{TriggerCharacters: []string{"("}, RetriggerCharacters: []string{","}}
}

func (s *Session) signatureHelp(_ context.Context, _ *documents, d *document, p *protocol.SignatureHelpParams) (*protocol.SignatureHelp, error) {
	signature, ok := assist.SignatureAt(d.text(), s.offset(d.mapper, p.Position))
	if !ok {
		return nil, nil
	}
	label, parameters := signature.Label()
	information := protocol.SignatureInformation{Label: label, Documentation: protocol.String("Gives " + signature.Function.Doc + ".")}
	for _, name := range parameters {
		information.Parameters = append(information.Parameters, protocol.ParameterInformation{Label: protocol.String(name)})
	}
	active := uint32(max(0, min(signature.Argument, len(parameters)-1)))
	help := &protocol.SignatureHelp{Signatures: []protocol.SignatureInformation{information}}
	help.ActiveParameter = protocol.NewNullable(active)
	return help, nil
}
