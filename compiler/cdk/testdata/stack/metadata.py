# Compiled by orklint from the workflow metadata; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class MetadataStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        submit_fn = PythonFunction(
            self,
            "submit_fn",
            entry="lambdas",
            index="main.py",
            handler="submit",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        log_fn = PythonFunction(
            self,
            "log_fn",
            entry="lambdas",
            index="main.py",
            handler="log",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        ask_fn = PythonFunction(
            self,
            "ask_fn",
            entry="lambdas",
            index="main.py",
            handler="ask",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        store_fn = PythonFunction(
            self,
            "store_fn",
            entry="lambdas",
            index="main.py",
            handler="store",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        submit = tasks.LambdaInvoke(
            self,
            "submit",
            lambda_function=submit_fn,
            output_path="$.Payload",
        )
        log = tasks.LambdaInvoke(
            self,
            "log",
            lambda_function=log_fn,
            payload=sfn.TaskInput.from_json_path_at("$.entry"),
            invocation_type=tasks.LambdaInvocationType.EVENT,
            qualifier="live",
        )
        ask = tasks.LambdaInvoke(
            self,
            "ask",
            lambda_function=ask_fn,
            payload=sfn.TaskInput.from_object({
                "token": sfn.JsonPath.task_token,
                "question.$": "$.question",
            }),
            integration_pattern=sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        )
        store = tasks.LambdaInvoke(
            self,
            "store",
            lambda_function=store_fn,
            payload_response_only=True,
            payload=sfn.TaskInput.from_object({
                "answer.$": "$.answer",
                "source": "ask",
            }),
        )

        definition = submit.next(log).next(ask).next(store)
        self.state_machine = sfn.StateMachine(
            self,
            "metadata",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
