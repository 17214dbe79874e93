package asl

import (
	"slices"
	"time"
)

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

// RuntimeID is the function's runtime, or the newest that its language's default is.
func (f *Function) RuntimeID() string {
	if f.Runtime != "" {
		return f.Runtime
	}
	switch f.Language {
	case Python:
		return "python3.13"
	case JavaScript, TypeScript:
		return "nodejs22.x"
	case Go:
		return "provided.al2023"
	}
	return ""
}

// Variables are the function's environment variables: those of the source, and in front of them what
// Powertools reads of its settings there.
func (f *Function) Variables() []Field {
	var variables []Field
	if f.Powertools != nil {
		variables = f.Powertools.variables(f.Name)
	}
	for _, v := range f.Environment {
		variables = slices.DeleteFunc(variables, func(p Field) bool { return p.Name == v.Name })
		variables = append(variables, v)
	}
	return variables
}

// Substitution is the function's placeholder in ASL.
func (f *Function) Substitution() string { return "${" + f.Name + "}" }

// Reference is what stands for the function in ASL: its ARN where the source names one, else its placeholder.
func (f *Function) Reference() string {
	if f.ARN != "" {
		return f.ARN
	}
	return f.Substitution()
}
