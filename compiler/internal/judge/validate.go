package judge

import "fmt"

// Verdict holds what each validator objects to in a state machine.
type Verdict struct {
	AWS          []string `json:"aws"`          // AWS's language service
	ASLValidator []string `json:"aslValidator"` // npm asl-validator
	Preflight    []string `json:"preflight"`    // the Step Functions rules of npm cdk-preflight
}

// Objections returns all that is objected, each with the validator's name in front; none means that all accept.
func (v Verdict) Objections() []string {
	var all []string
	for _, by := range []struct {
		name       string
		objections []string
	}{{"aws", v.AWS}, {"asl-validator", v.ASLValidator}, {"cdk-preflight", v.Preflight}} {
		for _, objection := range by.objections {
			all = append(all, fmt.Sprintf("%s: %s", by.name, objection))
		}
	}
	return all
}

// Validate asks the validators about a state machine. Substitutions such as ${name} are filled in with the ARN of a
// function first; express says that it is to run as an express workflow.
func (j *Judge) Validate(asl []byte, express bool) Verdict {
	j.t.Helper()
	var v Verdict
	j.ask("the validators", "validate", map[string]any{"asl": string(asl), "express": express}, &v)
	return v
}
