package generate

import (
	"fmt"
	"slices"
	"strings"
)

// language is which states can run a task, as its attributes are written for them.
type language uint8

const (
	both language = iota
	jsonpath
	jsonata
)

// task is one that a program declares.
type task struct {
	name, source, block string
	doc                 bool
	language            language
	needs               shape // of the step's input
	waits               bool  // for a job, a token or an activity, which express workflows do not
	function            bool  // its parameters are free
	token               bool  // they must hold the token
	metadata            bool  // its result is Lambda's whole answer
	silent              bool  // it has no result
	inline              bool
}

// services are tasks that AWS services run.
var services = []task{
	{name: "list_buckets", source: "aws-sdk:s3:listBuckets"},
	{name: "put", source: "dynamodb:putItem", language: jsonpath, needs: small,
		block: `parameters: { TableName: "${orders_table}", Item: { id: { S: $.id }, "made.$": "$.when", n: { N: States.Format("{}", $.count) } } }`},
	{name: "publish", source: "arn:${AWS::Partition}:states:::sns:publish", language: jsonpath, needs: small,
		block: `parameters: { TopicArn: "${news}", Message: $.status } retry * { max_attempts: 1 }`},
	{name: "crawl", source: "arn:aws:states:::glue:startJobRun.sync", language: jsonpath, waits: true,
		block: `timeout: 1h, parameters: { JobName: "crawl" }`},
	{name: "query", source: "athena:startQueryExecution.sync", language: jsonpath, waits: true,
		block: `parameters: { QueryString: "select 1", WorkGroup: "primary" }`},
	{name: "ask_people", source: "sqs:sendMessage.waitForTaskToken", language: jsonpath, needs: small, waits: true,
		block: `heartbeat: 20s, parameters: { QueueUrl: "${questions}", MessageBody: { question: $.status, token: $$.Task.Token } }`},
	{name: "approve", source: "arn:aws:states:eu-west-1:123456789012:activity:approve", waits: true, block: `timeout: 2d`},
	{name: "fetch", source: "http:invoke", language: jsonpath,
		block: `parameters: { ApiEndpoint: "https://example.org/prices", Method: "GET", QueryParameters: { q: ["a", "b"] }, Authentication: { ConnectionArn: "${prices_connection}" } }`},
	{name: "start_other", source: "states:startExecution.sync:2", language: jsonpath, needs: small, waits: true,
		block: `parameters: { StateMachineArn: "${other_machine}", Input: { id: $.id, caller: $$.Execution.Id } }`},
	{name: "tell_bus", source: "events:putEvents", language: jsonpath,
		block: `parameters: { Entries: [{ Source: "shop", DetailType: "order", Detail: { id: $ }, EventBusName: "default" }] }`},
	{name: "put_anew", source: "dynamodb:putItem", language: jsonata,
		block: `arguments: { TableName: "${orders_table}", Item: { id: { S: {% $states.input.id %} } } }`},
	{name: "send_anew", source: "sqs:sendMessage", language: jsonata,
		block: `arguments: { QueueUrl: "${questions}", MessageBody: {% $string($states.input) %} }, output: {% $states.input %}`},
}

// Handlers are the functions that tasks of generated programs name, all in lambdas/main.py.
var Handlers = []string{"price", "ship", "hold", "weigh", "charge", "refund", "notify", "look"}

// HandlersFile is the text of lambdas/main.py.
func HandlersFile() string {
	var text strings.Builder
	for _, name := range Handlers {
		fmt.Fprintf(&text, "def %s(event, context):\n    return event\n", name)
	}
	return text.String()
}

// task chooses a task for a step that is to be written in a language, with an input of some shape.
func (g *generator) task(s *scope, jsonataStep bool, input shape) *task {
	if g.chance(25) {
		t := services[g.below(len(services))]
		if (t.language == both || (t.language == jsonata) == jsonataStep) && !(t.waits && s.express) && (s.w.plain == false || input.fits(t.needs)) {
			return g.declared(t)
		}
	}
	return g.declared(g.function(s, oneOf(g.choices, Handlers...)))
}

// declared returns the program's task of that name, declaring t where there is none.
func (g *generator) declared(t task) *task {
	for _, known := range g.tasks {
		if known.name == t.name {
			return known
		}
	}
	t.doc = g.chance(10)
	g.tasks = append(g.tasks, &t)
	return &t
}

// function is a task that is a Lambda function, the first time that it is asked for.
func (g *generator) function(s *scope, name string) task {
	t := task{name: name, source: "lambdas/main.py", function: true}
	if g.declares(name) {
		return t
	}
	switch g.below(16) {
	case 12:
		return task{name: name, function: true} // its ARN comes at deployment
	case 13:
		return task{name: name, source: "${" + name + "_arn}", function: true}
	case 14:
		return task{name: name, source: "arn:aws:lambda:eu-west-1:123456789012:function:" + name, block: "timeout: 2m", function: true}
	case 15:
		return task{name: name, source: "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:" + name, function: true}
	}
	if g.chance(30) {
		t.source += ":" + oneOf(g.choices, Handlers...)
	}
	attributes := g.functionAttributes()
	switch g.below(12) {
	case 9:
		t.metadata = true
		attributes = append(attributes, "payload_response_only: false")
		if g.chance(30) {
			attributes = append(attributes, `qualifier: "live"`, `client_context: "eyJhIjoxfQ=="`)
		}
	case 10:
		t.silent = true
		attributes = append(attributes, "payload_response_only: false", "invocation_type: "+oneOf(g.choices, "event", "dry_run"))
	case 11:
		if !s.express && !s.w.express { // an express workflow may come to mention it
			t.token, t.waits = true, true
			attributes = append(attributes, "payload_response_only: false", "integration_pattern: wait_for_task_token")
		}
	}
	t.block = strings.Join(attributes, ", ")
	if g.chance(15) {
		t.block += " " + g.retry(nil)
	}
	return t
}

func (g *generator) declares(name string) bool {
	return slices.ContainsFunc(g.tasks, func(t *task) bool { return t.name == name })
}

func (g *generator) functionAttributes() (attributes []string) {
	for _, a := range []string{
		"timeout: 10s", "memory_size: 512", "sfn_timeout: 2m", "heartbeat: 10s", `environment: { TABLE: "${orders_table}", LEVEL: "info" }`,
		"retry_on_service_exceptions: false", "tracing: disabled", `comment: "The task's own."`, `runtime: "python3.12"`,
		`layers: ["arn:aws:lambda:eu-west-1:123456789012:layer:tools:1"]`, `credentials: { RoleArn: "arn:aws:iam::123456789012:role/caller" }`,
	} {
		if g.chance(7) {
			attributes = append(attributes, a)
		}
	}
	return attributes
}

// declaration is the task as the program declares it, at the top or in a chain.
func (t *task) declaration() string {
	text := "task " + t.name
	if t.source != "" {
		text += fmt.Sprintf(" %q", t.source)
	}
	if t.block != "" {
		text += " { " + t.block + " }"
	}
	return text
}
