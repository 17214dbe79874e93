package asl

import (
	"bytes"
	"encoding/json"
	"testing"
)

// Documents whose compact form must come out as it went in.
func TestValueSurvives(t *testing.T) {
	for _, text := range []string{
		`null`, `true`, `false`, `0`, `-0`, `1e3`, `1E+30`, `0.10`, `123456789012345678901234567890`,
		`""`, `"<a href='x'>&amp;</a>"`, `"tab\tline\nreturn\rquote\"back\\slash"`, `"\u0000\u001f"`, `"żółć 😀 \u2028"`,
		`[]`, `{}`, `[[],{},null]`, `{"b":1,"a":{"z":[1,2],"y":""},"b":2}`, `{"":{"x.$":"$.a[?(@.n > 3)]"}}`,
	} {
		v, err := ParseValue([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, []byte(v.JSON())); err != nil {
			t.Errorf("%s: printed %s: %v", text, v.JSON(), err)
		}
		again, err := ParseValue(compact.Bytes())
		if err != nil || !again.Equal(v) {
			t.Errorf("%s: read again as %s, %v", text, again.JSON(), err)
		}
		if want := unescaped(text); compact.String() != want {
			t.Errorf("got %s, want %s", compact.String(), want)
		}
	}
}

// unescaped replaces the one escape of the test's documents that printing need not keep.
func unescaped(text string) string {
	return string(bytes.ReplaceAll([]byte(text), []byte(`\u2028`), []byte("\u2028")))
}

func TestParseValueRefuses(t *testing.T) {
	for _, text := range []string{``, `{`, `[1,]`, `{"a"}`, `1 2`, `{"a":1}x`, `nul`, `"open`} {
		if v, err := ParseValue([]byte(text)); err == nil {
			t.Errorf("%q is read as %s", text, v.JSON())
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`{"a":1,"b":2}`, `{"a":1,"b":2}`, true},
		{`{"a":1,"b":2}`, `{"b":2,"a":1}`, false},
		{`1`, `1.0`, false},
		{`1`, `"1"`, false},
		{`[1]`, `[1,2]`, false},
		{`[1]`, `[2]`, false},
		{`null`, `null`, true},
	} {
		a, _ := ParseValue([]byte(c.a))
		b, _ := ParseValue([]byte(c.b))
		if a.Equal(b) != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, !c.want)
		}
	}
}
