# Compiled by orklint from the workflow version; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class VersionStack(Stack):
    """All at once"""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        table_parameter = CfnParameter(self, "Table")

        definition = sfn.DefinitionBody.from_string(
            Stack.of(self).to_json_string({
                "Comment": "All at once",
                "QueryLanguage": "JSONata",
                "Version": "1.0",
                "TimeoutSeconds": 60,
                "StartAt": "audit",
                "States": {
                    "audit": {
                        "Type": "Task",
                        "Resource": f"arn:{Aws.PARTITION}:lambda:eu-west-1:123456789012:function:audit",
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
                        "Next": "save",
                    },
                    "save": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::dynamodb:putItem",
                        "Arguments": {"TableName": table_parameter.value_as_string},
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Comment": "Keeps the order",
                                "Output": {"saved": sfn.JsonPath.DISCARD},
                                "Next": "gave_up",
                            },
                        ],
                        "End": True,
                    },
                    "gave_up": {"Type": "Fail", "Error": "GaveUp"},
                },
            }),
        )
        self.state_machine = sfn.StateMachine(
            self,
            "version",
            definition_body=definition,
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["lambda:InvokeFunction"],
            resources=[
                f"arn:{Aws.PARTITION}:lambda:eu-west-1:123456789012:function:audit",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["dynamodb:PutItem"],
            resources=[
                f"arn:{Aws.PARTITION}:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/{table_parameter.value_as_string}",
            ],
        ))
