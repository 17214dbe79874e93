package judge

import (
	"encoding/json"
	"time"
)

// Run is an execution to be had of a state machine. Each task stands for a function that returns its input.
type Run struct {
	ASL     []byte
	Input   any                      // {} if nil
	Failing map[string]Failure       // by task
	Outputs map[string]any           // what a task's function returns instead
	Delays  map[string]time.Duration // how long a task's function takes, to the millisecond, on the execution's own clock; 0 for others
}

// Failure is how a task fails; the zero value is good.
type Failure struct {
	Error string `json:"error,omitempty"` // "Boom" if empty
	Cause string `json:"cause,omitempty"`
	Calls []int  `json:"calls,omitempty"` // which calls fail, counted from 1; all of them if empty
}

// Execution is what became of a Run. Slices of names are in the order of events, and name a state once for each time.
type Execution struct {
	Status string          `json:"status"` // SUCCEEDED or FAILED
	Output json.RawMessage `json:"output"` // if it succeeded
	Error  string          `json:"error"`  // the error's name, if it failed
	Cause  string          `json:"cause"`
	Log    []Event         `json:"log"`

	Entered   []string `json:"entered"`
	Succeeded []string `json:"succeeded"`
	Failed    []string `json:"failed"`  // also when a retrier or a catcher took the error
	Caught    []string `json:"caught"`  // whose error a catcher took
	Stopped   []string `json:"stopped"` // entered, and abandoned because another branch or item failed
}

// Event is an event of an execution, named as the interpreter does: StateEntered, StateExited, ParallelBranchFailed, …
type Event struct {
	Type  string `json:"type"`
	State string `json:"state"` // if it concerns a state
	Index *int   `json:"index"` // of the item, in a map
	Error string `json:"error"`
}

// Execute runs a state machine in an interpreter. Nothing really waits, and the same Run gives the same Execution. Machines that the interpreter is known to run
// wrongly (JSONata, Assign, distributed maps) end the test, as does a name in r that is not a task.
func (j *Judge) Execute(r Run) Execution {
	j.t.Helper()
	var e Execution
	j.ask("the interpreter", "execute", r.params(), &e)
	return e
}

func (r Run) params() map[string]any {
	params := map[string]any{"asl": string(r.ASL)}
	if r.Input != nil {
		params["input"] = r.Input
	}
	if r.Failing != nil {
		params["failing"] = r.Failing
	}
	if r.Outputs != nil {
		params["outputs"] = r.Outputs
	}
	delays := map[string]int64{}
	for task, delay := range r.Delays {
		delays[task] = delay.Milliseconds()
	}
	params["delays"] = delays
	return params
}
