package attribute

// ofFunction is where a function's own attributes stand.
const ofFunction = Compose | FunctionTask

// functions are the attributes of the Lambda function itself. aws_cdk.aws_lambda.FunctionProps and
// aws_cdk.aws_lambda_python_alpha.PythonFunctionProps.
var functions = []Attribute{
	{Key: "architecture", Type: Enum, Places: ofFunction, Default: "x86_64", CDKPython: "architecture",
		Values: []Value{{"x86_64", "X86_64", "64-bit x86"}, {"arm64", "ARM_64", "64-bit ARM, Graviton"}},
		Doc:    "The processor that the function runs on."},
	{Key: "entry", Type: String, Places: ofFunction, CDKPython: "entry",
		Doc: "The folder of the handler's file, relative to the `.ork` file. A task's source says the same."},
	{Key: "environment", Type: Object, Places: ofFunction, CDKPython: "environment",
		Doc: "Environment variables of the function, names and strings."},
	{Key: "function_name", Type: String, Places: FunctionTask, CDKPython: "function_name",
		Doc: "The function's name in AWS. Without it the deployment makes one up, which is what lets a function be replaced."},
	{Key: "handler", Type: String, Places: FunctionTask, CDKPython: "handler",
		Doc: "The function in the handler's file; the task's name where it is not given. A task's source says the same: `\"main.py:handler\"`."},
	{Key: "index", Type: String, Places: ofFunction, CDKPython: "index",
		Doc: "The handler's file, in the folder `entry`. A task's source says the same."},
	{Key: "layers", Type: Strings, Places: ofFunction, CDKPython: "layers",
		Doc: "ARNs of the layer versions that are laid under the function, five at the most."},
	{Key: "memory_size", Type: Integer, Places: ofFunction, Default: "128", CDKPython: "memory_size",
		Doc: "The function's memory in MiB, 128 to 10240. Its share of a processor grows with it."},
	{Key: "reserved_concurrent_executions", Type: Integer, Places: ofFunction, CDKPython: "reserved_concurrent_executions",
		Doc: "How many invocations may run at the same time, set aside from the account's own limit."},
	{Key: "retry_attempts", Type: Integer, Places: ofFunction, Default: "2", CDKPython: "retry_attempts",
		Doc: "How often Lambda itself tries an asynchronous invocation again, 0 to 2. Steps invoke synchronously unless `invocation_type` is `event`; for them write `retry`."},
	{Key: "runtime", Type: String, Places: ofFunction, Default: `"python3.13"`, CDKPython: "runtime",
		Doc: "Lambda's identifier of the runtime, such as `\"python3.13\"` or `\"nodejs22.x\"`."},
	{Key: "timeout", Type: Duration, Places: ofFunction, Default: "3s", CDKPython: "timeout",
		Doc: "How long the function may run, 15 minutes at the most. The step's own limit is `sfn_timeout`."},
	{Key: "tracing", Type: Enum, Places: ofFunction, Default: "active", CDKPython: "tracing",
		Values: []Value{
			{"active", "ACTIVE", "X-Ray traces the function, sampling by itself"},
			{"pass_through", "PASS_THROUGH", "X-Ray traces the function where its caller is traced"},
			{"disabled", "DISABLED", "the function is not traced"},
		},
		Doc: "The X-Ray mode of the function."},
}

// powertools are the settings of Powertools for AWS Lambda; orkestra wraps the handler by them.
var powertools = []Attribute{
	{Key: "capture_cold_start_metric", Type: Bool, Places: ofFunction, Default: "true",
		Doc: "Powertools counts cold starts as the metric `ColdStart`."},
	{Key: "capture_error", Type: Bool, Places: ofFunction, Default: "true",
		Doc: "Powertools puts the handler's exceptions into the trace."},
	{Key: "capture_response", Type: Bool, Places: ofFunction, Default: "true",
		Doc: "Powertools puts the handler's result into the trace. Set it false where results are large or secret."},
	{Key: "default_dimensions", Type: Object, Places: ofFunction,
		Doc: "Dimensions that every metric of the function carries, names and strings."},
	{Key: "enable_powertools", Type: Bool, Places: ofFunction, Default: "false",
		Doc: "Wraps the handler with the logger, tracer and metrics of Powertools for AWS Lambda. The entry's `requirements.txt` must list them, and start-up takes longer: see `timeout`."},
	{Key: "envelope", Type: String, Places: ofFunction,
		Doc: "The envelope that Powertools' parser takes the event out of, as a dotted Python name."},
	{Key: "log_event", Type: Bool, Places: ofFunction, Default: "true",
		Doc: "Powertools logs the event that comes in. Set it false where events hold secrets."},
	{Key: "model", Type: String, Places: ofFunction,
		Doc: "The model that Powertools' parser validates the event against, as a dotted Python name."},
	{Key: "raise_on_empty_metrics", Type: Bool, Places: ofFunction, Default: "false",
		Doc: "Powertools raises an exception where an invocation emits no metric."},
}

// ofInvocation is where the attributes stand that say how a step invokes a function.
const ofInvocation = Compose | InvokedTask | InvokedStep

// invocations say how a step invokes its function: aws_cdk.aws_stepfunctions_tasks.LambdaInvokeProps.
var invocations = []Attribute{
	{Key: "client_context", Type: String, Places: ofInvocation, CDKPython: "client_context",
		Doc: "Up to 3583 bytes of base64-encoded JSON that the function gets as its client context. Needs `payload_response_only: false`."},
	{Key: "integration_pattern", Type: Enum, Places: ofInvocation, Default: "request_response", CDKPython: "integration_pattern",
		Values: []Value{
			{"request_response", "REQUEST_RESPONSE", "the step ends with the function's answer"},
			{"wait_for_task_token", "WAIT_FOR_TASK_TOKEN", "the step waits until somebody sends the task's token back"},
		},
		Doc: "When the step is done. Needs `payload_response_only: false`; in a service integration the source says it: `\"sqs:sendMessage.waitForTaskToken\"`."},
	{Key: "invocation_type", Type: Enum, Places: ofInvocation, Default: "request_response", CDKPython: "invocation_type",
		Values: []Value{
			{"request_response", "RequestResponse", "the step waits for the function's result"},
			{"event", "Event", "the step goes on at once, without a result"},
			{"dry_run", "DryRun", "only the permission to invoke is tested"},
		},
		Doc: "How Lambda is asked to run the function. Needs `payload_response_only: false`."},
	{Key: "payload_response_only", Type: Bool, Places: ofInvocation, Default: "true", CDKPython: "payload_response_only",
		Doc: "The step's result is the function's own, without Lambda's metadata."},
	{Key: "qualifier", Type: String, Places: ofInvocation, CDKPython: "qualifier",
		Doc: "The version or alias of the function to invoke. Needs `payload_response_only: false`."},
	{Key: "retry_on_service_exceptions", Type: Bool, Places: ofInvocation, Default: "true", CDKPython: "retry_on_service_exceptions",
		Doc: "Invokes the function again after Lambda's own transient errors: six times, after 2 s and then twice as long each time."},
}
