package attribute

// ofTask is where the attributes stand that every step has which runs something.
const ofTask = Compose | AnyTask | RunStep

// states are the fields of states. https://states-language.net, and
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html for JSONata.
var states = []Attribute{
	{Key: "arguments", Type: Object, Places: ofTask | GroupStep, ASL: "Arguments", JSONata: true, Language: JSONataOnly, CDKPython: "arguments",
		Doc: "What the step hands to what it runs, with JSONata for what is computed. The input as it is where not given."},
	{Key: "assign", Type: Object, Places: ofTask | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | Catcher | Arm, ASL: "Assign", CDKPython: "assign",
		Doc: "Workflow variables that are set when the step has run: names and values. They are read as `$name` from the next step on."},
	{Key: "cause", Type: String, Places: FailStep, ASL: "Cause", ASLPath: "CausePath", JSONata: true, CDKPython: "cause",
		Doc: "Why the workflow fails, for people: a text, or a path to one."},
	{Key: "comment", Type: String, Places: AnyTask | AnyStep | Catcher | Arm | Branch | Workflow | Retrier, ASL: "Comment", CDKPython: "comment",
		Doc: "What people should know. It wins over a `##` comment above."},
	{Key: "credentials", Type: Object, Places: ofTask, ASL: "Credentials", JSONata: true, CDKPython: "credentials",
		Doc: "The role that the step takes on, `{ RoleArn: \"…\" }`, for resources of another account."},
	{Key: "error", Type: String, Places: FailStep, ASL: "Error", ASLPath: "ErrorPath", JSONata: true, CDKPython: "error",
		Doc: "The error that the workflow fails with: a name, or a path to one."},
	{Key: "heartbeat", Type: Duration, Places: ofTask, ASL: "HeartbeatSeconds", ASLPath: "HeartbeatSecondsPath", JSONata: true, CDKPython: "heartbeat_timeout",
		Doc: "How long the task may be silent: after it without a sign of life the step fails with `States.HeartbeatTimeout`. Shorter than the timeout."},
	{Key: "input_path", Type: Path, Places: ofTask | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | SucceedStep, Default: "$", ASL: "InputPath", Language: JSONPathOnly, CDKPython: "input_path",
		Doc: "The part of the input that the step sees; `null` for nothing, `{}`."},
	{Key: "output", Type: Any, Places: ofTask | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | SucceedStep | Catcher | Arm, ASL: "Output", JSONata: true, Language: JSONataOnly, CDKPython: "outputs",
		Doc: "The step's output, with JSONata for what is computed. The result as it is where not given."},
	{Key: "output_path", Type: Path, Places: ofTask | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | SucceedStep, Default: "$", ASL: "OutputPath", Language: JSONPathOnly, CDKPython: "output_path",
		Doc: "The part that goes on as the step's output, once the result has its place; `null` for nothing, `{}`."},
	{Key: "parameters", Type: Object, Places: ofTask | GroupStep | PassStep, ASL: "Parameters", Language: JSONPathOnly, CDKPython: "parameters",
		Doc: "What the step hands to what it runs; paths and intrinsic calls in it are filled in. The input as it is where not given."},
	{Key: "query_language", Type: Enum, Places: ofTask | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | SucceedStep | FailStep, ASL: "QueryLanguage", CDKPython: "query_language",
		Values: queryLanguages,
		Doc:    "What the step's paths and expressions are written in. A step with `{% %}` is a JSONata step without it."},
	{Key: "result", Type: Any, Places: PassStep, ASL: "Result", Language: JSONPathOnly, CDKPython: "result",
		Doc: "A constant that is the step's result."},
	{Key: "result_path", Type: Path, Places: ofTask | GroupStep | MapStep | PassStep | Catcher, Default: "$", ASL: "ResultPath", Language: JSONPathOnly, CDKPython: "result_path",
		Doc: "Where in the input the result is put; `$` replaces the input, `null` drops the result. In a catch it is the error object that is put there."},
	{Key: "result_selector", Type: Object, Places: ofTask | GroupStep | MapStep, ASL: "ResultSelector", Language: JSONPathOnly, CDKPython: "result_selector",
		Doc: "Makes the result anew from what came back; paths in it read that."},
	{Key: "sfn_timeout", Type: Duration, Places: ofTask, ASL: "TimeoutSeconds", ASLPath: "TimeoutSecondsPath", JSONata: true, CDKPython: "task_timeout",
		Doc: "How long the step may take: after it the step fails with `States.Timeout`."},
	{Key: "timeout", Type: Duration, Places: ForeignTask | IntegrationTask, ASL: "TimeoutSeconds", ASLPath: "TimeoutSecondsPath", JSONata: true, CDKPython: "task_timeout",
		Doc: "How long a step of the task may take: after it the step fails with `States.Timeout`. The same as `sfn_timeout`."},
}

var queryLanguages = []Value{
	{"jsonpath", "JSONPath", "paths: `$.orders[0]`"},
	{"jsonata", "JSONata", "expressions: `{% $states.input.orders[0] %}`"},
}

// maps are what a map has beside the fields of other states.
var maps = []Attribute{
	{Key: "execution_type", Type: Enum, Places: MapStep, Default: "standard", ASL: "ExecutionType", CDKPython: "map_execution_type",
		Values: []Value{
			{"standard", "STANDARD", "each item is run by a standard workflow, up to a year long"},
			{"express", "EXPRESS", "each item is run by an express workflow, up to five minutes long"},
		},
		Doc: "The kind of the workflows that run a distributed map's items."},
	{Key: "item_batcher", Type: Object, Places: MapStep, ASL: "ItemBatcher", CDKPython: "item_batcher",
		Doc: "Hands a distributed map's items over in batches: `MaxItemsPerBatch`, `MaxInputBytesPerBatch`, `BatchInput`."},
	{Key: "item_reader", Type: Object, Places: MapStep, ASL: "ItemReader", CDKPython: "item_reader",
		Doc: "Where a distributed map reads its items from: `Resource`, `ReaderConfig`, `Parameters` or `Arguments`."},
	{Key: "item_selector", Type: Object, Places: MapStep, ASL: "ItemSelector", JSONata: true, CDKPython: "item_selector",
		Doc: "Makes each branch's input from the item, `$$.Map.Item.Value`, and the map's input."},
	{Key: "items", Type: Any, Places: MapStep, ASL: "Items", JSONata: true, Language: JSONataOnly, CDKPython: "items",
		Doc: "The items: an array, or JSONata that gives one. `map {% … %}` says the same."},
	{Key: "items_path", Type: Path, Places: MapStep, Default: "$", ASL: "ItemsPath", Language: JSONPathOnly, CDKPython: "items_path",
		Doc: "Where in the input the items are. `map $.orders` says the same."},
	{Key: "label", Type: String, Places: MapStep, ASL: "Label", CDKPython: "label",
		Doc: "A part of the ARN of a distributed map's runs, 40 characters at the most and no other map's."},
	{Key: "max_concurrency", Type: Integer, Places: MapStep, Default: "0", ASL: "MaxConcurrency", ASLPath: "MaxConcurrencyPath", JSONata: true, CDKPython: "max_concurrency",
		Doc: "How many items are run at the same time; 0 for as many as Step Functions likes, 1 for one after another."},
	{Key: "mode", Type: Enum, Places: MapStep, Default: "inline", ASL: "Mode",
		Values: []Value{
			{"inline", "INLINE", "the items are run by this workflow"},
			{"distributed", "DISTRIBUTED", "each item, or batch of them, is run by a workflow of its own"},
		},
		Doc: "Who runs the items."},
	{Key: "result_writer", Type: Object, Places: MapStep, ASL: "ResultWriter", CDKPython: "result_writer",
		Doc: "Where a distributed map writes its results to: `Resource`, `Parameters` or `Arguments`, `WriterConfig`."},
	{Key: "tolerated_failure_count", Type: Integer, Places: MapStep, Default: "0", ASL: "ToleratedFailureCount", ASLPath: "ToleratedFailureCountPath", JSONata: true, CDKPython: "tolerated_failure_count",
		Doc: "How many items of a distributed map may fail before the map does."},
	{Key: "tolerated_failure_percentage", Type: Number, Places: MapStep, Default: "0", ASL: "ToleratedFailurePercentage", ASLPath: "ToleratedFailurePercentagePath", JSONata: true, CDKPython: "tolerated_failure_percentage",
		Doc: "How many of a hundred items of a distributed map may fail before the map does."},
}
