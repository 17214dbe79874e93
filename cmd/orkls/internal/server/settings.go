package server

import (
	"encoding/json"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

// settings are what a user can choose, under the name orkls: what initialize and didChangeConfiguration bring.
type settings struct {
	InlayHints struct {
		Names    *bool
		Timeouts *bool
		Captures *bool
	}
}

// shows tells whether hints of a kind are wanted; they are where nothing is said.
func (s *settings) shows(kind assist.HintKind) bool {
	chosen := [...]*bool{
		assist.NameHint: s.InlayHints.Names, assist.TimeoutHint: s.InlayHints.Timeouts, assist.CaptureHint: s.InlayHints.Captures,
	}[kind]
	return chosen == nil || *chosen
}

// configure takes settings, with or without the name orkls around them. What is of a wrong type is left as it was not
// said.
func (s *Session) configure(text []byte) {
	var named struct{ Orkls json.RawMessage }
	if err := json.Unmarshal(text, &named); err == nil && named.Orkls != nil {
		text = named.Orkls
	}
	chosen := &settings{}
	if err := json.Unmarshal(text, chosen); err != nil {
		s.log.Warn("reading the settings", "error", err)
	}
	s.settings.Store(chosen)
}

type didChangeConfigurationParams struct{ Settings json.RawMessage }

func (s *Session) didChangeConfiguration(p *didChangeConfigurationParams) error {
	if len(p.Settings) > 0 && string(p.Settings) != "null" { // null says that the client wants to be asked
		s.configure(p.Settings)
	}
	return nil
}
