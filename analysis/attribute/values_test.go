package attribute_test

import (
	"testing"
	"time"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/grammar"
)

// value parses one value of the language.
func value(t *testing.T, text string) *grammar.Value {
	t.Helper()
	file, _ := grammar.Parse("compose { key: " + text + " }")
	for _, problem := range file.Problems() {
		t.Fatalf("%s: %s", text, problem.Message)
	}
	block := file.Statements[0].Node.(*grammar.Compose).Block
	return block.Statements[0].Node.(*grammar.Attr).Value
}

func TestDurations(t *testing.T) {
	tests := map[string]time.Duration{
		"500ms": 500 * time.Millisecond, "6s": 6 * time.Second, "5m": 5 * time.Minute, "2.5h": 150 * time.Minute,
		"1d": 24 * time.Hour, "0s": 0, "30": 30 * time.Second, "1.5": 1500 * time.Millisecond, "-1": -time.Second,
	}
	for text, want := range tests {
		if got, ok := attribute.AsDuration(value(t, text)); got != want || !ok {
			t.Errorf("%s is %v (%v), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{`"6s"`, "true", "$.x", "1e300", "99999999999999d", "{}", "null"} {
		if got, ok := attribute.AsDuration(value(t, text)); ok {
			t.Errorf("%s is %v, want no duration", text, got)
		}
	}
}

func TestMismatch(t *testing.T) {
	tests := []struct {
		key   string
		place attribute.Place
		good  []string
		bad   []string
	}{
		{"timeout", attribute.FunctionTask, []string{"6s", "6", "15m"}, []string{"500ms", `"6s"`, "$.t", "{% 6 %}", "-1", "null", "6.5"}},
		{"sfn_timeout", attribute.FunctionStep, []string{"6s", "$.t", "{% 6 %}", `"{% 6 %}"`}, []string{`"6s"`, "true"}},
		{"memory_size", attribute.FunctionTask, []string{"512", "1e3"}, []string{"512.5", `"512"`, "-1", "6s", "$.m"}},
		{"backoff_rate", attribute.Retrier, []string{"2", "1.5"}, []string{"-1", `"2"`, "2s"}},
		{"enable_powertools", attribute.Compose, []string{"true", "false"}, []string{`"true"`, "1", "yes_"}},
		{"comment", attribute.Workflow, []string{`"text"`, `""`}, []string{"text", "1", "{% 1 %}"}},
		{"cause", attribute.FailStep, []string{`"text"`, "$.c", `States.Format("{}", $.a)`, "{% $x %}"}, []string{"1", "text"}},
		{"layers", attribute.Compose, []string{`["a", "b"]`, "[]"}, []string{`"a"`, "[1]", "{}"}},
		{"result_path", attribute.Catcher, []string{"$.error", "null", `"$.error"`, "$"}, []string{`"error"`, "true", "{}"}},
		{"tracing", attribute.FunctionTask, []string{"active", "pass_through", `"PassThrough"`, "DISABLED"}, []string{"on", "true", `""`}},
		{"tracing", attribute.Workflow, []string{"active", "disabled"}, []string{"pass_through"}},
		{"query_language", attribute.Workflow, []string{`"JSONata"`, "jsonata", "JSONPath"}, []string{"jsonpth"}},
		{"type", attribute.Workflow, []string{"express", `"STANDARD"`}, []string{"fast"}},
		{"parameters", attribute.FunctionTask, []string{"{}", "{ a: $.b }"}, []string{"$.x", "{% $x %}", "[]"}},
		{"arguments", attribute.FunctionTask, []string{"{}", "{% $x %}"}, []string{"$.x", "[]"}},
		{"result", attribute.PassStep, []string{"null", "1", "[]", "{}"}, nil},
		{"max_concurrency", attribute.MapStep, []string{"5", "$.n", "{% 5 %}"}, []string{"1.5", "5s"}},
	}
	for _, test := range tests {
		a := attribute.At(test.key, test.place)
		if a == nil {
			t.Errorf("%s may not stand in %s", test.key, test.place)
			continue
		}
		for _, text := range test.good {
			if why := a.Mismatch(value(t, text)); why != "" {
				t.Errorf("%s: %s is refused: %s", test.key, text, why)
			}
		}
		for _, text := range test.bad {
			if a.Mismatch(value(t, text)) == "" {
				t.Errorf("%s: %s is let through", test.key, text)
			}
		}
	}
}

func TestField(t *testing.T) {
	a := attribute.Lookup("sfn_timeout")
	for text, want := range map[string]string{"6s": "TimeoutSeconds", "$.t": "TimeoutSecondsPath", "{% $t %}": "TimeoutSeconds"} {
		if got := a.Field(value(t, text)); got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
	if got := attribute.Lookup("result_path").Field(value(t, "$.r")); got != "ResultPath" {
		t.Errorf("result_path becomes %s", got)
	}
}

func TestEnumValues(t *testing.T) {
	a := attribute.Lookup("invocation_type")
	for _, text := range []string{"request_response", `"RequestResponse"`, "RequestResponse"} {
		if v := a.Enum(value(t, text)); v == nil || v.ASL != "RequestResponse" {
			t.Errorf("%s is %v", text, v)
		}
	}
	if v := a.Enum(value(t, "later")); v != nil {
		t.Errorf("later is %v", v)
	}
}
