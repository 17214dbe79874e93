package lsptest

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
)

// Side is an end of a session.
type Side string

const (
	ClientSide Side = "clientToServer"
	ServerSide Side = "serverToClient"
)

// Judge holds the messages of one session against the metaModel.
type Judge struct {
	model *metaModel
	asked map[Side]map[string]string // the methods of the requests that a side sent, by id
}

// NewJudge returns the judge of a session in which nothing was said yet.
func NewJudge() (*Judge, error) {
	model, err := loadMetaModel()
	if err != nil {
		return nil, err
	}
	return &Judge{model, map[Side]map[string]string{ClientSide: {}, ServerSide: {}}}, nil
}

// Check returns what is wrong with a message that from sends. It remembers requests, to know what their
// responses must be.
func (j *Judge) Check(from Side, body []byte) error {
	var message map[string]any
	if err := json.Unmarshal(body, &message); err != nil {
		return fmt.Errorf("%w: %.200s", err, body)
	}
	if message["jsonrpc"] != "2.0" {
		return fmt.Errorf("jsonrpc is %v", message["jsonrpc"])
	}
	method, called := message["method"].(string)
	id, identified := message["id"]
	switch {
	case called && identified:
		j.asked[from][key(id)] = method
		return j.call(from, "request", j.model.requests[method], message)
	case called:
		return j.call(from, "notification", j.model.notifications[method], message)
	case identified:
		return j.response(from, message)
	}
	return fmt.Errorf("neither a method nor an id: %.200s", body)
}

func (j *Judge) call(from Side, what string, m *metaMethod, message map[string]any) error {
	if m == nil {
		return fmt.Errorf("%v is not a %s of the protocol", message["method"], what)
	}
	if d := m.MessageDirection; d != string(from) && d != "both" {
		return fmt.Errorf("%s is a %s %s", m.Method, d, what)
	}
	params, given := message["params"]
	if m.Params == nil {
		if given {
			return fmt.Errorf("%s has no params", m.Method)
		}
		return nil
	}
	return j.check(m.Params, params, m.Method+" params")
}

func (j *Judge) response(from Side, message map[string]any) error {
	result, succeeded := message["result"]
	failure, failed := message["error"]
	if succeeded == failed {
		return fmt.Errorf("a response needs either a result or an error: %v", message)
	}
	if failed {
		return checkError(failure)
	}
	other := ServerSide
	if from == ServerSide {
		other = ClientSide
	}
	method, asked := j.asked[other][key(message["id"])]
	if !asked {
		return fmt.Errorf("a response to %v, which was not asked", message["id"])
	}
	if m := j.model.requests[method]; m != nil {
		return j.check(m.Result, result, method+" result")
	}
	return nil
}

func checkError(v any) error {
	failure, isObject := v.(map[string]any)
	if !isObject {
		return fmt.Errorf("an error that is no object: %v", v)
	}
	code, isNumber := failure["code"].(float64)
	if _, isText := failure["message"].(string); !isNumber || code != math.Trunc(code) || code == 0 || !isText {
		return fmt.Errorf("an error needs a code and a message: %v", v)
	}
	return nil
}

func key(id any) string { return fmt.Sprintf("%T %v", id, id) }

// check returns why v, which stands at path, is not of type t.
func (j *Judge) check(t *metaType, v any, path string) error {
	switch t.Kind {
	case "base":
		return checkBase(t.Name, v, path)
	case "reference":
		return j.checkReference(t.Name, v, path)
	case "array":
		list, ok := v.([]any)
		if !ok {
			return mismatch(path, "array", v)
		}
		for i, element := range list {
			if err := j.check(t.Element, element, fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
		return nil
	case "tuple":
		list, ok := v.([]any)
		if !ok || len(list) != len(t.Items) {
			return mismatch(path, "tuple", v)
		}
		for i, item := range t.Items {
			if err := j.check(item, list[i], fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
		return nil
	case "map":
		return j.checkMap(t, v, path)
	case "or":
		return j.checkOr(t, v, path)
	case "and":
		return j.checkAnd(t, v, path)
	case "literal":
		var s metaStructure
		if err := json.Unmarshal(t.Value, &s); err != nil {
			return err
		}
		return j.checkObject(index(s.Properties, func(p *metaProperty) string { return p.Name }), v, path, "literal")
	case "stringLiteral", "integerLiteral", "booleanLiteral":
		var want any
		if err := json.Unmarshal(t.Value, &want); err != nil {
			return err
		}
		if v != want {
			return mismatch(path, fmt.Sprint(want), v)
		}
		return nil
	}
	return fmt.Errorf("%s: the metaModel has a kind %q that is not known here", path, t.Kind)
}

var uriPattern = regexp.MustCompile(`^[A-Za-z][\w+.-]*:`)

func checkBase(name string, v any, path string) error {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	whole := isNumber && number == math.Trunc(number)
	ok := false
	switch name {
	case "integer":
		ok = whole && number >= math.MinInt32 && number <= math.MaxInt32
	case "uinteger":
		ok = whole && number >= 0 && number <= math.MaxInt32
	case "decimal":
		ok = isNumber
	case "boolean":
		_, ok = v.(bool)
	case "null":
		ok = v == nil
	case "URI", "DocumentUri":
		ok = isText && uriPattern.MatchString(text)
	case "string", "RegExp":
		ok = isText
	}
	if !ok {
		return mismatch(path, name, v)
	}
	return nil
}

func (j *Judge) checkReference(name string, v any, path string) error {
	switch name {
	case "LSPAny", "LSPObject", "LSPArray":
		return nil
	}
	if alias := j.model.aliases[name]; alias != nil {
		return j.check(alias.Type, v, path)
	}
	if enumeration := j.model.enumerations[name]; enumeration != nil {
		if err := j.check(enumeration.Type, v, path); err != nil {
			return err
		}
		known := slices.ContainsFunc(enumeration.Values, func(e struct{ Value any }) bool { return e.Value == v })
		if !known && !enumeration.SupportsCustomValues {
			return mismatch(path, name, v)
		}
		return nil
	}
	properties, err := j.model.properties(name)
	if err != nil {
		return err
	}
	return j.checkObject(properties, v, path, name)
}

func (j *Judge) checkObject(properties map[string]*metaProperty, v any, path, name string) error {
	object, ok := v.(map[string]any)
	if !ok {
		return mismatch(path, name, v)
	}
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		p := properties[key]
		value, given := object[key]
		if !given && p.Optional {
			continue
		}
		if !given {
			return fmt.Errorf("%s: %s lacks %s", path, name, key)
		}
		if err := j.check(p.Type, value, path+"."+key); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if properties[key] == nil {
			return fmt.Errorf("%s: %s has no property %s", path, name, key)
		}
	}
	return nil
}

func (j *Judge) checkMap(t *metaType, v any, path string) error {
	object, ok := v.(map[string]any)
	if !ok {
		return mismatch(path, "map", v)
	}
	var element metaType
	if err := json.Unmarshal(t.Value, &element); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if t.Key.Name != "integer" {
			if err := j.check(t.Key, key, path+" key"); err != nil {
				return err
			}
		}
		if err := j.check(&element, object[key], path+"["+key+"]"); err != nil {
			return err
		}
	}
	return nil
}

// checkOr reports, of the alternatives that all fail, the one that went deepest: it was most likely meant.
func (j *Judge) checkOr(t *metaType, v any, path string) error {
	var deepest error
	for _, item := range t.Items {
		err := j.check(item, v, path)
		if err == nil {
			return nil
		}
		if deepest == nil || depth(err) > depth(deepest) {
			deepest = err
		}
	}
	return deepest
}

func depth(err error) int {
	path, _, _ := strings.Cut(err.Error(), ": ")
	return strings.Count(path, ".") + strings.Count(path, "[")
}

func (j *Judge) checkAnd(t *metaType, v any, path string) error {
	all := map[string]*metaProperty{}
	for _, item := range t.Items {
		properties, err := j.model.properties(item.Name)
		if err != nil {
			return err
		}
		maps.Copy(all, properties)
	}
	return j.checkObject(all, v, path, "intersection")
}

func mismatch(path, want string, v any) error {
	got, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: want %s, got %.80s", path, want, got)
}
