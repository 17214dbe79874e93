package cdk

import "github.com/orkls/orkls/compiler/asl"

// property builds a construct's property from a field's value. A property without a value says that
// the construct cannot take that value.
type property func(b *builder, v asl.Value) prop

// properties are, for each type of state, the properties of its construct (aws-cdk-lib 2.276.0) by the
// fields that they become. LambdaInvoke's own, around Resource, are in invocation.go.
var properties = map[asl.Type]map[string]property{
	asl.Task: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"),
		"ResultPath": path("result_path"), "ResultSelector": object("result_selector"),
		"Assign": object("assign"), "Output": plain("outputs"),
		"TimeoutSeconds": timeout("task_timeout"), "TimeoutSecondsPath": timeoutPath("task_timeout"),
		"HeartbeatSeconds": timeout("heartbeat_timeout"), "HeartbeatSecondsPath": timeoutPath("heartbeat_timeout"),
	},
	asl.Pass: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"),
		"ResultPath": path("result_path"), "Parameters": object("parameters"), "Result": result,
		"Assign": object("assign"), "Output": plain("outputs"),
	},
	asl.Wait: {
		"Comment": comment, "Assign": object("assign"), "Seconds": seconds,
		"SecondsPath": waitTime("seconds_path"), "Timestamp": waitTime("timestamp"), "TimestampPath": waitTime("timestamp_path"),
	},
	asl.Choice: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"),
		"Assign": object("assign"), "Output": plain("outputs"),
	},
	asl.Succeed: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"), "Output": plain("outputs"),
	},
	asl.Fail: {
		"Comment": comment, "Error": plain("error"), "ErrorPath": plain("error_path"),
		"Cause": plain("cause"), "CausePath": plain("cause_path"),
	},
	asl.Parallel: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"),
		"ResultPath": path("result_path"), "ResultSelector": object("result_selector"),
		"Parameters": object("parameters"), "Arguments": object("arguments"),
		"Assign": object("assign"), "Output": plain("outputs"),
	},
	asl.Map: {
		"Comment": comment, "InputPath": path("input_path"), "OutputPath": path("output_path"),
		"ItemsPath": path("items_path"), "Items": items, "ItemSelector": itemSelector,
		"MaxConcurrency": maxConcurrency, "MaxConcurrencyPath": path("max_concurrency_path"),
		"ResultPath": path("result_path"), "ResultSelector": object("result_selector"),
		"Assign": object("assign"), "Output": plain("outputs"),
	},
}

// plain is a property that takes the value as it is.
func plain(name string) property {
	return func(b *builder, v asl.Value) prop { return prop{name, b.value(v)} }
}

// comment is a property whose text is not looked into for substitutions.
func comment(_ *builder, v asl.Value) prop { return prop{"comment", text(v.Text)} }

// path is a property that takes a path, or JsonPath.DISCARD.
func path(name string) property {
	return func(b *builder, v asl.Value) prop {
		if v.Kind != asl.KindString && v.Kind != asl.KindNull {
			return prop{}
		}
		return prop{name, b.value(v)}
	}
}

// object is a property that takes an object alone.
func object(name string) property {
	return func(b *builder, v asl.Value) prop {
		if v.Kind != asl.KindObject {
			return prop{}
		}
		return prop{name, b.value(v)}
	}
}

// timeout is a property that takes an sfn.Timeout.
func timeout(name string) property {
	return func(b *builder, v asl.Value) prop {
		if v.Kind == asl.KindNumber {
			return prop{name, static(sfn, "Timeout.duration", duration(v.Text))}
		}
		return prop{name, static(sfn, "Timeout.jsonata", b.value(v))}
	}
}

func timeoutPath(name string) property {
	return func(b *builder, v asl.Value) prop { return prop{name, static(sfn, "Timeout.at", b.value(v))} }
}

func result(b *builder, v asl.Value) prop {
	method, ok := map[asl.Kind]string{
		asl.KindBool: "from_boolean", asl.KindNumber: "from_number", asl.KindString: "from_string",
		asl.KindArray: "from_array", asl.KindObject: "from_object",
	}[v.Kind]
	if !ok {
		return prop{}
	}
	return prop{"result", static(sfn, "Result."+method, b.value(v))}
}

func seconds(b *builder, v asl.Value) prop {
	if v.Kind == asl.KindNumber {
		return prop{"time", static(sfn, "WaitTime.duration", duration(v.Text))}
	}
	return waitTime("seconds")(b, v)
}

func waitTime(method string) property {
	return func(b *builder, v asl.Value) prop { return prop{"time", static(sfn, "WaitTime."+method, b.value(v))} }
}

func items(b *builder, v asl.Value) prop {
	if v.Kind == asl.KindArray {
		return prop{"items", static(sfn, "ProvideItems.json_array", b.value(v))}
	}
	return prop{"items", static(sfn, "ProvideItems.jsonata", b.value(v))}
}

func itemSelector(b *builder, v asl.Value) prop {
	if v.Kind == asl.KindObject {
		return prop{"item_selector", b.value(v)}
	}
	return prop{"jsonata_item_selector", b.value(v)}
}

// maxConcurrency: the CDK leaves out a zero.
func maxConcurrency(b *builder, v asl.Value) prop {
	switch {
	case v.Kind == asl.KindNumber && v.Text == "0":
		return prop{}
	case v.Kind == asl.KindNumber:
		return prop{"max_concurrency", b.value(v)}
	}
	return prop{"jsonata_max_concurrency", b.value(v)}
}
