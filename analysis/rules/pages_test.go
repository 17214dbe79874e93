package rules_test

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/rules"
)

// TestPages runs the examples of every page: each program under "## Bad" has a finding of the page's rule, and each
// other one has no finding of any rule. Other files of an example are blocks that name them, such as
// ```python lambdas/main.py; where a section has none, its tasks' handlers are made.
func TestPages(t *testing.T) {
	for _, rule := range rules.All {
		t.Run(rule.Name, func(t *testing.T) {
			sections := sectionsOf(rule.Page)
			for _, title := range []string{"Bad", "Good", "When to ignore"} {
				if sections[title] == "" {
					t.Errorf("the page has no section %q", title)
				}
			}
			if sections[""] == "" {
				t.Error("the page does not begin with why the rule matters")
			}
			for title, section := range sections {
				programs, files := examplesOf(t, section)
				if len(programs) == 0 && (title == "Bad" || title == "Good") {
					t.Errorf("%s has no program", title)
				}
				for _, program := range programs {
					testExample(t, rule.Name, title, program, files)
				}
			}
		})
	}
}

func testExample(t *testing.T, rule, title, program string, files project) {
	t.Helper()
	p := project{"example.ork": expand(program)}
	if len(files) == 0 {
		files = p.handlers(t)
	}
	for name, text := range files {
		p[name] = text
	}
	found := p.lint(t)
	if title == "Bad" {
		if count(found)[rule] == 0 {
			t.Errorf("the bad example has no finding of %s:\n%s", rule, program)
		}
		return
	}
	for _, d := range found {
		t.Errorf("the example under %q has a finding:\n%s\n%s", title, p.describe(d), program)
	}
}

// sectionsOf cuts a page at its headings; what stands before the first has none.
func sectionsOf(page string) map[string]string {
	sections := map[string]string{}
	for i, part := range regexp.MustCompile(`(?m)^## `).Split(page, -1) {
		title, text := "", part
		if i > 0 {
			title, text, _ = strings.Cut(part, "\n")
		}
		sections[strings.TrimSpace(title)] = strings.TrimSpace(text)
	}
	return sections
}

var fence = regexp.MustCompile("(?ms)^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$")

// examplesOf returns the Ork programs of a section, and its other files.
func examplesOf(t *testing.T, section string) (programs []string, files project) {
	t.Helper()
	files = project{}
	for _, block := range fence.FindAllStringSubmatch(section, -1) {
		switch language, name, text := block[1], block[2], block[3]; {
		case name != "":
			files[name] = text
		case language == "ork":
			programs = append(programs, text)
		}
	}
	return programs, files
}

// handlers are files with the functions that the tasks of the project's programs want.
func (p project) handlers(t testing.TB) project {
	t.Helper()
	made := project{}
	w := p.workspace(t)
	for name := range p {
		program, err := w.Program(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, task := range program.Tasks {
			code, ok := attribute.CodeOf(task)
			switch {
			case !ok:
			case code.Index == "":
				made[path.Join(code.Entry, "main.go")] = "package main\n\nfunc main() {}\n"
			case path.Ext(code.Index) == ".py":
				made[code.File()] += "def " + code.Handler + "(event, context):\n    return event\n"
			default:
				made[code.File()] += "export const " + code.Handler + " = async (event) => event;\n"
			}
		}
	}
	return made
}
