package rules_test

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzLint lints whatever text there is: every range lies in the text, and no fix has edits that overlap.
func FuzzLint(f *testing.F) {
	paths, err := filepath.Glob("../../testdata/*/*.ork")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := project{"main.ork": text}
		for _, d := range p.lint(t) {
			for _, fix := range d.Fixes {
				p.fixed(t, fix)
			}
		}
	})
}
