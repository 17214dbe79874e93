package asl

// Type is a state's kind.
type Type string

const (
	Task     Type = "Task"
	Parallel Type = "Parallel"
	Map      Type = "Map"
	Choice   Type = "Choice"
	Wait     Type = "Wait"
	Pass     Type = "Pass"
	Succeed  Type = "Succeed"
	Fail     Type = "Fail"
)

// State has the fields of every type of state; which of them a type may use is in the States Language's
// specification. A field of type Value may be a JSONata expression, a string that starts with "{%".
type State struct {
	Name          string // its key in States
	Type          Type
	Comment       string
	QueryLanguage QueryLanguage

	Resource    string // Task
	Credentials Value  // Task

	Choices []ChoiceRule // Choice
	Default string       // Choice: where to go when no rule holds

	Seconds, SecondsPath, Timestamp, TimestampPath Value // Wait: exactly one of them

	Error, ErrorPath, Cause, CausePath Value // Fail

	Result Value // Pass

	InputPath      Value // a path or null
	Parameters     Value // JSONPath
	Arguments      Value // JSONata
	ResultSelector Value
	ResultPath     Value // a path or null
	OutputPath     Value // a path or null
	Assign         Value // an object
	Output         Value // JSONata

	TimeoutSeconds, TimeoutSecondsPath     Value // Task
	HeartbeatSeconds, HeartbeatSecondsPath Value // Task

	Branches []*Machine // Parallel

	ItemReader                                                 Value    // Map, distributed
	ItemsPath, Items                                           Value    // Map; JSONPath, JSONata
	ItemSelector                                               Value    // Map
	ItemBatcher                                                Value    // Map, distributed
	MaxConcurrency, MaxConcurrencyPath                         Value    // Map
	ToleratedFailurePercentage, ToleratedFailurePercentagePath Value    // Map, distributed
	ToleratedFailureCount, ToleratedFailureCountPath           Value    // Map, distributed
	Label                                                      string   // Map, distributed
	ItemProcessor                                              *Machine // Map
	ResultWriter                                               Value    // Map, distributed

	Retry []Retrier
	Catch []Catcher

	Next string
	End  bool

	// What follows is not printed as ASL.

	// Function is the Lambda function that a Task invokes; nil for any other state.
	Function *Function
	// Captures tells that a Parallel or Map was written with ( ): its branches catch their own errors.
	Captures bool
	// Origin tells which states the author wrote and which the lowering made for them.
	Origin Origin
}

// Origin tells why a state is there.
type Origin uint8

const (
	Written      Origin = iota // a step of the source
	FailedEnd                  // "<step>_failed": ends a captured branch with the error as its output
	BranchGuard                // "<head>_branch": a Parallel around a branch whose steps cannot carry a Catch
	DoneEnd                    // "<step>_done": the end that a Choice or Catch needs
	NestedResult               // unpacks or checks what a nested workflow gave back
)

// Fields are the state's ASL fields, Type first and Next or End last, without those that are absent.
func (s *State) Fields() []Field {
	return Object(
		Field{"Type", String(string(s.Type))},
		Field{"Comment", text(s.Comment)},
		Field{"QueryLanguage", text(string(s.QueryLanguage))},
		Field{"Resource", text(s.Resource)},
		Field{"Credentials", s.Credentials},
		Field{"Choices", list(s.Choices, ChoiceRule.Value)},
		Field{"Default", text(s.Default)},
		Field{"Seconds", s.Seconds},
		Field{"SecondsPath", s.SecondsPath},
		Field{"Timestamp", s.Timestamp},
		Field{"TimestampPath", s.TimestampPath},
		Field{"Error", s.Error},
		Field{"ErrorPath", s.ErrorPath},
		Field{"Cause", s.Cause},
		Field{"CausePath", s.CausePath},
		Field{"InputPath", s.InputPath},
		Field{"ItemReader", s.ItemReader},
		Field{"ItemsPath", s.ItemsPath},
		Field{"Items", s.Items},
		Field{"ItemSelector", s.ItemSelector},
		Field{"ItemBatcher", s.ItemBatcher},
		Field{"MaxConcurrency", s.MaxConcurrency},
		Field{"MaxConcurrencyPath", s.MaxConcurrencyPath},
		Field{"ToleratedFailurePercentage", s.ToleratedFailurePercentage},
		Field{"ToleratedFailurePercentagePath", s.ToleratedFailurePercentagePath},
		Field{"ToleratedFailureCount", s.ToleratedFailureCount},
		Field{"ToleratedFailureCountPath", s.ToleratedFailureCountPath},
		Field{"Label", text(s.Label)},
		Field{"Parameters", s.Parameters},
		Field{"Arguments", s.Arguments},
		Field{"TimeoutSeconds", s.TimeoutSeconds},
		Field{"TimeoutSecondsPath", s.TimeoutSecondsPath},
		Field{"HeartbeatSeconds", s.HeartbeatSeconds},
		Field{"HeartbeatSecondsPath", s.HeartbeatSecondsPath},
		Field{"Branches", list(s.Branches, (*Machine).Value)},
		Field{"ItemProcessor", s.processor()},
		Field{"ResultWriter", s.ResultWriter},
		Field{"Result", s.Result},
		Field{"ResultSelector", s.ResultSelector},
		Field{"ResultPath", s.ResultPath},
		Field{"OutputPath", s.OutputPath},
		Field{"Assign", s.Assign},
		Field{"Output", s.Output},
		Field{"Retry", list(s.Retry, Retrier.Value)},
		Field{"Catch", list(s.Catch, Catcher.Value)},
		Field{"Next", text(s.Next)},
		Field{"End", s.end()},
	).Fields
}

// Value is the state as JSON.
func (s *State) Value() Value { return Value{Kind: KindObject, Fields: s.Fields()} }

// Scopes are the machines inside the state: the branches of a Parallel, the item processor of a Map.
func (s *State) Scopes() []*Machine {
	if s.ItemProcessor != nil {
		return []*Machine{s.ItemProcessor}
	}
	return s.Branches
}

func (s *State) processor() Value {
	if s.ItemProcessor == nil {
		return Value{}
	}
	return s.ItemProcessor.Value()
}

func (s *State) end() Value {
	if !s.End {
		return Value{}
	}
	return Bool(true)
}
