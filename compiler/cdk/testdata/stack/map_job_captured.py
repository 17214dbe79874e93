# Compiled by orklint from the workflow map_job_captured; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class MapJobCapturedStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        list_items_fn = PythonFunction(
            self,
            "list_items_fn",
            entry="lambdas",
            index="main.py",
            handler="list_items",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        double_price_fn = PythonFunction(
            self,
            "double_price_fn",
            entry="lambdas",
            index="main.py",
            handler="double_price",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        add_up_fn = PythonFunction(
            self,
            "add_up_fn",
            entry="lambdas",
            index="main.py",
            handler="add_up",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        list_items = tasks.LambdaInvoke(
            self,
            "list_items",
            lambda_function=list_items_fn,
            payload_response_only=True,
        )

        double_price = tasks.LambdaInvoke(
            self,
            "double_price",
            lambda_function=double_price_fn,
            payload_response_only=True,
        )
        double_price_failed = sfn.Pass(self, "double_price_failed")
        double_price.add_catch(double_price_failed)
        map_double_price = sfn.Map(self, "map_double_price").item_processor(
            double_price,
        )

        add_up = tasks.LambdaInvoke(
            self,
            "add_up",
            lambda_function=add_up_fn,
            payload_response_only=True,
        )

        definition = list_items.next(map_double_price).next(add_up)
        self.state_machine = sfn.StateMachine(
            self,
            "map_job_captured",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
