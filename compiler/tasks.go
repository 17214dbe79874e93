package compiler

import (
	"strings"

	"github.com/orkls/orkls/analysis/attribute"
	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// task lowers a step that runs a task or a workflow.
func (b *scopeBuilder) task(s *flow.State, out *asl.State) {
	b.fields(s, out)
	switch {
	case s.Workflow != nil:
		b.startWorkflow(s, out)
	case s.Task == nil:
		b.problem(s.Range, "no task or workflow is called "+s.Called+"; declare it: task "+s.Called)
	case isFunction(s.Task):
		b.invoke(s, out)
	case s.Task.Source.Kind == flow.Service:
		out.Resource = "arn:aws:states:::" + s.Task.Source.Text + b.pattern(s)
	default:
		out.Resource = s.Task.Source.Text + b.pattern(s)
	}
}

// isFunction tells whether a task is a Lambda function, of the project or elsewhere.
func isFunction(t *flow.Task) bool { return attribute.PlaceOfTask(t) != attribute.IntegrationTask }

// patterns are the endings of a resource by the names that CDK has for how a task waits.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html, 2026-09
var patterns = map[string]string{"run_job": ".sync", "wait_for_task_token": ".waitForTaskToken"}

func (b *scopeBuilder) pattern(s *flow.State) string {
	a := attribute.OfState(s, "integration_pattern")
	if a == nil || strings.Contains(s.Task.Source.Text, ".sync") || strings.HasSuffix(s.Task.Source.Text, ".waitForTaskToken") {
		return ""
	}
	return patterns[enum("integration_pattern", attribute.TaskStep, a)]
}

// invoke lowers a step that invokes a function. With payload_response_only its result is the function's;
// without, the result is in the attribute Payload of Lambda's answer.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html, 2026-09
func (b *scopeBuilder) invoke(s *flow.State, out *asl.State) {
	out.Function = b.function(s.Task)
	resource := out.Function.Substitution()
	if out.Function.ARN != "" {
		resource = out.Function.ARN
	}
	if b.flag(s, "retry_on_service_exceptions", true) {
		out.Retry = append(out.Retry, asl.ServiceExceptions())
	}
	if b.flag(s, "payload_response_only", true) {
		for _, key := range []string{"integration_pattern", "invocation_type", "client_context", "qualifier"} {
			if a := attribute.OfState(s, key); a != nil {
				b.problem(a.Range, key+" needs payload_response_only: false")
			}
		}
		out.Resource = resource
		return
	}
	out.Resource = "arn:aws:states:::lambda:invoke" + b.pattern(s)
	request := asl.Object(asl.Field{Name: "FunctionName", Value: asl.String(resource)})
	if b.isJSONata(s) {
		out.Arguments = b.request(s, request, "Payload", out.Arguments, asl.String("{% $states.input %}"))
		if !out.Output.Present() {
			out.Output = asl.String("{% $states.result.Payload %}")
		}
		return
	}
	out.Parameters = b.request(s, request, "Payload.$", out.Parameters, asl.String("$"))
	// A result path of the author's keeps the input; then the whole answer of Lambda stands there.
	if !out.OutputPath.Present() && !out.ResultPath.Present() && !out.ResultSelector.Present() && !strings.HasSuffix(out.Resource, ".waitForTaskToken") {
		out.OutputPath = asl.String("$.Payload")
	}
}

// request completes the parameters of lambda:invoke.
func (b *scopeBuilder) request(s *flow.State, request asl.Value, inputKey string, payload, input asl.Value) asl.Value {
	add := func(name string, v asl.Value) {
		request.Fields = append(request.Fields, asl.Field{Name: name, Value: v})
	}
	if payload.Present() {
		add("Payload", payload)
	} else {
		add(inputKey, input)
	}
	if a := attribute.OfState(s, "invocation_type"); a != nil {
		add("InvocationType", asl.String(invocationType(a)))
	}
	if a := attribute.OfState(s, "client_context"); a != nil {
		add("ClientContext", b.literal(a.Value, a.Base))
	}
	if a := attribute.OfState(s, "qualifier"); a != nil {
		add("Qualifier", b.literal(a.Value, a.Base))
	}
	return request
}

// invocationType is Lambda's name of how it is invoked.
func invocationType(a *flow.Attribute) string {
	if v := attribute.At("invocation_type", attribute.FunctionStep).Enum(a.Value); v != nil {
		return v.ASL
	}
	return ""
}

func (b *scopeBuilder) flag(s *flow.State, key string, otherwise bool) bool {
	if a := attribute.OfState(s, key); a != nil {
		return b.boolean(a)
	}
	return otherwise
}

// startWorkflow lowers a step that runs another workflow and waits for it.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html, 2026-09
func (b *scopeBuilder) startWorkflow(s *flow.State, out *asl.State) {
	if b.isExpress(s.Workflow) {
		b.problem(s.Range, "a step that runs an express workflow is not compiled yet; make "+s.Workflow.Name+" a standard workflow")
		return
	}
	if b.out.Type == asl.Express {
		b.problem(s.Range, "an express workflow cannot wait for a standard one; make "+s.Workflow.Name+" express, or this one standard")
		return
	}
	b.start(s.Workflow)
	out.Resource = "arn:aws:states:::states:startExecution.sync:2"
	arn := asl.Field{Name: "StateMachineArn", Value: asl.String("${" + s.Workflow.Name + "}")}
	if b.isJSONata(s) {
		input := out.Arguments
		if !input.Present() {
			input = asl.String("{% $states.input %}")
		}
		out.Arguments = asl.Object(arn, asl.Field{Name: "Input", Value: input})
		if !out.Output.Present() {
			out.Output = asl.String("{% $states.result.Output %}")
		}
		return
	}
	if out.Parameters.Present() {
		out.Parameters = asl.Object(arn, asl.Field{Name: "Input", Value: out.Parameters})
	} else {
		out.Parameters = asl.Object(arn, asl.Field{Name: "Input.$", Value: asl.String("$")})
	}
	if !out.OutputPath.Present() && !out.ResultPath.Present() && !out.ResultSelector.Present() {
		out.OutputPath = asl.String("$.Output")
	}
}

func (b *scopeBuilder) isExpress(w *flow.Workflow) bool {
	for _, a := range w.Attributes {
		if a.Key == "type" {
			return enum("type", attribute.Workflow, a) == string(asl.Express)
		}
	}
	return false
}

// start notes that the machine starts another workflow, which is compiled too.
func (l *lowering) start(w *flow.Workflow) {
	if l.nested[w] || l.open[w] {
		return
	}
	l.nested[w] = true
	child, problems := compile(w, l.open)
	l.problems = append(l.problems, problems...)
	if child != nil {
		l.out.Workflows = append(l.out.Workflows, child)
	}
}
