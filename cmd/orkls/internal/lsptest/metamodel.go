// Package lsptest tests language servers: a client that a test drives by hand, and a judge that holds every
// message against the protocol's own description of itself.
package lsptest

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// metaModel is LSP's metaModel.json.
type metaModel struct {
	Requests      []*metaMethod
	Notifications []*metaMethod
	Structures    []*metaStructure
	Enumerations  []*metaEnumeration
	TypeAliases   []*metaAlias

	requests      map[string]*metaMethod
	notifications map[string]*metaMethod
	structures    map[string]*metaStructure
	enumerations  map[string]*metaEnumeration
	aliases       map[string]*metaAlias
}

type metaMethod struct {
	Method           string
	MessageDirection string
	Params           *metaType
	Result           *metaType
}

type metaStructure struct {
	Name       string
	Extends    []*metaType
	Mixins     []*metaType
	Properties []*metaProperty
}

type metaProperty struct {
	Name     string
	Type     *metaType
	Optional bool
}

type metaEnumeration struct {
	Name                 string
	Type                 *metaType
	Values               []struct{ Value any }
	SupportsCustomValues bool
}

type metaAlias struct {
	Name string
	Type *metaType
}

// metaType is a type of any kind; each kind uses some of the fields.
type metaType struct {
	Kind    string
	Name    string
	Element *metaType
	Items   []*metaType
	Key     *metaType
	Value   json.RawMessage // a type for a map, a structure for a literal, a value for the literal kinds
}

// loadMetaModel reads the copy that comes with go.lsp.dev/protocol.
var loadMetaModel = sync.OnceValues(func() (*metaModel, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "go.lsp.dev/protocol").Output()
	if err != nil {
		return nil, fmt.Errorf("looking for LSP's metaModel.json: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal/genlsp/testdata/metaModel.json"))
	if err != nil {
		return nil, err
	}
	m := &metaModel{}
	if err := json.Unmarshal(text, m); err != nil {
		return nil, err
	}
	m.requests = index(m.Requests, func(r *metaMethod) string { return r.Method })
	m.notifications = index(m.Notifications, func(n *metaMethod) string { return n.Method })
	m.structures = index(m.Structures, func(s *metaStructure) string { return s.Name })
	m.enumerations = index(m.Enumerations, func(e *metaEnumeration) string { return e.Name })
	m.aliases = index(m.TypeAliases, func(a *metaAlias) string { return a.Name })
	return m, nil
})

func index[T any](list []T, key func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for _, v := range list {
		m[key(v)] = v
	}
	return m
}

// properties returns a structure's own properties and those that it takes from others.
func (m *metaModel) properties(name string) (map[string]*metaProperty, error) {
	s, known := m.structures[name]
	if !known {
		return nil, fmt.Errorf("the metaModel has no structure %q", name)
	}
	all := map[string]*metaProperty{}
	for _, base := range slices.Concat(s.Extends, s.Mixins) {
		inherited, err := m.properties(base.Name)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, inherited)
	}
	maps.Copy(all, index(s.Properties, func(p *metaProperty) string { return p.Name }))
	return all, nil
}

// ClientMethods returns the methods that the protocol lets a client send, sorted.
func ClientMethods() (names []string, err error) {
	m, err := loadMetaModel()
	if err != nil {
		return nil, err
	}
	for _, method := range slices.Concat(m.Requests, m.Notifications) {
		if method.MessageDirection != "serverToClient" {
			names = append(names, method.Method)
		}
	}
	slices.Sort(names)
	return names, nil
}
