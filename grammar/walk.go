package grammar

// Walk calls visit for each node below the statements, parents first, in the order of the text. Base is
// what must be added to the node's places. Where visit returns false, the node's children are left out.
func Walk(statements []*Statement, base int, visit func(n Node, base int) bool) {
	for _, s := range statements {
		walk(s.Node, base+s.Base, visit)
	}
}

func walk(n Node, base int, visit func(Node, int) bool) {
	if !visit(n, base) {
		return
	}
	for _, child := range Children(n) {
		walk(child, base, visit)
	}
	if statements := Statements(n); statements != nil {
		Walk(statements, base, visit)
	}
}

// Statements returns the statements that stand in the braces of n itself.
func Statements(n Node) []*Statement {
	switch n := n.(type) {
	case *Body:
		return n.Statements
	case *Block:
		return n.Statements
	}
	return nil
}

// Children returns the nodes that n is made of, in the order of the text, without those that stand in
// statements of their own.
func Children(n Node) []Node {
	var c children
	switch n := n.(type) {
	case *Import:
		add(&c, n.Path)
	case *Compose:
		add(&c, n.Block)
	case *Task:
		add(&c, n.Name, n.Source)
		add(&c, n.Block)
	case *Workflow:
		add(&c, n.Name)
		add(&c, n.Body)
	case *Chain:
		add(&c, n.Steps...)
		add(&c, n.Jump)
	case *Jump:
		add(&c, n.Target)
	case *Step:
		c = append(c, n.Primary)
		add(&c, n.As)
		add(&c, n.Block)
	case *Mention:
		add(&c, n.Name)
	case *InlineTask:
		add(&c, n.Name, n.Source)
	case *Group:
		add(&c, n.Branches...)
	case *Branch:
		add(&c, n.Chain)
		add(&c, n.Body)
	case *Map:
		add(&c, n.Items)
		add(&c, n.Branch)
	case *If:
		add(&c, n.Cond)
		add(&c, n.Then)
		add(&c, n.Elif...)
		add(&c, n.Else)
	case *Elif:
		add(&c, n.Cond)
		add(&c, n.Then)
	case *Else:
		add(&c, n.Body)
	case *Wait:
		add(&c, n.At)
		add(&c, n.For)
	case *Time:
		add(&c, n.Value)
	case *Fail:
		add(&c, n.Error)
		add(&c, n.Cause)
	case *Attr:
		add(&c, n.Key)
		add(&c, n.Value)
	case *Retry:
		add(&c, n.Errors)
		add(&c, n.Object)
	case *Catch:
		add(&c, n.Errors)
		add(&c, n.Body)
		add(&c, n.Jump)
	case *Errors:
		add(&c, n.Names...)
	case *Value:
		add(&c, n.String)
		add(&c, n.Object)
		add(&c, n.Array)
		add(&c, n.Call)
	case *Object:
		add(&c, n.Attrs...)
	case *Array:
		add(&c, n.Values...)
	case *Call:
		add(&c, n.Function)
		add(&c, n.Args...)
	case *Cond:
		add(&c, n.Or...)
	case *And:
		add(&c, n.Terms...)
	case *Not:
		add(&c, n.Cond)
		add(&c, n.Test)
	case *Test:
		add(&c, n.Path)
		add(&c, n.Operand)
		add(&c, n.Matches)
		add(&c, n.Is)
	case *Operand:
		add(&c, n.String, n.Timestamp)
		add(&c, n.Path)
	}
	return c
}

type children []Node

// add appends the nodes that are there: a nil pointer must not become a Node.
func add[P any, N interface {
	*P
	Node
}](c *children, nodes ...N) {
	for _, n := range nodes {
		if n != nil {
			*c = append(*c, n)
		}
	}
}

func (d Diagnostic) shift(base int) Diagnostic {
	d.Range = d.Range.Shift(base)
	if d.Fix != nil {
		moved := *d.Fix
		moved.Range = moved.Range.Shift(base)
		d.Fix = &moved
	}
	return d
}
