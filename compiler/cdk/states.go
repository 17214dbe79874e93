package cdk

import "github.com/orkls/orkls/compiler/asl"

// state writes the construct of a state, with what stands inside it.
func (b *builder) state(s *asl.State) {
	class, props, ok := b.known(s)
	if !ok {
		b.custom(s)
		return
	}
	var value expr = construct(class, b.scope, b.ids[s], b.named(s, props)...)
	if len(s.Scopes()) > 0 {
		b.gap()
		value = chain{value, []link{b.inside(s)}}
		defer b.gap()
	}
	b.declare(s, value)
	for _, r := range b.retriers(s) {
		b.add(statement{value: chain{b.variables[s], []link{then("add_retry", nil, retrierProps(r)...)}}})
	}
}

// classes are the constructs of the states that are not tasks.
var classes = map[asl.Type]string{
	asl.Pass: "Pass", asl.Wait: "Wait", asl.Choice: "Choice", asl.Succeed: "Succeed", asl.Fail: "Fail",
	asl.Parallel: "Parallel", asl.Map: "Map",
}

// known is the construct that says the same as s; not ok where the CDK has none.
func (b *builder) known(s *asl.State) (class ref, props []prop, ok bool) {
	if s.Type == asl.Task {
		props, ok = b.invocation(s)
		return ref{tasks, "LambdaInvoke"}, props, ok
	}
	props, ok = b.props(s)
	return ref{sfn, classes[s.Type]}, props, ok && !distributed(s)
}

// props are the properties for a state's fields, without those that methods of the construct say; not ok
// where one of them has none.
func (b *builder) props(s *asl.State) (props []prop, ok bool) {
	for _, f := range s.Fields() {
		if saidElsewhere[f.Name] {
			continue
		}
		build := properties[s.Type][f.Name]
		if build == nil {
			return nil, false
		}
		p := build(b, f.Value)
		if p.value == nil {
			return nil, false
		}
		props = append(props, p)
	}
	if b.jsonata(s) {
		props = append(props, prop{"query_language", ref{sfn, "QueryLanguage.JSONATA"}})
	}
	return props, true
}

// saidElsewhere are the fields that no property of a construct says.
var saidElsewhere = map[string]bool{
	"Type": true, "QueryLanguage": true, "Next": true, "End": true, "Choices": true, "Default": true,
	"Retry": true, "Catch": true, "Branches": true, "ItemProcessor": true,
}

// jsonata tells whether a state reads and makes data with JSONata, by itself or as its machine does.
func (b *builder) jsonata(s *asl.State) bool {
	return s.QueryLanguage == asl.JSONata || s.QueryLanguage == "" && b.workflow.Machine.QueryLanguage == asl.JSONata
}

// distributed tells whether a Map starts executions of their own for its items, which sfn.Map cannot say.
func distributed(s *asl.State) bool {
	return s.ItemProcessor != nil && s.ItemProcessor.ProcessorConfig != nil && s.ItemProcessor.ProcessorConfig.Mode == "DISTRIBUTED"
}

// named puts the state's name in front of its properties where its construct cannot have it as its id.
func (b *builder) named(s *asl.State, props []prop) []prop {
	if b.ids[s] == s.Name {
		return props
	}
	return append([]prop{{"state_name", text(s.Name)}}, props...)
}

// inside writes the states inside a group, and returns the call that puts them there.
func (b *builder) inside(s *asl.State) link {
	var heads []expr
	for _, m := range s.Scopes() {
		heads = append(heads, b.machine(m))
	}
	if s.Type == asl.Map {
		return then("item_processor", heads)
	}
	return then("branch", heads)
}

// custom writes a state that the CDK has no construct for, as its JSON. Where it leads is said by the
// construct's methods, so that the CDK finds the states behind it.
func (b *builder) custom(s *asl.State) {
	var fields []asl.Field
	for _, f := range s.Fields() {
		if f.Name != "Next" && f.Name != "End" && f.Name != "Catch" {
			fields = append(fields, f)
		}
	}
	b.declare(s, construct(ref{sfn, "CustomState"}, b.scope, b.ids[s], prop{"state_json", b.object(fields)}))
	b.permit(s)
}
