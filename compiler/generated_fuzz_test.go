package compiler_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/compiler/internal/generate"
	"github.com/orkls/orkls/grammar"
)

// FuzzCompile compiles any text: what compiles is a whole state machine, and what does not is reported.
func FuzzCompile(f *testing.F) {
	for _, pattern := range []string{"compile/*.ork", "compile/refused/*.ork", "examples/*/*.ork", "ok/*.ork", "err/*.ork"} {
		files, err := filepath.Glob(filepath.Join("../testdata", pattern))
		if err != nil || len(files) == 0 {
			f.Fatalf("no files match %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text))
		}
	}
	for seed := range uint64(30) {
		f.Add(generate.New(seed).Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, _ := grammar.Parse(text)
		for _, w := range flow.Resolve("fuzz.ork", file, nil).Workflows {
			out, problems := compiler.Compile(w)
			if (out == nil) != (len(problems) > 0) {
				t.Fatalf("%s is compiled and refused, or neither: %v", w.Name, problems)
			}
			for _, p := range problems {
				if p.Message == "" || p.Range.Start < 0 || p.Range.End < p.Range.Start || p.Range.End > len(text) {
					t.Errorf("%s: %q at %v of %d bytes", w.Name, p.Message, p.Range, len(text))
				}
			}
			if out != nil {
				for _, wrong := range incomplete(out.Machine) {
					t.Errorf("%s: %s", w.Name, wrong)
				}
			}
		}
	})
}

// incomplete tells what keeps a state machine from being one.
func incomplete(m *asl.Machine) (wrong []string) {
	if !json.Valid([]byte(m.JSON())) {
		wrong = append(wrong, "it is not JSON")
	}
	names := map[string]bool{}
	scopes := []*asl.Machine{m}
	m.Walk(func(_ *asl.Machine, s *asl.State) {
		if names[s.Name] || s.Name == "" || utf8.RuneCountInString(s.Name) > 80 {
			wrong = append(wrong, fmt.Sprintf("%q names two states, or is no name", s.Name))
		}
		names[s.Name] = true
		scopes = append(scopes, s.Scopes()...)
	})
	for _, scope := range scopes {
		wrong = append(wrong, unlinked(scope)...)
	}
	return wrong
}

// unlinked tells what is wrong with how the states of a scope lead to each other.
func unlinked(m *asl.Machine) (wrong []string) {
	reached := map[string]bool{}
	for todo := []string{m.StartAt}; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		if reached[name] {
			continue
		}
		reached[name] = true
		s := m.State(name)
		if s == nil {
			wrong = append(wrong, fmt.Sprintf("%q is led to, and is no state of the scope", name))
			continue
		}
		todo = append(todo, targets(s)...)
		ends := s.Type == asl.Choice || s.Type == asl.Succeed || s.Type == asl.Fail
		if goesOn := s.Next != ""; ends && (goesOn || s.End) || !ends && goesOn == s.End {
			wrong = append(wrong, fmt.Sprintf("%q ends and goes on, or neither", name))
		}
	}
	for _, s := range m.States {
		if !reached[s.Name] {
			wrong = append(wrong, fmt.Sprintf("nothing leads to %q", s.Name))
		}
	}
	return wrong
}

// targets are the names of the states that a state leads to.
func targets(s *asl.State) (names []string) {
	for _, name := range []string{s.Next, s.Default} {
		if name != "" {
			names = append(names, name)
		}
	}
	for _, r := range s.Choices {
		names = append(names, r.Next)
	}
	for _, c := range s.Catch {
		names = append(names, c.Next)
	}
	return names
}
