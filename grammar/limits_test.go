package grammar

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/orkls/orkls/grammar/grammartest"
)

const megabyte = 1 << 20

// hostile returns texts of about the size that are hard to read, by what they are.
func hostile(size int) map[string]string {
	random := rand.New(rand.NewPCG(1, 2))
	garbage := make([]byte, size)
	for i := range garbage {
		garbage[i] = byte(random.Uint32())
	}
	const characters = " \n\n{}[]()<>,.:;*=!#\"'$%\\-+/abcdefit0129_|&@?"
	printable := make([]byte, size)
	for i := range printable {
		printable[i] = characters[random.IntN(len(characters))]
	}
	words := append(Keywords(), "a", "b", `"s"`, "1", "2s", "$.x", "{% 1 %}", "[", "]", "(", ")", "{", "}", ",", ":", ".",
		"*", ">>", "->", "==", "<", "\n", "\n", "\ntask", "\nworkflow", "if $.x == 1 {")
	var jumble strings.Builder
	for jumble.Len() < size {
		jumble.WriteString(words[random.IntN(len(words))])
		jumble.WriteByte(' ')
	}
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	half := func(s string) string { return strings.Repeat(s, size/2/len(s)) }
	return map[string]string{
		"bytes":                   string(garbage),
		"characters":              string(printable),
		"words":                   jumble.String(),
		"one chain":               "a" + repeat(" >> b"),
		"one chain, then a fault": "a" + repeat(" >> b") + " c]",
		"one list":                "[a" + repeat(", b") + "]",
		"one object":              "task a { x: {" + repeat(" b: 1") + " c } }",
		"one array":               "task a { x: [1" + repeat(", 2") + " 3] }",
		"one whole array":         "task a { x: [1" + repeat(", 2") + "] }",
		"one whole object":        "task a { x: {" + repeat(" b: 1") + " } }",
		"one whole condition":     "if $.x == 1" + repeat(" and $.x == 1") + " { b }",
		"one condition":           "if $.x == 1" + repeat(" and $.x == 1") + " b",
		"errors of a handler":     "workflow w { catch A" + repeat(", B") + " }",
		"one string":              `task a "` + repeat("x") + `"`,
		"escapes":                 `task a "` + repeat(`\n`) + `"`,
		"open strings":            repeat("task a \"x\n"),
		"open strings in blocks":  repeat("a { b: \"x\n"),
		"half a task":             repeat("task\n"),
		"faults in a body":        "workflow w {" + repeat("\na >>\n}{ >>") + "}",
		"faults in a block":       "a {" + repeat("b >> c\n") + "}",
		"opening brackets":        repeat("["),
		"opening braces":          repeat("{\n"),
		"opening mixed":           repeat("a { x: [ ("),
		"closing brackets":        repeat("]"),
		"never met brackets":      half("(") + half("]"),
		"braces in no order":      half("    {\n") + half("}\n"),
		"crossed brackets":        repeat("[(])"),
		"ifs":                     repeat("if $.x == 1 { a } else "),
		"nested ifs":              repeat("if $.x == 1 { a >> "),
		"comments":                repeat("# c\n"),
		"quotes":                  repeat("'x"),
		"signs of comments":       repeat("/* "),
		"three quotes":            repeat(`""" `),
		"JSONata":                 repeat("{% "),
		"paths":                   repeat("$['"),
		"conflicts":               repeat("<<<<<<<\n"),
		"backslashes":             repeat("\\\n"),
		"spaces":                  repeat("\u00A0"),
		"carriage returns":        repeat("\r"),
		"a whole program":         grammartest.Program(size),
		"one workflow":            "workflow w {\n" + repeat("    a >> b { timeout: 1s }\n") + "}",
		"one open workflow":       "workflow w {\n" + repeat("    a >> b { timeout: 1s }\n"),
	}
}

// TestLinear: the time to read a text, to report what is wrong with it, and to read it again after an edit and to
// format it grows no faster than the text. The bound is generous, and a text has three tries, as other programs run beside the test.
func TestLinear(t *testing.T) {
	const factor = 4
	small := hostile(megabyte / 16 / factor)
	for name, large := range hostile(megabyte / 16) {
		for try := 1; ; try++ {
			part, whole := timeToRead(small[name]), timeToRead(large)
			if whole < 2*factor*part+100*time.Millisecond {
				break
			}
			if try == 3 {
				t.Errorf("%s: %v for %d bytes, %v for %d bytes", name, part, len(small[name]), whole, len(large))
				break
			}
		}
	}
}

// TestMegabyte: large texts of the worst sorts are read in seconds.
func TestMegabyte(t *testing.T) {
	texts := hostile(megabyte)
	for _, name := range []string{"bytes", "words", "one chain"} {
		if took := timeToRead(texts[name]); took > time.Minute {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func timeToRead(text string) time.Duration {
	start := time.Now()
	p := NewParser()
	p.Parse(text).Problems()
	p.Parse(text + " ").Problems()
	Format(text, Options{})
	return time.Since(start)
}

// TestDeep: brackets nest as deep as the language says, and deeper ones harm no statement but their own.
func TestDeep(t *testing.T) {
	nest := func(open, middle, closing string, depth int) string {
		return strings.Repeat(open, depth) + middle + strings.Repeat(closing, depth)
	}
	for _, c := range []struct{ name, before, open, middle, closing, behind string }{
		{"arrays", "task a { x: ", "[", "", "]", " }"},
		{"objects", "task a { x: ", "{ x: ", "1", "}", " }"},
		{"lists", "", "[", "a", "]", ""},
		{"tuples in a workflow", "workflow w { ", "(", "a", ")", " }"},
		{"bodies", "workflow w { ", "if $.x == 1 { ", "a", " }", " }"},
		{"conditions", "if ", "(", "$.x == 1", ")", " { a }"},
	} {
		around := strings.Count(c.before, "{")
		text := c.before + nest(c.open, c.middle, c.closing, maxDepth-around) + c.behind
		if _, problems := Parse(text); len(problems) > 0 {
			t.Errorf("%s, as deep as may be: %s", c.name, render(text, problems))
		}
		for _, depth := range []int{maxDepth - around + 1, 10_000} {
			text := c.before + nest(c.open, c.middle, c.closing, depth) + c.behind + "\ntask whole\n"
			file, problems := Parse(text)
			if len(problems) != 1 || !strings.Contains(problems[0].Message, "64 deep") {
				t.Errorf("%s, %d deep: %d problems", c.name, depth, len(problems))
			}
			if last := file.Statements[len(file.Statements)-1]; len(file.Statements) != 2 || len(last.Problems) > 0 {
				t.Errorf("%s, %d deep: the next declaration is lost", c.name, depth)
			}
		}
	}
}
