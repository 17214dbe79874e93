package aws

import (
	"slices"
	"testing"
)

func TestParseIntegration(t *testing.T) {
	for _, c := range []struct {
		source string
		want   Integration
		ok     bool
	}{
		{"dynamodb:putItem", Integration{Service: "dynamodb", Action: "putItem"}, true},
		{"states:startExecution.sync:2", Integration{Service: "states", Action: "startExecution", Pattern: "sync:2"}, true},
		{"arn:aws-cn:states:::aws-sdk:s3:listBuckets", Integration{Service: "s3", Action: "listBuckets", SDK: true}, true},
		{"arn:${AWS::Partition}:states:::sqs:sendMessage.waitForTaskToken", Integration{Service: "sqs", Action: "sendMessage", Pattern: "waitForTaskToken"}, true},
		{"arn:aws:states:eu-west-1:123456789012:activity:review", Integration{}, false},
		{"arn:aws:lambda:eu-west-1:123456789012:function:far", Integration{}, false},
	} {
		got, ok := ParseIntegration(c.source)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s: %+v, %v", c.source, got, ok)
		}
	}
}

// TestIntegrationTables: what the tables say of some well-known services, which shows that they are read as they are
// written.
func TestIntegrationTables(t *testing.T) {
	if n := len(Services(false)); n != 21 {
		t.Errorf("%d services with optimized integrations", n)
	}
	if n := len(Services(true)); n < 380 {
		t.Errorf("%d services of the SDK", n)
	}
	for service, action := range map[string]string{
		"s3": "listBuckets", "sfn": "startSyncExecution", "cloudwatchlogs": "putLogEvents", "rds": "createDBInstance",
		"databasemigration": "startReplicationTask", "config": "putConfigRule", "cognitoidentityprovider": "adminCreateUser",
	} {
		if !slices.Contains(Actions(service, true), action) {
			t.Errorf("aws-sdk:%s has no %s", service, action)
		}
	}
	if got := (Integration{Service: "states", Action: "startExecution"}).Patterns(); !slices.Equal(got, []string{"sync", "sync:2", "waitForTaskToken"}) {
		t.Errorf("the patterns of states:startExecution are %v", got)
	}
	for name := range required() {
		i, ok := ParseIntegration(name)
		if !ok || !slices.Contains(Actions(i.Service, false), i.Action) {
			t.Errorf("%s requires something, and is no integration", name)
		}
	}
	if got := (Integration{Service: "sqs", Action: "sendMessage"}).Required(); !slices.Equal(got, []string{"QueueUrl", "MessageBody"}) {
		t.Errorf("sqs:sendMessage requires %v", got)
	}
}
