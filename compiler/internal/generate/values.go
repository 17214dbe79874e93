package generate

import (
	"fmt"
	"strings"
)

// reading is where a value stands: what can be read there.
type reading struct {
	jsonata bool
	loose   bool  // the paths need not lead anywhere
	input   shape // in JSONPath
	result  bool  // in JSONata, there is a result
	err     bool  // in JSONata, there is an error
	names   []string
}

// reads is where the values of a step stand.
func (w *workflow) reads(jsonata bool, input shape) reading {
	return reading{jsonata: jsonata, loose: !w.plain, input: input, names: w.variables}
}

// path is a path that can be read.
func (g *generator) path(r reading) string {
	paths := []string{"$", "$$.Execution.Id"}
	if r.loose || r.input.fits(small) {
		paths = append(paths, "$.id", "$.status", "$.count", "$.list", "$.list[0]", "$['id']")
	}
	if r.loose || r.input.fits(whole) {
		paths = append(paths, "$.order", "$.order.id", "$.lines[0].id", "$.lines[*].id")
	}
	if r.loose {
		paths = append(paths, "$.detail-type", "$['a key'].b[0]", "$.x[?(@.n > 3)]", "$..id", "$.list[-1]", "$.list[0:2]", "$$.State.EnteredTime")
		for _, name := range r.names {
			paths = append(paths, "$"+name)
		}
	}
	return oneOf(g.choices, paths...)
}

// reference is a path to one place of the input.
func (g *generator) reference(r reading) string {
	for {
		if p := g.path(reading{loose: r.loose, input: r.input}); !strings.ContainsAny(p, "?*:-") && !strings.Contains(p, "..") && !strings.HasPrefix(p, "$$") {
			return p
		}
	}
}

// call is a call of an intrinsic function.
// The strings hold no backslash: asl-validator's grammar of intrinsic calls knows no escaped one.
func (g *generator) call(r reading) string {
	calls := []string{
		`States.UUID()`, `States.Array(1, "two", null, true, -4)`, `States.MathRandom(1, 9)`, `States.Format("{} it's", "x")`, `States.MathAdd(1, -2)`,
		`States.Base64Encode("żółć 😀")`, `States.ArrayRange(1, 9, 2)`, `States.Hash("x", "SHA-256")`, `States.StringSplit("a,b", ",")`,
		`States.Base64Decode("YQ==")`, `States.Format("{} of {}", States.UUID(), 3)`,
	}
	if r.loose || r.input.fits(small) {
		calls = append(calls,
			`States.Format("{}/{}", $.id, $.count)`, `States.MathAdd($.count, 1)`, `States.ArrayLength($.list)`, `States.ArrayGetItem($.list, 0)`,
			`States.ArrayContains($.list, 2)`, `States.ArrayPartition($.list, 2)`, `States.ArrayUnique($.list)`, `States.JsonToString($.list)`,
			`States.Hash($.id, "MD5")`, `States.Array($.id, States.Array($.count))`)
	}
	if r.loose || r.input.fits(whole) {
		calls = append(calls, `States.JsonMerge($.order, $.order, false)`)
	}
	return oneOf(g.choices, calls...)
}

// expression is JSONata. It spans no lines: asl-validator's pattern ends at the line's end.
func (g *generator) expression(r reading) string {
	expressions := []string{
		"$states.input", "$states.input.id", "1 + 2", "$exists($states.input.a)", "'text with \\'quotes\\''", "$states.context.Execution.Id", "$uuid()",
		"($x := $states.input.count; $x > 2 ? 'many' : 'few')", "$states.input.lines[count > 1].id", "{'a': [1, 2]}", "$map([1..3], function($i) { $i * 2 })",
	}
	if r.result {
		expressions = append(expressions, "$states.result", "$states.result.id", "$merge([$states.input, {'result': $states.result}])")
	}
	if r.err {
		expressions = append(expressions, "$states.errorOutput", "$states.errorOutput.Cause")
	}
	for _, name := range r.names {
		expressions = append(expressions, "$"+name)
	}
	return "{% " + oneOf(g.choices, expressions...) + " %}"
}

// computed is a value that is read or computed.
func (g *generator) computed(r reading) string {
	switch {
	case r.jsonata:
		return g.expression(r)
	case g.chance(30):
		return g.call(r)
	}
	return g.path(r)
}

// scalar is a constant. asl-validator takes no empty string in JSONata states, and no array in an array (its
// schema jsonata.json); AWS takes every JSON value there.
func (g *generator) scalar(r reading) string {
	if !r.jsonata && g.chance(5) {
		return `""`
	}
	return oneOf(g.choices, `"x"`, `1`, `true`, `false`, `null`, `-0.5`, `1e3`, `123456789012345`, `"two words"`, `"a \"quoted\" \\ text / \t"`, `"żółć 😀"`,
		`"${orders_table}"`, `90s`, `1.5h`, `"it's {braced}"`, `"\u00e9"`)
}

// value is a value of an object or array; what stands deeper than depth is flat.
func (g *generator) value(r reading, depth int) string {
	switch kind := g.below(10); {
	case kind < 3 || depth == 0 && kind > 6:
		return g.scalar(r)
	case kind < 7:
		return g.computed(r)
	case kind == 7:
		return g.object(r, depth-1)
	case kind == 8: // of objects, or of constants
		return g.list(func() string {
			if g.chance(50) {
				return g.object(r, depth-1)
			}
			return g.constant(r, depth-1)
		})
	}
	return g.list(func() string { // of paths, calls and scalars: the arguments of States.Array
		if g.chance(50) {
			return oneOf(g.choices, `"x"`, `1`, `true`, `null`, `-0.5`, `"it's {braced}"`)
		}
		return g.computed(r)
	})
}

func (g *generator) list(item func() string) string {
	var items []string
	for range g.below(4) {
		items = append(items, item())
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// constant is a value in which nothing is computed.
func (g *generator) constant(r reading, depth int) string {
	switch kind := g.below(6); {
	case kind < 4 || depth <= 0:
		return g.scalar(r)
	case kind == 4 && !r.jsonata:
		return g.list(func() string { return g.constant(r, depth-1) })
	}
	return g.fields(func(key string) string { return key + ": " + g.constant(r, depth-1) })
}

// object is an object with things computed in it.
func (g *generator) object(r reading, depth int) string {
	return g.fields(func(key string) string {
		if !r.jsonata && g.chance(8) {
			return fmt.Sprintf("%q: %q", strings.Trim(key, `"`)+".$", g.path(r))
		}
		return key + ": " + g.value(r, max(depth, 0))
	})
}

func (g *generator) fields(field func(key string) string) string {
	keys := []string{"id", "kind", "total", "end", `"a key"`, "map", `"x.y"`, "n", `"żółć"`}
	var fields []string
	for range g.below(4) {
		i := g.below(len(keys))
		fields = append(fields, field(keys[i]))
		keys = append(keys[:i], keys[i+1:]...)
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
