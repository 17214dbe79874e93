// Package jsonata reads expressions of JSONata 2.0, as Step Functions evaluates them, without evaluating them: whether
// they are well formed, and which variables, functions and fields they read.
//
// https://docs.jsonata.org/2.0.0/overview and
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
package jsonata

import "sync"

// Error is why a text is no expression.
type Error struct {
	Start, End int // of what is wrong, in bytes of the text; equal where something is missing
	Message    string
}

// Expression is what an expression reads.
type Expression struct {
	Variables []Variable
	// Bare are the fields that are read of what the expression is evaluated on, in order: in Step Functions an expression has no input but
	// $states.
	Bare []Field
	// Bound are the names that the expression binds itself, with :=, @, # or as parameters of a function.
	Bound map[string]bool
	// Constant tells that the expression reads nothing and calls nothing.
	Constant bool
}

// Variable is a place that reads a variable, or calls a function by its name.
type Variable struct {
	Name       string // without its $; empty for $, and $ for $$
	Start, End int
	Called     bool
	// Field is what is read of it directly, as input is of $states.input; without a name where that is something else.
	Field    Field
	TopLevel bool // it is not inside a path, a predicate or a function
}

// Field is a place that reads a field.
type Field struct {
	Name       string
	Start, End int
}

// remembered are the expressions that were parsed last, as the same ones are read at each keystroke.
var remembered = struct {
	sync.Mutex
	young, old map[string]parsed
}{young: map[string]parsed{}}

type parsed struct {
	expression *Expression
	err        *Error
}

// remember is how many expressions are remembered at least.
const remember = 8192

// Parse reads an expression, without its {% and %}. The result is shared and must not be changed.
func Parse(text string) (*Expression, *Error) {
	r := &remembered
	r.Lock()
	known, ok := r.young[text]
	if !ok {
		known, ok = r.old[text]
	}
	r.Unlock()
	if !ok {
		known.expression, known.err = parse(text)
	}
	r.Lock()
	defer r.Unlock()
	if len(r.young) >= remember {
		r.old, r.young = r.young, map[string]parsed{}
	}
	r.young[text] = known
	return known.expression, known.err
}
