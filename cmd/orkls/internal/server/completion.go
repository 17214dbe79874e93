package server

import (
	"context"
	"encoding/json"
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orkls/internal/completion"
	"github.com/orkls/orkls/grammar"
)

func announceCompletion(c *protocol.ServerCapabilities) {
	yes := true
	c.CompletionProvider = &protocol.CompletionOptions{
		TriggerCharacters: []string{`"`, "/", ":", ".", ">", "$", "-"},
		ResolveProvider:   &yes,
		CompletionItem:    &protocol.ServerCompletionItemOptions{LabelDetailsSupport: &yes},
	}
}

func (s *Session) completion(ctx context.Context, _ *documents, d *document, p *protocol.CompletionParams) (*protocol.CompletionList, error) {
	resolve := func(file *grammar.File) *flow.Program { return s.workspace.Resolve(d.name, file) }
	c := completion.Context{Program: s.program(d), Files: s.workspace, Rules: s.rules, Resolve: resolve}
	list := completion.At(c, s.offset(d.mapper, p.Position))
	edit := s.completionEdit(d, list)
	items := make([]protocol.CompletionItem, 0, len(list.Items))
	for i, item := range list.Items {
		converted := s.completionItem(d, item, edit)
		converted.SortText = protocol.NewOptional(fmt.Sprintf("%04d", i))
		items = append(items, converted)
	}
	return &protocol.CompletionList{Items: items}, ctx.Err()
}

// completionEdit returns what makes the edit of one item from its text.
func (s *Session) completionEdit(d *document, list completion.List) func(text string) protocol.CompletionItemTextEdit {
	insert, replace := s.rangeOf(d.mapper, list.Insert), s.rangeOf(d.mapper, list.Replace)
	if s.client.insertsOrReplaces() {
		return func(text string) protocol.CompletionItemTextEdit {
			return &protocol.InsertReplaceEdit{NewText: text, Insert: insert, Replace: replace}
		}
	}
	return func(text string) protocol.CompletionItemTextEdit {
		return &protocol.TextEdit{NewText: text, Range: insert}
	}
}

var completionKinds = [...]protocol.CompletionItemKind{
	completion.Keyword:   protocol.CompletionItemKindKeyword,
	completion.Task:      protocol.CompletionItemKindFunction,
	completion.Workflow:  protocol.CompletionItemKindClass,
	completion.State:     protocol.CompletionItemKindMethod,
	completion.Attribute: protocol.CompletionItemKindProperty,
	completion.Value:     protocol.CompletionItemKindEnumMember,
	completion.Error:     protocol.CompletionItemKindConstant,
	completion.File:      protocol.CompletionItemKindFile,
	completion.Folder:    protocol.CompletionItemKindFolder,
	completion.Function:  protocol.CompletionItemKindFunction,
	completion.Rule:      protocol.CompletionItemKindValue,
	completion.Variable:  protocol.CompletionItemKindVariable,
}

// completionData is what an item is resolved by.
type completionData struct{ URI, Name string }

func (s *Session) completionItem(d *document, item completion.Item, edit func(string) protocol.CompletionItemTextEdit) protocol.CompletionItem {
	converted := protocol.CompletionItem{Label: item.Label, Kind: completionKinds[item.Kind]}
	text := item.Label
	switch {
	case item.Snippet != "" && s.client.snippets():
		text, converted.InsertTextFormat = item.Snippet, protocol.InsertTextFormatSnippet
	case item.Kind == completion.Attribute:
		text += ": "
	}
	converted.TextEdit = edit(text)
	s.detail(&converted, item)
	if item.Doc != "" {
		converted.Documentation = s.completionMarkup(item.Doc)
	}
	if item.Declaration != nil {
		converted.Data, _ = json.Marshal(completionData{d.uri, item.Label}) // strings always encode
	}
	return converted
}

func (s *Session) detail(converted *protocol.CompletionItem, item completion.Item) {
	if !s.client.labelDetails() {
		if text := item.Detail + item.From; text != "" {
			converted.Detail = protocol.NewOptional(text)
		}
		return
	}
	details := &protocol.CompletionItemLabelDetails{}
	if item.Detail != "" {
		detail := " " + item.Detail
		details.Detail = &detail
	}
	if item.From != "" {
		details.Description = &item.From
	}
	if *details != (protocol.CompletionItemLabelDetails{}) {
		converted.LabelDetails = details
	}
}
