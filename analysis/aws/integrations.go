package aws

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	_ "embed"
)

// optimized are the services that Step Functions calls in a way of its own, with their actions, each followed by the
// patterns that it has beside waiting for the answer.
// https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html and the pages of the services
var optimized = map[string]string{
	"apigateway": `invoke waitForTaskToken`,
	"athena": `
		getQueryExecution
		getQueryResults
		startQueryExecution sync
		stopQueryExecution`,
	"batch": `submitJob sync`,
	"bedrock": `
		createModelCustomizationJob sync waitForTaskToken
		invokeModel waitForTaskToken`,
	"codebuild": `
		batchDeleteBuilds
		batchGetReports
		deleteBuildBatch
		retryBuildBatch sync
		startBuild sync
		startBuildBatch sync
		stopBuild
		stopBuildBatch`,
	"databrew": `startJobRun sync`,
	"dynamodb": `
		deleteItem
		getItem
		putItem
		updateItem`,
	"ecs": `runTask sync waitForTaskToken`,
	"eks": `
		call waitForTaskToken
		createCluster sync waitForTaskToken
		createFargateProfile sync waitForTaskToken
		createNodegroup sync waitForTaskToken
		deleteCluster sync waitForTaskToken
		deleteFargateProfile sync waitForTaskToken
		deleteNodegroup sync waitForTaskToken
		runJob sync waitForTaskToken`,
	"elasticmapreduce": `
		addStep sync
		cancelStep
		createCluster sync
		modifyInstanceFleetByName
		modifyInstanceGroupByName
		setClusterTerminationProtection
		terminateCluster sync`,
	"emr-containers": `
		createVirtualCluster
		deleteVirtualCluster sync
		startJobRun sync`,
	"emr-serverless": `
		cancelJobRun sync
		createApplication sync
		deleteApplication sync
		startApplication sync
		startJobRun sync
		stopApplication sync`,
	"events":       `putEvents waitForTaskToken`,
	"glue":         `startJobRun sync`,
	"http":         `invoke waitForTaskToken`,
	"lambda":       `invoke waitForTaskToken`,
	"mediaconvert": `createJob sync`,
	"sagemaker": `
		createEndpoint
		createEndpointConfig
		createHyperParameterTuningJob sync
		createLabelingJob sync
		createModel
		createProcessingJob sync
		createTrainingJob sync
		createTransformJob sync
		updateEndpoint`,
	"sns":    `publish waitForTaskToken`,
	"sqs":    `sendMessage waitForTaskToken`,
	"states": `startExecution sync sync:2 waitForTaskToken`,
}

// integrations are the patterns of every optimized integration, by service and action.
var integrations = sync.OnceValue(func() map[string]map[string][]string {
	all := map[string]map[string][]string{}
	for service, rows := range optimized {
		all[service] = map[string][]string{}
		for row := range strings.Lines(strings.TrimSpace(rows)) {
			words := strings.Fields(row)
			all[service][words[0]] = words[1:]
		}
	}
	return all
})

// Integration is a call of a service's action by Step Functions.
type Integration struct {
	Service string // dynamodb
	Action  string // putItem
	Pattern string // sync, sync:2, waitForTaskToken, whatever stands there; empty for the answer alone
	SDK     bool   // aws-sdk:dynamodb:putItem
}

// integrationARN is what stands in front of an integration in a state's resource.
var integrationARN = regexp.MustCompile(`^arn:[^:]*(::[^:]*)?:states:::`)

// ParseIntegration takes a task's source apart, "dynamodb:putItem" or the resource of a state; ok is false where it
// calls no service, as a function or an activity.
func ParseIntegration(source string) (i Integration, ok bool) {
	if arn := integrationARN.FindString(source); arn != "" {
		source = source[len(arn):]
	} else if strings.HasPrefix(source, "arn:") {
		return i, false
	}
	source, i.SDK = strings.CutPrefix(source, "aws-sdk:")
	i.Service, source, ok = strings.Cut(source, ":")
	i.Action, i.Pattern, _ = strings.Cut(source, ".")
	return i, ok
}

// String writes the integration as a task's source.
func (i Integration) String() string {
	text := i.Service + ":" + i.Action
	if i.SDK {
		text = "aws-sdk:" + text
	}
	if i.Pattern != "" {
		text += "." + i.Pattern
	}
	return text
}

// Waits tells whether the step goes on before what it started has ended, as no express workflow can.
func (i Integration) Waits() bool { return i.Pattern != "" }

// Services are those that have optimized integrations, sorted; of the SDK, those that AWS's models have.
func Services(sdk bool) (names []string) {
	if sdk {
		for name := range sdkActions() {
			names = append(names, name)
		}
	} else {
		for name := range optimized {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Actions are those of a service, sorted, as they are written in a resource; none of one that is not known.
func Actions(service string, sdk bool) (names []string) {
	if sdk {
		for _, operation := range strings.Fields(sdkActions()[service]) {
			names = append(names, strings.ToLower(operation[:1])+operation[1:])
		}
		return names
	}
	for name := range integrations()[service] {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Patterns are those that the integration can have, beside the answer alone.
func (i Integration) Patterns() []string {
	if i.SDK {
		return []string{"waitForTaskToken"}
	}
	return integrations()[i.Service][i.Action]
}

//go:embed required.txt
var requiredText string

var required = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(requiredText) {
		words := strings.Fields(line)
		all[words[0]] = words[1:]
	}
	return all
})

// Required are the parameters that an optimized integration cannot do without, as far as AWS's models tell.
func (i Integration) Required() []string {
	if i.SDK {
		return nil
	}
	return required()[i.Service+":"+i.Action]
}
