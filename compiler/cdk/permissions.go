package cdk

import (
	"slices"
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// permit notes what a machine's role needs for a state that is written as JSON, and for those inside it;
// for its constructs the CDK knows by itself.
func (b *builder) permit(s *asl.State) {
	b.permitTask(s)
	for _, m := range s.Scopes() {
		m.Walk(func(_ *asl.Machine, inner *asl.State) { b.permitTask(inner) })
	}
}

func (b *builder) permitTask(s *asl.State) {
	if s.Type != asl.Task {
		return
	}
	if s.Function != nil {
		b.allow("lambda:InvokeFunction", member{b.function(s.Function), "function_arn"})
		return
	}
	if action := action(s.Resource); action != "" {
		b.allow(action, text("*"))
	}
}

// permission is something that a machine's role may do.
type permission struct {
	action   string
	resource expr
}

func (p permission) statement() expr {
	return call{function: ref{iam, "PolicyStatement"}, new: true, props: []prop{
		{"actions", list{text(p.action)}}, {"resources", list{p.resource}},
	}}
}

// allow notes a permission, once.
func (b *builder) allow(action string, resource expr) {
	p := newPrinter(b.language)
	same := func(other permission) bool {
		return other.action == action && other.resource.inline(p) == resource.inline(p)
	}
	if !slices.ContainsFunc(b.permissions, same) {
		b.permissions = append(b.permissions, permission{action, resource})
	}
}

// action is the IAM action of a service integration; empty for what needs none, such as an activity.
//
//	arn:aws:states:::dynamodb:putItem                   dynamodb:PutItem
//	arn:aws:states:::sqs:sendMessage.waitForTaskToken   sqs:SendMessage
//	arn:aws:states:::aws-sdk:s3:listBuckets             s3:ListBuckets
func action(resource string) string {
	_, integration, found := strings.Cut(resource, ":states:::")
	if !found {
		return ""
	}
	integration = strings.TrimPrefix(integration, "aws-sdk:")
	service, operation, _ := strings.Cut(integration, ":")
	operation, _, _ = strings.Cut(operation, ".")
	if operation == "" {
		return ""
	}
	return service + ":" + strings.ToUpper(operation[:1]) + operation[1:]
}
