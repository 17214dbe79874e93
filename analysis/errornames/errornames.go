// Package errornames holds the one table of the error names that Step Functions and Lambda give.
package errornames

// Error is an error that a step can fail with without a word from its author.
type Error struct {
	Name string
	Doc  string // when a step fails with it, without a full stop
	// Uncatchable tells that neither the name nor States.ALL takes it.
	Uncatchable bool
}

// table is sorted by name.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html and
// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
var table = []Error{
	{Name: "Lambda.AWSLambdaException", Doc: "Lambda fails inside"},
	{Name: "Lambda.ClientExecutionTimeoutException", Doc: "Lambda does not answer in time"},
	{Name: "Lambda.SdkClientException", Doc: "Lambda cannot be reached"},
	{Name: "Lambda.ServiceException", Doc: "Lambda fails inside"},
	{Name: "Lambda.TooManyRequestsException", Doc: "more functions run at the same time than the account may run"},
	{Name: "Lambda.Unknown", Doc: "the function ends without an answer: it ran out of time or memory, or its process died"},
	{Name: "States.ALL", Doc: "any error that a catch can take; `*` is the same"},
	{Name: "States.BranchFailed", Doc: "a branch of a list fails"},
	{Name: "States.DataLimitExceeded", Doc: "an input or output is larger than 256 KiB", Uncatchable: true},
	{Name: "States.ExceedToleratedFailureThreshold", Doc: "more items of a distributed map fail than it tolerates"},
	{Name: "States.HeartbeatTimeout", Doc: "the task does not report within its `heartbeat`"},
	{Name: "States.Http.Socket", Doc: "an HTTP endpoint does not answer within a minute"},
	{Name: "States.IntrinsicFailure", Doc: "an intrinsic function cannot compute its result"},
	{Name: "States.ItemReaderFailed", Doc: "a distributed map cannot read its items"},
	{Name: "States.NoChoiceMatched", Doc: "no condition of an `if` with `else fail` holds"},
	{Name: "States.ParameterPathFailure", Doc: "a path in `parameters` or `result_selector` leads nowhere"},
	{Name: "States.Permissions", Doc: "the workflow's role may not do what the step asks for"},
	{Name: "States.QueryEvaluationError", Doc: "a JSONata expression cannot be evaluated, or gives a value of the wrong type"},
	{Name: "States.ResultPathMatchFailure", Doc: "`result_path` cannot be applied to the input"},
	{Name: "States.ResultWriterFailed", Doc: "a distributed map cannot write its results"},
	{Name: "States.Runtime", Doc: "the step cannot run at all: its paths do not fit its input", Uncatchable: true},
	{Name: "States.TaskFailed", Doc: "the task fails, with any error but a timeout"},
	{Name: "States.Timeout", Doc: "the step takes longer than its timeout, or does not report within its heartbeat"},
}

// All returns every error, sorted by name.
func All() []Error { return append([]Error(nil), table...) }

// Lookup returns the error of that name, nil where it is none of the table's.
func Lookup(name string) *Error {
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}
