package judge

import "encoding/json"

// Template is what the judges make of an AWS SAM template.
type Template struct {
	// Problems are what is wrong with it as YAML, to AWS's CloudFormation validator, and to CDK, which includes it.
	Problems []string `json:"problems"`
	// Machines are the definitions by logical id, their substitutions filled in. A function in them has FunctionARN of
	// its logical id.
	Machines map[string]json.RawMessage `json:"machines"`
}

// Serverless reads an AWS SAM template.
func (j *Judge) Serverless(template string) Template {
	j.t.Helper()
	var t Template
	j.ask("the readers of SAM templates", "serverless", map[string]any{"template": template}, &t)
	return t
}
