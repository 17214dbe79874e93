package attribute_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orkls/orkls/analysis/attribute"
)

func TestTable(t *testing.T) {
	all := attribute.All()
	if !slices.IsSortedFunc(all, func(a, b *attribute.Attribute) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("the table is not sorted by key")
	}
	for i, a := range all {
		if a.Places == 0 {
			t.Errorf("%s may stand nowhere", a.Key)
		}
		for _, b := range all[i+1:] {
			if a.Key == b.Key && a.Places&b.Places != 0 {
				t.Errorf("%s means two things in %s", a.Key, a.Places&b.Places)
			}
		}
		if !strings.HasSuffix(a.Doc, ".") || strings.Contains(a.Doc, "\n") {
			t.Errorf("%s: documentation %q is no line of sentences", a.Key, a.Doc)
		}
		if a.Key != strings.ToLower(a.Key) {
			t.Errorf("%s is not in snake case", a.Key)
		}
		if (a.Type == attribute.Enum) != (len(a.Values) > 0) {
			t.Errorf("%s: an enum and only an enum has values", a.Key)
		}
		for _, v := range a.Values {
			if v.Name == "" || v.ASL == "" || v.Doc == "" {
				t.Errorf("%s: the value %+v is not whole", a.Key, v)
			}
		}
		if a.ASLPath != "" && a.ASL == "" || a.JSONata && a.ASL == "" {
			t.Errorf("%s takes computed values, but becomes no ASL field", a.Key)
		}
	}
}

// TestDefaults holds each default against the attribute's own type.
func TestDefaults(t *testing.T) {
	for _, a := range attribute.All() {
		if a.Default == "" {
			continue
		}
		if why := a.Mismatch(value(t, a.Default)); why != "" {
			t.Errorf("%s: the default %s is none of its values: %s", a.Key, a.Default, why)
		}
	}
}

// fields are those of the Amazon States Language, by where they stand; from the facts that the design collects
// (npm cdk-preflight 0.0.143 and the specification of the States Language).
var fields = []struct {
	place  attribute.Place
	fields string
}{
	{attribute.Workflow, "StartAt States Comment Version TimeoutSeconds QueryLanguage"},
	{attribute.PassStep, "Type Comment QueryLanguage InputPath OutputPath Result ResultPath Parameters Output Assign Next End"},
	{attribute.IntegrationStep, "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters Arguments Output Assign Resource Credentials ResultSelector Retry Catch TimeoutSeconds TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath Next End"},
	{attribute.FunctionStep, "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters Arguments Output Assign Resource Credentials ResultSelector Retry Catch TimeoutSeconds TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath Next End"},
	{attribute.WaitStep, "Type Comment QueryLanguage InputPath OutputPath Output Assign Seconds Timestamp SecondsPath TimestampPath Next End"},
	{attribute.GroupStep, "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters Arguments Output Assign ResultSelector Retry Catch Branches Next End"},
	{attribute.MapStep, "Type Comment QueryLanguage InputPath OutputPath ResultPath ResultSelector Output Assign Retry Catch ItemProcessor Iterator ItemsPath Items ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency MaxConcurrencyPath ToleratedFailurePercentage ToleratedFailurePercentagePath ToleratedFailureCount ToleratedFailureCountPath Label Next End Mode ExecutionType ProcessorConfig"},
	{attribute.ChoiceStep, "Type Comment QueryLanguage InputPath OutputPath Output Assign Choices Default"},
	{attribute.Arm, "Next And Or Not Variable Condition Assign Output Comment"},
	{attribute.SucceedStep, "Type Comment QueryLanguage InputPath OutputPath Output"},
	{attribute.FailStep, "Type Comment QueryLanguage Error ErrorPath Cause CausePath"},
	{attribute.Retrier, "ErrorEquals Comment IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy"},
	{attribute.Catcher, "ErrorEquals Next ResultPath Output Assign Comment"},
}

// TestFields tells whether every field can be said, and whether nothing else can.
func TestFields(t *testing.T) {
	for _, f := range fields {
		var made []string
		for _, a := range attribute.For(f.place) {
			for _, field := range []string{a.ASL, a.ASLPath} {
				if field != "" {
					made = append(made, field)
				}
			}
		}
		var want []string
		for _, field := range strings.Fields(f.fields) {
			if attribute.Elsewhere[field] == "" {
				want = append(want, field)
			}
		}
		slices.Sort(made)
		slices.Sort(want)
		if diff := cmp.Diff(want, made); diff != "" {
			t.Errorf("ASL fields of %s (-facts +table):\n%s", f.place, diff)
		}
	}
}

func TestPlaceNames(t *testing.T) {
	tests := map[attribute.Place]string{
		attribute.Workflow:                            "a workflow",
		attribute.AnyTask | attribute.Compose:         "a task or compose",
		attribute.AnyStep:                             "any step",
		attribute.TaskStep | attribute.MapStep:        "a step that runs a task or a map",
		attribute.FunctionTask | attribute.Compose:    "compose or a task that is a function of the project",
		attribute.IntegrationTask | attribute.Catcher: "a task that is an integration or a catch",
	}
	for place, want := range tests {
		if got := place.String(); got != want {
			t.Errorf("%b reads %q, want %q", place, got, want)
		}
	}
}

func TestCDKNames(t *testing.T) {
	if got := attribute.Lookup("max_concurrency").CDKTypeScript(); got != "maxConcurrency" {
		t.Errorf("max_concurrency is %q in TypeScript", got)
	}
}

func TestMeanings(t *testing.T) {
	if a := attribute.At("timeout", attribute.FunctionTask); a == nil || a.ASL != "" {
		t.Errorf("a function's timeout is %+v", a)
	}
	if a := attribute.At("timeout", attribute.IntegrationTask); a == nil || a.ASL != "TimeoutSeconds" {
		t.Errorf("an integration's timeout is %+v", a)
	}
	if a := attribute.At("timeout", attribute.GroupStep); a != nil {
		t.Errorf("a group has a timeout: %+v", a)
	}
	if n := len(attribute.Meanings("timeout")); n != 3 {
		t.Errorf("timeout has %d meanings", n)
	}
	if a := attribute.OfASL("TimeoutSecondsPath"); a == nil || a.Key != "sfn_timeout" {
		t.Errorf("TimeoutSecondsPath comes of %+v", a)
	}
}
