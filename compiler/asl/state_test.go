package asl

import (
	"reflect"
	"strings"
	"testing"
)

// notPrinted are the State fields that no ASL field comes from.
var notPrinted = map[string]bool{"Name": true, "Function": true, "Captures": true, "Origin": true}

// TestEveryFieldIsPrinted fills each field of State in turn and looks for it in the JSON.
func TestEveryFieldIsPrinted(t *testing.T) {
	typ := reflect.TypeFor[State]()
	for i := range typ.NumField() {
		name := typ.Field(i).Name
		if notPrinted[name] {
			continue
		}
		s := &State{}
		field := reflect.ValueOf(s).Elem().Field(i)
		switch field.Interface().(type) {
		case Value:
			field.Set(reflect.ValueOf(String("x")))
		case bool:
			field.SetBool(true)
		case []*Machine:
			field.Set(reflect.ValueOf([]*Machine{{}}))
		case *Machine:
			field.Set(reflect.ValueOf(&Machine{}))
		default:
			if field.Kind() == reflect.String {
				field.SetString("x")
			} else {
				field.Set(reflect.MakeSlice(field.Type(), 1, 1))
			}
		}
		if !s.hasField(name) {
			t.Errorf("%s is not printed", name)
		}
	}
}

func (s *State) hasField(name string) bool { return s.Value().Get(name).Present() }

func TestMachineJSON(t *testing.T) {
	m := &Machine{
		Comment:        "Prices <every> item",
		TimeoutSeconds: Int(60),
		StartAt:        "price",
		States: []*State{
			{Name: "price", Type: Choice, Default: "save", Choices: []ChoiceRule{
				{Not: &ChoiceRule{Variable: "$.price", Operator: IsPresent, Operand: Bool(true)}, Next: "save"},
				{And: []ChoiceRule{
					{Variable: "$.price", Operator: NumericLessThan, Operand: Number("1e1")},
					{Variable: "$.kind", Operator: StringEqualsPath, Operand: String("$.wanted")},
				}, Next: "save"},
			}},
			{
				Name: "save", Type: Task, Resource: "${save}", ResultPath: Null(), End: true,
				Retry: []Retrier{ServiceExceptions()},
				Catch: []Catcher{{ErrorEquals: []string{AllErrors}, ResultPath: String("$.error"), Next: "price"}},
			},
		},
	}
	const want = `{
  "Comment": "Prices <every> item",
  "TimeoutSeconds": 60,
  "StartAt": "price",
  "States": {
    "price": {
      "Type": "Choice",
      "Choices": [
        {
          "Not": {
            "Variable": "$.price",
            "IsPresent": true
          },
          "Next": "save"
        },
        {
          "And": [
            {
              "Variable": "$.price",
              "NumericLessThan": 1e1
            },
            {
              "Variable": "$.kind",
              "StringEqualsPath": "$.wanted"
            }
          ],
          "Next": "save"
        }
      ],
      "Default": "save"
    },
    "save": {
      "Type": "Task",
      "Resource": "${save}",
      "ResultPath": null,
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException"
          ],
          "IntervalSeconds": 2,
          "MaxAttempts": 6,
          "BackoffRate": 2
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "ResultPath": "$.error",
          "Next": "price"
        }
      ],
      "End": true
    }
  }
}
`
	if got := m.JSON(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWalkMeetsInnerStates(t *testing.T) {
	m := &Machine{States: []*State{
		{Name: "a", Type: Parallel, Branches: []*Machine{
			{States: []*State{{Name: "b"}}},
			{States: []*State{{Name: "c", Type: Map, ItemProcessor: &Machine{States: []*State{{Name: "d"}}}}}},
		}},
		{Name: "e"},
	}}
	var names []string
	m.Walk(func(scope *Machine, s *State) {
		if scope.State(s.Name) != s {
			t.Errorf("%s is not in its scope", s.Name)
		}
		names = append(names, s.Name)
	})
	if got := strings.Join(names, " "); got != "a b c d e" {
		t.Error(got)
	}
}
