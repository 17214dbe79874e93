package asl

// Walk calls visit for every state, a state before the states inside it, each with the scope it stands in.
func (m *Machine) Walk(visit func(scope *Machine, s *State)) {
	for _, s := range m.States {
		visit(m, s)
		for _, inner := range s.Scopes() {
			inner.Walk(visit)
		}
	}
}
