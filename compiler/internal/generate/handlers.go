package generate

import (
	"fmt"
	"strings"
)

// errorNames are what handlers take. Plain workflows go back only from Busy, with which nothing in them fails.
var errorNames = []string{"Busy", "CardDeclined", "States.Timeout", `"Out Of Stock"`, "OutOfStock", "States.TaskFailed", "Lambda.TooManyRequestsException", "Late"}

const (
	noFailure = "Busy"
	allTasks  = "States.TaskFailed" // all but States.Timeout: nothing else comes behind it
)

// someErrors chooses names that are not yet taken; none are left at some time.
func (g *generator) someErrors(taken map[string]bool) string {
	var names []string
	for range 1 + g.below(2) {
		name := oneOf(g.choices, errorNames...)
		if taken[name] || name == allTasks && len(names) > 0 {
			continue
		}
		names = append(names, name)
		taken[name] = true
		if name == allTasks {
			for _, other := range errorNames {
				taken[other] = taken[other] || other != "States.Timeout"
			}
			break
		}
	}
	return strings.Join(names, ", ")
}

// uncaught are the names that catches of the workflow do not take: in a plain one, what takes the failure of every task
// takes it whole, so that who takes it can be told from the program.
func (w *workflow) uncaught() map[string]bool { return map[string]bool{allTasks: w.plain} }

// retry is a retrier; taken are the names that others in front of it took, nil where it is alone.
func (g *generator) retry(taken map[string]bool) string {
	if taken == nil {
		taken = map[string]bool{}
	}
	names := g.someErrors(taken)
	if names == "" {
		return ""
	}
	return g.retryOf(names)
}

func (g *generator) retryOf(names string) string {
	var attributes []string
	for _, a := range []string{
		"interval: " + oneOf(g.choices, "1s", "2m"), "max_attempts: " + oneOf(g.choices, "0", "1", "2"), "backoff_rate: " + oneOf(g.choices, "1", "1.5"),
		"max_delay: 1m", "jitter: " + oneOf(g.choices, "full", "none"), `comment: "Tries again."`,
	} {
		if g.chance(25) {
			attributes = append(attributes, a)
		}
	}
	if len(attributes) == 0 {
		return "retry " + names
	}
	return "retry " + names + " { " + strings.Join(attributes, ", ") + " }"
}

// retries are the retriers of a step or a scope, a line each.
func (g *generator) retries(percent int) (lines []string) {
	taken := map[string]bool{}
	for g.chance(percent) {
		if line := g.retry(taken); line != "" {
			lines = append(lines, line)
		}
	}
	if g.chance(percent / 2) {
		lines = append(lines, g.retryOf(oneOf(g.choices, "*", "*", `"States.ALL"`)))
	}
	return lines
}

// catches are the catchers of a step. Input is the shape of its input; out, of what goes on behind it, which the
// handlers that go on too may change. Last tells that nothing follows.
func (g *generator) catches(s *scope, p *path, in stepInput, out shape, last bool, percent int) (lines []string, after shape) {
	taken := s.w.uncaught()
	for g.chance(percent) {
		if names := g.someErrors(taken); names != "" {
			var line string
			line, out = g.catch(s, p, in, names, out, last)
			lines = append(lines, line)
		}
	}
	if g.chance(percent * 2 / 3) {
		var line string
		line, out = g.catch(s, p, in, "*", out, last)
		lines = append(lines, line)
	}
	return lines, out
}

func (g *generator) catch(s *scope, p *path, in stepInput, names string, out shape, last bool) (string, shape) {
	text := "catch " + names
	switch g.below(6) {
	case 0:
		return text + " -> end", out
	case 1:
		if !last {
			return text + " -> next", joined(out, opaque)
		}
	case 2:
		if target := g.target(s, opaque, names == noFailure); target != "" {
			return text + " -> " + target, out
		}
	}
	attributes, shape := g.catchAttributes(s, in)
	body := path{used: map[string]bool{}}
	if g.chance(20) && last {
		return text + " {" + attributes + "}", out
	}
	ending := ""
	switch g.below(7) {
	case 0:
		ending = "end"
	case 1:
		ending = "fail"
	case 2:
		ending = "succeed"
	case 3:
		ending = "next"
	case 4:
		ending = "jump"
	case 5:
		ending = "tail"
	}
	if ending == "next" && last || ending == "" && !last {
		ending = "end"
	}
	chain, end := "", ended{shape, true}
	if g.chance(70) && s.w.left > 0 {
		chain, end = g.steps(s, &body, shape, in.depth, last && ending == "")
	}
	if !end.falls {
		return text + " {" + attributes + "\n" + chain + "\n}", out
	}
	link, jump := "", ""
	if chain != "" {
		link = "\n>> "
	}
	switch ending {
	case "fail":
		jump = link + g.fail(s, end.shape, in.jsonata)
	case "succeed":
		jump = link + "succeed"
	case "next":
		jump, out = " -> next", joined(out, end.shape)
	case "jump", "tail":
		target := ""
		if ending == "jump" {
			target = g.target(s, end.shape, names == noFailure)
		} else {
			target = g.tail(s, end.shape)
		}
		if target == "" {
			target = "end"
		}
		jump = " -> " + target
	case "end":
		jump = " -> end"
	}
	return fmt.Sprintf("%s {%s\n%s%s\n}", text, attributes, chain, jump), out
}

// catchAttributes are what a catcher does with the error object, and the shape of what its handler gets.
func (g *generator) catchAttributes(s *scope, in stepInput) (text string, out shape) {
	var attributes []string
	out = opaque
	if g.chance(10) {
		attributes = append(attributes, `comment: "What went wrong."`)
	}
	r := s.w.reads(in.jsonata, opaque)
	r.err = true
	if in.jsonata {
		if g.chance(30) {
			attributes = append(attributes, "output: "+g.expression(r))
		}
	} else {
		switch g.below(5) {
		case 3:
			attributes = append(attributes, "result_path: null")
			out = in.raw
		case 4:
			if in.raw.fits(small) || !s.w.plain {
				attributes = append(attributes, "result_path: $.error")
				out = in.raw
			}
		}
	}
	if s.w.assigns && g.chance(15) {
		attributes = append(attributes, "assign: { "+s.w.variable()+": "+oneOf(g.choices, "99", g.errorPart(in.jsonata))+" }")
	}
	if len(attributes) == 0 {
		return "", out
	}
	return " " + strings.Join(attributes, ", "), out
}

func (g *generator) errorPart(jsonata bool) string {
	if jsonata {
		return "{% $states.errorOutput.Cause %}"
	}
	return "$.Cause"
}
