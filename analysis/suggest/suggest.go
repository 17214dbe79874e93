// Package suggest finds what a mistyped name most likely stands for.
package suggest

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that is nearest to a name, if one is near enough: a third of the name's letters
// may be wrong, one of a short name, but never all. Case and underscores weigh nothing. Of candidates equally near, the first
// in the alphabet is returned; empty where none is near.
func Nearest(name string, candidates []string) string {
	name = fold(name)
	best, limit := "", min(max(1, len(name)/3), len(name)-1)
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		folded := fold(c)
		if abs(len(folded)-len(name)) > limit {
			continue
		}
		if d := distance(name, folded); d < limit || d == limit && best == "" {
			best, limit = c, d
		}
	}
	return best
}

func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

func abs(n int) int { return max(n, -n) }

// distance is the least number of bytes to insert, delete, replace, or swap with their neighbour, each at most
// once, that makes b of a: the restricted Damerau-Levenshtein distance.
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replaced := last[j-1]
			if a[i-1] != b[j-1] {
				replaced++
			}
			row[j] = min(replaced, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
