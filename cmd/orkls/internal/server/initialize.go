package server

import (
	"context"
	"encoding/json"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis/workspace"
	"github.com/orkls/orkls/cmd/orkls/internal/rpc"
)

type initializeParams struct {
	Capabilities     clientCapabilities
	RootURI          string
	RootPath         string
	WorkspaceFolders []struct{ URI string }

	InitializationOptions json.RawMessage
}

func (s *Session) initialize(params []byte) (rpc.Answer, error) {
	var p initializeParams
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, err
	}
	folder, err := s.openWorkspace(p.folders())
	if err != nil {
		return nil, err
	}
	s.client, s.workspace = p.Capabilities, folder
	if len(p.InitializationOptions) > 0 {
		s.configure(p.InitializationOptions)
	}
	return func(context.Context) (any, error) {
		result := &protocol.InitializeResult{
			Capabilities: protocol.ServerCapabilities{PositionEncoding: s.client.positionEncoding()},
			ServerInfo:   protocol.ServerInfo{Name: "orkls", Version: protocol.NewOptional(s.Version)},
		}
		for _, m := range methods() {
			if m.announce != nil {
				m.announce(&result.Capabilities)
			}
		}
		return result, nil
	}, nil
}

// folders returns the paths that the client has open, best first.
func (p *initializeParams) folders() (paths []string) {
	var spellings []string
	for _, f := range p.WorkspaceFolders {
		spellings = append(spellings, f.URI)
	}
	for _, spelling := range append(spellings, p.RootURI) {
		if u, err := uri.Parse(spelling); err == nil && u.IsFile() {
			paths = append(paths, u.FsPath())
		}
	}
	if p.RootPath != "" {
		paths = append(paths, p.RootPath)
	}
	return paths
}

// openWorkspace returns the workspace of the first folder that is one. A client that has no folder open gets
// that in which it started the server.
func (s *Session) openWorkspace(paths []string) (w *workspace.Workspace, err error) {
	for _, path := range append(paths, ".") {
		if w, err = workspace.New(path); err == nil {
			return w, nil
		}
		s.log.Warn("opening a workspace", "error", err)
	}
	return nil, err
}
