package cdk

import (
	"strings"
	"time"

	"github.com/orkls/orkls/compiler/asl"
)

// value is a JSON value of a state. Null is JsonPath.DISCARD, which the CDK renders as null: a plain one
// gets lost in its constructs and on the way from Python. Substitutions in strings are filled in.
func (b *builder) value(v asl.Value) expr {
	switch v.Kind {
	case asl.KindArray:
		items := make(list, len(v.Items))
		for i, item := range v.Items {
			items[i] = b.value(item)
		}
		return items
	case asl.KindObject:
		return b.object(v.Fields)
	case asl.KindString:
		return b.text(v.Text)
	case asl.KindNumber, asl.KindBool:
		return literal(v.Text)
	}
	return discard
}

var discard = ref{sfn, "JsonPath.DISCARD"}

func (b *builder) object(fields []asl.Field) dict {
	object := make(dict, len(fields))
	for i, f := range fields {
		object[i] = entry{f.Name, b.value(f.Value)}
	}
	return object
}

// pseudo are the CDK's names for CloudFormation's pseudo parameters.
var pseudo = map[string]string{
	"AccountId": "Aws.ACCOUNT_ID",
	"Partition": "Aws.PARTITION",
	"Region":    "Aws.REGION",
	"StackId":   "Aws.STACK_ID",
	"StackName": "Aws.STACK_NAME",
	"URLSuffix": "Aws.URL_SUFFIX",
}

// text is a string with its substitutions filled in.
func (b *builder) text(s string) expr {
	var parts format
	end := 0
	for _, m := range asl.Placeholder.FindAllStringSubmatchIndex(s, -1) {
		filled := b.substitute(s[m[2]:m[3]])
		if filled == nil {
			continue
		}
		if m[0] > end {
			parts = append(parts, text(s[end:m[0]]))
		}
		parts = append(parts, filled)
		end = m[1]
	}
	if end == 0 {
		return text(s)
	}
	if end < len(s) {
		parts = append(parts, text(s[end:]))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return parts
}

// substitute is what a placeholder stands for: a function's ARN, a pseudo parameter, or else a parameter
// of the stack. It is nil for a pseudo parameter that there is not.
func (b *builder) substitute(substituted string) expr {
	if name, isPseudo := strings.CutPrefix(substituted, "AWS::"); isPseudo {
		if path := pseudo[name]; path != "" {
			return ref{core, path}
		}
		return nil
	}
	for _, f := range b.workflow.Functions {
		if f.Name == substituted {
			return member{b.function(f), "function_arn"}
		}
	}
	return b.parameter(substituted)
}

// duration is a number of seconds, in the largest unit that holds it exactly.
func duration(seconds string) expr {
	d, err := time.ParseDuration(seconds + "s")
	switch {
	case err == nil && d >= 48*time.Hour && d%(24*time.Hour) == 0:
		return length("days", int64(d/(24*time.Hour)))
	case err == nil && d >= time.Hour && d%time.Hour == 0:
		return length("hours", int64(d/time.Hour))
	case err == nil && d >= time.Minute && d%time.Minute == 0:
		return length("minutes", int64(d/time.Minute))
	}
	return static(core, "Duration.seconds", literal(seconds))
}

func length(unit string, n int64) expr {
	return static(core, "Duration."+unit, literal(asl.Int(n).Text))
}
