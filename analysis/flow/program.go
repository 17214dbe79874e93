// Package flow says what a tree means: which tasks and workflows a file declares, which states a workflow
// has and what leads from one to the other, and which of them may fail. It is computed once for a file,
// and handed to the rules, the compiler and the server. Illegal programs have a flow too.
package flow

import "github.com/orkls/orkls/grammar"

// Program is what one file means.
type Program struct {
	Path      string
	File      *grammar.File
	Imports   []*Import
	Compose   []*Attribute // defaults of the functions that this file declares
	Tasks     []*Task      // that this file declares, those inside chains too, in the order of the text
	Workflows []*Workflow  // blocks and chains at the top level, in the order of the text
	// Duplicates are declarations whose name was declared before.
	Duplicates []*Duplicate
	// Unknown are mentions of names that nothing declares.
	Unknown []*State
	// Clashes are states whose name, given with as, another state of the machine has with as, or a task.
	Clashes []*State
	// References are the places that name a task or a workflow, but for their declarations.
	References []Reference

	names         map[string]*Declaration
	workflowNames map[string]bool
	problems      []grammar.Diagnostic
	made          slabs           // while it is built
	broken        map[string]bool // words in statements that do not parse: they may be uses
}

// Declaration is a task or a workflow that a name stands for; the other is nil.
type Declaration struct {
	Name     string
	Range    grammar.Range // of the name
	Program  *Program      // the file that declares it
	Task     *Task
	Workflow *Workflow
	Import   *Import // what made it visible; nil for the file's own
}

// Duplicate is a declaration of a name that had one.
type Duplicate struct {
	Declaration
	First *Declaration
}

// Import is one import statement.
type Import struct {
	Path    string
	Range   grammar.Range // of the path
	Program *Program      // nil where the file could not be had; Err says why
	Err     error
	Used    bool // a name that it brings is mentioned
}

// Reference is a place that names a declaration.
type Reference struct {
	Range       grammar.Range
	Declaration *Declaration
}

// Task is a function or an integration that steps can run.
type Task struct {
	Name       string
	NameRange  grammar.Range
	Range      grammar.Range // of the whole declaration
	Program    *Program      // the file that declares it
	Source     Source
	Attributes []*Attribute
	Retries    []*Handler
	Inline     bool     // declared in a chain, for one step alone
	States     []*State // that run it, in the program that declares it
}

// Attribute is a key with its value.
type Attribute struct {
	Key      string
	KeyRange grammar.Range
	Range    grammar.Range // of key and value
	Value    *grammar.Value
	Base     int // of the places in Value
}

// ValueRange returns where the attribute's value stands.
func (a *Attribute) ValueRange() grammar.Range { return a.Value.Span().Shift(a.Base) }

// Workflow is one state machine.
type Workflow struct {
	Name       string
	NameRange  grammar.Range // of the name; of the first step where the workflow is a chain
	Range      grammar.Range
	Program    *Program
	TopLevel   bool // a chain outside any block
	Attributes []*Attribute
	Scope      *Scope
	States     []*State // of all scopes, in the order of the text
	// Broken tells that a statement of the workflow does not parse: what is missing may be there.
	Broken bool

	namer *Namer
}

// Scope is a set of states that can lead to each other: a workflow, a branch, or the body of a map.
type Scope struct {
	Workflow *Workflow
	Owner    *State // the group or map that the scope is a branch of; nil for a workflow's own
	Index    int    // which of the owner's branches
	Range    grammar.Range
	Start    *State // nil where the scope is empty
	States   []*State
	// Starts are further heads of chains that nothing leads to, errors all.
	Starts   []*State
	Handlers []*Handler // that hold for every state of the scope
	Rejoined []*Mention // mentions of a step that another chain of the same body has
	Loops    []*Mention // mentions that close a circle of >>
	Jumps    []*Jump
	Attrs    []*Attribute // of a branch in braces
	// Misplaced are handlers in the body of an if or a catch, or on a step that cannot carry them: they
	// hold for nothing.
	Misplaced []*Handler
	// Chains are the chains of the scope's own body, as they are written.
	Chains []*Chain
	// Bodies are the scope's own body and those of its ifs and catches, inner ones first.
	Bodies []*Body

	catchAll *Handler // the scope's first catch of everything
}

// Body is the chains of one pair of braces, or of a branch without them, as they are written.
type Body struct {
	Chains []*Chain
	Own    bool // the scope's own; otherwise that of an if or a catch
}

// Chain is a chain as it is written.
type Chain struct {
	Range    grammar.Range
	Body     *Body // that it stands in
	Mentions []*Mention
	Jump     *Jump // at its end, or nil
}

// Mention is one place where a state is written.
type Mention struct {
	State *State
	Range grammar.Range // of the step, with its name and block
	Chain *Chain
	Index int // in the chain
}

// Kind is the kind of a state.
type Kind uint8

const (
	TaskState Kind = iota // runs a task or a workflow
	GroupState
	MapState
	ChoiceState
	WaitState
	PassState
	SucceedState
	FailState
)

// State is one state of the machine.
type State struct {
	Name   string // unique in the workflow
	Kind   Kind
	Scope  *Scope
	Naming Naming
	Range  grammar.Range // of what the step runs, without its name and block
	Whole  grammar.Range // of the whole step
	// Statement is the chain that holds the step and stands by itself, not as a branch of a group.
	Statement grammar.Range
	Mention   *Mention // the first one of the state
	Step      *grammar.Step
	Base      int       // of the places in Step
	Task      *Task     // what a TaskState runs; nil where nothing declares it, or where it is a workflow
	Workflow  *Workflow // what a TaskState starts; nil for a task
	Called    string    // the name mentioned by a TaskState

	// Captures tells that errors of the branches are captured: the state was written with ( ).
	Captures bool
	Branches []*Scope

	Attributes []*Attribute
	Handlers   []*Handler // of the step's own block
	In, Out    []*Edge
	Arms       []*Arm // of a ChoiceState

	// OnlyHandled tells that only a handler of the scope leads here, or nothing: the handlers of the
	// scope do not hold for it.
	OnlyHandled bool

	mayFail  bool
	catching bool // stands in the body of a catch
	index    int  // in the scope
}

// Naming is how a state came to its name.
type Naming uint8

const (
	Given     Naming = iota // with as
	Mentioned               // after its task, as the first that runs it
	Numbered                // after its task, and a number
	Generated               // after its kind
)

// Arm is one condition of a choice.
type Arm struct {
	Cond  *grammar.Cond
	Base  int
	Range grammar.Range
	Attrs []*Attribute
}

// EdgeKind says when an edge is taken.
type EdgeKind uint8

const (
	Sequence    EdgeKind = iota // >>
	JumpEdge                    // -> behind a step
	ArmEdge                     // a condition of a choice holds
	DefaultEdge                 // no condition holds
	CatchEdge                   // a handler takes an error
)

// Edge leads from a state to another of its scope; To is nil where it ends the scope.
type Edge struct {
	From, To *State // From is nil for a catch of the scope
	Kind     EdgeKind
	Range    grammar.Range // of what is written for it: the step that follows, or the jump
	Mention  *Mention      // of the step that follows with >>; nil for a jump and the first step of a body
	Jump     *Jump         // where it is written with ->, of whatever kind it is
	Arm      int           // of an ArmEdge
	Handler  *Handler      // of a CatchEdge
}

// Jump is a -> as it is written.
type Jump struct {
	Name   string
	Quoted bool
	Range  grammar.Range // of the target's name
	Scope  *Scope
	Target *State // nil for end, next and what is unknown
	Next   bool   // -> next
	// Candidates is how many states answer to the name; 1 where the jump is good.
	Candidates int
}

// Handler is a retry or a catch.
type Handler struct {
	Catch      bool
	All        bool // *
	Names      []string
	NameRanges []grammar.Range
	Range      grammar.Range
	Attributes []*Attribute
	Base       int
	Target     *State // where a catch leads; nil where that is the end of the scope, or what follows
	Next       bool   // a catch that goes on with what follows the step
	Open       bool   // a catch whose body does not say how it ends, with something behind its step
	Jump       *Jump
	Body       bool // written with a body
}

// Lookup returns what a name stands for in the file, nil where nothing declares it.
func (p *Program) Lookup(name string) *Declaration { return p.names[name] }

// Visible returns all names that the file can mention, its own and imported ones, in no order.
func (p *Program) Visible() map[string]*Declaration { return p.names }

// MaybeUsed tells whether the name stands in a statement that does not parse.
func (p *Program) MaybeUsed(name string) bool { return p.broken[name] }

// Attribute returns the attribute that the step itself has under a key, nil where it has none.
func (s *State) Attribute(key string) *Attribute {
	for _, a := range s.Attributes {
		if a.Key == key {
			return a
		}
	}
	return nil
}
