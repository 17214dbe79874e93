package grammar

// Value is any value of an attribute. Exactly one field is set, but for Null and the two truths.
type Value struct {
	span
	String   *Text
	Number   string
	Duration string
	True     bool
	False    bool
	Null     bool
	Path     string
	Jsonata  string
	Object   *Object
	Array    *Array
	Call     *Call
	Ident    string
}

// Text is a string as it is written.
type Text struct {
	span
	Quoted string
}

// Object is keys and values in braces.
type Object struct {
	span
	Attrs []*Attr
}

// Array is values in brackets.
type Array struct {
	span
	Values []*Value
}

// Call is an intrinsic function: States.Format("{}", $.a).
type Call struct {
	span
	Function *Dotted
	Args     []*Value
}

// Dotted is identifiers joined by dots.
type Dotted struct {
	span
	Words []string
}

// Cond is conditions of which one must hold.
type Cond struct {
	span
	Or []*And `parser:"@@ ( 'or' @@ )*"`
}

// And is conditions that must all hold.
type And struct {
	span
	Terms []*Not `parser:"@@ ( 'and' @@ )*"`
}

// Not is a condition and how often it is negated. Exactly one of Cond, Jsonata and Test is set.
type Not struct {
	span
	Nots    []string `parser:"@'not'*"`
	Cond    *Cond    `parser:"( '(' @@ ')'"`
	Jsonata string   `parser:"| @Jsonata"`
	Test    *Test    `parser:"| @@ )"`
}

// Test looks at the value at a path.
type Test struct {
	span
	Path    *PathText `parser:"@@"`
	Op      string    `parser:"( @( '==' | '!=' | '<=' | '>=' | '<' | '>' )"`
	Operand *Operand  `parser:"@@"`
	Matches *Text     `parser:"| 'matches' @@"`
	Is      *Is       `parser:"| @@ )"`
}

// PathText is a path as it is written.
type PathText struct {
	span
	Text string `parser:"@Path"`
}

// Is asks what kind of value stands at a path.
type Is struct {
	span
	Not  bool   `parser:"'is' @'not'?"`
	Kind string `parser:"@( 'present' | 'null' | 'string' | 'number' | 'boolean' | 'timestamp' )"`
}

// Operand is what a path is compared with.
type Operand struct {
	span
	String    *Text     `parser:"(   @@"`
	Number    string    `parser:"| @Number"`
	True      bool      `parser:"| @'true'"`
	False     bool      `parser:"| @'false'"`
	Timestamp *Text     `parser:"| 'timestamp' '(' @@ ')'"`
	Path      *PathText `parser:"| @@"`
	As        string    `parser:"( 'as' @( 'string' | 'number' | 'boolean' | 'timestamp' ) )? )"`
}
