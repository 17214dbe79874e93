package compiler_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/intrinsic"
	"github.com/orkls/orkls/compiler/asl"
)

// fact is a part of the States Language: a thing of a kind, such as the field Retry of a Task.
type fact struct{ of, name string }

// facts are everything that a state machine may have.
// https://states-language.net, https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html,
// and what ValidateStateMachineDefinition accepts; 2026-09
var facts = []struct{ of, names string }{
	{"State machine", "StartAt States Comment Version TimeoutSeconds QueryLanguage=JSONPath QueryLanguage=JSONata"},
	{"Task", "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters Arguments Output Assign Resource Credentials ResultSelector Retry Catch " +
		"TimeoutSeconds TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath Next End"},
	{"Pass", "Type Comment QueryLanguage InputPath OutputPath Result ResultPath Parameters Output Assign Next End"},
	{"Wait", "Type Comment QueryLanguage InputPath OutputPath Output Assign Seconds Timestamp SecondsPath TimestampPath Next End"},
	{"Parallel", "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters Arguments Output Assign ResultSelector Retry Catch Branches Next End"},
	{"Map", "Type Comment QueryLanguage InputPath OutputPath ResultPath Parameters ResultSelector Output Assign Retry Catch ItemProcessor Iterator ItemsPath Items " +
		"ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency MaxConcurrencyPath ToleratedFailurePercentage ToleratedFailurePercentagePath " +
		"ToleratedFailureCount ToleratedFailureCountPath Label Next End"},
	{"Choice", "Type Comment QueryLanguage InputPath OutputPath Output Assign Choices Default"},
	{"Succeed", "Type Comment QueryLanguage InputPath OutputPath Output"},
	{"Fail", "Type Comment QueryLanguage Error ErrorPath Cause CausePath"},
	{"Branch", "StartAt States Comment"},
	{"Item processor", "StartAt States Comment ProcessorConfig"},
	{"ProcessorConfig", "Mode=INLINE Mode=DISTRIBUTED ExecutionType=STANDARD ExecutionType=EXPRESS"},
	{"ItemReader", "Resource ReaderConfig Parameters Arguments"},
	{"ReaderConfig", "InputType=CSV InputType=JSON InputType=JSONL InputType=PARQUET InputType=MANIFEST CSVHeaderLocation=FIRST_ROW CSVHeaderLocation=GIVEN CSVHeaders CSVDelimiter " +
		"MaxItems MaxItemsPath ItemsPointer Transformation=NONE Transformation=LOAD_AND_FLATTEN"},
	{"ItemBatcher", "MaxItemsPerBatch MaxItemsPerBatchPath MaxInputBytesPerBatch MaxInputBytesPerBatchPath BatchInput"},
	{"ResultWriter", "Resource Parameters Arguments WriterConfig"},
	{"WriterConfig", "Transformation=NONE Transformation=COMPACT Transformation=FLATTEN OutputType=JSON OutputType=JSONL"},
	{"Retrier", "ErrorEquals Comment IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy=FULL JitterStrategy=NONE"},
	{"Catcher", "ErrorEquals Comment Next ResultPath Output Assign"},
	{"Choice rule", "Next Comment Assign Output And Or Not Variable Condition " +
		"StringEquals StringEqualsPath StringLessThan StringLessThanPath StringGreaterThan StringGreaterThanPath StringLessThanEquals StringLessThanEqualsPath " +
		"StringGreaterThanEquals StringGreaterThanEqualsPath StringMatches " +
		"NumericEquals NumericEqualsPath NumericLessThan NumericLessThanPath NumericGreaterThan NumericGreaterThanPath NumericLessThanEquals NumericLessThanEqualsPath " +
		"NumericGreaterThanEquals NumericGreaterThanEqualsPath BooleanEquals BooleanEqualsPath " +
		"TimestampEquals TimestampEqualsPath TimestampLessThan TimestampLessThanPath TimestampGreaterThan TimestampGreaterThanPath TimestampLessThanEquals " +
		"TimestampLessThanEqualsPath TimestampGreaterThanEquals TimestampGreaterThanEqualsPath IsNull IsPresent IsNumeric IsString IsBoolean IsTimestamp"},
}

// unsaid are the facts that no program can yield, and why.
var unsaid = map[fact]string{
	{"Map", "Parameters"}:                       "the old name of `ItemSelector`",
	{"Map", "Iterator"}:                         "the old name of `ItemProcessor`",
	{"State machine", "QueryLanguage=JSONPath"}: "the default: `query_language: jsonpath` says it, and leaves it out",
}

// TestCoverage shows for each field of the States Language a program that yields it, in docs/asl-coverage.md.
func TestCoverage(t *testing.T) {
	yields := yielded(t)
	var page strings.Builder
	page.WriteString("# What of the States Language can be said\n\n" +
		"Each part of the Amazon States Language, and a program of `testdata/compile` that compiles to it. Written by\n`go test ./compiler -run TestCoverage -update`.\n")
	for _, group := range facts {
		section(t, &page, group.of, strings.Fields(group.names), yields)
	}
	var functions []string
	for _, f := range intrinsic.All() {
		functions = append(functions, f.Name)
	}
	section(t, &page, "Intrinsic function", functions, yields)
	golden(t, "../docs/asl-coverage.md", page.String())
}

func section(t *testing.T, page *strings.Builder, of string, names []string, yields map[fact]string) {
	t.Helper()
	fmt.Fprintf(page, "\n## %s\n\n| field | program |\n|---|---|\n", of)
	for _, name := range names {
		f := fact{of, name}
		shown, reason := yields[f], unsaid[f]
		switch {
		case shown == "" && reason == "":
			t.Errorf("no program yields %s of %s", name, of)
		case shown != "" && reason != "":
			t.Errorf("%s yields %s of %s, which is listed as impossible", shown, name, of)
		case shown != "":
			shown = "`" + shown + "`"
		default:
			shown = "none: " + reason
		}
		fmt.Fprintf(page, "| %s | %s |\n", strings.Replace(name, "=", " ", 1), shown)
	}
	for f := range yields {
		if f.of == of && !slices.Contains(names, f.name) && !slices.Contains(names, strings.SplitN(f.name, "=", 2)[0]) && !hasValues(names, f.name) {
			t.Errorf("%s yields %s of %s, which is none of the States Language's", yields[f], f.name, of)
		}
	}
}

// hasValues tells whether a field is listed by its values.
func hasValues(names []string, field string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, field+"=") })
}

// yielded finds what the programs yield, each with the first program that does, "topic.ork workflow".
func yielded(t *testing.T) map[fact]string {
	t.Helper()
	y := yields{found: map[fact]string{}}
	for _, e := range programs(t) {
		y.program = e.folder() + ".ork " + e.source.Name
		y.machine("State machine", e.workflow.Machine)
		text := e.workflow.Machine.JSON()
		for _, f := range intrinsic.All() {
			if strings.Contains(text, f.Name+"(") {
				y.note("Intrinsic function", f.Name)
			}
		}
	}
	return y.found
}

type yields struct {
	program string
	found   map[fact]string
}

func (y yields) note(of, name string) {
	if f := (fact{of, name}); y.found[f] == "" {
		y.found[f] = y.program
	}
}

// fields notes the fields of a thing, and those that have a text for value with that too.
func (y yields) fields(of string, fields []asl.Field) {
	for _, f := range fields {
		y.note(of, f.Name)
		if f.Value.Kind == asl.KindString {
			y.note(of, f.Name+"="+f.Value.Text)
		}
		if inside := map[string]bool{"ProcessorConfig": true, "ItemReader": true, "ReaderConfig": true, "ItemBatcher": true, "ResultWriter": true, "WriterConfig": true}; inside[f.Name] {
			y.fields(f.Name, f.Value.Fields)
		}
	}
}

func (y yields) machine(of string, m *asl.Machine) {
	y.fields(of, m.Value().Fields)
	for _, s := range m.States {
		y.fields(string(s.Type), s.Fields())
		for _, r := range s.Retry {
			y.fields("Retrier", r.Value().Fields)
		}
		for _, c := range s.Catch {
			y.fields("Catcher", c.Value().Fields)
		}
		for _, r := range s.Choices {
			y.rule(r.Value())
		}
		for _, b := range s.Branches {
			y.machine("Branch", b)
		}
		if s.ItemProcessor != nil {
			y.machine("Item processor", s.ItemProcessor)
		}
	}
}

func (y yields) rule(rule asl.Value) {
	y.fields("Choice rule", rule.Fields)
	for _, f := range rule.Fields {
		switch f.Name {
		case "Not":
			y.rule(f.Value)
		case "And", "Or":
			for _, r := range f.Value.Items {
				y.rule(r)
			}
		}
	}
}
