# Compiled by orklint from the workflow distributed; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class DistributedStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        thumbnail_fn = PythonFunction(
            self,
            "thumbnail_fn",
            entry="lambdas",
            index="main.py",
            handler="thumbnail",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        report_fn = PythonFunction(
            self,
            "report_fn",
            entry="lambdas",
            index="main.py",
            handler="report",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        topic_parameter = CfnParameter(self, "Topic")

        map_objects = sfn.CustomState(
            self,
            "map_objects",
            state_json={
                "Type": "Map",
                "ItemReader": {
                    "Resource": "arn:aws:states:::s3:listObjectsV2",
                    "Parameters": {"Bucket.$": "$.bucket"},
                },
                "MaxConcurrency": 0,
                "ToleratedFailurePercentage": 100,
                "Label": "objects",
                "ItemProcessor": {
                    "ProcessorConfig": {
                        "Mode": "DISTRIBUTED",
                        "ExecutionType": "EXPRESS",
                    },
                    "StartAt": "thumbnail",
                    "States": {
                        "thumbnail": {
                            "Type": "Task",
                            "Resource": thumbnail_fn.function_arn,
                            "Retry": [
                                {
                                    "ErrorEquals": [
                                        "Lambda.ClientExecutionTimeoutException",
                                        "Lambda.ServiceException",
                                        "Lambda.AWSLambdaException",
                                        "Lambda.SdkClientException",
                                    ],
                                    "IntervalSeconds": 2,
                                    "MaxAttempts": 6,
                                    "BackoffRate": 2,
                                },
                            ],
                            "Next": "log",
                        },
                        "log": {
                            "Type": "Task",
                            "Resource": "arn:aws:states:::sns:publish",
                            "Parameters": {
                                "TopicArn": topic_parameter.value_as_string,
                                "Message.$": "$",
                            },
                            "End": True,
                        },
                    },
                },
            },
        )
        report = tasks.LambdaInvoke(
            self,
            "report",
            lambda_function=report_fn,
            payload_response_only=True,
        )

        definition = map_objects.next(report)
        self.state_machine = sfn.StateMachine(
            self,
            "distributed",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["s3:ListBucket"],
            resources=[f"arn:{Aws.PARTITION}:s3:::*"],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["lambda:InvokeFunction"],
            resources=[thumbnail_fn.function_arn],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["sns:Publish"],
            resources=[topic_parameter.value_as_string],
        ))
        self.state_machine.role.attach_inline_policy(iam.Policy(
            self,
            "distributed_own_executions",
            statements=[
                iam.PolicyStatement(
                    actions=["states:StartExecution"],
                    resources=[self.state_machine.state_machine_arn],
                ),
                iam.PolicyStatement(
                    actions=["states:DescribeExecution", "states:StopExecution"],
                    resources=[
                        f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:{self.state_machine.state_machine_name}/objects:*",
                    ],
                ),
            ],
        ))
