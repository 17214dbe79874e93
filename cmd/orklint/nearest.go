package main

import "strings"

// nearest returns the name that a mistyped one most likely stands for, if there is one that is near enough: a third of
// its letters may be wrong.
func nearest(typed string, names []string) (string, bool) {
	best, distance := "", max(1, len(typed)/3)+1
	for _, name := range names {
		if d := editDistance(strings.ToLower(typed), strings.ToLower(name)); d < distance {
			best, distance = name, d
		}
	}
	return best, best != ""
}

// editDistance returns the least number of bytes to insert, delete, replace or swap with their neighbour that makes b of a
// (the restricted Damerau-Levenshtein distance).
func editDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
