# Compiled by orklint from the workflow retried; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class RetriedStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        charge_fn = PythonFunction(
            self,
            "charge_fn",
            entry="lambdas",
            index="main.py",
            handler="charge",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        ship_fn = PythonFunction(
            self,
            "ship_fn",
            entry="lambdas",
            index="main.py",
            handler="ship",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        refund_fn = PythonFunction(
            self,
            "refund_fn",
            entry="lambdas",
            index="main.py",
            handler="refund",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        charge = tasks.LambdaInvoke(
            self,
            "charge",
            lambda_function=charge_fn,
            payload_response_only=True,
            task_timeout=sfn.Timeout.duration(Duration.seconds(30)),
            result_path="$.receipt",
        )
        charge.add_retry(
            errors=["States.Timeout", "Card.Busy"],
            interval=Duration.seconds(2),
            max_attempts=0,
            backoff_rate=1.5,
            max_delay=Duration.minutes(2),
            jitter_strategy=sfn.JitterType.FULL,
        )
        charge.add_retry(errors=["States.ALL"])
        ship = tasks.LambdaInvoke(
            self,
            "ship",
            lambda_function=ship_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        refund = tasks.LambdaInvoke(
            self,
            "refund",
            lambda_function=refund_fn,
            payload_response_only=True,
        )
        sorry = sfn.Succeed(self, "sorry", comment="Money is back")
        unexpected = sfn.Fail(
            self,
            "unexpected",
            error="Unexpected",
            cause="Charging failed for a reason that \"we\" don't know.",
        )
        charge.add_catch(refund, errors=["CardDeclined"], result_path="$.error")
        charge.add_catch(unexpected, result_path=sfn.JsonPath.DISCARD)
        refund.next(sorry)

        definition = charge.next(ship)
        self.state_machine = sfn.StateMachine(
            self,
            "retried",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
