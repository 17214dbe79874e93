package generate

import (
	"fmt"
	"maps"
	"strings"
)

// step is one step with all that belongs to it, and what goes on behind it.
func (g *generator) step(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	in = joined(in, s.next)
	kind := g.below(20)
	if depth == 0 || s.w.left <= 0 {
		kind %= 14
	}
	switch kind {
	case 7:
		return g.wait(s, p, in)
	case 8, 9:
		return g.pass(s, p, in)
	case 10, 11, 12:
		return g.choice(s, p, in, depth, last)
	case 13:
		text, end := g.chain(s, p, in, depth, last)
		return "(" + text + ")", end
	case 14, 15, 16:
		return g.group(s, p, in, depth, last, false)
	case 17:
		return g.group(s, p, in, depth, last, true)
	case 18, 19:
		return g.itemMap(s, p, in, depth, last)
	}
	return g.run(s, p, in, depth, last)
}

// inJSONata tells whether a step is written in JSONata.
func (g *generator) inJSONata(s *scope) bool { return s.w.jsonata || s.w.mixed && g.chance(25) }

// run is a step that runs a task or a workflow.
func (g *generator) run(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	inJSONata := g.inJSONata(s)
	if child := g.child(s); child != nil && g.chance(30) {
		return g.start(s, p, child, inJSONata, in, depth, last)
	}
	t := g.task(s, inJSONata, in)
	if t.waits && s.express {
		t = &task{name: fmt.Sprintf("made_%d", s.w.count()), source: "lambdas/main.py:price", function: true, inline: true}
	}
	text, as := t.name, ""
	switch {
	case t.inline:
		text = t.declaration()
	case g.mustName(s, p, t.name) || g.chance(12):
		name := g.freshName(s.w, t.name)
		as = " as " + quoted(name)
		s.states = append(s.states, state{name: name, in: in})
	case t.function && g.chance(6):
		inline := *t
		inline.name, inline.inline, inline.block = fmt.Sprintf("%s_%d", t.name, s.w.count()), true, ""
		inline.token, inline.waits, inline.metadata, inline.silent = false, false, false, false
		if inline.source == "lambdas/main.py" {
			inline.source += ":" + t.name
		}
		t, text = &inline, inline.declaration()
	default:
		g.mention(s, p, t.name, in)
	}
	lines, out := g.taskAttributes(s, t, inJSONata, in, true)
	lines = g.saidJSONata(s, inJSONata, "", lines)
	lines, out = g.handled(s, p, lines, stepInput{in, inJSONata, depth}, out, last)
	return text + as + block(lines), ended{out, true}
}

// mustName tells whether a further mention needs a word from the author.
func (g *generator) mustName(s *scope, p *path, task string) bool {
	return p.used[task] || s.settled[task]
}

func (g *generator) mention(s *scope, p *path, task string, in shape) {
	if !s.w.mentioned[task] {
		s.states = append(s.states, state{name: task, task: task, in: in})
	}
	s.w.mentioned[task] = true
	s.runs[task]++
	p.used[task] = true
}

// handled adds the handlers of a step to its attributes.
func (g *generator) handled(s *scope, p *path, lines []string, in stepInput, out shape, last bool) ([]string, shape) {
	lines = append(lines, g.retries(10)...)
	catches, out := g.catches(s, p, in, out, last, 15)
	return append(lines, catches...), out
}

// start is a step that runs another workflow.
func (g *generator) start(s *scope, p *path, child *workflow, inJSONata bool, in shape, depth int, last bool) (string, ended) {
	text := child.name
	if g.mustName(s, p, text) || g.chance(20) {
		text += " as " + quoted(g.freshName(s.w, child.name))
	} else {
		g.mention(s, p, text, in)
	}
	lines, out := g.shaped(s, inJSONata, in, whole, true)
	lines = g.saidJSONata(s, inJSONata, "", append(g.common(), lines...))
	lines, out = g.handled(s, p, lines, stepInput{in, inJSONata, depth}, out, last)
	return text + block(lines), ended{out, true}
}

// taskAttributes are the attributes of a step that runs a task, and what goes on behind it.
func (g *generator) taskAttributes(s *scope, t *task, inJSONata bool, in shape, many bool) ([]string, shape) {
	var lines []string
	out := whole
	if many || t.metadata {
		lines, out = g.shaped(s, inJSONata, in, whole, t.function && !t.token)
	}
	shapedHere := len(lines) > 0
	switch {
	case t.token && inJSONata:
		lines = append(lines, "arguments: { token: {% $states.context.Task.Token %} }")
	case t.token:
		lines = append(lines, "parameters: { token: $$.Task.Token, input: $ }")
	}
	if t.metadata && shapedHere || t.silent || t.token || t.language == jsonata {
		out = joined(out, opaque)
	}
	if many {
		lines = append(g.common(), lines...)
		lines = append(lines, g.limits(s, t, inJSONata, in)...)
	}
	return lines, out
}

func (g *generator) common() (lines []string) {
	if g.chance(8) {
		lines = append(lines, `comment: "The step's own."`)
	}
	return lines
}

// limits are the times of a task.
func (g *generator) limits(s *scope, t *task, inJSONata bool, in shape) (lines []string) {
	if g.chance(8) {
		switch {
		case inJSONata:
			lines = append(lines, "sfn_timeout: {% 600 %}")
		case g.chance(50) && (in.fits(small) || !s.w.plain):
			lines = append(lines, "sfn_timeout: $.count")
		default:
			lines = append(lines, "sfn_timeout: "+oneOf(g.choices, "1m", "2h"))
		}
	}
	if g.chance(6) {
		lines = append(lines, "heartbeat: 15s")
	}
	if g.chance(4) {
		lines = append(lines, `credentials: { RoleArn: "arn:aws:iam::123456789012:role/other" }`)
	}
	if t.function && g.chance(4) {
		lines = append(lines, "retry_on_service_exceptions: false")
	}
	return lines
}

// shaped are the attributes that say what goes in and what comes out of a step that has a result; free tells
// that what is handed over may be anything.
func (g *generator) shaped(s *scope, inJSONata bool, in, result shape, free bool) (lines []string, out shape) {
	if inJSONata {
		r := s.w.reads(true, opaque)
		if free && g.chance(20) {
			lines = append(lines, "arguments: "+oneOf(g.choices, g.object(r, 2), g.expression(r)))
		}
		r.result = true
		if g.chance(20) {
			lines = append(lines, "output: "+oneOf(g.choices, g.object(r, 2), g.expression(r)))
		}
		return append(lines, g.assigned(s, r)...), opaque
	}
	effective := in
	r := s.w.reads(false, in)
	if g.chance(8) {
		var line string
		line, effective = g.inputPath(r)
		lines = append(lines, line)
		r.input = effective
	}
	if free && g.chance(15) {
		lines = append(lines, "parameters: "+g.object(r, 2))
	}
	after := s.w.reads(false, result)
	if g.chance(10) {
		lines = append(lines, "result_selector: "+g.object(after, 1))
		result = opaque
	}
	switch g.below(12) {
	case 9:
		if r.loose || effective.fits(small) {
			lines = append(lines, "result_path: "+oneOf(g.choices, "$.done", "$.done.result", "$['a key']"))
			result = joined(in, effective)
		}
	case 10:
		lines = append(lines, "result_path: null")
		result = joined(in, effective)
	case 11:
		lines = append(lines, "result_path: $")
	}
	if g.chance(6) {
		var line string
		line, result = g.outputPath(s.w.reads(false, result))
		lines = append(lines, line)
	}
	return append(lines, g.assigned(s, after)...), result
}

func (g *generator) inputPath(r reading) (string, shape) {
	switch g.below(4) {
	case 1:
		if r.loose || r.input.fits(whole) {
			return "input_path: $.order", small
		}
	case 2:
		return "input_path: null", opaque
	case 3:
		if r.loose {
			return "input_path: " + g.path(reading{input: whole, loose: true}), opaque
		}
	}
	return "input_path: $", r.input
}

func (g *generator) outputPath(r reading) (string, shape) {
	line, out := g.inputPath(r)
	return strings.Replace(line, "input_path", "output_path", 1), out
}

// assigned sets variables.
func (g *generator) assigned(s *scope, r reading) []string {
	if !s.w.assigns || !g.chance(15) {
		return nil
	}
	return []string{"assign: { " + s.w.variable() + ": " + g.value(r, 1) + " }"}
}

func (g *generator) wait(s *scope, p *path, in shape) (string, ended) {
	inJSONata := g.inJSONata(s)
	r := s.w.reads(inJSONata, in)
	text := "wait " + oneOf(g.choices, "5s", "2m", "0s", "1.5h", "1d", `until "2030-01-31T12:00:00Z"`)
	switch {
	case inJSONata && g.chance(60):
		text = oneOf(g.choices, "wait {% $states.input.count %}", `wait until "{% $states.input.when %}"`, "wait until {% $states.input.when %}")
	case !inJSONata && (r.loose || in.fits(small)) && g.chance(30):
		text = oneOf(g.choices, "wait $.count", "wait until $.when")
	}
	text += g.maybeNamed(s, in, "wait")
	if inJSONata {
		return text + block(g.saidJSONata(s, true, text, g.jsonataOutput(s))), ended{opaque, true}
	}
	lines, out := g.passedOn(s, in, strings.Contains(text, "$."))
	return text + block(lines), ended{out, true}
}

// saidJSONata adds that a step of a JSONPath workflow is in JSONata, where its text and attributes do not show
// it.
func (g *generator) saidJSONata(s *scope, inJSONata bool, text string, lines []string) []string {
	if !inJSONata || s.w.jsonata || strings.Contains(text+strings.Join(lines, ""), "{%") && !g.chance(20) {
		return lines
	}
	return append([]string{"query_language: jsonata"}, lines...)
}

func (g *generator) jsonataOutput(s *scope) (lines []string) {
	r := s.w.reads(true, opaque)
	if g.chance(40) {
		lines = append(lines, "output: "+oneOf(g.choices, g.expression(r), g.object(r, 2)))
	}
	return append(lines, g.assigned(s, r)...)
}

// passedOn are the attributes of a step that has no result of its own.
func (g *generator) passedOn(s *scope, in shape, reads bool) (lines []string, out shape) {
	out = in
	if g.chance(8) && (!reads || !s.w.plain) {
		var line string
		line, out = g.inputPath(s.w.reads(false, in))
		lines = append(lines, line)
	}
	if g.chance(8) {
		var line string
		line, out = g.outputPath(s.w.reads(false, out))
		lines = append(lines, line)
	}
	return append(append(lines, g.common()...), g.assigned(s, s.w.reads(false, in))...), out
}

// maybeNamed gives a step a name that jumps can lead to.
func (g *generator) maybeNamed(s *scope, in shape, base string) string {
	if !g.chance(15) {
		return ""
	}
	name := g.freshName(s.w, base)
	s.states = append(s.states, state{name: name, in: in})
	return " as " + quoted(name)
}

func (g *generator) pass(s *scope, p *path, in shape) (string, ended) {
	inJSONata := g.inJSONata(s)
	text := "pass" + g.maybeNamed(s, in, "made")
	if inJSONata {
		return text + block(g.saidJSONata(s, true, text, g.jsonataOutput(s))), ended{opaque, true}
	}
	lines, out := g.passedOn(s, in, true)
	r := s.w.reads(false, in)
	result := in
	switch g.below(4) {
	case 1:
		// The interpreter takes a Result that is false, zero or empty for none.
		constant := `{ currency: "EUR", limits: { low: 0.10, high: 1e3 }, tags: [], "key.$": "not a path" }`
		if !s.w.plain {
			constant = g.constant(r, 2)
		}
		lines, result = append(lines, "result: "+constant), opaque
	case 2:
		if len(lines) == 0 {
			lines, result = append(lines, "parameters: "+g.object(r, 2)), opaque
		}
	default:
		return text + block(lines), ended{out, true}
	}
	if g.chance(40) && (r.loose || in.fits(small)) && len(lines) == 1 {
		return text + block(append(lines, "result_path: $.made")), ended{in, true}
	}
	if len(lines) > 1 {
		result = opaque
	}
	return text + block(lines), ended{result, true}
}

func (g *generator) succeed(s *scope, p *path, in shape) string {
	text := "succeed" + g.maybeNamed(s, in, "well")
	switch {
	case s.w.jsonata && g.chance(30):
		return text + block([]string{"output: " + g.expression(s.w.reads(true, opaque))})
	case !s.w.jsonata && g.chance(20):
		line, _ := g.outputPath(s.w.reads(false, in))
		return text + block([]string{line})
	}
	return text
}

func (g *generator) fail(s *scope, in shape, inJSONata bool) string {
	switch g.below(8) {
	case 1:
		return `fail OutOfStock "Nothing is left."`
	case 2:
		return `fail "Out Of Stock"`
	case 3:
		return "fail {}"
	case 4:
		return `fail { error: "Late", cause: "It took \"too\" long." }`
	case 5:
		if inJSONata {
			return "fail { error: {% $states.input.id %}, cause: {% 'order ' & $states.input.id %} }"
		}
		if in.fits(small) || !s.w.plain {
			return "fail as " + quoted(g.freshName(s.w, "failed")) + " { error: $.status, cause: $.id }"
		}
	case 6:
		if !inJSONata {
			return `fail Declined { cause: States.Format("{} was declined", ` + oneOf(g.choices, `"it"`, "States.UUID()") + `) }`
		}
	}
	return "fail Late"
}

// choice is an if. Some way of every one goes on, or ends the scope.
func (g *generator) choice(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	inJSONata := g.inJSONata(s)
	in, lines := g.choiceInput(s, inJSONata, in)
	r := s.w.reads(inJSONata, in)
	var text strings.Builder
	end := ended{whole, false}
	used := maps.Clone(p.used)
	arms := 1 + g.below(3)
	endings := g.below(3) // how the last else is
	body := func(condition string, exit bool) string {
		arm := &path{used: maps.Clone(p.used)}
		out, armEnd := g.armBody(s, arm, in, depth, last, condition == never || !s.w.plain && !exit, condition != "")
		maps.Copy(used, arm.used)
		if armEnd.falls {
			end = ended{joined(end.shape, armEnd.shape), true}
		}
		return out
	}
	for i := range arms {
		condition := g.condition(r, 2)
		if s.w.plain && !inJSONata && in.fits(small) && g.chance(15) {
			condition = never
		}
		if i > 0 {
			text.WriteString(" else ")
		}
		fmt.Fprintf(&text, "if %s %s", condition, body(condition, endings == 2 && i == arms-1))
	}
	switch endings {
	case 0:
		end = ended{joined(end.shape, in), true}
	case 1:
		text.WriteString(" else " + body("", true))
	case 2:
		text.WriteString(" else fail")
	}
	maps.Copy(p.used, used)
	text.WriteString(g.maybeNamed(s, in, "choice"))
	text.WriteString(block(lines))
	return text.String(), end
}

// choiceInput are the attributes of a whole if, and what its conditions and bodies get.
func (g *generator) choiceInput(s *scope, inJSONata bool, in shape) (shape, []string) {
	lines := g.common()
	if inJSONata {
		if !s.w.jsonata {
			lines = append(lines, "query_language: jsonata")
		}
		return opaque, append(lines, g.assigned(s, s.w.reads(true, opaque))...)
	}
	if g.chance(8) {
		var line string
		line, in = g.inputPath(s.w.reads(false, in))
		lines = append(lines, line)
	}
	return in, append(lines, g.assigned(s, s.w.reads(false, in))...)
}

// armBody is the body of an if; it may jump back only where loops says so. Rule tells that it has attributes
// of its own: those of an else are the whole choice's.
func (g *generator) armBody(s *scope, p *path, in shape, depth int, last, loops, rule bool) (string, ended) {
	var lines []string
	if rule && s.w.assigns && g.chance(10) {
		lines = append(lines, "assign: { "+s.w.variable()+": "+g.scalar(s.w.reads(s.w.jsonata || s.w.mixed, opaque))+" }")
	}
	target := ""
	if loops && g.chance(50) {
		target = g.target(s, in, true)
	}
	switch {
	case target != "":
		pause := ""
		if g.chance(50) {
			pause = "wait 5s"
		}
		return "{\n" + strings.Join(append(lines, pause+" -> "+target), "\n") + "\n}", ended{}
	case g.chance(10):
		return "{" + strings.Join(lines, "\n") + "}", ended{in, true}
	case g.chance(10):
		return "{\n" + strings.Join(append(lines, g.fail(s, in, s.w.jsonata)), "\n") + "\n}", ended{}
	case g.chance(8):
		return "{\n" + strings.Join(append(lines, "-> end"), "\n") + "\n}", ended{}
	case g.chance(12):
		if tail := g.tail(s, in); tail != "" {
			return "{\n" + strings.Join(append(lines, "-> "+tail), "\n") + "\n}", ended{}
		}
	}
	text, end := g.steps(s, p, in, depth, last)
	return "{\n" + strings.Join(append(lines, text), "\n") + "\n}", end
}

// group is a list, or a tuple.
func (g *generator) group(s *scope, p *path, in shape, depth int, last, list bool) (string, ended) {
	inJSONata := g.inJSONata(s)
	opening, closing := "(", ")"
	if list {
		opening, closing = "[", "]"
	}
	lines, out := g.shaped(s, inJSONata, in, array, false)
	branchIn := in
	for _, line := range lines {
		if strings.HasPrefix(line, "input_path") {
			branchIn = opaque
		}
	}
	if g.chance(8) {
		r := s.w.reads(inJSONata, branchIn)
		if inJSONata {
			lines = append(lines, "arguments: "+g.object(r, 1))
		} else {
			lines = append(lines, "parameters: "+g.object(r, 1))
		}
		branchIn = opaque
	}
	branches := []string{}
	for range 1 + g.below(3) {
		branches = append(branches, g.branch(s.w, s.express, branchIn, depth-1))
	}
	if len(branches) == 1 {
		branches[0] += ","
	}
	text := opening + "\n" + strings.Join(branches, ",\n") + "\n" + closing + g.maybeNamed(s, in, "both")
	lines = g.saidJSONata(s, inJSONata, "", append(g.common(), lines...))
	lines, out = g.handled(s, p, lines, stepInput{in, inJSONata, depth - 1}, out, last)
	return text + block(lines), ended{out, true}
}
