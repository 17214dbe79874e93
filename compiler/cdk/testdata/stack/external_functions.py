# Compiled by orklint from the workflow external_functions; change its .ork file instead.

from aws_cdk import CfnParameter, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class ExternalFunctionsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        refund_parameter = CfnParameter(self, "Refund")
        refund_fn = lambda_.Function.from_function_arn(
            self,
            "refund_fn",
            refund_parameter.value_as_string,
        )
        audit_fn = lambda_.Function.from_function_arn(
            self,
            "audit_fn",
            "arn:aws:lambda:eu-west-1:123456789012:function:audit",
        )

        refund = tasks.LambdaInvoke(
            self,
            "refund",
            lambda_function=refund_fn,
            payload_response_only=True,
        )
        audit = tasks.LambdaInvoke(
            self,
            "audit",
            lambda_function=audit_fn,
            payload_response_only=True,
        )

        definition = refund.next(audit)
        self.state_machine = sfn.StateMachine(
            self,
            "external_functions",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
