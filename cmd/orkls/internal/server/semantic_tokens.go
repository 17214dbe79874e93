package server

import (
	"context"
	"slices"
	"strconv"
	"sync"

	"go.lsp.dev/protocol"

	"github.com/orkls/orkls/cmd/orkls/internal/assist"
	"github.com/orkls/orkls/grammar"
)

// tokenTypes are the types of semantic tokens, in the order of the paints.
var tokenTypes = [...]protocol.SemanticTokenTypes{
	assist.KeywordPaint:   protocol.SemanticTokenTypesKeyword,
	assist.CommentPaint:   protocol.SemanticTokenTypesComment,
	assist.StringPaint:    protocol.SemanticTokenTypesString,
	assist.NumberPaint:    protocol.SemanticTokenTypesNumber,
	assist.OperatorPaint:  protocol.SemanticTokenTypesOperator,
	assist.PathPaint:      protocol.SemanticTokenTypesVariable,
	assist.TaskPaint:      protocol.SemanticTokenTypesFunction,
	assist.WorkflowPaint:  protocol.SemanticTokenTypesClass,
	assist.StepPaint:      protocol.SemanticTokenTypesMethod,
	assist.AttributePaint: protocol.SemanticTokenTypesProperty,
	assist.ValuePaint:     protocol.SemanticTokenTypesEnumMember,
	assist.ErrorPaint:     protocol.SemanticTokenTypesEvent,
}

// The modifiers, as bits.
const (
	declarationToken = 1 << iota
	documentationToken
)

func announceSemanticTokens(c *protocol.ServerCapabilities) {
	legend := protocol.SemanticTokensLegend{TokenModifiers: []string{"declaration", "documentation"}}
	for _, t := range tokenTypes {
		legend.TokenTypes = append(legend.TokenTypes, string(t))
	}
	yes := true
	c.SemanticTokensProvider = &protocol.SemanticTokensOptions{
		Legend: legend, Range: protocol.Boolean(true), Full: &protocol.SemanticTokensFullDelta{Delta: &yes},
	}
}

// sentTokens are the semantic tokens of a document that the client was told last, of whatever version.
type sentTokens struct {
	mu   sync.Mutex
	id   int
	data []uint32
}

// replace remembers data under a new id, and returns what was remembered under the old one; not known where the client
// speaks of another.
func (t *sentTokens) replace(old string, data []uint32) (before []uint32, known bool, id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	before, known = t.data, t.id > 0 && old == strconv.Itoa(t.id)
	t.id, t.data = t.id+1, data
	return before, known, strconv.Itoa(t.id)
}

func (s *Session) semanticTokens(_ context.Context, _ *documents, d *document, _ *protocol.SemanticTokensParams) (*protocol.SemanticTokens, error) {
	data := s.tokenData(d, grammar.Range{Start: 0, End: len(d.text())})
	_, _, id := d.sentTokens.replace("", data)
	return &protocol.SemanticTokens{ResultID: &id, Data: data}, nil
}

// semanticTokensDelta says what has changed since the tokens that the client has: one piece in the middle.
func (s *Session) semanticTokensDelta(_ context.Context, _ *documents, d *document, p *protocol.SemanticTokensDeltaParams) (protocol.SemanticTokensDeltaResult, error) {
	data := s.tokenData(d, grammar.Range{Start: 0, End: len(d.text())})
	before, known, id := d.sentTokens.replace(p.PreviousResultID, data)
	if !known {
		return &protocol.SemanticTokens{ResultID: &id, Data: data}, nil
	}
	edits := []protocol.SemanticTokensEdit{}
	if !slices.Equal(before, data) {
		edits = append(edits, difference(before, data))
	}
	return &protocol.SemanticTokensDelta{ResultID: &id, Edits: edits}, nil
}

// difference is the one edit that makes after of before.
func difference(before, after []uint32) protocol.SemanticTokensEdit {
	shorter := min(len(before), len(after))
	head := 0
	for head < shorter && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < shorter-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	return protocol.SemanticTokensEdit{Start: uint32(head), DeleteCount: uint32(len(before) - tail - head), Data: after[head : len(after)-tail]}
}

func (s *Session) semanticTokensRange(_ context.Context, _ *documents, d *document, p *protocol.SemanticTokensRangeParams) (*protocol.SemanticTokens, error) {
	return &protocol.SemanticTokens{Data: s.tokenData(d, s.offsets(d.mapper, p.Range))}, nil
}

// tokenData writes the tokens in a range as the protocol wants them: five numbers each, places relative to the token
// before. It is never nil.
func (s *Session) tokenData(d *document, within grammar.Range) []uint32 {
	data := []uint32{}
	var last protocol.Position
	for _, painted := range assist.Paints(s.program(d)) {
		if !touch(painted.Range, within) {
			continue
		}
		for _, line := range splitLines(d.mapper, painted.Range) {
			at := s.rangeOf(d.mapper, line)
			if at.Start.Line != last.Line {
				last.Character = 0
			}
			data = append(data, at.Start.Line-last.Line, at.Start.Character-last.Character, at.End.Character-at.Start.Character, uint32(painted.Paint), modifiers(painted))
			last = at.Start
		}
	}
	return data
}

func modifiers(p assist.Painted) (bits uint32) {
	if p.Declares {
		bits |= declarationToken
	}
	if p.Doc {
		bits |= documentationToken
	}
	return bits
}

// splitLines returns the parts of a range on each line: clients know no tokens over several. Empty ones are left out.
func splitLines(m *grammar.Mapper, r grammar.Range) (parts []grammar.Range) {
	first, last := m.OffsetPosition(r.Start, grammar.UTF8).Line, m.OffsetPosition(r.End, grammar.UTF8).Line
	for line := first; line <= last; line++ {
		content := m.LineRange(line)
		part := grammar.Range{Start: max(r.Start, content.Start), End: min(r.End, content.End)}
		if part.Start < part.End {
			parts = append(parts, part)
		}
	}
	return parts
}
