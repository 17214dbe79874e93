package iam

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// of are what a state needs by itself, without the states inside it.
func of(s *asl.State) []Statement {
	switch s.Type {
	case asl.Map:
		return distributed(s)
	case asl.Task:
		return task(s)
	}
	return nil
}

func task(s *asl.State) []Statement {
	given := arguments{argument(s)}
	if s.Credentials.Present() { // the call is then made, and allowed, in that role
		return grants{{actions: "sts:AssumeRole", resource: "{RoleArn}"}}.statements(arguments{s.Credentials})
	}
	_, integration, found := strings.Cut(s.Resource, ":states:::")
	if !found {
		return called(s)
	}
	name, pattern, _ := strings.Cut(integration, ".")
	if service, operation, ok := sdkCall(name); ok {
		return sdkGrants(service, operation, given).statements(given)
	}
	known, ok := integrations[name]
	if !ok {
		return unlisted(name).statements(given)
	}
	statements := known.grants.statements(given)
	if name == "http:invoke" {
		statements[0].Condition = endpoint(given)
	}
	if strings.HasPrefix(pattern, "sync") {
		statements = append(statements, known.sync.statements(given)...)
		if known.rule != "" {
			statements = append(statements, managedRule(known.rule))
		}
	}
	return statements
}

// unlisted is what an integration needs that no table has: nothing where its resource is no call.
func unlisted(name string) grants {
	service, operation, _ := strings.Cut(name, ":")
	if operation == "" {
		return nil
	}
	return grants{{actions: service + ":" + capital(operation), resource: Everything}}
}

// endpoint restricts HTTP calls to what the task calls, as far as it is known.
// https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
func endpoint(given arguments) asl.Value {
	only := func(operator, key, argument string) asl.Field {
		value := given.find(field{path: argument, otherwise: unknown})[0]
		if value == unknown {
			return asl.Field{}
		}
		return asl.Field{Name: operator, Value: asl.Object(asl.Field{Name: key, Value: asl.String(value)})}
	}
	condition := asl.Object(
		only("StringEquals", "states:HTTPMethod", "Method"),
		only("StringLike", "states:HTTPEndpoint", "ApiEndpoint"),
	)
	if len(condition.Fields) == 0 {
		return asl.Value{}
	}
	return condition
}

// called is what invoking a function by its ARN needs. An activity is polled by its worker and needs nothing.
func called(s *asl.State) []Statement {
	if s.Function == nil && !strings.Contains(s.Resource, ":lambda:") {
		return nil
	}
	return []Statement{{Actions: []string{"lambda:InvokeFunction"}, Resources: []Resource{{{Text: s.Resource}}}}}
}

// managedRule allows Step Functions to keep the EventBridge rule that tells it when a job has ended.
// https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
func managedRule(name string) Statement {
	return Statement{
		Actions:   []string{"events:PutTargets", "events:PutRule", "events:DescribeRule"},
		Resources: []Resource{{{Text: full("arn:aws:events:region:account:rule/" + name)}}},
	}
}

// distributed are what a distributed map needs: to start executions of its own machine, to read its items and
// to write their results.
// https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
func distributed(s *asl.State) []Statement {
	if s.ItemProcessor == nil || s.ItemProcessor.ProcessorConfig == nil || s.ItemProcessor.ProcessorConfig.Mode != "DISTRIBUTED" {
		return nil
	}
	label := s.Label
	if label == "" {
		label = "*"
	}
	executions := Resource{
		{Text: full("arn:aws:states:region:account:execution:")}, {Text: Self, Cut: ":", Index: 6}, {Text: "/" + label + ":*"},
	}
	statements := []Statement{
		{Actions: []string{"states:StartExecution"}, Resources: []Resource{{{Text: Self}}}},
		{Actions: []string{"states:DescribeExecution", "states:StopExecution"}, Resources: []Resource{executions}},
	}
	return append(append(statements, reader(s.ItemReader)...), writer(s.ResultWriter)...)
}

func reader(r asl.Value) []Statement {
	given, config := inner(r), r.Get("ReaderConfig")
	if !strings.HasSuffix(r.Get("Resource").Text, ":listObjectsV2") {
		if !r.Present() {
			return nil
		}
		if config.Get("InputType").IsString("MANIFEST") { // which names the objects that hold the items
			return grants{{actions: "s3:GetObject", resource: "arn:aws:s3:::{Bucket}/*"}}.statements(given)
		}
		return grants{{actions: "s3:GetObject", resource: "arn:aws:s3:::{Bucket}/{Key}"}}.statements(given)
	}
	needs := grants{{actions: "s3:ListBucket", resource: "arn:aws:s3:::{Bucket}"}}
	if config.Get("Transformation").IsString("LOAD_AND_FLATTEN") {
		needs = append(needs, grant{actions: "s3:GetObject", resource: "arn:aws:s3:::{Bucket}/*"})
	}
	return needs.statements(given)
}

func writer(w asl.Value) []Statement {
	given := inner(w)
	if !given.Present() {
		return nil // it only says how results are given back
	}
	return grants{{
		actions:  "s3:PutObject s3:GetObject s3:ListMultipartUploadParts s3:AbortMultipartUpload",
		resource: "arn:aws:s3:::{Bucket}/{Prefix|}*",
	}}.statements(given)
}

// inner are the arguments of a map's reader or writer.
func inner(v asl.Value) arguments {
	if p := v.Get("Parameters"); p.Present() {
		return arguments{p}
	}
	return arguments{v.Get("Arguments")}
}

// argument is what a task hands to its resource, in either query language.
func argument(s *asl.State) asl.Value {
	if s.Arguments.Present() {
		return s.Arguments
	}
	return s.Parameters
}
