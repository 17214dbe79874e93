package assist

import (
	"encoding/json"
	"fmt"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/grammar"
)

// Rename returns the edits of programs that give a name another text. A task goes on running the function that it ran:
// where its name was that of the function, the function is written down. The error says why the name cannot be had.
func Rename(n Name, to string, programs []*flow.Program) (edits []analysis.Edit, err error) {
	written := to
	if n.Step && !grammar.IsIdent(to) {
		quoted, err := json.Marshal(to)
		if err != nil {
			return nil, fmt.Errorf("quoting %q: %w", to, err)
		}
		written = string(quoted)
	} else if !grammar.IsIdent(to) {
		return nil, fmt.Errorf("%q is no name: write letters, digits and _, and no reserved word", to)
	}
	if to == n.Text {
		return nil, nil
	}
	for _, p := range programs {
		occurrences := n.Occurrences(p)
		if len(occurrences) == 0 {
			continue
		}
		if err := n.free(p, to); err != nil {
			return nil, err
		}
		for _, o := range occurrences {
			edits = append(edits, analysis.Edit{File: p.Path, Range: o.Range, NewText: written})
		}
		edits = append(edits, n.keepHandler(p)...)
	}
	return edits, nil
}

// free says why a name cannot be another in a program; nil where it can.
func (n Name) free(p *flow.Program, to string) error {
	if p.MaybeUsed(n.Text) {
		return fmt.Errorf("%s: a statement that does not parse may mean %s; repair it first", p.Path, n.Text)
	}
	if d := p.Lookup(to); d != nil {
		return fmt.Errorf("%s is declared already, in %s", to, d.Program.Path)
	}
	for state := range states(p) {
		if state.Naming == flow.Given && state.Name == to {
			return fmt.Errorf("a step in %s is called %s already", p.Path, to)
		}
	}
	return nil
}

// keepHandler writes down which function a task of the program runs that is called as the task was.
func (n Name) keepHandler(p *flow.Program) (edits []analysis.Edit) {
	for _, t := range p.Tasks {
		if p.Path != n.File || t.NameRange != n.Range || t.Source.Kind != flow.File || t.Source.Handler != "" || given(t, "handler") {
			continue
		}
		end := t.Source.Range.End - 1 // in front of the quote
		edits = append(edits, analysis.Edit{File: p.Path, Range: grammar.Range{Start: end, End: end}, NewText: ":" + n.Text})
	}
	return edits
}

func given(t *flow.Task, key string) bool {
	for _, a := range t.Attributes {
		if a.Key == key {
			return true
		}
	}
	return false
}
