package compiler_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// pasted compiles a workflow that has a JSON document as the parameters of a task, and as a result.
func pasted(document string) (*asl.Machine, string) {
	text := "workflow w {\n    task call \"lambda:invoke\" { parameters: { FunctionName: \"f\", Payload: " + document + " } }\n        >> pass { result: " + document + " }\n}\n"
	file, _ := grammar.Parse(text)
	program := flow.Resolve("w.ork", file, nil)
	if len(program.Workflows) != 1 {
		return nil, fmt.Sprintf("%d workflows", len(program.Workflows))
	}
	w, problems := compiler.Compile(program.Workflows[0])
	if len(problems) > 0 {
		return nil, problems[0].Message
	}
	return w.Machine, ""
}

// survives reports a document that is not the same behind the compiler: order, spelling of numbers and all.
func survives(t *testing.T, document string) {
	t.Helper()
	want, err := asl.ParseValue([]byte(document))
	if err != nil {
		t.Fatalf("the test makes no JSON: %v\n%s", err, document)
	}
	machine, problem := pasted(document)
	if problem != "" {
		t.Fatalf("%s\n%s", problem, document)
	}
	printed, err := asl.ParseValue([]byte(machine.JSON()))
	if err != nil {
		t.Fatalf("no JSON is printed: %v\n%s", err, machine.JSON())
	}
	states := printed.Get("States")
	for place, got := range map[string]asl.Value{
		"parameters": states.Get("call").Get("Parameters").Get("Payload"), "result": states.Get("pass").Get("Result"),
	} {
		if !got.Equal(want) {
			t.Errorf("as %s\n%s\nbecomes\n%s", place, document, got.JSON())
		}
	}
}

// TestDocumentsSurvive pastes random JSON documents.
func TestDocumentsSurvive(t *testing.T) {
	count := 2000
	if testing.Short() {
		count = 200
	}
	for seed := range uint64(count) {
		g := &documents{rand.New(rand.NewPCG(seed, 6))}
		if survives(t, g.value(5)); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// TestSpellingsSurvive pastes documents that are known to go wrong elsewhere.
func TestSpellingsSurvive(t *testing.T) {
	for _, document := range []string{
		`-0`, `0.0`, `1E+5`, `1e-7`, `0.1000`, `123456789012345678901234567890.5`,
		`""`, `"\u0000\u001f\u007f"`, `"\ud83d\ude00 😀"`, `"\/ / \\ \" ' $ # {} [] >> -> {% %"`, "\"\u2028\u2029\u00a0\"", `"$.path"`, `"States.UUID()"`,
		`"${name} $${name} ${AWS::Region}"`, `"# no comment"`, `"## nor one"`, `"5m"`, `"true"`, `"null"`,
		`{"": 1, " ": 2, "a b": 3, "\"": 4, "\\": 5, "é😀": 6, "$": 7, "$.x": 8, "import": 9, "end": 10, "x.y": 11, "1": 12, "null": 13}`,
		`[[], {}, [[]], [{}], {"a": []}, null, true, false]`, "{\n\t\"a\" :\r\n1 ,\"b\":[ 1,\n2 ] }",
	} {
		survives(t, document)
	}
}

// TestDeepDocuments goes to the depth of brackets that the language has, and one further.
func TestDeepDocuments(t *testing.T) {
	const around = 3 // the braces of the workflow, the step and its parameters
	nest := func(depth int) string { return strings.Repeat(`{"a":[`, depth/2) + "1" + strings.Repeat("]}", depth/2) }
	survives(t, nest(64-around-1))
	if machine, problem := pasted(nest(64 + 2)); machine != nil || problem == "" {
		t.Error("a document that nests too deep is compiled")
	}
}

// documents makes random JSON.
type documents struct{ *rand.Rand }

func (g *documents) value(depth int) string {
	kinds := 5
	if depth > 0 {
		kinds = 9
	}
	switch g.IntN(kinds) {
	case 0:
		return g.number()
	case 1, 2:
		return g.text()
	case 3:
		return []string{"true", "false"}[g.IntN(2)]
	case 4:
		return "null"
	case 5, 6:
		return g.list("[", "]", func(int) string { return g.value(depth - 1) })
	}
	// A number in front keeps the keys apart; without it they may be anything.
	return g.list("{", "}", func(i int) string {
		return fmt.Sprintf(`"%d%s%s:%s%s`, i, g.text()[1:], g.space(), g.space(), g.value(depth-1))
	})
}

func (g *documents) list(open, end string, item func(int) string) string {
	items := make([]string, g.IntN(5))
	for i := range items {
		items[i] = g.space() + item(i) + g.space()
	}
	return open + strings.Join(items, ",") + g.space() + end
}

func (g *documents) space() string { return []string{"", "", " ", "\n", "\t", "\r\n  "}[g.IntN(6)] }

func (g *documents) number() string {
	n := []string{"", "-"}[g.IntN(2)] + []string{"0", "7", "10", "9007199254740993", "18446744073709551616"}[g.IntN(5)]
	if g.IntN(3) == 0 {
		n += "." + []string{"0", "5", "50", "000000000000000000001"}[g.IntN(4)]
	}
	if g.IntN(4) == 0 {
		n += []string{"e", "E"}[g.IntN(2)] + []string{"", "+", "-"}[g.IntN(3)] + []string{"0", "3", "05", "300"}[g.IntN(4)]
	}
	return n
}

// pieces are what strings are made of, as JSON spells it.
var pieces = []string{
	"a", "Z", "0", " ", "_", "-", ".", "$", "$.", "{}", "{", "}", "[", "]", "%", ":", ",", "#", "##", "'", "/", ">>", "->", "@", "*", "`", "é", "ł", "中", "😀", "\u2028", "\u200b", "\x7f",
	`\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u0000`, `\u001F`, `\u00e9`, `\uD83D\uDE00`, `\u2029`, "${name}", "${AWS::Region}", "States.UUID()", "true", "null", "30s",
}

func (g *documents) text() string {
	var b strings.Builder
	b.WriteByte('"')
	for range g.IntN(8) {
		b.WriteString(pieces[g.IntN(len(pieces))])
	}
	b.WriteByte('"')
	// A whole string that is {% … %} is JSONata, as the language says, and a key that ends in .$ is computed.
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "{%", "{ %"), `.$"`, `.$ "`)
}
