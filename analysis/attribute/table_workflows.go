package attribute

// handlers are what a retry has; a catch has fields of states alone.
var handlers = []Attribute{
	{Key: "backoff_rate", Type: Number, Places: Retrier, Default: "2.0", ASL: "BackoffRate", CDKPython: "backoff_rate",
		Doc: "By how much the time between attempts grows each time; 1 or more."},
	{Key: "interval", Type: Duration, Places: Retrier, Default: "1s", ASL: "IntervalSeconds", CDKPython: "interval",
		Doc: "The time before the first new attempt."},
	{Key: "jitter", Type: Enum, Places: Retrier, Default: "none", ASL: "JitterStrategy", CDKPython: "jitter_strategy",
		Values: []Value{
			{"full", "FULL", "a random time up to the one that the interval and the rate give"},
			{"none", "NONE", "the time that the interval and the rate give"},
		},
		Doc: "Whether chance shortens the time between attempts, so that what failed together does not come back together."},
	{Key: "max_attempts", Type: Integer, Places: Retrier, Default: "3", ASL: "MaxAttempts", CDKPython: "max_attempts",
		Doc: "How often the step is tried again; 0 for never."},
	{Key: "max_delay", Type: Duration, Places: Retrier, ASL: "MaxDelaySeconds", CDKPython: "max_delay",
		Doc: "The longest time between attempts, up to 366 days."},
}

// workflows are the attributes of a state machine: aws_cdk.aws_stepfunctions.StateMachineProps, and what
// starts it.
var workflows = []Attribute{
	{Key: "event_pattern", Type: Object, Places: Workflow,
		Doc: "Starts the workflow for each event on the default event bus that matches this EventBridge pattern."},
	{Key: "query_language", Type: Enum, Places: Workflow, Default: "jsonpath", ASL: "QueryLanguage", CDKPython: "query_language",
		Values: queryLanguages,
		Doc:    "What the workflow's paths and expressions are written in. In a JSONata workflow no step can go back to paths."},
	{Key: "schedule", Type: String, Places: Workflow,
		Doc: "Starts the workflow by the clock: EventBridge's `\"rate(5 minutes)\"` or `\"cron(0 6 * * ? *)\"`."},
	{Key: "state_machine_name", Type: String, Places: Workflow, CDKPython: "state_machine_name",
		Doc: "The state machine's name in AWS. Without it the deployment makes one up, which is what lets a machine be replaced."},
	{Key: "timeout", Type: Duration, Places: Workflow, ASL: "TimeoutSeconds", CDKPython: "timeout",
		Doc: "How long one execution may take: after it the execution fails with `States.Timeout`, which no catch takes."},
	{Key: "tracing", Type: Enum, Places: Workflow, Default: "active", CDKPython: "tracing_enabled",
		Values: []Value{
			{"active", "true", "X-Ray traces the executions"},
			{"disabled", "false", "the executions are not traced"},
		},
		Doc: "Whether X-Ray traces the workflow's executions."},
	{Key: "type", Type: Enum, Places: Workflow, Default: "standard", CDKPython: "state_machine_type",
		Values: []Value{
			{"standard", "STANDARD", "up to a year, each step once, with a history"},
			{"express", "EXPRESS", "up to five minutes, cheap and in great numbers; a step may run twice"},
		},
		Doc: "The kind of executions that the workflow has."},
	{Key: "version", Type: String, Places: Workflow, Default: `"1.0"`, ASL: "Version",
		Doc: "The version of the Amazon States Language; there is one, `\"1.0\"`."},
}
