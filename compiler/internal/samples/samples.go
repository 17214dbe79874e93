// Package samples has workflows, built by hand, that the tests of all targets print.
package samples

import (
	"time"

	"github.com/orkls/orkls/compiler/asl"
)

// All returns the workflows, each new, so that a test may change them.
func All() []*asl.Workflow {
	return []*asl.Workflow{
		chain(), list(), tuple(), nested(), mapped(), mappedCaptured(), powertools(), scheduled(), express(),
		services(), external(), retried(), choices(), loop(), metadata(), jsonata(), distributed(), awkward(), version(), nestedMachine(),
	}
}

// python is a Python function in lambdas/main.py.
func python(name string) *asl.Function {
	return &asl.Function{Name: name, Language: asl.Python, Entry: "lambdas", Index: "main.py", Handler: name}
}

// task is a state that invokes f, as a task without attributes does.
func task(f *asl.Function) *asl.State { return taskAs(f.Name, f) }

func taskAs(name string, f *asl.Function) *asl.State {
	return &asl.State{
		Name: name, Type: asl.Task, Comment: f.Comment, Resource: f.Reference(), Function: f,
		Retry: []asl.Retrier{asl.ServiceExceptions()},
	}
}

// call is a state that invokes a new function of that name.
func call(name string) *asl.State { return task(python(name)) }

// machine is a scope whose states follow one another; those behind the first that ends are led to otherwise.
func machine(states ...*asl.State) *asl.Machine {
	m := &asl.Machine{StartAt: states[0].Name, States: states}
	for i, s := range states {
		if s.Type == asl.Succeed || s.Type == asl.Fail || s.Type == asl.Choice || s.Next != "" {
			continue
		}
		if s.End || i+1 == len(states) || states[i+1].Origin == asl.FailedEnd {
			s.End = true
			continue
		}
		s.Next = states[i+1].Name
	}
	return m
}

// group is a Parallel of branches.
func group(name string, branches ...*asl.Machine) *asl.State {
	return &asl.State{Name: name, Type: asl.Parallel, Branches: branches}
}

// each is a Map of one branch over its input.
func each(name string, branch *asl.Machine) *asl.State {
	branch.ProcessorConfig = &asl.ProcessorConfig{Mode: "INLINE"}
	return &asl.State{Name: name, Type: asl.Map, ItemProcessor: branch}
}

// captured gives every step of a branch that can carry one a Catch to an end of its own.
func captured(m *asl.Machine) *asl.Machine {
	for _, s := range m.States {
		if s.Type == asl.Task || s.Type == asl.Parallel || s.Type == asl.Map {
			end := s.Name + "_failed"
			s.Catch = append(s.Catch, asl.Catcher{ErrorEquals: []string{asl.AllErrors}, Next: end})
			m.States = append(m.States, &asl.State{Name: end, Type: asl.Pass, End: true, Origin: asl.FailedEnd})
		}
	}
	return m
}

// workflow is a workflow of a machine, with the functions that the machine invokes.
func workflow(name string, m *asl.Machine) *asl.Workflow {
	w := &asl.Workflow{Name: name, Type: asl.Standard, Tracing: true, Machine: m}
	seen := map[*asl.Function]bool{}
	m.Walk(func(_ *asl.Machine, s *asl.State) {
		if s.Function != nil && !seen[s.Function] {
			seen[s.Function] = true
			w.Functions = append(w.Functions, s.Function)
		}
	})
	return w
}

func chain() *asl.Workflow {
	m := machine(call("submit_job"), call("read_result"), call("notify_customer"), call("write_invoice"), call("close_case"))
	m.Comment = "Handles a job from its submission to the invoice."
	return workflow("simple_chain", m)
}

func list() *asl.Workflow {
	return workflow("seed_list", machine(call("x"), call("y"), group("parallelize_z_g", machine(call("z")), machine(call("g")))))
}

func tuple() *asl.Workflow {
	g := group("parallelize_z_g", captured(machine(call("z"))), captured(machine(call("g"))))
	g.Captures = true
	return workflow("seed_tuple", machine(call("x"), call("y"), g))
}

func nested() *asl.Workflow {
	inner := group("parallelize_audio_text", machine(call("audio")), machine(call("text")))
	scenes := each("map_scene", captured(machine(call("scene"))))
	scenes.ItemsPath, scenes.Captures = asl.String("$.scenes"), true
	outer := group("film_parts", captured(machine(inner, call("merge"))), captured(machine(scenes)), captured(machine(call("poster"))))
	outer.Captures = true
	return workflow("nested_groups", machine(call("split_film"), outer, call("publish")))
}

func mapped() *asl.Workflow {
	m := each("map_double_price", machine(call("double_price"), call("round_price")))
	m.ItemsPath, m.MaxConcurrency = asl.String("$.items"), asl.Int(5)
	m.ItemSelector = asl.Object(asl.Field{Name: "item.$", Value: asl.String("$$.Map.Item.Value")}, asl.Field{Name: "currency", Value: asl.String("EUR")})
	return workflow("map_job", machine(call("list_items"), m))
}

func mappedCaptured() *asl.Workflow {
	m := each("map_double_price", captured(machine(call("double_price"))))
	m.Captures = true
	return workflow("map_job_captured", machine(call("list_items"), m, call("add_up")))
}

func powertools() *asl.Workflow {
	f := python("charge")
	f.Comment = "Charges the customer's card, and says \"thanks\"."
	f.Timeout, f.MemorySize = 90*time.Second, 512
	f.Powertools = &asl.Powertools{Settings: []asl.Field{
		{Name: "log_event", Value: asl.Bool(false)},
		{Name: "capture_response", Value: asl.Bool(true)},
		{Name: "raise_on_empty_metrics", Value: asl.Bool(false)},
	}}
	f.Environment = []asl.Field{{Name: "POWERTOOLS_SERVICE_NAME", Value: asl.String("checkout")}, {Name: "STAGE", Value: asl.String("prod")}}
	f.Layers = []string{"arn:aws:lambda:eu-west-1:123456789012:layer:shared:3"}
	f.Tracing = asl.TracingPassThrough
	f.Extra = []asl.Field{{Name: "reserved_concurrent_executions", Value: asl.Int(10)}}
	return workflow("powertools", machine(task(f)))
}

func scheduled() *asl.Workflow {
	w := workflow("daily_sales", machine(call("count_sales"), call("mail_chart")))
	w.StateMachineName, w.Schedule = "daily-sales", "cron(0 6 ? * MON-FRI *)"
	w.Machine.TimeoutSeconds = asl.Int(1800)
	return w
}

func express() *asl.Workflow {
	node := &asl.Function{Name: "parse_event", Language: asl.TypeScript, Entry: "lambdas/src", Index: "clicks.ts", Handler: "parseEvent"}
	plain := &asl.Function{Name: "find_device", Language: asl.JavaScript, Entry: "lambdas/src", Index: "device.mjs", Handler: "find_device", Runtime: "nodejs20.x"}
	folder := &asl.Function{Name: "count_click", Language: asl.Go, Entry: "functions/count", MemorySize: 256}
	w := workflow("clicks", machine(task(node), task(plain), task(folder)))
	w.Type, w.Tracing = asl.Express, false
	w.EventPattern = asl.Object(
		asl.Field{Name: "source", Value: asl.Strings("shop.web")},
		asl.Field{Name: "detail-type", Value: asl.Strings("Clicked")},
		asl.Field{Name: "detail", Value: asl.Object(asl.Field{Name: "robot", Value: asl.Array(asl.Bool(false))})},
	)
	return w
}

func services() *asl.Workflow {
	save := &asl.State{
		Name: "save_order", Type: asl.Task, Comment: "Writes the order to its table.", Resource: "arn:aws:states:::dynamodb:putItem",
		Parameters: asl.Object(
			asl.Field{Name: "TableName", Value: asl.String("${orders_table}")},
			asl.Field{Name: "Item", Value: asl.Object(
				asl.Field{Name: "order_id", Value: asl.Object(asl.Field{Name: "S.$", Value: asl.String("$.order_id")})},
				asl.Field{Name: "total", Value: asl.Object(asl.Field{Name: "N.$", Value: asl.String("States.Format('{}', $.total)")})},
				asl.Field{Name: "note", Value: asl.Object(asl.Field{Name: "NULL", Value: asl.Null()}, asl.Field{Name: "empty", Value: asl.Object()}, asl.Field{Name: "none", Value: asl.Array()})},
			)},
		),
		ResultPath: asl.Null(),
		Retry:      []asl.Retrier{{ErrorEquals: []string{"DynamoDB.ProvisionedThroughputExceededException"}, MaxAttempts: asl.Int(4)}},
	}
	queue := &asl.State{
		Name: "queue_packing", Type: asl.Task, Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
		Parameters: asl.Object(
			asl.Field{Name: "QueueUrl", Value: asl.String("https://sqs.${AWS::Region}.amazonaws.com/123456789012/${packing}-queue")},
			asl.Field{Name: "MessageBody", Value: asl.Object(asl.Field{Name: "token.$", Value: asl.String("$$.Task.Token")})},
		),
		HeartbeatSeconds: asl.Int(300), TimeoutSeconds: asl.Int(3600),
	}
	list := &asl.State{Name: "list_buckets", Type: asl.Task, Resource: "arn:aws:states:::aws-sdk:s3:listBuckets", Parameters: asl.Object()}
	g := group("store", captured(machine(save)), captured(machine(queue, list)))
	g.Captures = true
	return workflow("place_order", machine(call("price_order"), g))
}

func external() *asl.Workflow {
	known := &asl.Function{Name: "audit", ARN: "arn:aws:lambda:eu-west-1:123456789012:function:audit"}
	later := &asl.Function{Name: "refund"}
	return workflow("external_functions", machine(task(later), task(known)))
}

func retried() *asl.Workflow {
	charge := call("charge")
	charge.TimeoutSeconds, charge.ResultPath = asl.Int(30), asl.String("$.receipt")
	charge.Retry = append(charge.Retry,
		asl.Retrier{
			ErrorEquals: []string{"States.Timeout", "Card.Busy"}, IntervalSeconds: asl.Int(2), MaxAttempts: asl.Int(0), BackoffRate: asl.Number("1.5"),
			MaxDelaySeconds: asl.Int(120), JitterStrategy: "FULL",
		},
		asl.Retrier{ErrorEquals: []string{asl.AllErrors}})
	charge.Catch = []asl.Catcher{
		{ErrorEquals: []string{"CardDeclined"}, ResultPath: asl.String("$.error"), Next: "refund"},
		{ErrorEquals: []string{asl.AllErrors}, ResultPath: asl.Null(), Next: "unexpected"},
	}
	charge.Next = "ship"
	ship := call("ship")
	ship.Retry, ship.End = nil, true
	refund := call("refund")
	refund.Next = "sorry"
	fail := &asl.State{Name: "unexpected", Type: asl.Fail, Error: asl.String("Unexpected"), Cause: asl.String("Charging failed for a reason that \"we\" don't know.")}
	sorry := &asl.State{Name: "sorry", Type: asl.Succeed, Comment: "Money is back"}
	return workflow("retried", &asl.Machine{StartAt: "charge", States: []*asl.State{charge, ship, refund, sorry, fail}})
}

func choices() *asl.Workflow {
	compare := func(variable string, o asl.Operator, v asl.Value) asl.ChoiceRule {
		return asl.ChoiceRule{Variable: variable, Operator: o, Operand: v}
	}
	to := func(r asl.ChoiceRule, next string) asl.ChoiceRule {
		r.Next = next
		return r
	}
	not := compare("$.price", asl.IsPresent, asl.Bool(true))
	check := &asl.State{Name: "check", Type: asl.Choice, Default: "accept", InputPath: asl.String("$.order"), Choices: []asl.ChoiceRule{
		to(asl.ChoiceRule{Not: &not}, "reject"),
		to(compare("$.vip", asl.IsBoolean, asl.Bool(false)), "reject"),
		to(asl.ChoiceRule{Comment: "Cheap, or of a kind that is wanted", Or: []asl.ChoiceRule{
			{And: []asl.ChoiceRule{
				compare("$.price", asl.NumericLessThanEquals, asl.Number("99.5")),
				compare("$.limit", asl.NumericGreaterThanPath, asl.String("$.price")),
			}},
			compare("$.kind", asl.StringMatches, asl.String("spare-*")),
			compare("$.due", asl.TimestampLessThan, asl.String("2030-01-01T00:00:00Z")),
		}}, "accept"),
		to(compare("$.paid", asl.BooleanEquals, asl.Bool(true)), "wait_30s"),
	}}
	wait := &asl.State{Name: "wait_30s", Type: asl.Wait, Seconds: asl.Int(30), Next: "check"}
	accept := &asl.State{Name: "accept", Type: asl.Pass, Result: asl.Object(asl.Field{Name: "accepted", Value: asl.Bool(true)}), ResultPath: asl.String("$.answer"), End: true}
	reject := &asl.State{Name: "reject", Type: asl.Fail, ErrorPath: asl.String("$.error"), CausePath: asl.String("States.Format('{}', $.cause)")}
	return workflow("choices", &asl.Machine{StartAt: "check", States: []*asl.State{check, wait, accept, reject}})
}

func loop() *asl.Workflow {
	submit, status := call("submit"), call("get_status")
	submit.Next, status.Next = "get_status", "done?"
	done := &asl.State{Name: "done?", Type: asl.Choice, Choices: []asl.ChoiceRule{
		{Variable: "$.status", Operator: asl.StringEquals, Operand: asl.String("SUCCEEDED"), Next: "finished"},
	}, Default: "wait until"}
	wait := &asl.State{Name: "wait until", Type: asl.Wait, TimestampPath: asl.String("$.again_at"), Next: "get_status"}
	end := &asl.State{Name: "finished", Type: asl.Succeed}
	return workflow("poll_job", &asl.Machine{StartAt: "submit", States: []*asl.State{submit, status, done, wait, end}})
}

// metadata invokes functions by the integration that gives more than their results.
func metadata() *asl.Workflow {
	full := func(name string, parameters ...asl.Field) *asl.State {
		s := call(name)
		s.Resource = "arn:aws:states:::lambda:invoke"
		s.Parameters = asl.Object(append([]asl.Field{{Name: "FunctionName", Value: asl.String(s.Function.Substitution())}}, parameters...)...)
		return s
	}
	input := asl.Field{Name: "Payload.$", Value: asl.String("$")}
	plain := full("submit", input)
	plain.OutputPath = asl.String("$.Payload")
	event := full("log", asl.Field{Name: "Payload.$", Value: asl.String("$.entry")}, asl.Field{Name: "InvocationType", Value: asl.String("Event")}, asl.Field{Name: "Qualifier", Value: asl.String("live")})
	token := full("ask", asl.Field{Name: "Payload", Value: asl.Object(asl.Field{Name: "token.$", Value: asl.String("$$.Task.Token")}, asl.Field{Name: "question.$", Value: asl.String("$.question")})})
	token.Resource += ".waitForTaskToken"
	direct := call("store")
	direct.Parameters = asl.Object(asl.Field{Name: "answer.$", Value: asl.String("$.answer")}, asl.Field{Name: "source", Value: asl.String("ask")})
	return workflow("metadata", machine(plain, event, token, direct))
}

func jsonata() *asl.Workflow {
	submit := call("submit")
	submit.Resource = "arn:aws:states:::lambda:invoke"
	submit.Arguments = asl.Object(asl.Field{Name: "FunctionName", Value: asl.String("${submit}")}, asl.Field{Name: "Payload", Value: asl.String("{% $states.input %}")})
	submit.Output = asl.String("{% $states.result.Payload %}")
	submit.Assign = asl.Object(asl.Field{Name: "total", Value: asl.String("{% $sum($states.result.Payload.prices) %}")})
	submit.Catch = []asl.Catcher{{ErrorEquals: []string{asl.AllErrors}, Output: asl.String("{% $states.errorOutput %}"), Next: "gave_up"}}
	dear := &asl.State{Name: "dear", Type: asl.Choice, Default: "wait", Choices: []asl.ChoiceRule{
		{Condition: "{% $total > 100 %}", Next: "gave_up", Output: asl.Object(asl.Field{Name: "total", Value: asl.String("{% $total %}")})},
	}}
	submit.Next = "dear"
	wait := &asl.State{Name: "wait", Type: asl.Wait, Seconds: asl.String("{% $total %}"), Next: "each"}
	inner := call("price")
	inner.QueryLanguage = asl.JSONata
	inner.Arguments = asl.Object(asl.Field{Name: "id", Value: asl.String("{% $states.input.id %}")})
	items := each("each", machine(inner))
	items.Items, items.MaxConcurrency, items.End = asl.String("{% $states.input.items %}"), asl.Int(3), true
	end := &asl.State{Name: "gave_up", Type: asl.Pass, Output: asl.Object(asl.Field{Name: "ok", Value: asl.Bool(false)}), End: true}
	m := &asl.Machine{QueryLanguage: asl.JSONata, StartAt: "submit", States: []*asl.State{submit, dear, wait, items, end}}
	return workflow("jsonata", m)
}

func distributed() *asl.Workflow {
	m := each("map_objects", machine(call("thumbnail"), &asl.State{Name: "log", Type: asl.Task, Resource: "arn:aws:states:::sns:publish", Parameters: asl.Object(asl.Field{Name: "TopicArn", Value: asl.String("${topic}")}, asl.Field{Name: "Message.$", Value: asl.String("$")})}))
	m.ItemProcessor.ProcessorConfig = &asl.ProcessorConfig{Mode: "DISTRIBUTED", ExecutionType: "EXPRESS"}
	m.ItemReader = asl.Object(
		asl.Field{Name: "Resource", Value: asl.String("arn:aws:states:::s3:listObjectsV2")},
		asl.Field{Name: "Parameters", Value: asl.Object(asl.Field{Name: "Bucket.$", Value: asl.String("$.bucket")})},
	)
	m.ToleratedFailurePercentage, m.MaxConcurrency, m.Label = asl.Int(100), asl.Int(0), "objects"
	return workflow("distributed", machine(m, call("report")))
}

// awkward has the names and texts that are hard to write down.
func awkward() *asl.Workflow {
	from := python("lambda")
	from.Comment = "It's \"quoted\", with \\ and\na second line, `ticks` and {braces}."
	first := taskAs("from", from)
	first.Comment = "It's {braced} and */ closed."
	second := taskAs("a/b c", from)
	third := &asl.State{Name: "définition", Type: asl.Pass, Result: asl.String("żółć 😀 \u0001 ${lambda} {x} `y`"), Parameters: asl.Value{}}
	fourth := &asl.State{Name: "self", Type: asl.Pass, Parameters: asl.Object(asl.Field{Name: "a\"b", Value: asl.Number("1e3")}, asl.Field{Name: "c d", Value: asl.Strings("x", "y")})}
	fifth := &asl.State{Name: "awkward_names", Type: asl.Pass, Result: asl.Null(), InputPath: asl.Null()}
	sixth := &asl.State{Name: "2nd", Type: asl.Pass, Result: asl.Number("-0.5")}
	w := workflow("awkward_names", machine(first, second, third, fourth, fifth, sixth))
	w.Machine.Comment = "Names that are \"hard\" to write,\nin two lines. */ \"\"\""
	return w
}

// version has what no construct of the CDK can say.
func version() *asl.Workflow {
	save := &asl.State{
		Name: "save", Type: asl.Task, Resource: "arn:aws:states:::dynamodb:putItem",
		Arguments: asl.Object(asl.Field{Name: "TableName", Value: asl.String("${table}")}),
		Catch:     []asl.Catcher{{ErrorEquals: []string{asl.AllErrors}, Comment: "Keeps the order", Output: asl.Object(asl.Field{Name: "saved", Value: asl.Null()}), Next: "gave_up"}},
		End:       true,
	}
	audit := &asl.Function{Name: "audit", ARN: "arn:${AWS::Partition}:lambda:eu-west-1:123456789012:function:audit"}
	end := &asl.State{Name: "gave_up", Type: asl.Fail, Error: asl.String("GaveUp")}
	first := task(audit)
	first.Next = "save"
	m := &asl.Machine{Comment: "All at once", Version: "1.0", QueryLanguage: asl.JSONata, TimeoutSeconds: asl.Int(60), StartAt: "audit", States: []*asl.State{first, save, end}}
	return workflow("version", m)
}

// nestedMachine starts another workflow and waits for it.
func nestedMachine() *asl.Workflow {
	start := &asl.State{
		Name: "clean", Type: asl.Task, Resource: "arn:aws:states:::states:startExecution.sync:2",
		Parameters: asl.Object(asl.Field{Name: "StateMachineArn", Value: asl.String("${clean_up}")}, asl.Field{Name: "Input.$", Value: asl.String("$")}),
		OutputPath: asl.String("$.Output"),
	}
	w := workflow("nested_machine", machine(start))
	w.Starts = []string{"clean_up"}
	w.Workflows = []*asl.Workflow{workflow("clean_up", machine(call("sweep")))}
	return w
}
