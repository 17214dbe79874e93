package judge_test

import (
	"testing"

	"github.com/orkls/orkls/compiler/internal/judge"
)

func TestSame(t *testing.T) {
	names := map[string]string{"${f}": judge.FunctionARN("F")}
	tests := []struct{ name, a, b, want string }{
		{"order and numbers", `{"a": 1, "b": [2.0]}`, `{"b": [2], "a": 1}`, ""},
		{"names", `["${f}"]`, `["arn:aws:lambda:us-east-1:123456789012:function:F"]`, ""},
		{"value", `{"a": {"b": true}}`, `{"a": {"b": "true"}}`, "$.a.b: true, and \"true\"\n"},
		{"field", `{"a": 1}`, `{"b": null}`, "$.a: 1, and nothing\n$.b: nothing, and null\n"},
		{"length", `[1, [2]]`, `[1]`, "$[1]: [2], and nothing\n"},
		{"kind", `{"a": []}`, `{"a": {}}`, "$.a: [], and {}\n"},
		{"order of elements", `[1, 2]`, `[2, 1]`, "$[0]: 1, and 2\n$[1]: 2, and 1\n"},
		{"name left out", `"${g}"`, `"arn"`, "$: \"${g}\", and \"arn\"\n"},
		{"no document", `{`, `{}`, "the first document is not JSON: unexpected end of JSON input\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := judge.Same([]byte(test.a), []byte(test.b), names); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
