package flow

import (
	"maps"
	"strconv"
	"strings"

	"github.com/orkls/orkls/grammar"
)

// maxName is the length of a state's name at the most, in characters.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StateMachineListItem.html
const maxName = 80

// nameStates gives every state of the machine its name: first those with as and the first mentions of
// tasks, then numbered and generated ones take what is free, in the order of the text.
func (p *Program) nameStates(w *Workflow) {
	n := &Namer{taken: make(map[string]bool, len(w.States)), next: map[string]int{}}
	w.namer = n
	for _, s := range w.States {
		if s.Step.As != nil {
			s.Name, s.Naming = s.Step.As.Text, Given
			if d := p.names[s.Name]; n.taken[s.Name] || d != nil && d.Task != nil && s.Called != s.Name {
				p.Clashes = append(p.Clashes, s)
			}
			if n.taken[s.Name] {
				s.Name = ""
			}
			n.taken[s.Step.As.Text] = true
		}
	}
	for _, s := range w.States {
		if s.Kind == TaskState && s.Step.As == nil && !n.taken[s.Called] {
			s.Name, s.Naming = s.Called, Mentioned
			n.taken[s.Name] = true
		}
	}
	for _, s := range w.States {
		if s.Name != "" {
			continue
		}
		s.Naming = Generated
		if s.Kind == TaskState {
			s.Naming = Numbered
		}
		s.Name = n.Free(s.baseName())
	}
}

// Namer returns what gives further states of the machine names that no other has.
func (w *Workflow) Namer() *Namer {
	return &Namer{taken: maps.Clone(w.namer.taken), next: maps.Clone(w.namer.next)}
}

// Namer knows which names the states of one machine have.
type Namer struct {
	taken map[string]bool
	next  map[string]int // the number to try first, so that many of a kind cost no more than few
}

// Free returns base, or base and the lowest number that makes a name no state has, and takes it.
func (n *Namer) Free(base string) string {
	base = cutName(base, maxName)
	if !n.taken[base] {
		n.taken[base] = true
		return base
	}
	for i := max(n.next[base], 2); ; i++ {
		number := strconv.Itoa(i)
		name := cutName(base, maxName-len(number)) + number
		if !n.taken[name] {
			n.next[base] = i + 1
			n.taken[name] = true
			return name
		}
	}
}

func cutName(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	if r := []rune(name); len(r) > limit {
		return string(r[:limit])
	}
	return name
}

// baseName is what the state's name is made from where the author gave none.
func (s *State) baseName() string {
	if s.Step.As != nil {
		return s.Step.As.Text
	}
	switch s.Kind {
	case TaskState:
		return s.Called
	case GroupState:
		return "parallelize" + heads(s.Branches)
	case MapState:
		return "map" + heads(s.Branches)
	case ChoiceState:
		return "choice"
	case WaitState:
		return waitName(s.Step.Primary.(*grammar.Wait))
	case PassState:
		return "pass"
	case SucceedState:
		return "succeed"
	}
	if f := s.Step.Primary.(*grammar.Fail); f.Error != nil {
		return "fail_" + identifier(f.Error.Text)
	}
	return "fail"
}

// heads joins the names of the steps that branches start with.
func heads(branches []*Scope) string {
	var b strings.Builder
	for _, branch := range branches {
		if branch.Start != nil {
			b.WriteString("_" + branch.Start.baseName())
		}
	}
	return b.String()
}

func waitName(w *grammar.Wait) string {
	if w.For != nil && w.For.Duration != "" {
		return "wait_" + identifier(w.For.Duration)
	}
	return "wait"
}

// identifier replaces what cannot stand in an identifier.
func identifier(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '_'
	}, text)
}
