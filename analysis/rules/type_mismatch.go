package rules

import (
	_ "embed"
	"regexp"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed type_mismatch.md
var typeMismatchPage string

var typeMismatch = &analysis.Rule{
	Name:     "type-mismatch",
	Category: analysis.StepFunctions,
	Severity: analysis.Error,
	Summary:  "a value that its attribute does not take, or that is of the other query language",
	Page:     typeMismatchPage,
	Fixes:    "quotes added or taken away; the value that is meant, where one is near; the path in JSONata",
	Run:      reportTypeMismatches,
}

func reportTypeMismatches(p *analysis.Pass) {
	for _, s := range allSettings.Of(p) {
		for _, a := range s.attributes {
			known := attribute.At(a.Key, s.place)
			if known == nil || a.Value == nil {
				continue
			}
			if why := known.Mismatch(a.Value); why != "" {
				reportTypeMismatch(p, known, a, why)
			}
		}
	}
	reportOtherLanguage(p)
}

func reportTypeMismatch(p *analysis.Pass, known *attribute.Attribute, a *flow.Attribute, why string) {
	d := analysis.Diagnostic{Range: a.ValueRange(), Message: a.Key + " is " + spellValue(p.Text(a.ValueRange())) + ", but " + why}
	if meant := meantValue(known, a.Value); meant != "" {
		d.Fixes = []analysis.Fix{{
			Title: "write " + meant, Safe: true, Edits: []analysis.Edit{p.Replace(a.ValueRange(), meant)},
		}}
	}
	p.Report(d)
}

// spellValue writes a value in a message: on one line, or what it begins with.
func spellValue(text string) string {
	line := []rune(oneLine(text))
	if len(line) <= longStep {
		return string(line)
	}
	return string(line[:longStep-1]) + "…"
}

var (
	durationText = regexp.MustCompile(`^\d+(\.\d+)?(ms|s|m|h|d)$`)
	numberText   = regexp.MustCompile(`^(0|[1-9]\d*)(\.\d+)?$`)
)

// meantValue is the value that was most likely meant, as it is written; empty where none can be told.
func meantValue(known *attribute.Attribute, v *grammar.Value) string {
	text, isString := attribute.AsString(v)
	meant := &grammar.Value{}
	switch known.Type {
	case attribute.Enum:
		if !isString {
			text = v.Ident
		}
		text = nearestValue(known, text)
		meant.Ident = text
	case attribute.String:
		if bare := v.Ident + v.Number + v.Duration; bare != "" {
			return grammar.Quote(bare)
		}
		return ""
	case attribute.Strings:
		if isString {
			return "[" + grammar.Quote(text) + "]"
		}
		return ""
	default:
		meant.True, meant.False = text == "true", text == "false"
		meant.Duration, meant.Number = durationText.FindString(text), numberText.FindString(text)
	}
	if text == "" || known.Mismatch(meant) != "" {
		return ""
	}
	return text
}

func nearestValue(known *attribute.Attribute, name string) string {
	var names []string
	for _, v := range known.Values {
		names = append(names, v.Name)
	}
	return suggest.Nearest(name, names)
}
