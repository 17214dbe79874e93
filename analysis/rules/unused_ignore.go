package rules

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/orkls/orkls/analysis"
	"github.com/orkls/orkls/analysis/suggest"
	"github.com/orkls/orkls/grammar"
)

//go:embed unused_ignore.md
var unusedIgnorePage string

// unusedIgnore must run behind all rules that comments can silence.
var unusedIgnore = &analysis.Rule{
	Name:     "unused-ignore",
	Category: analysis.Housekeeping,
	Severity: analysis.Warning,
	Summary:  "a comment that silences a rule where the rule finds nothing",
	Page:     unusedIgnorePage,
	Fixes:    "remove the comment, or the rule's name from it; the rule that is meant, where one is near",
}

func init() { unusedIgnore.Run = reportUnusedIgnores } // which needs the names of all rules, this one's too

func reportUnusedIgnores(p *analysis.Pass) {
	if len(p.Program.File.Problems()) > 0 {
		return // what is silenced may not have been found because of them
	}
	ran, found := p.Before()
	silenced := map[string][]int{} // where a rule found something
	for _, d := range found {
		silenced[d.Rule] = append(silenced[d.Rule], d.Range.Start)
	}
	for _, places := range silenced {
		slices.Sort(places)
	}
	for _, i := range analysis.Ignores(p.Program.File) {
		if slices.Contains(i.Rules, unusedIgnore.Name) {
			continue
		}
		if len(i.Rules) == 0 {
			reportEmptyIgnore(p, i)
		}
		for _, name := range i.Rules {
			switch {
			case Named(name) == nil:
				reportUnknownIgnore(p, i, name)
			case isAmong(ran, name) && !anyIn(silenced[name], i.Covers):
				p.Report(analysis.Diagnostic{
					Range:   nameIn(p, i, name),
					Message: name + " finds nothing here; remove it, or it hides the next finding too",
					Fixes:   []analysis.Fix{{Title: "remove " + name, Safe: true, Edits: []analysis.Edit{removeIgnored(p, i, name)}}},
				})
			}
		}
	}
}

func isAmong(rules []*analysis.Rule, name string) bool {
	return slices.ContainsFunc(rules, func(r *analysis.Rule) bool { return r.Name == name })
}

// anyIn tells whether one of the places, in order, lies in a range.
func anyIn(places []int, covers grammar.Range) bool {
	i, _ := slices.BinarySearch(places, covers.Start)
	return i < len(places) && covers.Contains(places[i])
}

func reportEmptyIgnore(p *analysis.Pass, i analysis.Ignore) {
	p.Report(analysis.Diagnostic{
		Range:   i.Comment,
		Message: "the comment names no rule, and silences nothing; write the name of the rule, or remove it",
		Fixes:   []analysis.Fix{{Title: "remove the comment", Safe: true, Edits: []analysis.Edit{removeComment(p, i)}}},
	})
}

func reportUnknownIgnore(p *analysis.Pass, i analysis.Ignore, name string) {
	at := nameIn(p, i, name)
	d := analysis.Diagnostic{Range: at, Message: "there is no rule " + name + ", so that nothing is silenced"}
	var names []string
	for _, r := range All {
		names = append(names, r.Name)
	}
	if near := suggest.Nearest(name, names); near != "" {
		d.Message += "; did you mean " + near + "?"
		d.Fixes = []analysis.Fix{{Title: "write " + near, Manual: true, Edits: []analysis.Edit{p.Replace(at, near)}}}
	} else {
		d.Message += "; remove the comment"
		d.Fixes = []analysis.Fix{{Title: "remove " + name, Safe: true, Edits: []analysis.Edit{removeIgnored(p, i, name)}}}
	}
	p.Report(d)
}

// nameIn is where a rule's name stands in the comment.
func nameIn(p *analysis.Pass, i analysis.Ignore, name string) grammar.Range {
	text := p.Text(i.Comment)
	mark := strings.Index(text, "orklint:")
	at := i.Comment.Start + mark + strings.IndexAny(text[mark:], " \t")
	for _, n := range i.Rules {
		start := at + strings.Index(p.Program.File.Text[at:], n)
		at = start + len(n)
		if n == name {
			return grammar.Range{Start: start, End: at}
		}
	}
	return i.Comment
}

// removeIgnored takes a rule out of the comment, and the comment away where it names no other.
func removeIgnored(p *analysis.Pass, i analysis.Ignore, name string) analysis.Edit {
	if len(i.Rules) == 1 {
		return removeComment(p, i)
	}
	at, text := nameIn(p, i, name), p.Program.File.Text
	if name == i.Rules[0] {
		for at.End < i.Comment.End && strings.IndexByte(", \t", text[at.End]) >= 0 {
			at.End++
		}
	} else {
		for strings.IndexByte(", \t", text[at.Start-1]) >= 0 {
			at.Start--
		}
	}
	return p.Replace(at, "")
}

// removeComment deletes a comment, with its line where nothing else stands there.
func removeComment(p *analysis.Pass, i analysis.Ignore) analysis.Edit {
	at := withLine(p.Program.File.Text, i.Comment)
	if at.Start == i.Comment.Start {
		at.Start = len(strings.TrimRight(p.Program.File.Text[:at.Start], blanks))
	}
	return p.Replace(at, "")
}
