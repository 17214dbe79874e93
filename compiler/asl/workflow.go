package asl

// WorkflowType is Step Functions' kind of execution.
type WorkflowType string

const (
	Standard WorkflowType = "standard"
	Express  WorkflowType = "express"
)

// Workflow is a state machine with all that is deployed around it: what the targets print.
type Workflow struct {
	Name             string // its identifier in the source
	StateMachineName string // in AWS; empty leaves the naming to the deployment
	Type             WorkflowType
	Tracing          bool // X-Ray
	Machine          *Machine
	Functions        []*Function // those that the machine invokes, each once, in the order of their first use
	Schedule         string      // an EventBridge expression, such as "rate(5 minutes)"; empty for none
	EventPattern     Value       // an EventBridge pattern; absent for none
	// Starts are the names of the workflows that the machine starts, itself among them where it does; each is
	// the substitution of its name.
	Starts []string
	// Workflows are those of them that are compiled with it: not those in whose compilation it stands.
	Workflows []*Workflow
}
