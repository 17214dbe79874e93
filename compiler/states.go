package compiler

import (
	"fmt"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// group lowers a list or tuple to a Parallel.
func (b *scopeBuilder) group(s *flow.State, out *asl.State) {
	if len(s.Branches) == 0 {
		b.problem(s.Range, "a group without branches cannot be compiled; remove it")
	}
	for _, branch := range s.Branches {
		out.Branches = append(out.Branches, b.lowerScope(branch, s.Captures))
	}
	b.fields(s, out)
}

// itemMap lowers a map.
func (b *scopeBuilder) itemMap(s *flow.State, out *asl.State) {
	if items := primaryOf[*grammar.Map](s).Items; items != nil {
		if items.Jsonata != "" {
			out.Items = asl.String(items.Jsonata)
		} else {
			out.ItemsPath = asl.String(items.Path)
		}
	}
	config := &asl.ProcessorConfig{Mode: "INLINE"}
	for _, a := range s.Attributes {
		switch a.Key {
		case "mode":
			if enum("mode", attribute.MapStep, a) == "distributed" {
				config.Mode = "DISTRIBUTED"
			}
		case "execution_type":
			config.ExecutionType = "STANDARD"
			if enum("execution_type", attribute.MapStep, a) == "express" {
				config.ExecutionType = "EXPRESS"
			}
		}
	}
	if config.Mode == "DISTRIBUTED" {
		if config.ExecutionType == "" {
			config.ExecutionType = "STANDARD"
		}
		if s.Captures {
			b.problem(s.Range, "a distributed map is not captured with ( ): its run would count no failure; write [ ] and tolerated_failure_percentage: 100")
		}
	}
	if len(s.Branches) == 1 {
		out.ItemProcessor = b.lowerScope(s.Branches[0], s.Captures)
		out.ItemProcessor.ProcessorConfig = config
	}
	b.fields(s, out)
}

// wait lowers the four forms of wait.
func (b *scopeBuilder) wait(s *flow.State, out *asl.State) {
	w := primaryOf[*grammar.Wait](s)
	switch {
	case w.For != nil && w.For.Path != "":
		out.SecondsPath = asl.String(w.For.Path)
	case w.For != nil:
		out.Seconds = b.seconds(w.For, s.Base)
	case w.At != nil && w.At.Value.Path != "":
		out.TimestampPath = asl.String(w.At.Value.Path)
	case w.At != nil:
		out.Timestamp = b.literal(w.At.Value, s.Base)
	}
	b.fields(s, out)
}

// choice lowers an if: each condition to a rule, and what follows where none holds to the default.
func (b *scopeBuilder) choice(s *flow.State, out *asl.State) {
	done := ""
	target := func(kind flow.EdgeKind, arm int) string {
		for _, e := range s.Out {
			if e.Kind == kind && (kind != flow.ArmEdge || e.Arm == arm) && e.To != nil {
				return e.To.Name
			}
		}
		return b.done(s, &done)
	}
	jsonata := b.isJSONata(s)
	for i, arm := range s.Arms {
		rule := b.rule(arm, jsonata)
		rule.Next = target(flow.ArmEdge, i)
		for _, a := range arm.Attrs {
			switch a.Key {
			case "assign":
				rule.Assign = b.template(a.Value, a.Base, jsonata)
			case "output":
				rule.Output = b.template(a.Value, a.Base, jsonata)
			case "comment":
				rule.Comment = b.text(a)
			default:
				b.problem(a.Range, "the body of an if has no attribute "+a.Key)
			}
		}
		out.Choices = append(out.Choices, rule)
	}
	if e := primaryOf[*grammar.If](s).Else; e == nil || !e.Fail {
		out.Default = target(flow.DefaultEdge, 0)
	}
	b.fields(s, out)
}

func (b *scopeBuilder) rule(arm *flow.Arm, jsonata bool) asl.ChoiceRule {
	if !jsonata {
		return b.condition(arm.Cond, arm.Base)
	}
	return asl.ChoiceRule{Condition: b.jsonataCondition(arm.Cond, arm.Base)}
}

// failFields lowers the error and the cause of a fail, which may stand in its chain or in its block.
func (b *scopeBuilder) failFields(s *flow.State, out *asl.State) {
	f := primaryOf[*grammar.Fail](s)
	if f.Error != nil {
		out.Error = asl.String(f.Error.Text)
	}
	if f.Cause != nil {
		out.Cause = asl.String(f.Cause.Text)
	}
	b.fields(s, out)
}

// fields lowers the attributes that hold for a state and become fields of it. The others are read where
// they belong.
func (b *scopeBuilder) fields(s *flow.State, out *asl.State) {
	jsonata := b.isJSONata(s)
	if jsonata && !b.jsonata {
		out.QueryLanguage = asl.JSONata
	}
	for _, a := range s.Attributes {
		if attribute.At(a.Key, attribute.PlaceOfState(s)) == nil && (s.Task == nil || !s.Task.Inline) {
			b.problem(a.Range, a.Key+" does not stand here")
		}
	}
	for _, setting := range attribute.Settings(s) {
		b.field(out, setting, jsonata)
	}
}

func (b *scopeBuilder) field(out *asl.State, s attribute.Setting, jsonata bool) {
	a := s.Written
	switch {
	case s.Language == attribute.JSONPathOnly && jsonata:
		b.problem(a.Range, "a JSONata state has no "+a.Key)
		return
	case s.Language == attribute.JSONataOnly && !jsonata:
		b.problem(a.Range, a.Key+" needs JSONata: set query_language: jsonata, or write {% … %}")
		return
	}
	name := s.Field()
	switch name {
	case "Comment":
		out.Comment = b.text(a)
	case "Label":
		out.Label = b.text(a)
	}
	if field := fields[name]; field != nil {
		*field(out) = b.fieldValue(s.Attribute, a, jsonata)
	}
}

// fieldValue lowers the value of an attribute by its type.
func (b *scopeBuilder) fieldValue(meaning *attribute.Attribute, a *flow.Attribute, jsonata bool) asl.Value {
	switch {
	case meaning.Field(a.Value) != meaning.ASL:
		text, _ := b.expression(a.Value, a.Base)
		return asl.String(text)
	case meaning.Type == attribute.Duration:
		return b.seconds(a.Value, a.Base)
	case meaning.Type == attribute.Object, meaning.Type == attribute.Any && meaning.ASL != "Result":
		return b.template(a.Value, a.Base, jsonata)
	}
	return b.literal(a.Value, a.Base)
}

// fields are the fields of a state that attributes become.
var fields = map[string]func(*asl.State) *asl.Value{
	"Arguments":                      func(s *asl.State) *asl.Value { return &s.Arguments },
	"Assign":                         func(s *asl.State) *asl.Value { return &s.Assign },
	"Cause":                          func(s *asl.State) *asl.Value { return &s.Cause },
	"CausePath":                      func(s *asl.State) *asl.Value { return &s.CausePath },
	"Credentials":                    func(s *asl.State) *asl.Value { return &s.Credentials },
	"Error":                          func(s *asl.State) *asl.Value { return &s.Error },
	"ErrorPath":                      func(s *asl.State) *asl.Value { return &s.ErrorPath },
	"HeartbeatSeconds":               func(s *asl.State) *asl.Value { return &s.HeartbeatSeconds },
	"HeartbeatSecondsPath":           func(s *asl.State) *asl.Value { return &s.HeartbeatSecondsPath },
	"InputPath":                      func(s *asl.State) *asl.Value { return &s.InputPath },
	"ItemBatcher":                    func(s *asl.State) *asl.Value { return &s.ItemBatcher },
	"ItemReader":                     func(s *asl.State) *asl.Value { return &s.ItemReader },
	"ItemSelector":                   func(s *asl.State) *asl.Value { return &s.ItemSelector },
	"Items":                          func(s *asl.State) *asl.Value { return &s.Items },
	"ItemsPath":                      func(s *asl.State) *asl.Value { return &s.ItemsPath },
	"MaxConcurrency":                 func(s *asl.State) *asl.Value { return &s.MaxConcurrency },
	"MaxConcurrencyPath":             func(s *asl.State) *asl.Value { return &s.MaxConcurrencyPath },
	"Output":                         func(s *asl.State) *asl.Value { return &s.Output },
	"OutputPath":                     func(s *asl.State) *asl.Value { return &s.OutputPath },
	"Parameters":                     func(s *asl.State) *asl.Value { return &s.Parameters },
	"Result":                         func(s *asl.State) *asl.Value { return &s.Result },
	"ResultPath":                     func(s *asl.State) *asl.Value { return &s.ResultPath },
	"ResultSelector":                 func(s *asl.State) *asl.Value { return &s.ResultSelector },
	"ResultWriter":                   func(s *asl.State) *asl.Value { return &s.ResultWriter },
	"TimeoutSeconds":                 func(s *asl.State) *asl.Value { return &s.TimeoutSeconds },
	"TimeoutSecondsPath":             func(s *asl.State) *asl.Value { return &s.TimeoutSecondsPath },
	"ToleratedFailureCount":          func(s *asl.State) *asl.Value { return &s.ToleratedFailureCount },
	"ToleratedFailureCountPath":      func(s *asl.State) *asl.Value { return &s.ToleratedFailureCountPath },
	"ToleratedFailurePercentage":     func(s *asl.State) *asl.Value { return &s.ToleratedFailurePercentage },
	"ToleratedFailurePercentagePath": func(s *asl.State) *asl.Value { return &s.ToleratedFailurePercentagePath },
}

// isJSONata tells whether a state reads and makes data with JSONata: where the workflow does, where the
// state says so, and where {% %} stands in it.
func (l *lowering) isJSONata(s *flow.State) bool {
	if l.jsonata {
		return true
	}
	if a := attribute.OfState(s, "query_language"); a != nil {
		return enum("query_language", attribute.TaskStep, a) == "jsonata"
	}
	return s.HoldsJSONata()
}

// jsonataCondition lowers the condition of an if whose parts are JSONata.
func (l *lowering) jsonataCondition(c *grammar.Cond, base int) string {
	if len(c.Or) == 1 && len(c.Or[0].Terms) == 1 {
		if n := c.Or[0].Terms[0]; n.Jsonata != "" && len(n.Nots) == 0 {
			return n.Jsonata
		}
	}
	return fmt.Sprintf("{%% %s %%}", l.jsonataOr(c, base))
}

func (l *lowering) jsonataOr(c *grammar.Cond, base int) string {
	return joined(c.Or, " or ", func(a *grammar.And) string {
		return joined(a.Terms, " and ", func(n *grammar.Not) string { return l.jsonataNot(n, base) })
	})
}

// joined writes several parts with an operator between them, each in parentheses.
func joined[T any](parts []T, operator string, write func(T) string) (text string) {
	if len(parts) == 1 {
		return write(parts[0])
	}
	for i, p := range parts {
		if i > 0 {
			text += operator
		}
		text += "(" + write(p) + ")"
	}
	return text
}

func (l *lowering) jsonataNot(n *grammar.Not, base int) (text string) {
	switch {
	case n.Jsonata != "":
		text = inJSONata(n.Jsonata)
	case n.Cond != nil:
		text = l.jsonataOr(n.Cond, base)
	default:
		l.problem(n.Span().Shift(base), "this workflow is JSONata; write the condition as {% … %}")
	}
	for range n.Nots {
		text = "$not(" + text + ")"
	}
	return text
}

// inJSONata returns the expression between {% and %}.
func inJSONata(text string) string { return text[2 : len(text)-2] }
