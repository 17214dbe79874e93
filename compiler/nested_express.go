package compiler

import (
	"regexp"

	"github.com/orkls/orkls/analysis/flow"
	"github.com/orkls/orkls/compiler/asl"
)

// statesResult matches $states.result in JSONata, and what must not be looked into: strings, quoted names and
// comments.
var statesResult = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|` + "`[^`]*`" + `|(?s:/\*.*?\*/)|\$states\.result\b`)

// startExpress makes the step a Parallel of one branch, which carries the step's handlers: the branch starts
// the workflow, which says in its answer how it ended, and fails where that was not well. Input and output
// are texts there.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
func (b *scopeBuilder) startExpress(s *flow.State, out *asl.State) {
	b.judgeMoved(s, out)
	start := &asl.State{
		Resource:       serviceARN + "aws-sdk:sfn:startSyncExecution",
		TimeoutSeconds: out.TimeoutSeconds, TimeoutSecondsPath: out.TimeoutSecondsPath,
		HeartbeatSeconds: out.HeartbeatSeconds, HeartbeatSecondsPath: out.HeartbeatSecondsPath,
		Credentials: out.Credentials,
	}
	out.TimeoutSeconds, out.TimeoutSecondsPath = asl.Value{}, asl.Value{}
	out.HeartbeatSeconds, out.HeartbeatSecondsPath = asl.Value{}, asl.Value{}
	out.Credentials = asl.Value{}

	arn := asl.Field{Name: "StateMachineArn", Value: asl.String(machineReference(s.Workflow))}
	express := expressJSONPath
	if b.isJSONata(s) {
		express = expressJSONata
	}
	states := express(s.Workflow.Name, start, arn)
	names := map[string]string{}
	for _, state := range states {
		names[state.Name] = b.names.Free(s.Name + "_" + state.Name)
	}
	for _, state := range states {
		state.Name, state.Next, state.Default = names[state.Name], names[state.Next], names[state.Default]
		state.Origin, state.QueryLanguage = asl.NestedResult, out.QueryLanguage
		for i := range state.Choices {
			state.Choices[i].Next = names[state.Choices[i].Next]
		}
	}
	out.Type = asl.Parallel
	out.Branches = []*asl.Machine{{StartAt: start.Name, States: states}}
}

// judgeMoved reports attributes of the task inside that are computed from the step's input, where the task
// gets another.
func (b *scopeBuilder) judgeMoved(s *flow.State, out *asl.State) {
	if !out.InputPath.Present() && !out.Parameters.Present() && !out.Arguments.Present() {
		return
	}
	for _, key := range []string{"sfn_timeout", "heartbeat", "credentials"} {
		if a := s.Attribute(key); a != nil && (a.Value.Path != "" || a.Value.Object != nil || a.Value.Jsonata != "") {
			b.problem(a.Range, key+" is not computed where the express workflow's input is made anew; write a constant, or make that input in a pass in front")
		}
	}
}

// taskFailed is the error of a step whose workflow does not end well, as that of a standard workflow has it.
const taskFailed = "States.TaskFailed"

// expressJSONPath are the states around the start of an express workflow. The answer's Error and Cause may be
// missing, so that others stand ready under Missing.
func expressJSONPath(workflow string, start *asl.State, arn asl.Field) []*asl.State {
	start.Name, start.Type, start.Next = "start", asl.Task, "status"
	start.Parameters = asl.Object(arn, asl.Field{Name: "Input.$", Value: asl.String("States.JsonToString($)")})
	start.ResultSelector = asl.Object(
		asl.Field{Name: "Execution.$", Value: asl.String("$")},
		asl.Field{Name: "Missing", Value: asl.Object(
			asl.Field{Name: "Error", Value: asl.String("no error name")},
			asl.Field{Name: "Cause", Value: asl.String("no cause")},
		)},
	)
	return []*asl.State{
		start,
		{
			Name: "status", Type: asl.Choice, Default: "failure",
			Choices: []asl.ChoiceRule{{Variable: "$.Execution.Status", Operator: asl.StringEquals, Operand: asl.String("SUCCEEDED"), Next: "output"}},
		},
		{
			Name: "output", Type: asl.Pass, OutputPath: asl.String("$.Output"), End: true,
			Parameters: objectOf("Output", "States.StringToJson($.Execution.Output)"),
		},
		{
			Name: "failure", Type: asl.Pass, OutputPath: asl.String("$.Execution"), Next: "cause",
			Parameters: objectOf("Execution", "States.JsonMerge($.Missing, $.Execution, false)"),
		},
		{
			Name: "cause", Type: asl.Pass, Next: "fail",
			Parameters: objectOf("Cause", "States.Format('The workflow "+workflow+" ended as {}, {}: {}', $.Status, $.Error, $.Cause)"),
		},
		{Name: "fail", Type: asl.Fail, Error: asl.String(taskFailed), CausePath: asl.String("$.Cause")},
	}
}

// objectOf is an object with one key, whose value is computed.
func objectOf(key, expression string) asl.Value {
	return asl.Object(asl.Field{Name: key + computedKey, Value: asl.String(expression)})
}

// expressJSONata are the same states in JSONata, where what is missing is the empty text.
func expressJSONata(workflow string, start *asl.State, arn asl.Field) []*asl.State {
	start.Name, start.Type, start.Next = "start", asl.Task, "status"
	start.Arguments = asl.Object(arn, asl.Field{Name: "Input", Value: asl.String("{% $string($states.input) %}")})
	return []*asl.State{
		start,
		{
			Name: "status", Type: asl.Choice, Default: "fail",
			Choices: []asl.ChoiceRule{{Condition: "{% $states.input.Status = 'SUCCEEDED' %}", Next: "output"}},
		},
		{Name: "output", Type: asl.Pass, Output: asl.String("{% $parse($states.input.Output) %}"), End: true},
		{
			Name: "fail", Type: asl.Fail, Error: asl.String(taskFailed),
			Cause: asl.String("{% 'The workflow " + workflow + " ended as ' & $states.input.Status & ', ' & $states.input.Error & ': ' & $states.input.Cause %}"),
		},
	}
}
