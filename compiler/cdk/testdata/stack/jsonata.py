# Compiled by orklint from the workflow jsonata; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class JsonataStack(Stack):
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
        price_fn = PythonFunction(
            self,
            "price_fn",
            entry="lambdas",
            index="main.py",
            handler="price",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        submit = tasks.LambdaInvoke(
            self,
            "submit",
            lambda_function=submit_fn,
            assign={"total": "{% $sum($states.result.Payload.prices) %}"},
            outputs="{% $states.result.Payload %}",
            query_language=sfn.QueryLanguage.JSONATA,
        )
        dear = sfn.Choice(self, "dear", query_language=sfn.QueryLanguage.JSONATA)
        wait = sfn.Wait(
            self,
            "wait",
            time=sfn.WaitTime.seconds("{% $total %}"),
            query_language=sfn.QueryLanguage.JSONATA,
        )

        price = tasks.LambdaInvoke(
            self,
            "price",
            lambda_function=price_fn,
            payload_response_only=True,
            payload=sfn.TaskInput.from_object({"id": "{% $states.input.id %}"}),
            query_language=sfn.QueryLanguage.JSONATA,
        )
        each = sfn.Map(
            self,
            "each",
            items=sfn.ProvideItems.jsonata("{% $states.input.items %}"),
            max_concurrency=3,
            query_language=sfn.QueryLanguage.JSONATA,
        ).item_processor(price)

        gave_up = sfn.Pass(
            self,
            "gave_up",
            outputs={"ok": False},
            query_language=sfn.QueryLanguage.JSONATA,
        )
        submit.add_catch(gave_up, outputs="{% $states.errorOutput %}")
        (
            dear
            .when(
                sfn.Condition.jsonata("{% $total > 100 %}"),
                gave_up,
                outputs={"total": "{% $total %}"},
            )
            .otherwise(wait)
        )
        wait.next(each)

        definition = submit.next(dear)
        self.state_machine = sfn.StateMachine(
            self,
            "jsonata",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            query_language=sfn.QueryLanguage.JSONATA,
            tracing_enabled=True,
        )
