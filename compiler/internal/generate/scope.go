package generate

import (
	"fmt"
	"maps"
	"strings"
)

// scope is a workflow, a branch or the body of a map, on its way to text.
type scope struct {
	w       *workflow
	express bool           // what waits for a job cannot stand here
	braces  bool           // it may have several chains
	states  []state        // that jumps can lead to
	runs    map[string]int // how often tasks are mentioned under their own name
	settled map[string]bool
	tails   []*state // chains of their own, to be written
	next    shape    // what a catch of the scope brings to whatever is next
}

// state is what a jump can lead to.
type state struct {
	name  string
	task  string // where it is called as its task, which must stay the only one
	in    shape
	alone bool // only a handler leads to it
}

// path is a place between the braces of one body.
type path struct {
	used map[string]bool // tasks that were mentioned under their own name
}

// ended is how a chain ends: whether it goes on, and with what.
type ended struct {
	shape shape
	falls bool
}

// stepInput is what the handlers of a step depend on.
type stepInput struct {
	raw     shape
	jsonata bool
	depth   int // of groups that may still be nested
}

func newScope(w *workflow, express, braces bool) *scope {
	return &scope{w: w, express: express, braces: braces, runs: map[string]int{}, settled: map[string]bool{}, next: whole}
}

// steps is a chain that may say how it ends. Last tells that nothing follows it.
func (g *generator) steps(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	ending := 0
	if g.chance(15) {
		ending = 1 + g.below(4)
	}
	text, end := g.chain(s, p, in, depth, last && ending == 0)
	if !end.falls || ending == 0 {
		return text, end
	}
	switch ending {
	case 1:
		return text + "\n>> " + g.succeed(s, p, end.shape), ended{}
	case 2:
		return text + "\n>> " + g.fail(s, end.shape, s.w.jsonata), ended{}
	case 3:
		if tail := g.tail(s, end.shape); tail != "" {
			return text + " -> " + tail, ended{}
		}
	}
	return text + " -> end", ended{}
}

// chain is one step or more, each with what it leads to.
func (g *generator) chain(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	var parts []string
	for end := (ended{in, true}); ; {
		s.w.left--
		more := s.w.left > 0 && g.chance(60)
		var step string
		step, end = g.step(s, p, end.shape, depth, last && !more)
		parts = append(parts, step)
		if !more || !end.falls {
			return strings.Join(parts, g.link()), end
		}
	}
}

// link is what stands between two steps.
func (g *generator) link() string {
	switch g.below(12) {
	case 9:
		return "\n## Does the next thing.\n## It's in \"two\" lines.\n>> "
	case 10:
		return " # a note\n>> "
	case 11:
		return " \\\n>> "
	}
	return "\n>> "
}

// branch is a branch of a group, or the body of a map.
func (g *generator) branch(w *workflow, express bool, in shape, depth int) string {
	if !g.chance(25) {
		text, _ := g.steps(newScope(w, express, false), &path{used: map[string]bool{}}, in, depth, true)
		return text
	}
	comment := ""
	if g.chance(20) {
		comment = `comment: "A branch."` + "\n"
	}
	return "{\n" + comment + g.body(newScope(w, express, true), "", in, depth) + "\n}"
}

// body is handlers and chains: all that stands between the braces of a scope. The first chain begins with first.
func (g *generator) body(s *scope, first string, in shape, depth int) string {
	lines := g.retries(12)
	p := &path{used: map[string]bool{}}
	if catches := g.scopeCatches(s, depth); len(catches) > 0 {
		lines = append(lines, catches...)
		joint := g.joint(s, p) // a step that they hold for
		if joint == "" {
			joint = fmt.Sprintf("task caught_%d \"lambdas/main.py:price\"", s.w.count())
		}
		first, in = first+joint+g.link(), whole
	}
	lines = append(lines, g.mainChains(s, p, first, in, depth)...)
	for i := 0; i < len(s.tails); i++ {
		lines = append(lines, g.tailChain(s, s.tails[i], depth))
	}
	return strings.Join(lines, "\n")
}

// mainChains are the chain that a scope begins with; sometimes in two parts, the second of which begins with
// the last step of the first.
func (g *generator) mainChains(s *scope, p *path, first string, in shape, depth int) []string {
	if g.chance(12) {
		chain, end := g.chain(s, p, in, depth, false)
		if joint := g.joint(s, p); end.falls && joint != "" {
			rest, _ := g.steps(s, p, whole, depth, true)
			return []string{first + chain + "\n>> " + joint, joint + "\n>> " + rest}
		}
		return []string{first + chain}
	}
	chain, _ := g.steps(s, p, in, depth, true)
	return []string{first + chain}
}

// joint is a step that two chains can share; empty where there is none.
func (g *generator) joint(s *scope, p *path) string {
	t := g.declared(g.function(s, oneOf(g.choices, Handlers...)))
	if s.w.mentioned[t.name] || p.used[t.name] || s.settled[t.name] || t.waits || t.silent {
		return ""
	}
	g.mention(s, p, t.name, opaque)
	s.settled[t.name] = true // further mentions need a name
	s.states = s.states[:len(s.states)-1]
	return t.name
}

// scopeCatches hold for every step of a scope. A step in JSONata takes no attributes of JSONPath from them.
func (g *generator) scopeCatches(s *scope, depth int) (lines []string) {
	taken := s.w.uncaught()
	for g.chance(12) {
		if names := g.someErrors(taken); names != "" {
			lines = append(lines, g.scopeCatch(s, names, depth))
		}
	}
	if g.chance(15) {
		lines = append(lines, g.scopeCatch(s, "*", depth))
	}
	return lines
}

func (g *generator) scopeCatch(s *scope, names string, depth int) string {
	text := "catch " + names
	switch g.below(4) {
	case 1:
		s.next = opaque
		return text + " -> next"
	case 2:
		return text + " -> " + g.newTail(s, opaque, true)
	case 3:
		chain, end := g.steps(s, &path{used: map[string]bool{}}, opaque, depth, false)
		if end.falls {
			chain += " -> end"
		}
		return text + " {\n" + chain + "\n}"
	}
	return text + " -> end"
}

// tail leads to a chain of its own, empty where none may stand.
func (g *generator) tail(s *scope, in shape) string {
	for _, t := range s.tails {
		if !t.alone && g.chance(40) && (t.in != opaque || !in.fits(small)) { // its input is not yet written about
			t.in = joined(t.in, in)
			return quoted(t.name)
		}
	}
	if !s.braces || s.w.left <= 0 {
		return ""
	}
	return g.newTail(s, in, false)
}

func (g *generator) newTail(s *scope, in shape, alone bool) string {
	t := &state{name: g.freshName(s.w, "tail"), in: in, alone: alone && s.w.plain}
	s.tails = append(s.tails, t)
	return quoted(t.name)
}

// tailChain writes a tail; from then on no other step may lead there.
func (g *generator) tailChain(s *scope, t *state, depth int) string {
	in := joined(t.in, s.next)
	t.alone = true
	s.w.left--
	head, end := g.named(s, in, t.name)
	if !end.falls {
		return head
	}
	if s.w.left > 0 && g.chance(40) {
		rest, _ := g.steps(s, &path{used: maps.Clone(s.everRun())}, end.shape, depth, true)
		return head + "\n>> " + rest
	}
	return head
}

// everRun are the tasks that the scope mentions under their own name: another chain takes other names.
func (s *scope) everRun() map[string]bool {
	run := map[string]bool{}
	for name, n := range s.runs {
		run[name] = n > 0
	}
	return run
}

// named is a plain step with a name.
func (g *generator) named(s *scope, in shape, name string) (string, ended) {
	as := " as " + quoted(name)
	switch g.below(6) {
	case 3:
		return "pass" + as, ended{in, true}
	case 4:
		return "wait 5s" + as, ended{in, true}
	case 5:
		return "fail Late \"Too late.\"" + as, ended{}
	}
	t := g.declared(g.function(s, oneOf(g.choices, Handlers...)))
	if t.waits && s.express {
		return "pass" + as, ended{in, true}
	}
	attributes, out := g.taskAttributes(s, t, s.w.jsonata, in, false)
	return t.name + as + block(attributes), ended{out, true}
}

// target is a state that a jump may lead to, empty where there is none that fits. A plain workflow jumps where
// it cannot go in circles.
func (g *generator) target(s *scope, in shape, harmless bool) string {
	if s.w.plain && !harmless {
		return ""
	}
	var fitting []state
	for _, t := range s.states {
		if (in.fits(t.in) || !s.w.plain) && (t.task == "" || s.runs[t.task] == 1) {
			fitting = append(fitting, t)
		}
	}
	if len(fitting) == 0 {
		return ""
	}
	t := fitting[g.below(len(fitting))]
	if t.task != "" {
		s.settled[t.task] = true
	}
	return quoted(t.name)
}

// freshName is a name that no state of the workflow has. Some are those that others would be given.
func (g *generator) freshName(w *workflow, base string) string {
	for _, name := range []string{base + "_again", base + "2", base + "_failed", base + " / now", base + "_done", "choice", "wait_5s", "pass", "żółć 😀 \"" + base + "\"", base + "_branch"} {
		if !w.names[name] && g.chance(30) {
			w.names[name] = true
			return name
		}
	}
	for i := 1; ; i++ {
		if name := fmt.Sprintf("%s_%d", base, i); !w.names[name] {
			w.names[name] = true
			return name
		}
	}
}

// quoted is a state's name as it is written behind as and ->.
func quoted(name string) string {
	for i, c := range name {
		if letter := c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'; !letter && (i == 0 || c < '0' || c > '9') {
			return fmt.Sprintf(`"%s"`, strings.ReplaceAll(name, `"`, `\"`))
		}
	}
	if reserved[name] {
		return fmt.Sprintf("%q", name)
	}
	return name
}

var reserved = map[string]bool{"pass": true, "wait": true, "map": true, "end": true}

// block is the braces behind a step.
func block(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return " {\n" + strings.Join(lines, "\n") + "\n}"
}
