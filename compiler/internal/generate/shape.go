package generate

// shape is what a step knows of its input when the program runs with Input and its tasks return Answer. Steps
// of plain workflows read only what is there.
type shape uint8

const (
	opaque shape = iota // anything
	array               // an array of anything
	small               // an object with the fields of an order line
	whole               // one with the fields of an order: the same, lines, and an order
)

// fits tells whether what has the shape s does where want is wanted.
func (s shape) fits(want shape) bool {
	return want == opaque || s == want || s == whole && want == small
}

// joined is the shape of what comes from one of two places.
func joined(a, b shape) shape {
	switch {
	case a.fits(b):
		return b
	case b.fits(a):
		return a
	}
	return opaque
}

// Answer is what every task must return, and the input to begin with, for plain workflows to run.
const Answer = `{
	"id": "1", "status": "new", "count": 5, "ready": true, "when": "2030-01-31T12:00:00Z", "list": [1, 2, 3],
	"order": {"id": "2", "status": "old", "count": 1, "ready": false, "when": "2031-01-31T12:00:00Z", "list": [4, 5]},
	"lines": [
		{"id": "3", "status": "new", "count": 7, "ready": true, "when": "2030-06-01T00:00:00Z", "list": [6]},
		{"id": "4", "status": "x", "count": 0, "ready": false, "when": "2030-06-01T00:00:00.5Z", "list": [7, 8, 9, 10]}
	]
}`
