# Compiled by orklint from the workflow pictures; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_go_alpha import GoFunction
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class PicturesStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        resize_fn = GoFunction(
            self,
            "resize_fn",
            entry="functions/resize",
            runtime=lambda_.Runtime.PROVIDED_AL2023,
            memory_size=512,
            tracing=lambda_.Tracing.ACTIVE,
        )
        index_fn = PythonFunction(
            self,
            "index_fn",
            entry="lambdas",
            index="main.py",
            handler="index",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(5),
            memory_size=512,
            tracing=lambda_.Tracing.ACTIVE,
        )

        resize = tasks.LambdaInvoke(
            self,
            "resize",
            lambda_function=resize_fn,
            payload_response_only=True,
        )
        resize_failed = sfn.Pass(self, "resize_failed")
        resize.add_catch(resize_failed)
        map_resize = sfn.Map(self, "map_resize").item_processor(resize)

        index = tasks.LambdaInvoke(
            self,
            "index",
            lambda_function=index_fn,
            payload_response_only=True,
        )

        definition = map_resize.next(index)
        self.state_machine = sfn.StateMachine(
            self,
            "pictures",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
