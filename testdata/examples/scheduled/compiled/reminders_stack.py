# Compiled by orklint from the workflow reminders; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class RemindersStack(Stack):
    """Reminds customers of unpaid bills."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        find_unpaid_fn = PythonFunction(
            self,
            "find_unpaid_fn",
            entry="lambdas",
            index="unpaid.py",
            handler="find_unpaid",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.minutes(1),
            tracing=lambda_.Tracing.ACTIVE,
        )
        remind_fn = PythonFunction(
            self,
            "remind_fn",
            entry="lambdas",
            index="unpaid.py",
            handler="remind",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.minutes(1),
            tracing=lambda_.Tracing.ACTIVE,
        )

        find_unpaid = tasks.LambdaInvoke(
            self,
            "find_unpaid",
            lambda_function=find_unpaid_fn,
            payload_response_only=True,
        )

        remind = tasks.LambdaInvoke(
            self,
            "remind",
            lambda_function=remind_fn,
            payload_response_only=True,
        )
        remind_failed = sfn.Pass(self, "remind_failed")
        remind.add_catch(remind_failed)
        map_remind = sfn.Map(self, "map_remind").item_processor(remind)

        definition = find_unpaid.next(map_remind)
        self.state_machine = sfn.StateMachine(
            self,
            "reminders",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Reminds customers of unpaid bills.",
            tracing_enabled=True,
        )

        events.Rule(
            self,
            "reminders_schedule",
            schedule=events.Schedule.expression("rate(12 hours)"),
            targets=[targets.SfnStateMachine(self.state_machine)],
        )
