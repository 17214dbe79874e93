package grammar

import "github.com/alecthomas/participle/v2/lexer"

// File is the tree of one text.
type File struct {
	Text       string
	Statements []*Statement
	Comments   []Comment // in the order of the text

	strays []Diagnostic // characters between the tokens that mean nothing
}

// Statement is what stands by itself in a file, a body or a block. Statements are parsed apart from
// each other, so that a broken one leaves its neighbours whole, and taken over from version to version
// of a text: places in Node are therefore relative, and Base is what must be added to them. The base of
// a statement in a workflow's body is relative to the workflow's own.
type Statement struct {
	Base     int
	Extent   Range        // relative to Base
	Problems []Diagnostic // what did not parse; Node is what could be read all the same
	Node     Node         // *Import *Compose *Task *Workflow *Chain *Attr *Retry *Catch *Jump or *BadStatement

	all   []Diagnostic // the problems, and those in braces; of the statements of files and workflows only
	plain bool         // its brackets pair by themselves, so that its text says all about it
}

// Node is a part of the tree that came from a run of tokens.
type Node interface {
	// Span is the node's place, relative to the base of the statement that holds it.
	Span() Range
	tokens() []lexer.Token
}

// span is embedded in every node. The parser fills in the tokens that the node was made of.
type span struct {
	Tokens []lexer.Token
}

func (s *span) Span() Range {
	if len(s.Tokens) == 0 {
		return Range{}
	}
	last := s.Tokens[len(s.Tokens)-1]
	return Range{s.Tokens[0].Pos.Offset, last.Pos.Offset + len(last.Value)}
}

func (s *span) tokens() []lexer.Token { return s.Tokens }

// Import makes the declarations of another file visible.
type Import struct {
	span
	Path *Name `parser:"'import' (?= String) @@"`
}

// Compose holds the defaults of the functions that its file declares.
type Compose struct {
	span
	Block *Block `parser:"'compose' @@"`
}

// Task declares a function or an integration.
type Task struct {
	span
	Name   *Name  `parser:"'task' (?= Ident) @@"`
	Source *Name  `parser:"( (?= String) @@ )?"`
	Block  *Block `parser:"@@?"`
}

// Workflow declares a state machine. Its body is parsed statement by statement, so its span does not
// come from tokens.
type Workflow struct {
	Extent Range
	Name   *Name
	Body   *Body // nil where the braces are missing
}

func (w *Workflow) Span() Range           { return w.Extent }
func (w *Workflow) tokens() []lexer.Token { return nil }

// Name is a word or a string that names something.
type Name struct {
	span
	Text   string // without quotes
	Quoted bool
}

// Chain is steps that run one after another.
type Chain struct {
	span
	Steps []*Step
	Jump  *Jump // nil where the chain just ends
}

// Jump leads to a state of the same scope, to the scope's end, or to what follows a catch.
type Jump struct {
	span
	Target *Name `parser:"'->' (?= Ident | String | 'end' | 'next') @@"`
}

// Step is one state of a chain.
type Step struct {
	span
	Primary Primary
	As      *Name  // nil where the step takes the name of what it runs
	Block   *Block // nil where it has none
}

// Primary is what a step does: *Mention *InlineTask *Group *Map *If *Wait *Pass *Succeed or *Fail.
type Primary interface {
	Node
	primary()
}

// Mention runs the task or the workflow of that name.
type Mention struct {
	span
	Name *Name
}

// InlineTask declares a task where it is used.
type InlineTask struct {
	span
	Name   *Name `parser:"'task' (?= Ident) @@"`
	Source *Name `parser:"( (?= String) @@ )?"`
}

// Group runs its branches side by side: a list halts at the first error, a tuple captures errors.
// Grouping tells `(a)`, which only groups, from the tuple `(a,)`.
type Group struct {
	span
	Tuple    bool
	Grouping bool
	Branches []*Branch
}

// Branch is a chain, or a body in braces; the other is nil.
type Branch struct {
	span
	Chain *Chain
	Body  *Body
}

// Map runs its branch once for each item; written with ( ) it captures each item's error.
type Map struct {
	span
	Items  *Value // a path or JSONata; nil for the whole input
	Tuple  bool
	Branch *Branch
}

// If runs the first body whose condition holds.
type If struct {
	span
	Cond *Cond
	Then *Body
	Elif []*Elif
	Else *Else // nil where there is none
}

// Elif is a further condition of an If.
type Elif struct {
	span
	Cond *Cond
	Then *Body
}

// Else is what runs where no condition of an If holds.
type Else struct {
	span
	Fail bool
	Body *Body
}

// Wait does nothing for a time, or until one.
type Wait struct {
	span
	Until bool   `parser:"'wait' ( @'until'"`
	At    *Time  `parser:"@@"`
	For   *Value `parser:"| (?= Duration | Path | Jsonata) @@ )"`
}

// Time is a moment: a timestamp, a path or JSONata.
type Time struct {
	span
	Value *Value `parser:"(?= String | Path | Jsonata) @@"`
}

// Pass hands its input on, or a value of its own.
type Pass struct {
	span
	Word string `parser:"@'pass'"`
}

// Succeed ends the workflow, or the branch, well.
type Succeed struct {
	span
	Word string `parser:"@'succeed'"`
}

// Fail ends the workflow with an error.
type Fail struct {
	span
	Error *ErrorName `parser:"'fail' ( @@"`
	Cause *Name      `parser:"( (?= String) @@ )? )?"`
}

func (*Mention) primary()    {}
func (*InlineTask) primary() {}
func (*Group) primary()      {}
func (*Map) primary()        {}
func (*If) primary()         {}
func (*Wait) primary()       {}
func (*Pass) primary()       {}
func (*Succeed) primary()    {}
func (*Fail) primary()       {}

// Body is statements in braces: attributes and handlers, then chains or a jump.
type Body struct {
	span
	Extent     Range // from brace to brace
	Statements []*Statement
	Problems   []Diagnostic // statements in the wrong order
}

func (b *Body) Span() Range { return b.Extent }

// Block is attributes and handlers in braces.
type Block struct {
	span
	Statements []*Statement
}

// BadStatement is a statement of which nothing could be read.
type BadStatement struct {
	span
}

// Attr is a key and its value.
type Attr struct {
	span
	Key   *Name
	Value *Value
}

// Retry says how often, and how, to run a step again after an error.
type Retry struct {
	span
	Errors *Errors `parser:"'retry' @@"`
	Object *Object `parser:"@@?"`
}

// Catch says where an error leads.
type Catch struct {
	span
	Errors *Errors `parser:"'catch' @@"`
	Body   *Body   `parser:"( @@"`
	Jump   *Jump   `parser:"| @@ )"`
}

// Errors is the names that a handler takes.
type Errors struct {
	span
	All   bool         `parser:"( @'*'"`
	Names []*ErrorName `parser:"| @@ ( ',' @@ )* )"`
}

// ErrorName names an error: States.Timeout, CardDeclined or "any text".
type ErrorName struct {
	span
	Text string
}
