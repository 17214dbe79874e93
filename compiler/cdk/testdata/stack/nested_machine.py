# Compiled by orklint from the workflow nested_machine; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Fn, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class NestedMachineStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        clean_up_parameter = CfnParameter(self, "CleanUp")

        clean = sfn.CustomState(
            self,
            "clean",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::states:startExecution.sync:2",
                "Parameters": {
                    "StateMachineArn": clean_up_parameter.value_as_string,
                    "Input.$": "$",
                },
                "OutputPath": "$.Output",
            },
        )

        definition = clean
        self.state_machine = sfn.StateMachine(
            self,
            "nested_machine",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:StartExecution"],
            resources=[clean_up_parameter.value_as_string],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:DescribeExecution", "states:StopExecution"],
            resources=[
                Fn.join(
                    "",
                    [
                        f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:",
                        Fn.select(6, Fn.split(":", clean_up_parameter.value_as_string)),
                        ":*",
                    ],
                ),
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            resources=[
                f"arn:{Aws.PARTITION}:events:{Aws.REGION}:{Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
            ],
        ))
