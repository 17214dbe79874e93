package flow

// slab makes values that live as long as each other, many at a time: one by one they would take up a good
// part of the time that resolving takes.
type slab[T any] []T

// add returns a copy of v that stays where it is.
func (s *slab[T]) add(v T) *T {
	if len(*s) == cap(*s) {
		*s = make([]T, 0, min(max(8, 2*cap(*s)), 512))
	}
	*s = append(*s, v)
	return &(*s)[len(*s)-1]
}

// slabs are what a program is made of in numbers.
type slabs struct {
	states      slab[State]
	edges       slab[Edge]
	mentions    slab[Mention]
	chains      slab[Chain]
	bodies      slab[Body]
	scopes      slab[Scope]
	attributes  slab[Attribute]
	handlers    slab[Handler]
	places      slab[place]
	definitions slab[definition]
}
