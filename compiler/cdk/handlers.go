package cdk

import "github.com/orkls/orkls/compiler/asl"

// retrierProps are the properties of a retrier. Its comment has none.
func retrierProps(r asl.Retrier) []prop {
	props := []prop{{"errors", texts(r.ErrorEquals)}}
	if r.IntervalSeconds.Present() {
		props = append(props, prop{"interval", duration(r.IntervalSeconds.Text)})
	}
	if r.MaxAttempts.Present() {
		props = append(props, prop{"max_attempts", literal(r.MaxAttempts.Text)})
	}
	if r.BackoffRate.Present() {
		props = append(props, prop{"backoff_rate", literal(r.BackoffRate.Text)})
	}
	if r.MaxDelaySeconds.Present() {
		props = append(props, prop{"max_delay", duration(r.MaxDelaySeconds.Text)})
	}
	if r.JitterStrategy != "" {
		props = append(props, prop{"jitter_strategy", ref{sfn, "JitterType." + r.JitterStrategy}})
	}
	return props
}

// catches writes where a state's errors lead.
func (b *builder) catches(m *asl.Machine, s *asl.State) {
	for _, c := range s.Catch {
		var props []prop
		if !(len(c.ErrorEquals) == 1 && c.ErrorEquals[0] == asl.AllErrors) {
			props = append(props, prop{"errors", texts(c.ErrorEquals)})
		}
		if c.ResultPath.Present() {
			props = append(props, prop{"result_path", b.value(c.ResultPath)})
		}
		if c.Assign.Present() {
			props = append(props, prop{"assign", b.value(c.Assign)})
		}
		if c.Output.Present() {
			props = append(props, prop{"outputs", b.value(c.Output)})
		}
		b.add(statement{value: chain{b.variables[s], []link{then("add_catch", []expr{b.target(m, c.Next)}, props...)}}})
	}
}

func texts(all []string) list {
	items := make(list, len(all))
	for i, s := range all {
		items[i] = text(s)
	}
	return items
}
