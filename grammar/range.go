package grammar

// Range is a half-open range of byte offsets: the byte at Start is in it, the byte at End is not.
type Range struct{ Start, End int }

// Shift returns the range moved by base bytes.
func (r Range) Shift(base int) Range { return Range{r.Start + base, r.End + base} }

// Contains tells whether offset lies in the range or touches its end, as a cursor does.
func (r Range) Contains(offset int) bool { return r.Start <= offset && offset <= r.End }

// Covers tells whether other lies wholly in r.
func (r Range) Covers(other Range) bool { return r.Start <= other.Start && other.End <= r.End }
