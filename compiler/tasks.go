package compiler

import (
	"regexp"
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// task lowers a step that runs a task or a workflow, and returns the state that leads on from it.
func (b *scopeBuilder) task(s *flow.State, out *asl.State) (last *asl.State) {
	b.fields(s, out)
	switch {
	case s.Workflow != nil:
		return b.startWorkflow(s, out)
	case s.Task == nil:
		b.problem(s.Range, "no task or workflow is called "+s.Called+"; declare it: task "+s.Called)
		return out
	}
	b.judgeTask(s.Task)
	if isFunction(s.Task) {
		b.invoke(s, out)
	} else {
		b.integrate(s, out)
	}
	b.judgeTimes(s, out)
	return out
}

// isFunction tells whether a task is a Lambda function, of the project or elsewhere.
func isFunction(t *flow.Task) bool { return attribute.PlaceOfTask(t) != attribute.IntegrationTask }

// judgeTask reports attributes that the declaration of a task, or its file's compose, does not have.
func (l *lowering) judgeTask(t *flow.Task) {
	place := attribute.PlaceOfTask(t)
	for _, a := range t.Attributes {
		if attribute.At(a.Key, place) == nil && !t.Inline {
			l.report(t.Program, a.Range, place.String()+" has no attribute "+a.Key)
		}
	}
	for _, a := range t.Program.Compose {
		if attribute.At(a.Key, attribute.Compose) == nil {
			l.report(t.Program, a.Range, "compose has no attribute "+a.Key)
		}
	}
}

// judgeTimes reports a heartbeat that is no shorter than the timeout, of which neither is known only when the
// workflow runs. https://states-language.net/#task-state
func (b *scopeBuilder) judgeTimes(s *flow.State, out *asl.State) {
	timeout, heartbeat := out.TimeoutSeconds, out.HeartbeatSeconds
	if timeout.Kind == asl.KindNumber && heartbeat.Kind == asl.KindNumber && number(heartbeat.Text) >= number(timeout.Text) {
		b.problem(s.Range, "the heartbeat must be shorter than the timeout")
	}
}

// serviceARN is in front of a service integration's name.
const serviceARN = "arn:aws:states:::"

// integrationARN matches the ARN of a service integration in whatever partition.
var integrationARN = regexp.MustCompile(`^arn:[^:]*(::[^:]*)?:states:::`)

// integrate lowers a step that runs a service integration or an activity. An integration's parameters are
// asked for even where it needs none; an activity gets its input.
func (b *scopeBuilder) integrate(s *flow.State, out *asl.State) {
	out.Resource = s.Task.Source.Text
	if s.Task.Source.Kind == flow.Service {
		out.Resource = serviceARN + out.Resource
	}
	b.judgeExpress(s, out.Resource)
	switch {
	case !integrationARN.MatchString(out.Resource):
	case b.isJSONata(s):
		out.Arguments = orEmpty(out.Arguments)
	default:
		out.Parameters = orEmpty(out.Parameters)
	}
}

func orEmpty(v asl.Value) asl.Value {
	if v.Present() {
		return v
	}
	return asl.Object()
}

// judgeExpress reports what an express workflow cannot wait for.
// https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
func (b *scopeBuilder) judgeExpress(s *flow.State, resource string) {
	if b.out.Type != asl.Express {
		return
	}
	what := ""
	switch {
	case strings.Contains(resource, ".sync"):
		what = "for a job"
	case strings.HasSuffix(resource, waitForToken):
		what = "for a task token"
	case strings.Contains(resource, ":activity:"):
		what = "for an activity"
	default:
		return
	}
	b.problem(s.Range, "an express workflow does not wait "+what+"; type: standard")
}

// waitForToken is the ending of a resource that waits until its task's token comes back.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
const waitForToken = ".waitForTaskToken"

// lambdaInvoke is the integration that runs a function and gives Lambda's whole answer.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
const lambdaInvoke = serviceARN + "lambda:invoke"

// invoke lowers a step that invokes a function. With payload_response_only its result is the function's;
// without, the result is in the attribute Payload of Lambda's answer.
func (b *scopeBuilder) invoke(s *flow.State, out *asl.State) {
	out.Function = b.function(s.Task)
	if b.flag(s, "retry_on_service_exceptions") {
		out.Retry = append(out.Retry, asl.ServiceExceptions())
	}
	if b.flag(s, "payload_response_only") {
		for _, key := range []string{"integration_pattern", "invocation_type", "client_context", "qualifier"} {
			if a := attribute.OfState(s, key); a != nil {
				b.settingReader(s, a).problem(a.Value, key+" needs payload_response_only: false")
			}
		}
		out.Resource = out.Function.Reference()
		return
	}
	out.Resource = lambdaInvoke
	token := enum("integration_pattern", attribute.InvokedStep, attribute.OfState(s, "integration_pattern")) == "wait_for_task_token"
	if token {
		out.Resource += waitForToken
		b.judgeExpress(s, out.Resource)
		b.judgeToken(s, out)
	}
	// A function that is not waited for has no result, and the one that sends the token back sends the result.
	answers := !token && b.invocationType(s) == "" || b.invocationType(s) == "RequestResponse"
	if b.isJSONata(s) {
		out.Arguments = b.request(s, "Payload", out.Arguments, "{% $states.input %}")
		if answers && !out.Output.Present() {
			out.Output = asl.String("{% $states.result.Payload %}")
		}
		return
	}
	out.Parameters = b.request(s, "Payload.$", out.Parameters, "$")
	// A result path of the author's keeps the input; then the whole answer of Lambda stands there.
	if answers && !out.OutputPath.Present() && !out.ResultPath.Present() && !out.ResultSelector.Present() {
		out.OutputPath = asl.String("$.Payload")
	}
}

// judgeToken reports a function that cannot send back a token, as it is not given it.
func (b *scopeBuilder) judgeToken(s *flow.State, out *asl.State) {
	if !strings.Contains(out.Parameters.JSON()+out.Arguments.JSON(), ".Task.Token") {
		b.problem(s.Range, "the function must get the token that it sends back: parameters: { token: $$.Task.Token, input: $ }")
	}
}

// request is the parameters of lambda:invoke: the function, what it gets, and how it is asked.
func (b *scopeBuilder) request(s *flow.State, inputKey string, payload asl.Value, input string) asl.Value {
	request := asl.Object(
		asl.Field{Name: "FunctionName", Value: asl.String(b.function(s.Task).Reference())},
		asl.Field{Name: "Payload", Value: payload},
	)
	if !payload.Present() {
		request.Fields = append(request.Fields, asl.Field{Name: inputKey, Value: asl.String(input)})
	}
	if t := b.invocationType(s); t != "" {
		request.Fields = append(request.Fields, asl.Field{Name: "InvocationType", Value: asl.String(t)})
	}
	for _, more := range []struct{ key, name string }{{"client_context", "ClientContext"}, {"qualifier", "Qualifier"}} {
		if a := attribute.OfState(s, more.key); a != nil {
			request.Fields = append(request.Fields, asl.Field{Name: more.name, Value: b.settingReader(s, a).constant(a.Value)})
		}
	}
	return request
}

// invocationType is Lambda's name of how a step's function is invoked, empty where nothing is said.
func (b *scopeBuilder) invocationType(s *flow.State) string {
	if a := attribute.OfState(s, "invocation_type"); a != nil {
		if v := attribute.At(a.Key, attribute.InvokedStep).Enum(a.Value); v != nil {
			return v.ASL
		}
	}
	return ""
}

// flag returns what is given for a step under a key that is true where nothing is.
func (b *scopeBuilder) flag(s *flow.State, key string) bool {
	a := attribute.OfState(s, key)
	return a == nil || a.Value.True
}

// enum returns the name of the value of an attribute that is one of several, "" where it is none.
func enum(key string, place attribute.Place, a *flow.Attribute) string {
	if a == nil {
		return ""
	}
	if v := attribute.At(key, place).Enum(a.Value); v != nil {
		return v.Name
	}
	return ""
}
