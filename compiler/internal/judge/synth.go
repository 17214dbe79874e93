package judge

import "encoding/json"

// Program is a program that uses CDK. It has either an Entry or Stacks; in Python it has Stacks.
type Program struct {
	Files map[string]string `json:"files"`           // text by path; also what stacks read, such as handlers
	Entry string            `json:"entry,omitempty"` // the file to run, which makes an App
	// Stacks are put into one App: many stacks in one program cost little more than one, which takes 2 s and 450 MB.
	Stacks   []Stack `json:"stacks,omitempty"`
	NoUnused bool    `json:"noUnused,omitempty"` // refuse what is declared and not used
}

// Stack is a stack that a Program makes.
type Stack struct {
	ID     string `json:"id"`
	File   string `json:"file"`             // where its class is exported
	Class  string `json:"class"`            // its constructor takes the App and the ID
	Folder string `json:"folder,omitempty"` // the working directory while it is made, as paths of handlers depend on it
}

// Synthesis is what CDK makes of a Program.
type Synthesis struct {
	Types  []string             `json:"types"`  // the errors of the type checker; with any, nothing was run
	Stacks map[string]StackMade `json:"stacks"` // by id
}

// StackMade is one synthesized stack.
type StackMade struct {
	// Machines are the definitions by logical id, without the hash that CDK puts behind it. A function in them has
	// FunctionARN of its logical id.
	Machines  map[string]json.RawMessage `json:"machines"`
	Resources map[string]json.RawMessage `json:"resources"` // as in the template, by full logical id
}

// Synth type-checks a program and runs it, with bundling off. A program that fails when run ends the test.
func (j *Judge) Synth(p Program) Synthesis {
	j.t.Helper()
	var s Synthesis
	j.ask("TypeScript and CDK", "synth", p, &s)
	return s
}

// FunctionARN is the ARN by which the judges know the function of that name: of the substitution, or of CDK's logical id.
func FunctionARN(name string) string {
	return "arn:aws:lambda:us-east-1:123456789012:function:" + name
}
