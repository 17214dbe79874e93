# Compiled by orklint from the workflow fetch_page; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class FetchPageStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        fetch_page_fn = PythonFunction(
            self,
            "fetch_page_fn",
            entry="lambdas",
            index="main.py",
            handler="fetch_page",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(20),
            tracing=lambda_.Tracing.ACTIVE,
        )
        extract_text_fn = PythonFunction(
            self,
            "extract_text_fn",
            entry="lambdas",
            index="main.py",
            handler="extract_text",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        count_words_fn = PythonFunction(
            self,
            "count_words_fn",
            entry="lambdas",
            index="words.py",
            handler="count",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        fetch_page = tasks.LambdaInvoke(
            self,
            "fetch_page",
            lambda_function=fetch_page_fn,
            payload_response_only=True,
        )
        extract_text = tasks.LambdaInvoke(
            self,
            "extract_text",
            lambda_function=extract_text_fn,
            payload_response_only=True,
        )
        count_words = tasks.LambdaInvoke(
            self,
            "count_words",
            lambda_function=count_words_fn,
            payload_response_only=True,
        )

        definition = fetch_page.next(extract_text).next(count_words)
        self.state_machine = sfn.StateMachine(
            self,
            "fetch_page2",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
