package rules

import (
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// jumpInstead is the fix that writes -> for the >> in front of a mention. There is none where more follows the
// mention, or where it says more than a name.
func jumpInstead(p *analysis.Pass, m *flow.Mention, title string) []analysis.Fix {
	c := m.Chain
	name := p.Text(m.Range)
	if m.Index != len(c.Mentions)-1 || c.Jump != nil || !grammar.IsIdent(name) {
		return nil
	}
	if m.Index == 0 { // a jump alone is a body
		if c.Body.Own || len(c.Body.Chains) > 1 {
			return nil
		}
		return []analysis.Fix{{Title: title + "-> " + name, Safe: true, Edits: []analysis.Edit{p.Replace(m.Range, "-> "+name)}}}
	}
	between := grammar.Range{Start: c.Mentions[m.Index-1].Range.End, End: m.Range.Start}
	tokens, _ := grammar.Lex(p.Text(between))
	for _, t := range tokens {
		if t.Kind == grammar.Then {
			return []analysis.Fix{{
				Title: title + "-> " + name, Safe: true,
				Edits: []analysis.Edit{p.Replace(t.Range().Shift(between.Start), "->")},
			}}
		}
	}
	return nil
}

// nameAgain is the fix that makes a mention a step of its own, with a name that nothing else has. There is none for
// what is no task.
func nameAgain(p *analysis.Pass, m *flow.Mention, names *naming, title string) []analysis.Fix {
	s := m.State
	if s.Kind != flow.TaskState || s.Task != nil && s.Task.Inline {
		return nil
	}
	tokens, _ := grammar.Lex(p.Text(m.Range))
	mentioned := tokens[0].Range().Shift(m.Range.Start)
	if p.Text(mentioned) != nameOf(s) {
		return nil
	}
	step := s.Called + " as " + names.free(p, nameOf(s)+"_again")
	return []analysis.Fix{{Title: title + step, Safe: true, Edits: []analysis.Edit{p.Replace(mentioned, step)}}}
}

// naming finds names that no state of a workflow has.
type naming struct {
	workflow *flow.Workflow
	namer    *flow.Namer
}

// free returns a name that neither a state nor a task has.
func (n *naming) free(p *analysis.Pass, base string) string {
	if n.namer == nil {
		n.namer = n.workflow.Namer()
	}
	for {
		name := n.namer.Free(strings.TrimSpace(base))
		if p.Program.Lookup(name) == nil {
			return name
		}
	}
}
