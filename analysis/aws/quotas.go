package aws

import "time"

// Quotas of Step Functions. Lengths are in characters.
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html,
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html and
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
const (
	MaxStateName    = 80
	MaxMachineName  = 80
	MaxVariableName = 80
	MaxLabel        = 40
	MaxDefinition   = 1 << 20
	MaxPayload      = 256 << 10 // of a state's input, output or result, in bytes
	MaxSeconds      = 99_999_999
	MaxExpress      = 5 * time.Minute // that an express workflow may run
)

// MaxFunction is how long a function may run.
// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const MaxFunction = 15 * time.Minute
