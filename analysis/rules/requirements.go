package rules

import (
	"regexp"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/grammar"
)

// manifests are the files that the CDK's PythonFunction takes the requirements from where there is no requirements.txt.
var manifests = []string{"Pipfile", "poetry.lock", "uv.lock", "pyproject.toml"}

// maxRequirementFiles bounds how many files a requirements.txt may include in turn.
const maxRequirementFiles = 8

var (
	// requirementName is a requirement's name and extras (PEP 508), also where it is an egg of an address.
	requirementName = regexp.MustCompile(`^\s*(?:-e\s+|--editable[\s=])?(?:\S+#egg=)?([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?`)
	requirementFile = regexp.MustCompile(`^\s*(?:-r|--requirement)[\s=]*(\S+)`)
	nameSeparators  = regexp.MustCompile(`[-_.]+`)
	powertoolsName  = regexp.MustCompile(`(?i)aws[-_.]lambda[-_.]powertools|orkestra`)
)

// requiresPowertools tells whether a requirements.txt, or a file that it includes, lists Powertools.
func requiresPowertools(files analysis.Files, name, text string) bool {
	read := map[string]bool{name: true}
	texts := []string{text}
	names := []string{name}
	for i := 0; i < len(texts); i++ {
		for line := range strings.Lines(texts[i]) {
			if comment := strings.Index(" "+line, " #"); comment >= 0 {
				line = line[:comment]
			}
			if isPowertools(line) {
				return true
			}
			m := requirementFile.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			included := files.Beside(names[i], m[1])
			if read[included] || len(texts) == maxRequirementFiles {
				continue
			}
			read[included] = true
			if text, err := files.ReadFile(included); err == nil {
				texts, names = append(texts, text), append(names, included)
			}
		}
	}
	return false
}

func isPowertools(line string) bool {
	m := requirementName.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	switch strings.ToLower(nameSeparators.ReplaceAllString(m[1], "-")) {
	case "aws-lambda-powertools":
		return true
	case "orkestra":
		for _, extra := range strings.Split(m[2], ",") {
			if strings.EqualFold(strings.TrimSpace(extra), "powertools") {
				return true
			}
		}
	}
	return false
}

// namesPowertools tells whether a manifest of another kind speaks of Powertools.
func namesPowertools(text string) bool { return powertoolsName.MatchString(text) }

// appendLine is an edit that adds a line to the end of a file.
func appendLine(name, text, line string) analysis.Edit {
	newline := analysis.Newline(text)
	if text != "" && !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") {
		line = newline + line
	}
	return analysis.Edit{File: name, Range: grammar.Range{Start: len(text), End: len(text)}, NewText: line + newline}
}
