package completion

// contextFields are the paths that every execution has.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
var contextFields = []Item{
	{Label: "$", Kind: Variable, Doc: "The input."},
	{Label: "$$.Execution.Id", Kind: Variable, Doc: "The execution's ARN."},
	{Label: "$$.Execution.Input", Kind: Variable, Doc: "The input of the execution."},
	{Label: "$$.Execution.Name", Kind: Variable, Doc: "The execution's name."},
	{Label: "$$.Execution.RoleArn", Kind: Variable, Doc: "The role that the execution has."},
	{Label: "$$.Execution.StartTime", Kind: Variable, Doc: "When the execution began."},
	{Label: "$$.Execution.RedriveCount", Kind: Variable, Doc: "How often the execution was redriven."},
	{Label: "$$.Execution.RedriveTime", Kind: Variable, Doc: "When the execution was redriven last."},
	{Label: "$$.State.EnteredTime", Kind: Variable, Doc: "When the step began."},
	{Label: "$$.State.Name", Kind: Variable, Doc: "The step's name."},
	{Label: "$$.State.RetryCount", Kind: Variable, Doc: "How often the step has been tried again."},
	{Label: "$$.StateMachine.Id", Kind: Variable, Doc: "The state machine's ARN."},
	{Label: "$$.StateMachine.Name", Kind: Variable, Doc: "The state machine's name."},
	{Label: "$$.Task.Token", Kind: Variable, Doc: "What a callback answers with; in a task with `.waitForTaskToken`."},
	{Label: "$$.Map.Item.Index", Kind: Variable, Doc: "Which item of the map this is, from 0; in a map."},
	{Label: "$$.Map.Item.Value", Kind: Variable, Doc: "The item of the map; in a map."},
}

// jsonataVariables are what every JSONata expression has.
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
var jsonataVariables = []Item{
	{Label: "$states.input", Kind: Variable, Doc: "The input of the step."},
	{Label: "$states.result", Kind: Variable, Doc: "What the task gave; in `assign` and `output`."},
	{Label: "$states.errorOutput", Kind: Variable, Doc: "The error that is caught; in a catch."},
	{Label: "$states.context", Kind: Variable, Doc: "The context object: `$states.context.Execution.Id`."},
}
