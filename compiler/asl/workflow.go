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
	// Workflows are the nested ones that the machine starts; each is the substitution of its name.
	Workflows []*Workflow
}
