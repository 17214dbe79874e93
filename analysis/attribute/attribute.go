// Package attribute holds the one table of the language's attributes: where each may stand, what values it
// takes, what it means, and what it becomes in the Amazon States Language and the CDK. Checks, completion,
// hover and compilation all read it.
package attribute

import "strings"

// Attribute is one meaning of a key. A key that means different things in different places, such as timeout,
// has several; their places are apart.
type Attribute struct {
	Key     string
	Type    Type
	Values  []Value // of an Enum
	Places  Place
	Default string // as it would be written; empty where there is none
	Doc     string // Markdown, one or two sentences

	// ASL is the field that the attribute becomes; empty where it becomes none, as a function's attributes do.
	ASL string
	// ASLPath is the field that a value becomes which is a path; empty where ASL is the field of every value,
	// or a path is no value.
	ASLPath string
	// JSONata tells that a JSONata expression may stand for the whole value.
	JSONata bool
	// Language is the query language that a state must have to carry the attribute.
	Language QueryLanguage

	// CDKPython is the property of the construct (aws-cdk-lib 2.276.0) that the attribute becomes, in Python's
	// spelling; empty where there is none, and the attribute is said in another way.
	CDKPython string
}

// CDKTypeScript is the construct's property in TypeScript's spelling.
func (a *Attribute) CDKTypeScript() string {
	words := strings.Split(a.CDKPython, "_")
	for i, w := range words {
		if i > 0 {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}

// Type is the kind of value that an attribute takes.
type Type uint8

const (
	Any      Type = iota // every JSON value
	Duration             // 6s, or a number of seconds; whole seconds
	Integer              // 0 or more
	Number               // 0 or more
	Bool
	String
	Strings // an array of strings
	Path    // a path, or null
	Enum    // one of Values, bare or quoted
	Object
)

var typeNames = [...]string{
	Any: "any value", Duration: "a duration", Integer: "a whole number", Number: "a number", Bool: "true or false",
	String: "a string", Strings: "an array of strings", Path: "a path or null", Enum: "a name", Object: "an object",
}

// String returns the type in words, with its article.
func (t Type) String() string { return typeNames[t] }

// Value is one value of an Enum.
type Value struct {
	Name string // as it is written in Ork
	ASL  string // what it becomes; in the CDK where the attribute has no ASL field
	Doc  string // what it does, without a full stop
}

// QueryLanguage is a set of query languages.
type QueryLanguage uint8

const (
	Both QueryLanguage = iota
	JSONPathOnly
	JSONataOnly
)

// Place is a set of places where attributes stand.
type Place uint32

const (
	Compose Place = 1 << iota // a file's defaults

	FunctionTask    // the declaration of a function with a source of its own, or with none
	ForeignTask     // the declaration of a function that is elsewhere: its ARN, or a substitution
	IntegrationTask // the declaration of a service action, an activity or any other ARN

	FunctionStep // a step that runs such a task
	ForeignStep
	IntegrationStep
	WorkflowStep // a step that starts a workflow
	GroupStep    // a list or a tuple
	MapStep
	ChoiceStep // the block or the else body of an if
	WaitStep
	PassStep
	SucceedStep
	FailStep

	Retrier
	Catcher
	Arm    // a body of an if
	Branch // a branch in braces
	Workflow
)

// Sets of places that many attributes share.
const (
	InvokedTask = FunctionTask | ForeignTask
	InvokedStep = FunctionStep | ForeignStep
	AnyTask     = FunctionTask | ForeignTask | IntegrationTask
	TaskStep    = FunctionStep | ForeignStep | IntegrationStep
	RunStep     = TaskStep | WorkflowStep
	AnyStep     = RunStep | GroupStep | MapStep | ChoiceStep | WaitStep | PassStep | SucceedStep | FailStep
)

var placeNames = []struct {
	places Place
	name   string
}{
	{AnyStep, "any step"},
	{RunStep, "a step that runs a task or workflow"},
	{AnyTask, "a task"},
	{Compose, "compose"},
	{InvokedTask, "a task that is a function"},
	{FunctionTask, "a task that is a function of the project"},
	{ForeignTask, "a task that is a function elsewhere"},
	{ForeignTask | IntegrationTask, "a task that is an integration or a function elsewhere"},
	{IntegrationTask, "a task that is an integration"},
	{TaskStep, "a step that runs a task"},
	{InvokedStep, "a step that runs a function"},
	{FunctionStep, "a step that runs a function of the project"},
	{ForeignStep, "a step that runs a function elsewhere"},
	{IntegrationStep, "a step that runs an integration"},
	{WorkflowStep, "a step that starts a workflow"},
	{GroupStep, "a list or tuple"},
	{MapStep, "a map"},
	{ChoiceStep, "an if"},
	{WaitStep, "a wait"},
	{PassStep, "a pass"},
	{SucceedStep, "a succeed"},
	{FailStep, "a fail"},
	{Retrier, "a retry"},
	{Catcher, "a catch"},
	{Arm, "a body of an if"},
	{Branch, "a branch in braces"},
	{Workflow, "a workflow"},
}

// String names the places in words: "a task, a map or a wait".
func (p Place) String() string {
	var names []string
	for left := p; left != 0; {
		best := -1
		for i, n := range placeNames {
			if n.places&^p == 0 && n.places&left != 0 && (best < 0 || count(n.places&left) > count(placeNames[best].places&left)) {
				best = i
			}
		}
		names = append(names, placeNames[best].name)
		left &^= placeNames[best].places
	}
	return joinOr(names)
}
