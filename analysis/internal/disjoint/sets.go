// Package disjoint keeps track of what belongs together.
package disjoint

// Sets are disjoint sets of the numbers from 0. Each is known by one of its members, as long as none is joined.
type Sets []int

// New returns n sets of one number each.
func New(n int) Sets {
	s := make(Sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// Of returns the number by which the set of i is known.
func (s Sets) Of(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// Join makes one set of the two that hold i and j.
func (s Sets) Join(i, j int) { s[s.Of(i)] = s.Of(j) }
