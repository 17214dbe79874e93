package iam

import (
	"strings"

	"github.com/orkls/orkls/compiler/asl"
)

// grant is a row of the tables: actions, and the resource that they are allowed on, as an ARN of AWS's
// documentation. In it, aws, region and account stand for those of the deployment, and
//
//	{TableName}          for the argument of that name, or * where it shows only when the machine runs
//	{FunctionName=}      for the same, where a placeholder holds a whole ARN: that ARN is then the resource
//	{Target.RoleArn}     for an argument inside another, {Entries[].EventBusName} for those in a list
//	{StateMachineArn@:6} for the part of an argument behind its sixth colon
//	{EventBusName|main}  for an argument that is main where it is left out
//	{TopicArn?}          for an argument without which there is no grant
//	{/Path}              for an argument behind a slash that it may have itself
//	{:Qualifier|}        for an argument behind a colon, also where the resource is a whole ARN
//
// An argument that is an ARN is the resource itself. Where all arguments are left out, it is everything. Where the actions pass a role, to is the service that gets it.
type grant struct{ actions, resource, to string }

type grants []grant

func (all grants) statements(given arguments) []Statement {
	var statements []Statement
	for _, g := range all {
		resources := g.resources(given)
		if len(resources) == 0 {
			continue
		}
		s := Statement{Actions: strings.Fields(g.actions), Resources: resources}
		if g.to != "" {
			s.Condition = asl.Object(asl.Field{Name: "StringEquals", Value: asl.Object(asl.Field{Name: "iam:PassedToService", Value: asl.String(g.to)})})
		}
		statements = append(statements, s)
	}
	if statements == nil && len(all) > 0 {
		return grants{{actions: all[0].actions, resource: Everything}}.statements(given)
	}
	return statements
}

// integration is an optimized integration: what a call needs, what .sync needs more to follow the job and to
// stop it, and the EventBridge rule that Step Functions keeps for it.
type integration struct {
	grants grants
	sync   grants
	rule   string
}

// integrations are the optimized ones, by what stands behind arn:aws:states::: in a resource.
//
// Sources: the page of each integration below
// https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html, the policies
// of aws-cdk-lib 2.276.0's tasks, and for resources narrower than theirs the Service Authorization Reference.
var integrations = map[string]integration{
	"apigateway:invoke": {grants: grants{{actions: "execute-api:Invoke", resource: "arn:aws:execute-api:region:account:{ApiEndpoint@.0}/{Stage|*}/{Method}{/Path|*}"}}},

	"athena:startQueryExecution": {
		grants: grants{
			{actions: "athena:StartQueryExecution", resource: "arn:aws:athena:region:account:workgroup/{WorkGroup|primary}"},
			{actions: "athena:GetDataCatalog", resource: "arn:aws:athena:region:account:datacatalog/{QueryExecutionContext.Catalog|AwsDataCatalog}"},
			{actions: "glue:GetDatabase glue:GetTable glue:GetPartitions", resource: "*"},
			{actions: "s3:GetBucketLocation s3:GetObject s3:ListBucket", resource: "*"},
			{actions: "s3:PutObject s3:AbortMultipartUpload s3:ListMultipartUploadParts", resource: "arn:aws:s3:::{ResultConfiguration.OutputLocation@/2}/*"},
			{actions: "lakeformation:GetDataAccess", resource: "*"},
		},
		sync: grants{{actions: "athena:GetQueryExecution athena:StopQueryExecution", resource: "arn:aws:athena:region:account:workgroup/{WorkGroup|primary}"}},
	},
	"athena:getQueryResults": {grants: grants{
		{actions: "athena:GetQueryResults", resource: "arn:aws:athena:region:account:workgroup/*"},
		{actions: "s3:GetObject", resource: "*"},
	}},
	"athena:getQueryExecution":  {grants: grants{{actions: "athena:GetQueryExecution", resource: "arn:aws:athena:region:account:workgroup/*"}}},
	"athena:stopQueryExecution": {grants: grants{{actions: "athena:StopQueryExecution", resource: "arn:aws:athena:region:account:workgroup/*"}}},

	"batch:submitJob": {
		grants: grants{
			{actions: "batch:SubmitJob", resource: "arn:aws:batch:region:account:job-definition/{JobDefinition=@:0}:{JobDefinition@:1|*}"},
			{actions: "batch:SubmitJob", resource: "arn:aws:batch:region:account:job-definition/{JobDefinition=}"},
			{actions: "batch:SubmitJob", resource: "arn:aws:batch:region:account:job-queue/{JobQueue=}"},
		},
		sync: grants{
			{actions: "batch:DescribeJobs", resource: "*"},
			{actions: "batch:TerminateJob", resource: "arn:aws:batch:region:account:job/*"},
		},
		rule: "StepFunctionsGetEventsForBatchJobsRule",
	},

	"bedrock:invokeModel": {grants: grants{
		{actions: "bedrock:InvokeModel", resource: "arn:aws:bedrock:region::foundation-model/{ModelId=}"},
		{actions: "s3:GetObject", resource: "arn:aws:s3:::{Input.S3Uri?@/2}/*"},
		{actions: "s3:PutObject", resource: "arn:aws:s3:::{Output.S3Uri?@/2}/*"},
	}},
	"bedrock:createModelCustomizationJob": {
		grants: grants{
			{actions: "bedrock:CreateModelCustomizationJob", resource: "arn:aws:bedrock:region::foundation-model/{BaseModelIdentifier=}"},
			{actions: "bedrock:CreateModelCustomizationJob", resource: "arn:aws:bedrock:region:account:custom-model/*"},
			{actions: "bedrock:CreateModelCustomizationJob", resource: "arn:aws:bedrock:region:account:model-customization-job/*"},
			{actions: "iam:PassRole", resource: "{RoleArn}", to: "bedrock.amazonaws.com"},
		},
		sync: grants{{actions: "bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob", resource: "arn:aws:bedrock:region:account:model-customization-job/*"}},
	},

	"codebuild:startBuild": {
		grants: grants{{actions: "codebuild:StartBuild", resource: "arn:aws:codebuild:region:account:project/{ProjectName}"}},
		sync:   grants{{actions: "codebuild:StopBuild codebuild:BatchGetBuilds codebuild:BatchGetReports", resource: "arn:aws:codebuild:region:account:project/{ProjectName}"}},
		rule:   "StepFunctionsGetEventForCodeBuildStartBuildRule",
	},
	"codebuild:startBuildBatch": {
		grants: grants{{actions: "codebuild:StartBuildBatch", resource: "arn:aws:codebuild:region:account:project/{ProjectName}"}},
		sync:   grants{{actions: "codebuild:StopBuildBatch codebuild:BatchGetBuildBatches", resource: "arn:aws:codebuild:region:account:project/{ProjectName}"}},
		rule:   "StepFunctionsGetEventForCodeBuildStartBuildBatchRule",
	},
	"codebuild:retryBuildBatch": {
		grants: grants{{actions: "codebuild:RetryBuildBatch", resource: "arn:aws:codebuild:region:account:project/{Id@:0}"}},
		sync:   grants{{actions: "codebuild:StopBuildBatch codebuild:BatchGetBuildBatches", resource: "arn:aws:codebuild:region:account:project/{Id@:0}"}},
		rule:   "StepFunctionsGetEventForCodeBuildStartBuildBatchRule",
	},
	"codebuild:stopBuild":         {grants: grants{{actions: "codebuild:StopBuild", resource: "arn:aws:codebuild:region:account:project/{Id@:0}"}}},
	"codebuild:stopBuildBatch":    {grants: grants{{actions: "codebuild:StopBuildBatch", resource: "arn:aws:codebuild:region:account:project/{Id@:0}"}}},
	"codebuild:deleteBuildBatch":  {grants: grants{{actions: "codebuild:DeleteBuildBatch", resource: "arn:aws:codebuild:region:account:project/{Id@:0}"}}},
	"codebuild:batchDeleteBuilds": {grants: grants{{actions: "codebuild:BatchDeleteBuilds", resource: "arn:aws:codebuild:region:account:project/*"}}},
	"codebuild:batchGetReports":   {grants: grants{{actions: "codebuild:BatchGetReports", resource: "arn:aws:codebuild:region:account:report-group/*"}}},

	"databrew:startJobRun": {
		grants: grants{{actions: "databrew:StartJobRun", resource: "arn:aws:databrew:region:account:job/{Name}"}},
		sync:   grants{{actions: "databrew:StopJobRun databrew:ListJobRuns", resource: "arn:aws:databrew:region:account:job/{Name}"}},
	},

	"dynamodb:getItem":    onTable("dynamodb:GetItem"),
	"dynamodb:putItem":    onTable("dynamodb:PutItem"),
	"dynamodb:updateItem": onTable("dynamodb:UpdateItem"),
	"dynamodb:deleteItem": onTable("dynamodb:DeleteItem"),

	// The roles of a task's containers stand in its definition, which the machine does not hold.
	"ecs:runTask": {
		grants: grants{
			{actions: "ecs:RunTask", resource: "arn:aws:ecs:region:account:task-definition/{TaskDefinition=@:0}:{TaskDefinition@:1|*}"},
			{actions: "iam:PassRole", resource: "*", to: "ecs-tasks.amazonaws.com"},
		},
		sync: grants{{actions: "ecs:StopTask ecs:DescribeTasks", resource: "arn:aws:ecs:region:account:task/*"}},
		rule: "StepFunctionsGetEventsForECSTaskRule",
	},

	"eks:createCluster": {
		grants: grants{
			{actions: "eks:CreateCluster", resource: "*"},
			{actions: "iam:PassRole", resource: "{RoleArn}", to: "eks.amazonaws.com"},
		},
		sync: grants{{actions: "eks:DescribeCluster eks:DeleteCluster", resource: "arn:aws:eks:region:account:cluster/{Name}"}},
	},
	"eks:deleteCluster": {
		grants: grants{{actions: "eks:DeleteCluster", resource: "arn:aws:eks:region:account:cluster/{Name}"}},
		sync:   grants{{actions: "eks:DescribeCluster", resource: "arn:aws:eks:region:account:cluster/{Name}"}},
	},
	"eks:createNodegroup": {
		grants: grants{
			{actions: "ec2:DescribeSubnets", resource: "*"},
			{actions: "eks:CreateNodegroup", resource: "arn:aws:eks:region:account:cluster/{ClusterName}"},
			{actions: "iam:GetRole iam:ListAttachedRolePolicies", resource: "{NodeRole}"},
			{actions: "iam:PassRole", resource: "{NodeRole}", to: "eks.amazonaws.com"},
		},
		sync: grants{{actions: "eks:DescribeNodegroup eks:DeleteNodegroup", resource: "arn:aws:eks:region:account:nodegroup/{ClusterName}/{NodegroupName}/*"}},
	},
	"eks:deleteNodegroup": {
		grants: grants{{actions: "eks:DeleteNodegroup", resource: "arn:aws:eks:region:account:nodegroup/{ClusterName}/{NodegroupName}/*"}},
		sync:   grants{{actions: "eks:DescribeNodegroup", resource: "arn:aws:eks:region:account:nodegroup/{ClusterName}/{NodegroupName}/*"}},
	},
	"eks:createFargateProfile": {
		grants: grants{
			{actions: "eks:CreateFargateProfile", resource: "arn:aws:eks:region:account:cluster/{ClusterName}"},
			{actions: "iam:PassRole", resource: "{PodExecutionRoleArn}", to: "eks-fargate-pods.amazonaws.com"},
		},
		sync: grants{{actions: "eks:DescribeFargateProfile eks:DeleteFargateProfile", resource: "arn:aws:eks:region:account:fargateprofile/{ClusterName}/{FargateProfileName}/*"}},
	},
	"eks:deleteFargateProfile": {
		grants: grants{{actions: "eks:DeleteFargateProfile", resource: "arn:aws:eks:region:account:fargateprofile/{ClusterName}/{FargateProfileName}/*"}},
		sync:   grants{{actions: "eks:DescribeFargateProfile", resource: "arn:aws:eks:region:account:fargateprofile/{ClusterName}/{FargateProfileName}/*"}},
	},
	// What a role may do inside a cluster, the cluster says, not IAM.
	"eks:call":   {grants: grants{}},
	"eks:runJob": {grants: grants{}},

	"elasticmapreduce:createCluster": {
		grants: grants{
			{actions: "elasticmapreduce:RunJobFlow", resource: "*"},
			{actions: "elasticmapreduce:AddTags", resource: "arn:aws:elasticmapreduce:region:account:cluster/*"},
			{actions: "iam:PassRole", resource: "arn:aws:iam::account:role/{ServiceRole=}"},
			{actions: "iam:PassRole", resource: "arn:aws:iam::account:role/{JobFlowRole=?}"},
			{actions: "iam:PassRole", resource: "arn:aws:iam::account:role/{AutoScalingRole=?}"},
		},
		sync: grants{{actions: "elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows", resource: "arn:aws:elasticmapreduce:region:account:cluster/*"}},
		rule: "StepFunctionsGetEventForEMRRunJobFlowRule",
	},
	"elasticmapreduce:terminateCluster": {
		grants: grants{{actions: "elasticmapreduce:TerminateJobFlows", resource: onCluster}},
		sync:   grants{{actions: "elasticmapreduce:DescribeCluster", resource: onCluster}},
		rule:   "StepFunctionsGetEventForEMRTerminateJobFlowsRule",
	},
	"elasticmapreduce:addStep": {
		grants: grants{{actions: "elasticmapreduce:AddJobFlowSteps", resource: onCluster}},
		sync:   grants{{actions: "elasticmapreduce:DescribeStep elasticmapreduce:CancelSteps", resource: onCluster}},
		rule:   "StepFunctionsGetEventForEMRAddJobFlowStepsRule",
	},
	"elasticmapreduce:cancelStep":                      {grants: grants{{actions: "elasticmapreduce:CancelSteps", resource: onCluster}}},
	"elasticmapreduce:setClusterTerminationProtection": {grants: grants{{actions: "elasticmapreduce:SetTerminationProtection", resource: onCluster}}},
	"elasticmapreduce:modifyInstanceFleetByName":       {grants: grants{{actions: "elasticmapreduce:ModifyInstanceFleet elasticmapreduce:ListInstanceFleets", resource: onCluster}}},
	"elasticmapreduce:modifyInstanceGroupByName":       {grants: grants{{actions: "elasticmapreduce:ModifyInstanceGroups elasticmapreduce:ListInstanceGroups", resource: onCluster}}},

	"emr-containers:createVirtualCluster": {grants: grants{{actions: "emr-containers:CreateVirtualCluster", resource: "*"}}},
	"emr-containers:deleteVirtualCluster": {
		grants: grants{{actions: "emr-containers:DeleteVirtualCluster", resource: "arn:aws:emr-containers:region:account:/virtualclusters/{Id}"}},
		sync:   grants{{actions: "emr-containers:DescribeVirtualCluster", resource: "arn:aws:emr-containers:region:account:/virtualclusters/{Id}"}},
	},
	"emr-containers:startJobRun": {
		grants: grants{{actions: "emr-containers:StartJobRun", resource: "arn:aws:emr-containers:region:account:/virtualclusters/{VirtualClusterId}"}},
		sync:   grants{{actions: "emr-containers:DescribeJobRun emr-containers:CancelJobRun", resource: "arn:aws:emr-containers:region:account:/virtualclusters/{VirtualClusterId}/jobruns/*"}},
	},

	"emr-serverless:createApplication": {
		grants: grants{{actions: "emr-serverless:CreateApplication", resource: "arn:aws:emr-serverless:region:account:/*"}},
		sync:   grants{{actions: "emr-serverless:GetApplication emr-serverless:DeleteApplication", resource: "arn:aws:emr-serverless:region:account:/applications/*"}},
		rule:   "StepFunctionsGetEventsForEMRServerlessApplicationRule",
	},
	"emr-serverless:startApplication": {
		grants: grants{{actions: "emr-serverless:StartApplication", resource: onApplication}},
		sync:   grants{{actions: "emr-serverless:GetApplication emr-serverless:StopApplication", resource: onApplication}},
		rule:   "StepFunctionsGetEventsForEMRServerlessApplicationRule",
	},
	"emr-serverless:stopApplication": {
		grants: grants{{actions: "emr-serverless:StopApplication", resource: onApplication}},
		sync:   grants{{actions: "emr-serverless:GetApplication", resource: onApplication}},
		rule:   "StepFunctionsGetEventsForEMRServerlessApplicationRule",
	},
	"emr-serverless:deleteApplication": {
		grants: grants{{actions: "emr-serverless:DeleteApplication", resource: onApplication}},
		sync:   grants{{actions: "emr-serverless:GetApplication", resource: onApplication}},
		rule:   "StepFunctionsGetEventsForEMRServerlessApplicationRule",
	},
	"emr-serverless:startJobRun": {
		grants: grants{
			{actions: "emr-serverless:StartJobRun", resource: onApplication},
			{actions: "iam:PassRole", resource: "{ExecutionRoleArn}", to: "emr-serverless.amazonaws.com"},
		},
		sync: grants{{actions: "emr-serverless:GetJobRun emr-serverless:CancelJobRun", resource: onApplication + "/jobruns/*"}},
		rule: "StepFunctionsGetEventsForEMRServerlessJobRule",
	},
	"emr-serverless:cancelJobRun": {
		grants: grants{{actions: "emr-serverless:CancelJobRun", resource: onApplication + "/jobruns/{JobRunId}"}},
		sync:   grants{{actions: "emr-serverless:GetJobRun", resource: onApplication + "/jobruns/{JobRunId}"}},
		rule:   "StepFunctionsGetEventsForEMRServerlessJobRule",
	},

	"events:putEvents": {grants: grants{{actions: "events:PutEvents", resource: "arn:aws:events:region:account:event-bus/{Entries[].EventBusName|default}"}}},

	"glue:startJobRun": {
		grants: grants{{actions: "glue:StartJobRun", resource: "arn:aws:glue:region:account:job/{JobName}"}},
		sync:   grants{{actions: "glue:GetJobRun glue:GetJobRuns glue:BatchStopJobRun", resource: "arn:aws:glue:region:account:job/{JobName}"}},
	},

	// Of a connection's secret, EventBridge makes the name.
	"http:invoke": {grants: grants{
		{actions: "states:InvokeHTTPEndpoint", resource: "*"},
		{actions: "events:RetrieveConnectionCredentials", resource: "{Authentication.ConnectionArn}"},
		{actions: "events:RetrieveConnectionCredentials", resource: "{InvocationConfig.ConnectionArn?}"},
		{actions: "secretsmanager:GetSecretValue secretsmanager:DescribeSecret", resource: "arn:aws:secretsmanager:region:account:secret:events!connection/*"},
	}},

	"lambda:invoke": {grants: grants{{actions: "lambda:InvokeFunction", resource: "arn:aws:lambda:region:account:function:{FunctionName=}{:Qualifier|}"}}},

	"mediaconvert:createJob": {
		grants: grants{
			{actions: "mediaconvert:CreateJob", resource: "*"},
			{actions: "iam:PassRole", resource: "{Role}", to: "mediaconvert.amazonaws.com"},
		},
		sync: grants{{actions: "mediaconvert:GetJob mediaconvert:CancelJob", resource: "arn:aws:mediaconvert:region:account:jobs/*"}},
		rule: "StepFunctionsGetEventsForMediaConvertJobRule",
	},

	"sagemaker:createEndpoint": {grants: grants{
		{actions: "sagemaker:CreateEndpoint", resource: "arn:aws:sagemaker:region:account:endpoint/{EndpointName}"},
		{actions: "sagemaker:CreateEndpoint", resource: "arn:aws:sagemaker:region:account:endpoint-config/{EndpointConfigName}"},
	}},
	"sagemaker:updateEndpoint": {grants: grants{
		{actions: "sagemaker:UpdateEndpoint", resource: "arn:aws:sagemaker:region:account:endpoint/{EndpointName}"},
		{actions: "sagemaker:UpdateEndpoint", resource: "arn:aws:sagemaker:region:account:endpoint-config/{EndpointConfigName}"},
	}},
	"sagemaker:createEndpointConfig": {grants: grants{{actions: "sagemaker:CreateEndpointConfig", resource: "arn:aws:sagemaker:region:account:endpoint-config/{EndpointConfigName}"}}},
	"sagemaker:createModel": {grants: grants{
		{actions: "sagemaker:CreateModel", resource: "arn:aws:sagemaker:region:account:model/{ModelName}"},
		{actions: "iam:PassRole", resource: "{ExecutionRoleArn}", to: "sagemaker.amazonaws.com"},
	}},
	"sagemaker:createTrainingJob": sagemakerJob("TrainingJob", "training-job/{TrainingJobName}", "RoleArn", "StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
	"sagemaker:createTransformJob": {
		grants: grants{{actions: "sagemaker:CreateTransformJob", resource: "arn:aws:sagemaker:region:account:transform-job/{TransformJobName}"}},
		sync:   grants{{actions: "sagemaker:DescribeTransformJob sagemaker:StopTransformJob", resource: "arn:aws:sagemaker:region:account:transform-job/{TransformJobName}"}, {actions: "sagemaker:ListTags", resource: "*"}, {actions: "sagemaker:AddTags", resource: "arn:aws:sagemaker:region:account:transform-job/{TransformJobName}"}},
		rule:   "StepFunctionsGetEventsForSageMakerTransformJobsRule",
	},
	"sagemaker:createProcessingJob":           sagemakerJob("ProcessingJob", "processing-job/{ProcessingJobName}", "RoleArn", "StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
	"sagemaker:createLabelingJob":             sagemakerJob("LabelingJob", "labeling-job/{LabelingJobName}", "RoleArn", "StepFunctionsGetEventsForSageMakerLabelingJobsRule"),
	"sagemaker:createHyperParameterTuningJob": sagemakerJob("HyperParameterTuningJob", "hyper-parameter-tuning-job/{HyperParameterTuningJobName}", "TrainingJobDefinition.RoleArn", "StepFunctionsGetEventsForSageMakerTuningJobsRule"),

	"sns:publish": {grants: grants{ // to a topic, to an endpoint, or to a phone number, which is no resource
		{actions: "sns:Publish", resource: "{TopicArn?}"},
		{actions: "sns:Publish", resource: "{TargetArn?}"},
	}},
	"sqs:sendMessage": {grants: grants{{actions: "sqs:SendMessage", resource: onQueue}}},

	"states:startExecution": {
		grants: grants{{actions: "states:StartExecution", resource: "arn:aws:states:region:account:stateMachine:{StateMachineArn=}"}},
		sync:   grants{{actions: "states:DescribeExecution states:StopExecution", resource: "arn:aws:states:region:account:execution:{StateMachineArn@:6}:*"}},
		rule:   "StepFunctionsGetEventsForStepFunctionsExecutionRule",
	},
}

const (
	onCluster     = "arn:aws:elasticmapreduce:region:account:cluster/{ClusterId}"
	onApplication = "arn:aws:emr-serverless:region:account:/applications/{ApplicationId}"
	onQueue       = "arn:aws:sqs:region:{QueueUrl@/3}:{QueueUrl@/4}"
)

func onTable(actions string) integration {
	return integration{grants: grants{{actions: actions, resource: "arn:aws:dynamodb:region:account:table/{TableName}"}}}
}

// sagemakerJob is a job of SageMaker that runs in a role.
func sagemakerJob(kind, path, role, rule string) integration {
	resource := "arn:aws:sagemaker:region:account:" + path
	return integration{
		grants: grants{
			{actions: "sagemaker:Create" + kind, resource: resource},
			{actions: "iam:PassRole", resource: "{" + role + "}", to: "sagemaker.amazonaws.com"},
		},
		sync: grants{
			{actions: "sagemaker:Describe" + kind + " sagemaker:Stop" + kind, resource: resource},
			{actions: "sagemaker:ListTags", resource: "*"},
			{actions: "sagemaker:AddTags", resource: resource},
		},
		rule: rule,
	}
}
