package generate

// never is a condition that does not hold for any input of a plain workflow: a loop behind it ends.
const never = `$.status == "never"`

// condition is what an if asks.
func (g *generator) condition(r reading, depth int) string {
	if depth > 0 {
		switch g.below(6) {
		case 3:
			return "(" + g.condition(r, depth-1) + ") and " + g.test(r)
		case 4:
			return g.test(r) + " or not (" + g.condition(r, depth-1) + ")"
		case 5:
			return g.test(r) + oneOf(g.choices, " and ", " or ") + g.test(r)
		}
	}
	return g.test(r)
}

func (g *generator) test(r reading) string {
	if r.jsonata {
		return g.negated(oneOf(g.choices, "{% $states.input.count > 3 %}", "{% $states.input.ready %}", "{% $exists($states.input.id) %}", "{% $count($states.input.list) = 0 and true %}"))
	}
	if !r.loose && !r.input.fits(small) {
		return oneOf(g.choices, "$.Error is present", "$ is not present", "not $.Error is present")
	}
	order := oneOf(g.choices, "==", "!=", "<", "<=", ">", ">=")
	switch g.below(7) {
	case 0:
		return g.negated("$.status " + order + " " + oneOf(g.choices, `"new"`, `"a \"b\""`, "$.id", "$.id as string"))
	case 1:
		return g.negated("$.count " + order + " " + oneOf(g.choices, "3", "5", "-2.5", "1e3", "$.list[0] as number"))
	case 2:
		return g.negated("$.ready " + oneOf(g.choices, "==", "!=") + " " + oneOf(g.choices, "true", "false", "$.ready as boolean"))
	case 3:
		return g.negated("$.when " + order + " " + oneOf(g.choices, `timestamp("2030-01-31T12:00:00Z")`, `timestamp("2030-01-31T12:00:00+02:00")`, "$.when as timestamp"))
	case 4:
		return g.negated(`$.status matches "` + oneOf(g.choices, "n*", "*", "log-*.txt") + `"`)
	}
	kind := oneOf(g.choices, "present", "null", "string", "number", "boolean", "timestamp")
	return g.negated(oneOf(g.choices, "$.id", "$.count", "$.when", "$.ready", "$.list[0]") + oneOf(g.choices, " is ", " is not ") + kind)
}

func (g *generator) negated(test string) string {
	if g.chance(15) {
		return "not " + test
	}
	return test
}
