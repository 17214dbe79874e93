// Package intrinsic holds the one table of the intrinsic functions of the Amazon States Language.
package intrinsic

import "fmt"

// Function is an intrinsic function, which JSONPath states call to compute values.
type Function struct {
	Name     string // with States. in front
	Min, Max int    // how many arguments it takes; a negative Max is no limit
	Doc      string // what it gives, without a full stop
}

// table is every intrinsic function.
// https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
var table = []Function{
	{"States.Array", 0, -1, "an array of the arguments"},
	{"States.ArrayContains", 2, 2, "whether the array has the value"},
	{"States.ArrayGetItem", 2, 2, "the array's item of that index, counted from 0"},
	{"States.ArrayLength", 1, 1, "how many items the array has"},
	{"States.ArrayPartition", 2, 2, "arrays of at most so many of the array's items"},
	{"States.ArrayRange", 3, 3, "the numbers from the first to the second, by steps of the third; 1000 at the most"},
	{"States.ArrayUnique", 1, 1, "the array's items without repetitions"},
	{"States.Base64Decode", 1, 1, "the text that the Base64 stands for, up to 10,000 characters"},
	{"States.Base64Encode", 1, 1, "the text in Base64, up to 10,000 characters"},
	{"States.Format", 1, -1, "the text, with each {} filled in by the next argument"},
	{"States.Hash", 2, 2, "the data's hash by MD5, SHA-1, SHA-256, SHA-384 or SHA-512"},
	{"States.JsonMerge", 3, 3, "the first object with the fields of the second; the third argument is false"},
	{"States.JsonToString", 1, 1, "the value as JSON text"},
	{"States.MathAdd", 2, 2, "the sum of two whole numbers"},
	{"States.MathRandom", 2, 3, "a random whole number from the first up to below the second; the third is a seed"},
	{"States.StringSplit", 2, 2, "the parts of the text between the characters of the second"},
	{"States.StringToJson", 1, 1, "the value of a JSON text"},
	{"States.UUID", 0, 0, "a random UUID of version 4"},
}

// All returns every function, sorted by name.
func All() []Function { return append([]Function(nil), table...) }

// Lookup returns the function of that name, nil where there is none.
func Lookup(name string) *Function {
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}

// Takes tells whether the function can be called with so many arguments.
func (f *Function) Takes(arguments int) bool {
	return arguments >= f.Min && (f.Max < 0 || arguments <= f.Max)
}

// Arguments says in words how many arguments the function takes.
func (f *Function) Arguments() string {
	switch {
	case f.Max < 0:
		return fmt.Sprintf("%d or more arguments", f.Min)
	case f.Min != f.Max:
		return fmt.Sprintf("%d to %d arguments", f.Min, f.Max)
	case f.Min == 1:
		return "1 argument"
	}
	return fmt.Sprintf("%d arguments", f.Min)
}
