package cdk

import "github.com/orkls/orkls/compiler/asl"

const (
	invoke     = "arn:aws:states:::lambda:invoke"
	invokeWait = invoke + ".waitForTaskToken"
)

// invocation are the properties of a LambdaInvoke; not ok for a task that invokes no function of the
// workflow, or in a way that LambdaInvoke cannot say.
func (b *builder) invocation(s *asl.State) (props []prop, ok bool) {
	if s.Function == nil {
		return nil, false
	}
	props = []prop{{"lambda_function", b.function(s.Function)}}
	var own []prop
	switch s.Resource {
	case s.Function.Reference():
		own, ok = b.direct(s)
	case invoke:
		own, ok = b.parameters(s)
	case invokeWait:
		own, ok = b.parameters(s)
		own = append(own, prop{"integration_pattern", ref{sfn, "IntegrationPattern.WAIT_FOR_TASK_TOKEN"}})
	}
	if !ok {
		return nil, false
	}
	props = append(props, own...)
	if !retriesServiceExceptions(s) {
		props = append(props, prop{"retry_on_service_exceptions", literal("false")})
	}
	rest := *s
	rest.Resource, rest.Parameters, rest.Arguments = "", asl.Value{}, asl.Value{}
	others, ok := b.props(&rest)
	return append(props, others...), ok
}

// direct are the properties of an invocation whose result is the function's own, without metadata.
func (b *builder) direct(s *asl.State) (props []prop, ok bool) {
	props = []prop{{"payload_response_only", yes}}
	switch input := argument(s); input.Kind {
	case asl.KindAbsent:
		return props, true
	case asl.KindObject:
		return append(props, b.payload("from_object", input)), true
	}
	return nil, false
}

// argument is what a task hands to its resource, in either query language.
func argument(s *asl.State) asl.Value {
	if s.Arguments.Present() {
		return s.Arguments
	}
	return s.Parameters
}

func (b *builder) payload(method string, v asl.Value) prop {
	return prop{"payload", static(sfn, "TaskInput."+method, b.input(v))}
}

// input is a payload. LambdaInvoke asks for the CDK's own token of a task, to see that it is handed over.
func (b *builder) input(v asl.Value) expr {
	if v.Kind != asl.KindObject {
		return b.value(v)
	}
	object := make(dict, len(v.Fields))
	for i, f := range v.Fields {
		if n := len(f.Name) - len(".$"); n > 0 && f.Name[n:] == ".$" && f.Value.IsString("$$.Task.Token") {
			object[i] = entry{f.Name[:n], ref{sfn, "JsonPath.task_token"}}
		} else {
			object[i] = entry{f.Name, b.input(f.Value)}
		}
	}
	return object
}

// parameters are the properties of an invocation by the optimized integration, whose parameters are those
// of Lambda's Invoke.
func (b *builder) parameters(s *asl.State) (props []prop, ok bool) {
	if !argument(s).Get("FunctionName").IsString(s.Function.Reference()) {
		return nil, false
	}
	payload := false
	for _, f := range argument(s).Fields {
		switch {
		case f.Name == "FunctionName":
		case f.Name == "Payload.$" && f.Value.IsString("$"), f.Name == "Payload" && f.Value.IsString("{% $states.input %}") && b.jsonata(s):
			payload = true // as LambdaInvoke has it by itself
		case f.Name == "Payload.$":
			payload = true
			props = append(props, b.payload("from_json_path_at", f.Value))
		case f.Name == "Payload" && f.Value.Kind == asl.KindObject:
			payload = true
			props = append(props, b.payload("from_object", f.Value))
		case f.Name == "Payload" && f.Value.Kind == asl.KindString:
			payload = true
			props = append(props, b.payload("from_text", f.Value))
		case f.Name == "InvocationType" && invocationTypes[f.Value.Text] != "":
			props = append(props, prop{"invocation_type", ref{tasks, "LambdaInvocationType." + invocationTypes[f.Value.Text]}})
		case f.Name == "ClientContext" && f.Value.Kind == asl.KindString:
			props = append(props, prop{"client_context", b.value(f.Value)})
		case f.Name == "Qualifier" && f.Value.Kind == asl.KindString:
			props = append(props, prop{"qualifier", b.value(f.Value)})
		default:
			return nil, false
		}
	}
	return props, payload
}

var invocationTypes = map[string]string{"RequestResponse": "REQUEST_RESPONSE", "Event": "EVENT", "DryRun": "DRY_RUN"}

// retriesServiceExceptions tells whether the first retrier is the one that LambdaInvoke adds by itself.
func retriesServiceExceptions(s *asl.State) bool {
	return len(s.Retry) > 0 && s.Retry[0].Value().Equal(asl.ServiceExceptions().Value())
}

// retriers are those that must be added to the construct.
func (b *builder) retriers(s *asl.State) []asl.Retrier {
	if s.Type == asl.Task && retriesServiceExceptions(s) {
		return s.Retry[1:]
	}
	return s.Retry
}
