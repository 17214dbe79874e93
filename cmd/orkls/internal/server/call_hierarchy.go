package server

import (
	"context"
	"encoding/json"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

func announceCallHierarchy(c *protocol.ServerCapabilities) {
	c.CallHierarchyProvider = protocol.Boolean(true)
}

// callData is by what a step is found again.
type callData struct{ Workflow, State string }

func (s *Session) prepareCallHierarchy(_ context.Context, _ *documents, d *document, p *protocol.CallHierarchyPrepareParams) ([]protocol.CallHierarchyItem, error) {
	state := assist.StepAt(s.program(d), s.offset(d.mapper, p.Position))
	if state == nil {
		return nil, nil
	}
	return []protocol.CallHierarchyItem{s.callItem(d, state)}, nil
}

func (s *Session) callItem(d *document, state *flow.State) protocol.CallHierarchyItem {
	selected := state.Range
	if !state.Whole.Covers(selected) {
		selected = state.Whole
	}
	item := protocol.CallHierarchyItem{
		Name: state.Name, Kind: protocol.SymbolKindMethod, URI: uri.URI(d.uri),
		Range: s.rangeOf(d.mapper, state.Whole), SelectionRange: s.rangeOf(d.mapper, selected),
	}
	workflow := state.Scope.Workflow.Name
	item.Detail = &workflow
	item.Data, _ = json.Marshal(callData{workflow, state.Name}) // strings always encode
	return item
}

// calledState finds a step again. It is nil where an edit has taken it away since.
func (s *Session) calledState(all *documents, item *protocol.CallHierarchyItem) (*document, *flow.State, error) {
	d, err := s.document(all, string(item.URI))
	if err != nil {
		return nil, nil, err
	}
	var data callData
	if err := json.Unmarshal(item.Data, &data); err != nil {
		return d, nil, nil
	}
	for _, w := range s.program(d).Workflows {
		for _, state := range w.States {
			if w.Name == data.Workflow && state.Name == data.State {
				return d, state, nil
			}
		}
	}
	return d, nil, nil
}

func (s *Session) incomingCalls(_ context.Context, all *documents, p *protocol.CallHierarchyIncomingCallsParams) ([]protocol.CallHierarchyIncomingCall, error) {
	d, state, err := s.calledState(all, &p.Item)
	if err != nil || state == nil {
		return nil, err
	}
	calls := []protocol.CallHierarchyIncomingCall{}
	for _, c := range assist.Before(state) {
		calls = append(calls, protocol.CallHierarchyIncomingCall{From: s.callItem(d, c.State), FromRanges: s.callRanges(d, c.Range)})
	}
	return calls, nil
}

func (s *Session) outgoingCalls(_ context.Context, all *documents, p *protocol.CallHierarchyOutgoingCallsParams) ([]protocol.CallHierarchyOutgoingCall, error) {
	d, state, err := s.calledState(all, &p.Item)
	if err != nil || state == nil {
		return nil, err
	}
	calls := []protocol.CallHierarchyOutgoingCall{}
	for _, c := range assist.After(state) {
		calls = append(calls, protocol.CallHierarchyOutgoingCall{To: s.callItem(d, c.State), FromRanges: s.callRanges(d, c.Range)})
	}
	return calls, nil
}

func (s *Session) callRanges(d *document, r grammar.Range) []protocol.Range {
	return []protocol.Range{s.rangeOf(d.mapper, r)}
}
