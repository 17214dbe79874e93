// Package aws holds facts about AWS, each table with its source and its date: Lambda's runtimes, the quotas of Step
// Functions, EventBridge's schedules, and which services and actions Step Functions can call.
package aws
