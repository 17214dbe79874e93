package server

import (
	"context"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/cmd/orkls/internal/assist"
)

// programs returns what the files of the workspace mean that hold a text, the open ones as they are in all.
func (s *Session) programs(ctx context.Context, all *documents, holding string) (programs []*flow.Program, err error) {
	names, err := s.workspace.Files("./...")
	if err != nil {
		s.log.Debug("looking for files", "error", err) // a folder without any is none to complain of
	}
	for _, d := range *all {
		names = append(names, d.name)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if p := s.programHolding(all, name, holding); p != nil {
			programs = append(programs, p)
		}
	}
	return programs, nil
}

// programHolding is nil where the file does not hold the text, or cannot be read.
func (s *Session) programHolding(all *documents, name, text string) *flow.Program {
	if d, open := all.named(name); open {
		if strings.Contains(d.text(), text) {
			return s.program(d)
		}
		return nil
	}
	content, err := s.workspace.ReadFile(name)
	if err != nil || !strings.Contains(content, text) {
		return nil
	}
	p, err := s.workspace.Program(name)
	if err != nil {
		s.log.Debug("reading a program", "error", err)
		return nil
	}
	return p
}

// programsNaming returns the programs that may say a name: a step's is said in its own file alone.
func (s *Session) programsNaming(ctx context.Context, all *documents, in *flow.Program, n assist.Name) ([]*flow.Program, error) {
	if n.Step {
		return []*flow.Program{in}, nil
	}
	return s.programs(ctx, all, n.Text)
}
