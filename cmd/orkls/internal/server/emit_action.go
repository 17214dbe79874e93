package server

import (
	"fmt"
	"path"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/grammar"
)

// emitKind is the kind of the actions that compile; that of one target has its name behind it.
const emitKind protocol.CodeActionKind = "source.emit"

// emitActions offers to compile the workflows that the selection touches, or the only one of the file, to a
// file beside the source. The file is part of the action, so that every editor can do it; what is not asked for
// is not compiled, since editors ask for actions whenever the cursor moves.
func (s *Session) emitActions(all *documents, d *document, selection grammar.Range, asked protocol.CodeActionContext) (actions []protocol.CommandOrCodeAction) {
	if asked.TriggerKind == protocol.CodeActionTriggerKindAutomatic && len(asked.Only) == 0 || !isFile(d.uri) {
		return nil
	}
	for _, w := range selectedWorkflows(s.program(d), selection) {
		for _, target := range compiler.Targets {
			kind := emitKind + "." + protocol.CodeActionKind(target.Name)
			if !wants(asked.Only, kind) {
				continue
			}
			if action := s.emitAction(all, d, w, target); action != nil {
				action.Kind = &kind
				actions = append(actions, action)
			}
		}
	}
	return actions
}

func selectedWorkflows(p *flow.Program, selection grammar.Range) (selected []*flow.Workflow) {
	if len(p.Workflows) == 1 {
		return p.Workflows
	}
	for _, w := range p.Workflows {
		if touch(w.Range, selection) {
			selected = append(selected, w)
		}
	}
	return selected
}

// emitAction is nil where the workflow does not compile and the client cannot show why.
func (s *Session) emitAction(all *documents, d *document, w *flow.Workflow, target compiler.Target) *protocol.CodeAction {
	name := s.workspace.Beside(d.name, w.Name+target.Extension)
	action := &protocol.CodeAction{Title: fmt.Sprintf("write %s as %s to %s", w.Name, target.Title, path.Base(name))}
	compiled, problems := compiler.Compile(w)
	switch {
	case compiled != nil:
		before := grammar.Range{End: len(s.mapperOf(all, name).Text())}
		action.Edit = s.workspaceEdit(all, []analysis.Edit{{File: name, Range: before, NewText: target.Print(compiled)}})
	case s.client.disabledActions() && len(problems) > 0:
		action.Disabled = protocol.CodeActionDisabled{Reason: problems[0].Message}
	default:
		return nil
	}
	return action
}

// isFile tells whether a document has a place on disk, beside which something can stand.
func isFile(spelling string) bool { return strings.HasPrefix(canonical(spelling), "file:") }
