package iam

import "strings"

// sdkCall takes apart the name of a call of AWS's SDK, "aws-sdk:s3:getObject", into the service's prefix in IAM and
// the operation.
func sdkCall(name string) (prefix, operation string, ok bool) {
	rest, ok := strings.CutPrefix(name, "aws-sdk:")
	service, operation, found := strings.Cut(rest, ":")
	if !ok || !found || operation == "" {
		return "", "", false
	}
	return prefixOf(service), operation, true
}

// prefixOf is what IAM calls a service of the SDK. The Java SDK, whose names Step Functions uses, leaves out
// a "service" at the end.
func prefixOf(service string) string {
	for _, name := range []string{service, service + "service"} {
		if prefix := prefixes[name]; prefix != "" {
			return prefix
		}
	}
	return service
}

// sdkGrants are what a call of the SDK needs: the action of its name, but for those that IAM calls otherwise.
func sdkGrants(prefix, operation string, given arguments) grants {
	if prefix == "apigateway" {
		return grants{{actions: "apigateway:" + verb(operation), resource: "arn:aws:apigateway:region::/*"}}
	}
	if known := sdkActions[prefix+":"+operation]; known != nil {
		return known
	}
	action := prefix + ":" + capital(operation)
	for _, resource := range sdkResources[prefix] {
		if named(resource, given) {
			return grants{{actions: action, resource: resource}}
		}
	}
	return grants{{actions: action, resource: Everything}}
}

// named tells whether all arguments are given that a resource cannot do without.
func named(resource string, given arguments) bool {
	for _, text := range fields.FindAllString(resource, -1) {
		f := fieldOf(text)
		f.optional = !strings.Contains(text, "|")
		if given.find(f) == nil {
			return false
		}
	}
	return true
}

func capital(operation string) string {
	if operation == "" {
		return ""
	}
	return strings.ToUpper(operation[:1]) + operation[1:]
}

// verb is the action of API Gateway's operations, which IAM calls by the method of HTTP.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
func verb(operation string) string {
	for _, v := range []struct{ prefix, method string }{
		{"get", "GET"}, {"update", "PATCH"}, {"delete", "DELETE"}, {"put", "PUT"}, {"import", "PUT"}, {"untag", "DELETE"}, {"tag", "PUT"},
	} {
		if strings.HasPrefix(operation, v.prefix) {
			return v.method
		}
	}
	return "POST"
}

// sdkResources are what the operations of a service work on, by its prefix; the first of which all arguments are
// given holds.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
var sdkResources = map[string][]string{
	"batch":          {"arn:aws:batch:region:account:job/{JobId}"},
	"bedrock":        {"arn:aws:bedrock:region::foundation-model/{ModelId=}"},
	"cloudformation": {"arn:aws:cloudformation:region:account:stack/{StackName}/*"},
	"codebuild":      {"arn:aws:codebuild:region:account:project/{ProjectName}"},
	"codepipeline":   {"arn:aws:codepipeline:region:account:{Name}"},
	"dynamodb": {
		"arn:aws:dynamodb:region:account:table/{TableName}/index/{IndexName}",
		"arn:aws:dynamodb:region:account:table/{TableName}",
	},
	"ecr":    {"arn:aws:ecr:region:account:repository/{RepositoryName}"},
	"events": {"arn:aws:events:region:account:rule/{Rule}", "arn:aws:events:region:account:event-bus/{Entries[].EventBusName}"},
	"firehose": {
		"arn:aws:firehose:region:account:deliverystream/{DeliveryStreamName}",
	},
	"glue":    {"arn:aws:glue:region:account:job/{JobName}"},
	"kinesis": {"arn:aws:kinesis:region:account:stream/{StreamName}", "{StreamARN}"},
	"kms":     {"arn:aws:kms:region:account:key/{KeyId=}"},
	"lambda":  {"arn:aws:lambda:region:account:function:{FunctionName=}{:Qualifier|}"},
	"logs":    {"arn:aws:logs:region:account:log-group:{LogGroupName}:*"},
	"s3":      {"arn:aws:s3:::{Bucket}/{Key}", "arn:aws:s3:::{Bucket}"},
	"scheduler": {
		"arn:aws:scheduler:region:account:schedule/{GroupName|default}/{Name}",
	},
	"secretsmanager": {"arn:aws:secretsmanager:region:account:secret:{SecretId=}-*"},
	"sns":            {"{TopicArn}", "{TargetArn}"},
	"sqs":            {onQueue},
	"ssm":            {"arn:aws:ssm:region:account:parameter{/Name}"},
	"states":         {"arn:aws:states:region:account:stateMachine:{StateMachineArn=}", "{ExecutionArn}", "{ActivityArn}", "{MapRunArn}"},
}

// sdkActions are the operations whose actions have other names, or that need more than one.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and the Service
// Authorization Reference
var sdkActions = map[string]grants{
	"dynamodb:batchExecuteStatement": {{actions: partiQL, resource: "arn:aws:dynamodb:region:account:table/*"}},
	"dynamodb:executeStatement":      {{actions: partiQL, resource: "arn:aws:dynamodb:region:account:table/*"}},
	"dynamodb:executeTransaction":    {{actions: partiQL, resource: "arn:aws:dynamodb:region:account:table/*"}},
	"dynamodb:batchGetItem":          {{actions: "dynamodb:BatchGetItem", resource: "arn:aws:dynamodb:region:account:table/*"}},
	"dynamodb:batchWriteItem":        {{actions: "dynamodb:BatchWriteItem", resource: "arn:aws:dynamodb:region:account:table/*"}},
	"dynamodb:transactGetItems":      {{actions: "dynamodb:GetItem", resource: "arn:aws:dynamodb:region:account:table/{TransactItems[].Get.TableName}"}},
	"dynamodb:transactWriteItems": {
		{actions: "dynamodb:PutItem", resource: "arn:aws:dynamodb:region:account:table/{TransactItems[].Put.TableName?}"},
		{actions: "dynamodb:UpdateItem", resource: "arn:aws:dynamodb:region:account:table/{TransactItems[].Update.TableName?}"},
		{actions: "dynamodb:DeleteItem", resource: "arn:aws:dynamodb:region:account:table/{TransactItems[].Delete.TableName?}"},
		{actions: "dynamodb:ConditionCheckItem", resource: "arn:aws:dynamodb:region:account:table/{TransactItems[].ConditionCheck.TableName?}"},
	},
	"bedrock:converse":                      {{actions: "bedrock:InvokeModel", resource: "arn:aws:bedrock:region::foundation-model/{ModelId=}"}},
	"events:putEvents":                      {{actions: "events:PutEvents", resource: "arn:aws:events:region:account:event-bus/{Entries[].EventBusName|default}"}},
	"execute-api:postToConnection":          {{actions: "execute-api:ManageConnections", resource: "arn:aws:execute-api:region:account:*"}},
	"execute-api:getConnection":             {{actions: "execute-api:ManageConnections", resource: "arn:aws:execute-api:region:account:*"}},
	"execute-api:deleteConnection":          {{actions: "execute-api:ManageConnections", resource: "arn:aws:execute-api:region:account:*"}},
	"lambda:invoke":                         {{actions: "lambda:InvokeFunction", resource: "arn:aws:lambda:region:account:function:{FunctionName=}{:Qualifier|}"}},
	"s3:abortMultipartUpload":               onObject("s3:AbortMultipartUpload"),
	"s3:completeMultipartUpload":            onObject("s3:PutObject"),
	"s3:copyObject":                         {{actions: "s3:PutObject", resource: "arn:aws:s3:::{Bucket}/{Key}"}, {actions: "s3:GetObject", resource: "arn:aws:s3:::{CopySource}"}},
	"s3:createMultipartUpload":              onObject("s3:PutObject"),
	"s3:deleteBucketCors":                   onBucket("s3:PutBucketCORS"),
	"s3:deleteBucketEncryption":             onBucket("s3:PutEncryptionConfiguration"),
	"s3:deleteBucketLifecycle":              onBucket("s3:PutLifecycleConfiguration"),
	"s3:deleteBucketReplication":            onBucket("s3:PutReplicationConfiguration"),
	"s3:deleteBucketTagging":                onBucket("s3:PutBucketTagging"),
	"s3:deleteObjects":                      {{actions: "s3:DeleteObject", resource: "arn:aws:s3:::{Bucket}/*"}},
	"s3:deletePublicAccessBlock":            onBucket("s3:PutBucketPublicAccessBlock"),
	"s3:getBucketAccelerateConfiguration":   onBucket("s3:GetAccelerateConfiguration"),
	"s3:getBucketCors":                      onBucket("s3:GetBucketCORS"),
	"s3:getBucketEncryption":                onBucket("s3:GetEncryptionConfiguration"),
	"s3:getBucketLifecycleConfiguration":    onBucket("s3:GetLifecycleConfiguration"),
	"s3:getBucketNotificationConfiguration": onBucket("s3:GetBucketNotification"),
	"s3:getBucketReplication":               onBucket("s3:GetReplicationConfiguration"),
	"s3:getObjectLockConfiguration":         onBucket("s3:GetBucketObjectLockConfiguration"),
	"s3:getPublicAccessBlock":               onBucket("s3:GetBucketPublicAccessBlock"),
	"s3:headBucket":                         onBucket("s3:ListBucket"),
	"s3:headObject":                         onObject("s3:GetObject"),
	"s3:listBuckets":                        {{actions: "s3:ListAllMyBuckets", resource: Everything}},
	"s3:listMultipartUploads":               onBucket("s3:ListBucketMultipartUploads"),
	"s3:listObjectVersions":                 onBucket("s3:ListBucketVersions"),
	"s3:listObjects":                        onBucket("s3:ListBucket"),
	"s3:listObjectsV2":                      onBucket("s3:ListBucket"),
	"s3:listParts":                          onObject("s3:ListMultipartUploadParts"),
	"s3:putBucketCors":                      onBucket("s3:PutBucketCORS"),
	"s3:putBucketEncryption":                onBucket("s3:PutEncryptionConfiguration"),
	"s3:putBucketLifecycleConfiguration":    onBucket("s3:PutLifecycleConfiguration"),
	"s3:putBucketNotificationConfiguration": onBucket("s3:PutBucketNotification"),
	"s3:putBucketReplication":               onBucket("s3:PutReplicationConfiguration"),
	"s3:putPublicAccessBlock":               onBucket("s3:PutBucketPublicAccessBlock"),
	"s3:selectObjectContent":                onObject("s3:GetObject"),
	"s3:uploadPart":                         onObject("s3:PutObject"),
	"scheduler:createSchedule":              schedule("scheduler:CreateSchedule"),
	"scheduler:updateSchedule":              schedule("scheduler:UpdateSchedule"),
	"ssm:getParameters":                     {{actions: "ssm:GetParameters", resource: "arn:aws:ssm:region:account:parameter/*"}},
	"ssm:getParametersByPath":               {{actions: "ssm:GetParametersByPath", resource: "arn:aws:ssm:region:account:parameter{/Path}/*"}},
}

const partiQL = "dynamodb:PartiQLSelect dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete"

func onObject(actions string) grants {
	return grants{{actions: actions, resource: "arn:aws:s3:::{Bucket}/{Key}"}}
}

func onBucket(actions string) grants {
	return grants{{actions: actions, resource: "arn:aws:s3:::{Bucket}"}}
}

// schedule hands a role to EventBridge Scheduler.
func schedule(actions string) grants {
	return grants{
		{actions: actions, resource: "arn:aws:scheduler:region:account:schedule/{GroupName|default}/{Name}"},
		{actions: "iam:PassRole", resource: "{Target.RoleArn}", to: "scheduler.amazonaws.com"},
	}
}
