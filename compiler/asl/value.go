package asl

import "strconv"

// Kind tells what a Value holds.
type Kind uint8

const (
	KindAbsent Kind = iota // no value at all: the field is not printed
	KindNull
	KindBool
	KindNumber
	KindString
	KindArray
	KindObject
)

// Value is any JSON value, with the order of its keys and the spelling of its numbers kept. The zero
// Value is absent, which is not null: an absent field is left out, a null one is printed.
type Value struct {
	Kind   Kind
	Text   string  // a string's characters, a number's spelling, "true" or "false"
	Items  []Value // an array's
	Fields []Field // an object's, in order; a name may stand twice, as in the JSON it came from
}

// Field is a name and its value, in an object or a state.
type Field struct {
	Name  string
	Value Value
}

// Null is JSON's null.
func Null() Value { return Value{Kind: KindNull} }

// Bool is true or false.
func Bool(b bool) Value { return Value{Kind: KindBool, Text: strconv.FormatBool(b)} }

// Int is a whole number.
func Int(n int64) Value { return Number(strconv.FormatInt(n, 10)) }

// Number is a number as it is spelled, which must be good JSON: 1e3 stays 1e3.
func Number(spelling string) Value { return Value{Kind: KindNumber, Text: spelling} }

// String is a string of these characters (not their JSON spelling).
func String(s string) Value { return Value{Kind: KindString, Text: s} }

// Array is an array of items.
func Array(items ...Value) Value { return Value{Kind: KindArray, Items: items} }

// Strings is an array of strings.
func Strings(texts ...string) Value {
	items := make([]Value, len(texts))
	for i, s := range texts {
		items[i] = String(s)
	}
	return Array(items...)
}

// Object is an object of fields; those with an absent value are not part of it.
func Object(fields ...Field) Value {
	kept := make([]Field, 0, len(fields))
	for _, f := range fields {
		if f.Value.Present() {
			kept = append(kept, f)
		}
	}
	return Value{Kind: KindObject, Fields: kept}
}

// Present tells whether there is a value, be it null.
func (v Value) Present() bool { return v.Kind != KindAbsent }

// IsString tells whether v is the string s.
func (v Value) IsString(s string) bool { return v.Kind == KindString && v.Text == s }

// Get returns the value of an object's field, absent where there is none.
func (v Value) Get(name string) Value {
	for _, f := range v.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return Value{}
}

// Equal tells whether two values are the same JSON, in the same order and spelling.
func (v Value) Equal(w Value) bool {
	if v.Kind != w.Kind || v.Text != w.Text || len(v.Items) != len(w.Items) || len(v.Fields) != len(w.Fields) {
		return false
	}
	for i := range v.Items {
		if !v.Items[i].Equal(w.Items[i]) {
			return false
		}
	}
	for i := range v.Fields {
		if v.Fields[i].Name != w.Fields[i].Name || !v.Fields[i].Value.Equal(w.Fields[i].Value) {
			return false
		}
	}
	return true
}
