package attribute

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/orkls/orkls/grammar"
)

// AsDuration reads a duration, or a number of seconds. Not ok for any other value, and for what time.Duration
// cannot hold (292 years).
func AsDuration(v *grammar.Value) (d time.Duration, ok bool) {
	if v == nil {
		return 0, false
	}
	text, unit := v.Number, time.Second
	if v.Duration != "" {
		digits := strings.TrimRight(v.Duration, "mshd")
		text, unit = digits, units[v.Duration[len(digits):]]
	}
	n, err := strconv.ParseFloat(text, 64)
	n = math.Round(n * float64(unit))
	if err != nil || unit == 0 || math.Abs(n) >= math.MaxInt64 {
		return 0, false
	}
	return time.Duration(n), true
}

var units = map[string]time.Duration{
	"ms": time.Millisecond, "s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour,
}

// AsBool reads true or false.
func AsBool(v *grammar.Value) (b, ok bool) {
	if v == nil {
		return false, false
	}
	return v.True, v.True || v.False
}

// AsInt reads a whole number.
func AsInt(v *grammar.Value) (int, bool) {
	if v == nil || v.Number == "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(v.Number, 64)
	if err != nil || n != math.Trunc(n) || math.Abs(n) > 1<<53 {
		return 0, false
	}
	return int(n), true
}

// AsNumber reads a number.
func AsNumber(v *grammar.Value) (float64, bool) {
	if v == nil || v.Number == "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(v.Number, 64)
	return n, err == nil
}

// AsString reads a string that is no JSONata expression.
func AsString(v *grammar.Value) (string, bool) {
	if v == nil || v.String == nil || IsJSONata(v) {
		return "", false
	}
	return v.String.Unquote(), true
}

// IsJSONata tells whether a value is a JSONata expression, bare or as a string that holds nothing else.
func IsJSONata(v *grammar.Value) bool {
	if v.String == nil {
		return v.Jsonata != ""
	}
	text := v.String.Unquote()
	return len(text) >= len("{%%}") && strings.HasPrefix(text, "{%") && strings.HasSuffix(text, "%}")
}

// Enum returns the one of the attribute's values that is written, bare or as a string; nil where it is none of
// them. Neither case nor underscores matter, so that ASL's own spelling is good too.
func (a *Attribute) Enum(v *grammar.Value) *Value {
	text := written(v)
	for i := range a.Values {
		if text != "" && (fold(a.Values[i].Name) == fold(text) || fold(a.Values[i].ASL) == fold(text)) {
			return &a.Values[i]
		}
	}
	return nil
}

func written(v *grammar.Value) string {
	if text, ok := AsString(v); ok {
		return text
	}
	if v == nil {
		return ""
	}
	return v.Ident
}

func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// Field returns the ASL field that the attribute becomes with this value.
func (a *Attribute) Field(v *grammar.Value) string {
	if a.ASLPath != "" && v != nil && (v.Path != "" || v.Call != nil) {
		return a.ASLPath
	}
	return a.ASL
}

// Mismatch says why the value is none that the attribute takes, beginning with what it takes; empty where it
// is one.
func (a *Attribute) Mismatch(v *grammar.Value) string {
	if v == nil || IsJSONata(v) && a.JSONata || a.ASLPath != "" && v.Path != "" {
		return ""
	}
	if a.takes(v) {
		return ""
	}
	return "it takes " + a.expected()
}

func (a *Attribute) takes(v *grammar.Value) bool {
	switch a.Type {
	case Duration:
		d, ok := AsDuration(v)
		return ok && d >= 0 && d%time.Second == 0
	case Integer:
		n, ok := AsInt(v)
		return ok && n >= 0
	case Number:
		n, ok := AsNumber(v)
		return ok && n >= 0
	case Bool:
		return v.True || v.False
	case String:
		return v.String != nil && !IsJSONata(v) || a.ASLPath != "" && v.Call != nil
	case Strings:
		return v.Array != nil && allStrings(v.Array.Values)
	case Path:
		return v.Path != "" || v.Null || v.String != nil && strings.HasPrefix(v.String.Unquote(), "$")
	case Enum:
		return a.Enum(v) != nil
	case Object:
		return v.Object != nil
	}
	return true
}

func allStrings(values []*grammar.Value) bool {
	for _, v := range values {
		if v.String == nil {
			return false
		}
	}
	return true
}

// expected says in words which values the attribute takes.
func (a *Attribute) expected() string {
	words := a.Type.String()
	switch a.Type {
	case Enum:
		var names []string
		for _, v := range a.Values {
			names = append(names, v.Name)
		}
		words = joinOr(names)
	case Duration:
		words = "a duration of whole seconds, such as 6s"
	case Integer, Number:
		words += " not below zero"
	}
	if a.ASLPath != "" {
		words += ", or a path to one"
	}
	if a.JSONata {
		words += fmt.Sprintf(", or JSONata (%s)", "{% … %}")
	}
	return words
}
