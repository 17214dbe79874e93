# Compiled by orklint from the workflow checkout; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class CheckoutStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        take_order_fn = PythonFunction(
            self,
            "take_order_fn",
            entry="lambdas",
            index="main.py",
            handler="take_order",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "take_order",
                "POWERTOOLS_METRICS_NAMESPACE": "take_order",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        charge_fn = PythonFunction(
            self,
            "charge_fn",
            entry="lambdas",
            index="main.py",
            handler="charge",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(15),
            environment={
                "POWERTOOLS_SERVICE_NAME": "charge",
                "POWERTOOLS_METRICS_NAMESPACE": "charge",
                "POWERTOOLS_LOGGER_LOG_EVENT": "false",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        confirm_fn = PythonFunction(
            self,
            "confirm_fn",
            entry="lambdas",
            index="main.py",
            handler="confirm",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "confirm",
                "POWERTOOLS_METRICS_NAMESPACE": "confirm",
                "POWERTOOLS_TRACER_CAPTURE_RESPONSE": "false",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )

        take_order = tasks.LambdaInvoke(
            self,
            "take_order",
            lambda_function=take_order_fn,
            payload_response_only=True,
        )
        charge = tasks.LambdaInvoke(
            self,
            "charge",
            lambda_function=charge_fn,
            payload_response_only=True,
        )
        confirm = tasks.LambdaInvoke(
            self,
            "confirm",
            lambda_function=confirm_fn,
            payload_response_only=True,
        )

        definition = take_order.next(charge).next(confirm)
        self.state_machine = sfn.StateMachine(
            self,
            "checkout",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
