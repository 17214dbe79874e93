// Package graph is the picture of a workflow before it is drawn: what every target that draws shows.
package graph

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// Kind is what a node stands for; each kind has a shape of its own.
type Kind int

const (
	Start    Kind = iota // where the machine starts
	End                  // where it ends
	Function             // a task that invokes a function
	Service              // a task that calls anything else
	Group                // a Parallel: it holds a scope for each branch
	Each                 // a Map: it holds the scope that runs for each item
	Choice
	Wait
	Pass
	Succeed
	Fail
	Caught // the end of a captured branch that failed
)

// Node is a state, or the start or the end of the machine.
type Node struct {
	Kind   Kind
	Name   string // the state's; empty for the start and the end
	Detail string // a few words more: a service's action, how long a wait is; may be empty
	// Captures tells that a Group or Each lets no error of its branches out.
	Captures bool
	Inside   []*Scope // of a Group or Each
}

// EdgeKind is how one node leads to another.
type EdgeKind int

const (
	Next  EdgeKind = iota // in the normal run of things
	Catch                 // with an error
	Loop                  // back to a state that led here
)

// Edge leads from a node to another of the same scope.
type Edge struct {
	Kind     EdgeKind
	From, To *Node
	Label    string // the condition or the errors; empty for none
}

// Scope is a machine, a branch, or what runs for each item.
type Scope struct {
	Nodes []*Node // in the order of the text
	Edges []Edge
}

// Of is the picture of a state machine.
func Of(m *asl.Machine) *Scope {
	s := scope(m)
	start, end := &Node{Kind: Start}, &Node{Kind: End}
	edges := []Edge{{From: start, To: s.node(m.StartAt)}}
	edges = append(edges, s.Edges...)
	for _, state := range m.States {
		if state.End {
			edges = append(edges, Edge{From: s.node(state.Name), To: end})
		}
	}
	s.Nodes = append([]*Node{start}, s.Nodes...)
	if edges[len(edges)-1].To == end {
		s.Nodes = append(s.Nodes, end)
	}
	s.Edges = edges
	return s
}

// node is the node of a state of the scope.
func (s *Scope) node(name string) *Node {
	for _, n := range s.Nodes {
		if n.Name == name {
			return n
		}
	}
	return nil
}

func scope(m *asl.Machine) *Scope {
	s := &Scope{}
	for _, state := range m.States {
		s.Nodes = append(s.Nodes, node(state))
	}
	back := loops(m)
	for _, state := range m.States {
		from := s.node(state.Name)
		for _, e := range exits(state) {
			edge := Edge{From: from, To: s.node(e.to), Kind: e.kind, Label: e.label}
			if e.kind == Next && back[[2]string{state.Name, e.to}] {
				edge.Kind = Loop
			}
			s.Edges = append(s.Edges, edge)
		}
	}
	return s
}

func node(s *asl.State) *Node {
	n := &Node{Kind: kind(s), Name: s.Name, Detail: detail(s), Captures: s.Captures}
	for _, m := range s.Scopes() {
		n.Inside = append(n.Inside, scope(m))
	}
	return n
}

func kind(s *asl.State) Kind {
	switch s.Type {
	case asl.Task:
		if s.Function != nil {
			return Function
		}
		return Service
	case asl.Parallel:
		return Group
	case asl.Map:
		return Each
	case asl.Choice:
		return Choice
	case asl.Wait:
		return Wait
	case asl.Succeed:
		return Succeed
	case asl.Fail:
		return Fail
	}
	if s.Origin == asl.FailedEnd {
		return Caught
	}
	return Pass
}

// detail are a few words about a state that its name may not tell.
func detail(s *asl.State) string {
	switch s.Type {
	case asl.Task:
		if s.Function == nil {
			return action(s.Resource)
		}
	case asl.Wait:
		for _, v := range []asl.Value{s.Seconds, s.SecondsPath} {
			if v.Present() {
				return v.Text + " s"
			}
		}
		return "until " + s.Timestamp.Text + s.TimestampPath.Text
	case asl.Map:
		return s.ItemsPath.Text + s.Items.Text
	case asl.Fail:
		return s.Error.Text + s.ErrorPath.Text
	}
	return ""
}

// action is the part of a resource's ARN that tells one from another.
func action(resource string) string {
	if _, integration, found := strings.Cut(resource, ":states:::"); found {
		return integration
	}
	return resource[strings.LastIndexByte(resource, ':')+1:]
}
