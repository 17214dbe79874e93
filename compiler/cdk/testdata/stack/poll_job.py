# Compiled by orklint from the workflow poll_job; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class PollJobStack(Stack):
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
        get_status_fn = PythonFunction(
            self,
            "get_status_fn",
            entry="lambdas",
            index="main.py",
            handler="get_status",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        submit = tasks.LambdaInvoke(
            self,
            "submit",
            lambda_function=submit_fn,
            payload_response_only=True,
        )
        get_status = tasks.LambdaInvoke(
            self,
            "get_status",
            lambda_function=get_status_fn,
            payload_response_only=True,
        )
        done_ = sfn.Choice(self, "done?")
        wait_until = sfn.Wait(
            self,
            "wait until",
            time=sfn.WaitTime.timestamp_path("$.again_at"),
        )
        finished = sfn.Succeed(self, "finished")
        (
            done_
            .when(sfn.Condition.string_equals("$.status", "SUCCEEDED"), finished)
            .otherwise(wait_until)
        )
        wait_until.next(get_status)

        definition = submit.next(get_status).next(done_)
        self.state_machine = sfn.StateMachine(
            self,
            "poll_job",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
