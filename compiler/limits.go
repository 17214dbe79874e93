package compiler

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/orkls/orkls/compiler/asl"
	"github.com/orkls/orkls/grammar"
)

// A state machine's quotas, in characters.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
const (
	maxName       = 80 // of a state, a state machine and a variable
	maxDefinition = 1 << 20
)

// refused are characters that names of state machines and labels do not have.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
const refused = " \t\r\n<>{}[]?*\"#%\\^|~`$&,;:/"

// ranges are the numbers that fields take.
// https://states-language.net, and for the delay ValidateStateMachineDefinition, 2026-09
var ranges = map[string]numbers{
	"BackoffRate":                {1, math.MaxFloat64},
	"HeartbeatSeconds":           {1, 99_999_999},
	"IntervalSeconds":            {1, 99_999_999},
	"MaxAttempts":                {0, 99_999_999},
	"MaxDelaySeconds":            {1, 31_622_400},
	"Seconds":                    {0, 99_999_999},
	"TimeoutSeconds":             {1, 99_999_999},
	"ToleratedFailurePercentage": {0, 100},
}

// numbers are those from the least to the most.
type numbers struct{ least, most float64 }

func (n numbers) String() string {
	if n.most == math.MaxFloat64 {
		return fmt.Sprintf("at least %v", n.least)
	}
	return fmt.Sprintf("at least %v and at most %.0f", n.least, n.most)
}

// lengths are how many characters the texts of fields may have.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_ExecutionFailedEventDetails.html
var lengths = map[string]int{"Error": 256, "Cause": 32_768, "Label": 40}

// limit reports a value that its field does not take; key is what the author wrote at that place.
func (r reader) limit(field string, v asl.Value, key string, at grammar.Range) {
	complain := func(message string) { r.report(r.program, at, message) }
	if limits, ok := ranges[field]; ok && v.Kind == asl.KindNumber {
		if n := number(v.Text); n < limits.least || n > limits.most {
			complain(fmt.Sprintf("%s is %s", key, limits))
		}
	}
	if most, ok := lengths[field]; ok && utf8.RuneCountInString(v.Text) > most {
		complain(fmt.Sprintf("%s has at most %d characters", key, most))
	}
	switch field {
	case "Version":
		if v.Text != "1.0" {
			complain(`there is one version of the States Language, "1.0"`)
		}
	case "Label":
		if strings.ContainsAny(v.Text, refused) {
			complain("a label has no spaces, brackets, wildcards or punctuation but - _ . ( )")
		}
		if r.labels[v.Text] {
			complain("another map has the label " + v.Text + " too; each has its own")
		}
		r.labels[v.Text] = true
	case "Assign":
		for _, variable := range v.Fields {
			if name := strings.TrimSuffix(variable.Name, computedKey); !isVariable(name) {
				complain("a variable has a name of letters, digits and _, 80 at the most, and not states: " + name)
			}
		}
	}
	if referring[field] && v.Kind == asl.KindString && !reference.MatchString(v.Text) {
		complain(key + " takes a path to one place; " + v.Text + " may be several, or none that can be written")
	}
}

// number reads a number of JSON; one that is too great for a float64 is infinite.
func number(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64)
	return n
}

// referring are the fields whose path leads to one place.
var referring = map[string]bool{"ResultPath": true}

// reference is a path of the input that leads to one place, by names and indices.
// https://states-language.net/#ref-paths
var reference = regexp.MustCompile(`^\$(\.[^.\[\]*?@,:'"()]+|\['[^']*'\]|\["[^"]*"\]|\[\d+\])*$`)

// isVariable tells whether a workflow variable can have the name.
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
func isVariable(name string) bool {
	if name == "" || name == "states" || len(name) > maxName {
		return false
	}
	for i, c := range name {
		letter := c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// limitMachine reports a definition that is too long.
func (l *lowering) limitMachine(m *asl.Machine) {
	if n := utf8.RuneCountInString(m.JSON()); n > maxDefinition {
		l.problem(l.workflow.NameRange, fmt.Sprintf("the definition has %d characters, and Step Functions takes %d; move a part into a workflow of its own", n, maxDefinition))
	}
	if name := l.out.StateMachineName; utf8.RuneCountInString(name) > maxName || !strings.Contains(name, "${") && strings.ContainsAny(name, refused) {
		l.problem(l.workflow.NameRange, "the state machine's name has at most 80 characters, and no spaces, brackets, wildcards or punctuation but - _ . ( )")
	}
}
