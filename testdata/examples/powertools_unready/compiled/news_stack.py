# Compiled by orklint from the workflow news; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class NewsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        read_feed_fn = PythonFunction(
            self,
            "read_feed_fn",
            entry="lambdas",
            index="main.py",
            handler="read_feed",
            runtime=lambda_.Runtime.PYTHON_3_13,
            environment={
                "POWERTOOLS_SERVICE_NAME": "read_feed",
                "POWERTOOLS_METRICS_NAMESPACE": "read_feed",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        store_news_fn = PythonFunction(
            self,
            "store_news_fn",
            entry="lambdas",
            index="main.py",
            handler="store_news",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(10),
            environment={
                "POWERTOOLS_SERVICE_NAME": "store_news",
                "POWERTOOLS_METRICS_NAMESPACE": "store_news",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        tidy_up_fn = PythonFunction(
            self,
            "tidy_up_fn",
            entry="lambdas",
            index="main.py",
            handler="tidy_up",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        read_feed = tasks.LambdaInvoke(
            self,
            "read_feed",
            lambda_function=read_feed_fn,
            payload_response_only=True,
        )
        store_news = tasks.LambdaInvoke(
            self,
            "store_news",
            lambda_function=store_news_fn,
            payload_response_only=True,
        )
        tidy_up = tasks.LambdaInvoke(
            self,
            "tidy_up",
            lambda_function=tidy_up_fn,
            payload_response_only=True,
        )

        definition = read_feed.next(store_news).next(tidy_up)
        self.state_machine = sfn.StateMachine(
            self,
            "news",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
