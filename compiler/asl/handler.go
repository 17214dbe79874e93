package asl

// AllErrors is the error name that stands for every error that can be caught.
const AllErrors = "States.ALL"

// Retrier says when and how a step is tried again; an absent value is the States Language's default.
type Retrier struct {
	ErrorEquals     []string
	Comment         string
	IntervalSeconds Value
	MaxAttempts     Value
	BackoffRate     Value
	MaxDelaySeconds Value
	JitterStrategy  string // FULL or NONE
}

// ServiceExceptions is the retrier that CDK's LambdaInvoke puts in front of all others
// (retryOnServiceExceptions; measured with aws-cdk-lib 2.276.0).
func ServiceExceptions() Retrier {
	return Retrier{
		ErrorEquals: []string{
			"Lambda.ClientExecutionTimeoutException",
			"Lambda.ServiceException",
			"Lambda.AWSLambdaException",
			"Lambda.SdkClientException",
		},
		IntervalSeconds: Int(2),
		MaxAttempts:     Int(6),
		BackoffRate:     Int(2),
	}
}

// Value is the retrier as JSON.
func (r Retrier) Value() Value {
	return Object(
		Field{"ErrorEquals", Strings(r.ErrorEquals...)},
		Field{"Comment", text(r.Comment)},
		Field{"IntervalSeconds", r.IntervalSeconds},
		Field{"MaxAttempts", r.MaxAttempts},
		Field{"BackoffRate", r.BackoffRate},
		Field{"MaxDelaySeconds", r.MaxDelaySeconds},
		Field{"JitterStrategy", text(r.JitterStrategy)},
	)
}

// Catcher says where an error leads.
type Catcher struct {
	ErrorEquals []string
	Comment     string
	ResultPath  Value // JSONPath: where the error object goes, a path or null; absent is "$"
	Assign      Value
	Output      Value // JSONata
	Next        string
}

// Value is the catcher as JSON.
func (c Catcher) Value() Value {
	return Object(
		Field{"ErrorEquals", Strings(c.ErrorEquals...)},
		Field{"Comment", text(c.Comment)},
		Field{"ResultPath", c.ResultPath},
		Field{"Assign", c.Assign},
		Field{"Output", c.Output},
		Field{"Next", text(c.Next)},
	)
}
