package server

import (
	"context"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

func announceCodeAction(c *protocol.ServerCapabilities) {
	c.CodeActionProvider = &protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{
		protocol.CodeActionKindQuickFix, protocol.CodeActionKindRefactorRewrite, protocol.CodeActionKindSourceFixAll, emitKind,
	}}
}

// codeAction offers the fixes of the diagnostics that the selection touches, other ways to write what it lies in, and
// what its workflows compile to.
func (s *Session) codeAction(ctx context.Context, all *documents, d *document, p *protocol.CodeActionParams) ([]protocol.CommandOrCodeAction, error) {
	actions := []protocol.CommandOrCodeAction{}
	if !s.client.codeActionLiterals() {
		return actions, nil
	}
	selection := s.offsets(d.mapper, p.Range)
	if wants(p.Context.Only, protocol.CodeActionKindQuickFix) {
		actions = append(actions, s.quickFixes(all, d, selection)...)
	}
	if wants(p.Context.Only, protocol.CodeActionKindRefactorRewrite) {
		actions = append(actions, s.refactorActions(all, d, selection)...)
	}
	if len(p.Context.Only) > 0 && wants(p.Context.Only, protocol.CodeActionKindSourceFixAll) {
		fixAll, err := s.fixAllAction(all, d)
		if err != nil {
			return nil, err
		}
		actions = append(actions, fixAll...)
	}
	actions = append(actions, s.emitActions(all, d, selection, p.Context)...)
	return actions, ctx.Err()
}

func (s *Session) quickFixes(all *documents, d *document, selection grammar.Range) (actions []protocol.CommandOrCodeAction) {
	for _, found := range s.judge(d) {
		if found.Severity == analysis.Off || !touch(selection, found.Range) {
			continue
		}
		for i, fix := range found.Fixes {
			actions = append(actions, s.quickFix(all, d, found, fix, i == 0 && fix.Safe))
		}
	}
	return actions
}

func (s *Session) quickFix(all *documents, d *document, of analysis.Diagnostic, fix analysis.Fix, preferred bool) *protocol.CodeAction {
	kind := protocol.CodeActionKindQuickFix
	action := &protocol.CodeAction{
		Title:       fix.Title,
		Kind:        &kind,
		Diagnostics: []protocol.Diagnostic{s.convert(all, d, of)},
		Edit:        s.workspaceEdit(all, fix.Edits),
	}
	if preferred {
		action.IsPreferred = &preferred
	}
	return action
}

// wants tells whether the client asked for actions of that kind: it did if it named none, the kind itself,
// or one above it.
func wants(only []protocol.CodeActionKind, kind protocol.CodeActionKind) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o protocol.CodeActionKind) bool {
		return o == "" || o == kind || strings.HasPrefix(string(kind), string(o)+".")
	})
}

// touch tells whether the ranges share a place, if only at their ends.
func touch(a, b grammar.Range) bool { return a.Start <= b.End && b.Start <= a.End }
