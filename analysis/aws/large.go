package aws

// LargeAnswers are actions of the SDK that may well answer with more than a state can hold, with the parameter that
// limits the answer; none for an object's content.
//
// The pages of the actions in AWS's API references: s3:GetObject gives the whole object, dynamodb:Query and Scan
// up to 1 MB, s3:ListObjectsV2 and ListObjects 1,000 keys, athena:GetQueryResults 1,000 rows, logs:GetLogEvents and
// FilterLogEvents 1 MB.
var LargeAnswers = map[string]string{
	"s3:getObject":                   "",
	"s3:listObjectsV2":               "MaxKeys",
	"s3:listObjects":                 "MaxKeys",
	"dynamodb:query":                 "Limit",
	"dynamodb:scan":                  "Limit",
	"athena:getQueryResults":         "MaxResults",
	"cloudwatchlogs:getLogEvents":    "Limit",
	"cloudwatchlogs:filterLogEvents": "Limit",
}
