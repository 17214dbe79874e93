# Compiled by orklint from the workflow x; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class XStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        x_fn = PythonFunction(
            self,
            "x_fn",
            entry="lambdas",
            index="main.py",
            handler="x",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        y_fn = PythonFunction(
            self,
            "y_fn",
            entry="lambdas",
            index="main.py",
            handler="y",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        z_fn = PythonFunction(
            self,
            "z_fn",
            entry="lambdas",
            index="main.py",
            handler="z",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        g_fn = PythonFunction(
            self,
            "g_fn",
            entry="lambdas",
            index="main.py",
            handler="g",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        x = tasks.LambdaInvoke(
            self,
            "x",
            lambda_function=x_fn,
            payload_response_only=True,
        )
        y = tasks.LambdaInvoke(
            self,
            "y",
            lambda_function=y_fn,
            payload_response_only=True,
        )

        z = tasks.LambdaInvoke(
            self,
            "z",
            lambda_function=z_fn,
            payload_response_only=True,
        )
        g = tasks.LambdaInvoke(
            self,
            "g",
            lambda_function=g_fn,
            payload_response_only=True,
        )
        parallelize_z_g = sfn.Parallel(self, "parallelize_z_g").branch(z, g)

        definition = x.next(y).next(parallelize_z_g)
        self.state_machine = sfn.StateMachine(
            self,
            "x2",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
