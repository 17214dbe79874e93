package completion

import (
	"slices"
	"strings"
)

// ruleItems are the rules that a comment can silence, or the words that make it such a comment.
func ruleItems(c Context, s *site) (items []Item) {
	comment := s.text[lineStart(s.text, s.offset):s.word.Start]
	comment = strings.TrimLeft(comment[strings.LastIndexByte(comment, '#')+1:], " \t")
	if comment == "" {
		return []Item{
			{Label: "orklint:ignore", Kind: Keyword, Detail: "silences rules for one statement", Snippet: "orklint:ignore $1 -- $2"},
			{Label: "orklint:ignore-file", Kind: Keyword, Detail: "silences rules for the file", Snippet: "orklint:ignore-file $1"},
		}
	}
	words := strings.Fields(strings.ReplaceAll(comment, ",", " "))
	if words[0] != "orklint:ignore" && words[0] != "orklint:ignore-file" || strings.Contains(comment, "--") {
		return nil
	}
	for _, rule := range c.Rules {
		if !slices.Contains(words, rule.Name) {
			items = append(items, Item{Label: rule.Name, Kind: Rule, Doc: rule.Summary + "."})
		}
	}
	return items
}
