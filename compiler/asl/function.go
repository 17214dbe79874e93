package asl

import "time"

// Language is what a function's handler is written in.
type Language string

const (
	External   Language = "" // no source: the function's ARN is given at deployment
	Python     Language = "python"
	JavaScript Language = "javascript"
	TypeScript Language = "typescript"
	Go         Language = "go"
)

// Function is a Lambda function. In ASL it is a substitution, "${generate_item}".
type Function struct {
	Name     string // the task's, and the substitution's
	Comment  string // the task's documentation
	ARN      string // of an External function that the source names; empty where it comes at deployment
	Language Language
	Entry    string // the handler's folder, relative to the workflow's file, with slashes
	Index    string // the handler's file in Entry; empty for Go
	Handler  string // the function in Index; empty for Go

	Runtime     string        // Lambda's identifier, "python3.13"; empty for the default of Language
	Timeout     time.Duration // zero for Lambda's default of 3 s
	MemorySize  int           // MiB; zero for Lambda's default of 128
	Layers      []string      // ARNs of layer versions
	Environment []Field       // in order; the values are strings
	Tracing     Tracing
	Powertools  *Powertools // nil where they are off
	// Extra are the other properties that the source gives, by the names they have there (CDK's for
	// Python: "reserved_concurrent_executions").
	Extra []Field
}

// Tracing is a function's X-Ray mode; the empty one is TracingActive.
type Tracing string

const (
	TracingActive      Tracing = "active"
	TracingPassThrough Tracing = "pass_through"
	TracingDisabled    Tracing = "disabled"
)

// Powertools are the settings that Orkestra's decorator applies in the handler at run time, by the names
// and values of the source ("log_event": true).
type Powertools struct {
	Settings []Field
}

// Substitution is the function's placeholder in ASL.
func (f *Function) Substitution() string { return "${" + f.Name + "}" }
