package attribute

import (
	"slices"
	"strings"
)

// table is every attribute, sorted by key; of one key, in the order of the files below.
var table = func() (all []*Attribute) {
	for _, part := range [][]Attribute{functions, powertools, invocations, states, maps, handlers, workflows} {
		for i := range part {
			all = append(all, &part[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *Attribute) int { return strings.Compare(a.Key, b.Key) })
	return all
}()

// Elsewhere says how the ASL fields are written that no attribute becomes.
var Elsewhere = map[string]string{
	"StartAt": "the head of the scope's first chain", "States": "the steps", "Type": "the kind of the step",
	"Resource": "a task's source", "Next": ">> and ->", "End": "the end of a chain, or -> end", "Default": "else",
	"Branches": "[a, b] and (a, b)", "ItemProcessor": "map [a] and map (a)", "Iterator": "map [a] and map (a)",
	"Choices": "if and else if", "Variable": "a condition's path", "Condition": "if {% … %}",
	"And": "and", "Or": "or", "Not": "not", "Retry": "retry", "Catch": "catch", "ErrorEquals": "the names behind retry and catch",
	"Seconds": "wait 30s", "SecondsPath": "wait $.seconds", "Timestamp": `wait until "2030-01-01T00:00:00Z"`,
	"TimestampPath": "wait until $.time", "ProcessorConfig": "a map's mode and execution_type",
}
