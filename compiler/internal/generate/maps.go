package generate

import "strings"

// itemMap is a map. The items of a plain workflow are an array that is there.
func (g *generator) itemMap(s *scope, p *path, in shape, depth int, last bool) (string, ended) {
	inJSONata := g.inJSONata(s)
	items, item := "", opaque
	switch {
	case inJSONata:
		items = oneOf(g.choices, "", " {% $states.input.lines %}", " {% [1..3] %}")
	case (in.fits(whole) || !s.w.plain) && g.chance(70):
		items, item = " $.lines", small
	case in.fits(small) || !s.w.plain:
		items = " $.list"
	case in != array:
		return g.group(s, p, in, depth, last, false)
	}
	r := s.w.reads(inJSONata, in)
	distributed := !s.w.plain && !s.express && g.chance(35)
	opening, closing := "(", ")"
	if distributed || g.chance(40) {
		opening, closing = "[", "]"
	}
	lines, out := g.shapedMap(s, inJSONata, in)
	if g.chance(15) {
		r.names = nil
		lines, item = append(lines, "item_selector: "+g.object(r, 1)), opaque
	}
	if g.chance(20) {
		lines = append(lines, g.concurrency(r))
	}
	express := s.express
	if distributed {
		var more []string
		more, express = g.distributed(s, r)
		lines = append(lines, more...)
	}
	variables := s.w.variables
	if distributed { // it reads no variables from outside
		s.w.variables = nil
	}
	branch := g.branch(s.w, express, item, depth-1)
	s.w.variables = variables
	comma := ""
	if g.chance(10) {
		comma = ","
	}
	text := "map" + items + " " + opening + branch + comma + closing + g.maybeNamed(s, in, "each")
	lines = g.saidJSONata(s, inJSONata, items, append(g.common(), lines...))
	lines, out = g.handled(s, p, lines, stepInput{in, inJSONata, depth - 1}, out, last)
	return text + block(lines), ended{out, true}
}

// shapedMap is shaped without what a map does not have, or has in another way.
func (g *generator) shapedMap(s *scope, inJSONata bool, in shape) ([]string, shape) {
	lines, out := g.shaped(s, inJSONata, in, array, false)
	var kept []string
	for _, line := range lines {
		if !strings.HasPrefix(line, "input_path") {
			kept = append(kept, line)
		}
	}
	return kept, out
}

func (g *generator) concurrency(r reading) string {
	switch {
	case r.jsonata && g.chance(50):
		return "max_concurrency: {% 2 %}"
	case !r.jsonata && g.chance(30) && (r.loose || r.input.fits(small)):
		return "max_concurrency: $.count"
	}
	return "max_concurrency: " + oneOf(g.choices, "0", "1", "40")
}

// distributed are the attributes of a distributed map, and whether its items are run by express workflows.
func (g *generator) distributed(s *scope, r reading) (lines []string, express bool) {
	lines = []string{"mode: distributed"}
	switch g.below(3) {
	case 1:
		lines = append(lines, "execution_type: standard")
	case 2:
		lines, express = append(lines, "execution_type: express"), true
	}
	if g.chance(30) {
		lines = append(lines, `label: "`+s.w.variable()+`"`)
	}
	arguments, bucket := "Parameters", "$.bucket"
	if r.jsonata {
		arguments, bucket = "Arguments", "{% $states.input.bucket %}"
	}
	switch g.below(4) {
	case 1:
		lines = append(lines, `item_reader: { Resource: "arn:aws:states:::s3:getObject", ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "GIVEN", CSVHeaders: ["id", "name"], MaxItems: 100 }, `+arguments+`: { Bucket: `+bucket+`, Key: "rows.csv" } }`)
	case 2:
		lines = append(lines, `item_reader: { Resource: "arn:aws:states:::s3:listObjectsV2", `+arguments+`: { Bucket: "${bucket}", Prefix: "in" } }`)
	case 3:
		lines = append(lines, `item_reader: { Resource: "arn:aws:states:::s3:getObject", ReaderConfig: { InputType: "JSON" }, `+arguments+`: { Bucket: `+bucket+`, Key: "rows.json" } }`)
	}
	if g.chance(25) {
		lines = append(lines, `item_batcher: { MaxItemsPerBatch: 100, MaxInputBytesPerBatch: 4096, BatchInput: `+g.object(reading{jsonata: r.jsonata, loose: true}, 1)+` }`)
	}
	if g.chance(25) {
		lines = append(lines, `result_writer: { Resource: "arn:aws:states:::s3:putObject", WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" }, `+arguments+`: { Bucket: `+bucket+`, Prefix: "done" } }`)
	}
	if g.chance(25) {
		lines = append(lines, "tolerated_failure_percentage: "+g.tolerated(r, "2.5"))
	}
	if g.chance(25) {
		lines = append(lines, "tolerated_failure_count: "+g.tolerated(r, "10"))
	}
	return lines, express
}

func (g *generator) tolerated(r reading, constant string) string {
	if r.jsonata {
		return oneOf(g.choices, constant, "{% $states.input.tolerated %}")
	}
	return oneOf(g.choices, constant, "$.tolerated")
}
