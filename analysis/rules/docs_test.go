package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/rules"
)

const docs = "../../docs/rules"

// TestDocs holds the pages under docs/rules against the rules, or with -update writes them. Pages of rules that
// are gone fail it too.
func TestDocs(t *testing.T) {
	pages := map[string]string{"README.md": index()}
	for _, r := range rules.All {
		pages[r.Name+".md"] = page(r)
	}
	for name, want := range pages {
		file := filepath.Join(docs, name)
		if *update {
			if err := os.MkdirAll(docs, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != want {
			t.Errorf("%s is stale; go test ./analysis/rules -update writes it", file)
		}
	}
	entries, err := os.ReadDir(docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := pages[e.Name()]; ok {
			continue
		}
		if !*update {
			t.Errorf("%s/%s belongs to no rule", docs, e.Name())
		} else if err := os.Remove(filepath.Join(docs, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}

func index() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nGenerated from the rules. Each is an " +
		"error, a warning, information or a hint where no configuration says otherwise.\n")
	category := analysis.Category("")
	for _, r := range rules.All {
		if r.Category != category {
			category = r.Category
			fmt.Fprintf(&b, "\n## %s\n\n| rule | default | what it reports | fixes |\n|---|---|---|---|\n", heading(category))
		}
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", r.Name, r.Name, r.Severity, cell(r.Summary), cell(r.Fixes))
	}
	return b.String()
}

func page(r *analysis.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n*%s, by default %s: %s.*", r.Name, heading(r.Category), r.Severity, r.Summary)
	if r.Fixes != "" {
		fmt.Fprintf(&b, " *Quick fixes: %s.*", r.Fixes)
	}
	b.WriteString("\n\n" + strings.TrimSpace(r.Page) + "\n")
	return b.String()
}

func heading(c analysis.Category) string {
	words := strings.ReplaceAll(string(c), "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
