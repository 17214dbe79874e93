// Package generate makes well-formed Ork programs at random, for tests: the same seed gives the same program. They use
// the whole language but imports, and nothing in them is an error to any rule.
package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Program is a generated program.
type Program struct {
	Seed uint64
	Text string

	choices []uint32
}

// New returns the program of a seed. Its groups and maps nest three deep at the most: asl-validator takes twice as long with
// each level.
func New(seed uint64) Program {
	return made(seed, &choices{random: rand.New(rand.NewPCG(seed, 0))})
}

func fromChoices(seed uint64, list []uint32) Program {
	return made(seed, &choices{list: list})
}

const deepest = 3

func made(seed uint64, c *choices) Program {
	g := &generator{choices: c}
	text := g.program()
	return Program{Seed: seed, Text: text, choices: c.list[:c.at]}
}

type generator struct {
	*choices
	tasks     []*task // that the program declares
	workflows []*workflow
}

// workflow is one that is written, or being written.
type workflow struct {
	name      string
	jsonata   bool
	mixed     bool // single steps are in JSONata
	plain     bool // the interpreter can run it, with Answer as input and from every task
	assigns   bool
	express   bool
	names     map[string]bool // that as gives
	mentioned map[string]bool // tasks that gave a state its name
	variables []string        // that are set when it begins
	made      int
	left      int // how many steps there may still be
}

func (w *workflow) count() int {
	w.made++
	return w.made
}

// variable is a name that no other variable has: inner scopes must not hide those around them.
func (w *workflow) variable() string { return fmt.Sprintf("v%d", w.count()) }

func (g *generator) program() string {
	var text strings.Builder
	if g.chance(10) {
		text.WriteString(g.compose())
	}
	var workflows []string
	for range 1 + g.below(2) {
		workflows = append(workflows, g.workflow())
	}
	for _, t := range g.tasks {
		if t.doc {
			text.WriteString("## Does \"it\".\n")
		}
		text.WriteString(t.declaration() + "\n")
	}
	for _, w := range workflows {
		text.WriteString("\n" + w + "\n")
	}
	return text.String()
}

func (g *generator) compose() string {
	var lines []string
	for _, line := range []string{"timeout: 10s", "memory_size: 256", `environment: { LEVEL: "info" }`, "tracing: pass_through", `runtime: "python3.12"`, "sfn_timeout: 1m", "heartbeat: 5s"} {
		if g.chance(40) {
			lines = append(lines, line)
		}
	}
	return "compose {\n" + strings.Join(lines, "\n") + "\n}\n"
}

var workflowNames = []string{"place_order", "count_parts"}

func (g *generator) workflow() string {
	w := &workflow{name: workflowNames[len(g.workflows)], names: map[string]bool{}, mentioned: map[string]bool{}, left: 3 + g.below(12)}
	switch g.below(10) {
	case 6:
		w.jsonata = true
	case 7:
		w.mixed = true
	case 8, 9:
	default:
		w.plain = true
	}
	w.assigns = !w.plain && g.chance(40)
	if !w.jsonata && g.chance(12) {
		text, _ := g.steps(newScope(w, false, false), &path{used: map[string]bool{}}, whole, deepest, true)
		return text
	}
	w.express = g.chance(20)
	attributes := g.workflowAttributes(w)
	first := ""
	if w.assigns {
		w.variables = []string{"tries", "most"}
		w.names["begin"] = true
		first = "pass as begin { assign: { tries: 0, most: 3 } }\n>> "
	}
	doc := ""
	if g.chance(15) {
		doc = "## Handles an order.\n"
	}
	body := g.body(newScope(w, w.express, true), first, whole, deepest)
	g.workflows = append(g.workflows, w)
	return fmt.Sprintf("%sworkflow %s {\n%s%s\n}", doc, w.name, strings.Join(append(attributes, ""), "\n"), body)
}

func (g *generator) workflowAttributes(w *workflow) (lines []string) {
	if w.express {
		lines = append(lines, "type: express")
	}
	if w.jsonata {
		lines = append(lines, "query_language: jsonata")
	}
	for _, a := range []string{
		`comment: "What it does."`, `version: "1.0"`, "timeout: 4m", `state_machine_name: "` + strings.ReplaceAll(w.name, "_", "-") + `"`, "tracing: disabled",
		oneOf(g.choices, `schedule: "rate(5 minutes)"`, `schedule: "cron(0 6 * * ? *)"`),
		`event_pattern: { source: ["aws.s3"], detail: { size: [{ numeric: [">", 0, "<=", 5] }] } }`,
	} {
		if g.chance(8) {
			lines = append(lines, a)
		}
	}
	return lines
}

// child is a workflow that a step can start.
func (g *generator) child(s *scope) *workflow {
	for _, w := range g.workflows {
		if w.express || !s.express {
			return w
		}
	}
	return nil
}
