# Compiled by orklint from the workflow weather_harvest; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class WeatherHarvestStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        gather_parameter = CfnParameter(self, "Gather")
        gather_fn = lambda_.Function.from_function_arn(
            self,
            "gather_fn",
            gather_parameter.value_as_string,
        )
        harvest_bucket_parameter = CfnParameter(self, "HarvestBucket")
        indexer_arn_parameter = CfnParameter(self, "IndexerArn")

        definition = sfn.DefinitionBody.from_string(
            Stack.of(self).to_json_string({
                "TimeoutSeconds": 10800,
                "StartAt": "remember_network",
                "States": {
                    "remember_network": {
                        "Type": "Pass",
                        "QueryLanguage": "JSONata",
                        "Assign": {
                            "network": "{% $states.input.network %}",
                            "stations": "{% $states.input.stations %}",
                            "bucket": harvest_bucket_parameter.value_as_string,
                            "day": "{% $split($states.context.Execution.StartTime, \"T\")[0] %}",
                            "code": 200,
                        },
                        "Next": "remember_places",
                    },
                    "remember_places": {
                        "Type": "Pass",
                        "QueryLanguage": "JSONata",
                        "Assign": {
                            "log": "{% \"logs/\" & $day & \"/\" & $network %}",
                            "indexer": f"{{% \"{indexer_arn_parameter.value_as_string}\" %}}",
                        },
                        "Next": "log_start",
                    },
                    "log_start": {
                        "Type": "Task",
                        "QueryLanguage": "JSONata",
                        "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                        "Arguments": {
                            "Bucket": "{% $bucket %}",
                            "Key": "{% $log & \"/start.json\" %}",
                            "Body": {
                                "network": "{% $network %}",
                                "code": 200,
                                "rows": 0,
                            },
                        },
                        "Retry": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "IntervalSeconds": 1,
                                "MaxAttempts": 3,
                                "BackoffRate": 2,
                            },
                        ],
                        "Next": "gather_all",
                    },
                    "gather_all": {
                        "Type": "Map",
                        "QueryLanguage": "JSONata",
                        "ItemReader": {
                            "Resource": "arn:aws:states:::s3:getObject",
                            "ReaderConfig": {
                                "InputType": "CSV",
                                "CSVHeaderLocation": "FIRST_ROW",
                            },
                            "Arguments": {
                                "Bucket": "{% $bucket %}",
                                "Key": "{% $stations %}",
                            },
                        },
                        "ItemBatcher": {
                            "MaxItemsPerBatch": 500,
                            "BatchInput": {
                                "network": "{% $network %}",
                                "bucket": "{% $bucket %}",
                                "log": "{% $log %}",
                            },
                        },
                        "MaxConcurrency": 1,
                        "ItemProcessor": {
                            "ProcessorConfig": {
                                "Mode": "DISTRIBUTED",
                                "ExecutionType": "STANDARD",
                            },
                            "StartAt": "gather",
                            "States": {
                                "gather": {
                                    "Type": "Task",
                                    "QueryLanguage": "JSONata",
                                    "Resource": gather_fn.function_arn,
                                    "Arguments": {
                                        "readings": "{% $states.input.Items %}",
                                        "network": "{% $states.input.BatchInput.network %}",
                                    },
                                    "Retry": [
                                        {
                                            "ErrorEquals": [
                                                "Lambda.TooManyRequestsException",
                                            ],
                                            "IntervalSeconds": 2,
                                            "MaxAttempts": 6,
                                            "JitterStrategy": "FULL",
                                        },
                                    ],
                                    "Catch": [
                                        {
                                            "ErrorEquals": ["States.ALL"],
                                            "Output": {
                                                "log": "{% $states.input.BatchInput.log %}",
                                                "bucket": "{% $states.input.BatchInput.bucket %}",
                                                "trouble": "{% $states.errorOutput %}",
                                            },
                                            "Next": "count_batch",
                                        },
                                    ],
                                    "End": True,
                                },
                                "count_batch": {
                                    "Type": "Task",
                                    "QueryLanguage": "JSONata",
                                    "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                                    "Arguments": {
                                        "Namespace": "Weather",
                                        "MetricData": [
                                            {
                                                "MetricName": "Lost",
                                                "Value": 1,
                                                "Unit": "Count",
                                            },
                                        ],
                                    },
                                    "Output": "{% $states.input %}",
                                    "Next": "log_batch",
                                },
                                "log_batch": {
                                    "Type": "Task",
                                    "QueryLanguage": "JSONata",
                                    "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                                    "Arguments": {
                                        "Bucket": "{% $states.input.bucket %}",
                                        "Key": "{% $states.input.log & \"/\" & $uuid() & \".json\" %}",
                                        "Body": {
                                            "code": 500,
                                            "story": "{% $states.input.trouble %}",
                                        },
                                    },
                                    "Retry": [
                                        {
                                            "ErrorEquals": ["States.ALL"],
                                            "IntervalSeconds": 1,
                                            "MaxAttempts": 3,
                                            "BackoffRate": 2,
                                        },
                                    ],
                                    "Next": "fail_BatchLost",
                                },
                                "fail_BatchLost": {
                                    "Type": "Fail",
                                    "Error": "BatchLost",
                                    "Cause": "A batch could not be gathered; its log says why.",
                                },
                            },
                        },
                        "Output": {"story": "All is gathered."},
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Assign": {"code": 500},
                                "Output": {"story": "{% $states.errorOutput %}"},
                                "Next": "count_run",
                            },
                        ],
                        "Next": "build_index",
                    },
                    "count_run": {
                        "Type": "Task",
                        "QueryLanguage": "JSONata",
                        "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                        "Arguments": {
                            "Namespace": "Weather",
                            "MetricData": [
                                {"MetricName": "Lost", "Value": 1, "Unit": "Count"},
                            ],
                        },
                        "Output": "{% $states.input %}",
                        "Next": "log_end",
                    },
                    "build_index": {
                        "Type": "Task",
                        "Comment": "Builds the index of what was gathered.",
                        "QueryLanguage": "JSONata",
                        "Resource": "arn:aws:states:::states:startExecution.sync:2",
                        "Arguments": {
                            "StateMachineArn": "{% $indexer %}",
                            "Input": {"network": "{% $network %}"},
                        },
                        "Output": {"story": "All is gathered and indexed."},
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Assign": {"code": 500},
                                "Output": {"story": "{% $states.errorOutput %}"},
                                "Next": "log_end",
                            },
                        ],
                        "Next": "log_end",
                    },
                    "log_end": {
                        "Type": "Task",
                        "QueryLanguage": "JSONata",
                        "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                        "Arguments": {
                            "Bucket": "{% $bucket %}",
                            "Key": "{% $log & \"/end.json\" %}",
                            "Body": {
                                "network": "{% $network %}",
                                "code": "{% $code %}",
                                "story": "{% $states.input.story %}",
                            },
                        },
                        "Retry": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "IntervalSeconds": 1,
                                "MaxAttempts": 3,
                                "BackoffRate": 2,
                            },
                        ],
                        "Next": "choice",
                    },
                    "choice": {
                        "Type": "Choice",
                        "QueryLanguage": "JSONata",
                        "Choices": [
                            {"Condition": "{% $code >= 500 %}", "Next": "fail"},
                        ],
                        "Default": "harvested",
                    },
                    "fail": {"Type": "Fail"},
                    "harvested": {"Type": "Succeed"},
                },
            }),
        )
        self.state_machine = sfn.StateMachine(
            self,
            "weather_harvest",
            definition_body=definition,
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["s3:PutObject", "s3:GetObject"],
            resources=[f"arn:{Aws.PARTITION}:s3:::*/*"],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["lambda:InvokeFunction"],
            resources=[gather_fn.function_arn],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["cloudwatch:PutMetricData"],
            resources=["*"],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:StartExecution"],
            resources=[
                f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:stateMachine:*",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:DescribeExecution", "states:StopExecution"],
            resources=[
                f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:*:*",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            resources=[
                f"arn:{Aws.PARTITION}:events:{Aws.REGION}:{Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
            ],
        ))
        self.state_machine.role.attach_inline_policy(iam.Policy(
            self,
            "weather_harvest_own_executions",
            statements=[
                iam.PolicyStatement(
                    actions=["states:StartExecution"],
                    resources=[self.state_machine.state_machine_arn],
                ),
                iam.PolicyStatement(
                    actions=["states:DescribeExecution", "states:StopExecution"],
                    resources=[
                        f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:{self.state_machine.state_machine_name}/*:*",
                    ],
                ),
            ],
        ))
