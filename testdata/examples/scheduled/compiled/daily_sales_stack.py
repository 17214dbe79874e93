# Compiled by orklint from the workflow daily_sales; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class DailySalesStack(Stack):
    """Draws yesterday's sales and mails them, at six on working days."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        count_sales_fn = PythonFunction(
            self,
            "count_sales_fn",
            entry="lambdas",
            index="sales.py",
            handler="count_sales",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.minutes(1),
            tracing=lambda_.Tracing.ACTIVE,
        )
        draw_chart_fn = PythonFunction(
            self,
            "draw_chart_fn",
            entry="lambdas",
            index="sales.py",
            handler="draw_chart",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.minutes(1),
            tracing=lambda_.Tracing.ACTIVE,
        )
        mail_chart_fn = PythonFunction(
            self,
            "mail_chart_fn",
            entry="lambdas",
            index="sales.py",
            handler="mail_chart",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.minutes(1),
            tracing=lambda_.Tracing.ACTIVE,
        )

        count_sales = tasks.LambdaInvoke(
            self,
            "count_sales",
            lambda_function=count_sales_fn,
            payload_response_only=True,
        )
        draw_chart = tasks.LambdaInvoke(
            self,
            "draw_chart",
            lambda_function=draw_chart_fn,
            payload_response_only=True,
        )
        mail_chart = tasks.LambdaInvoke(
            self,
            "mail_chart",
            lambda_function=mail_chart_fn,
            payload_response_only=True,
        )

        definition = count_sales.next(draw_chart).next(mail_chart)
        self.state_machine = sfn.StateMachine(
            self,
            "daily_sales",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Draws yesterday's sales and mails them, at six on working days.",
            timeout=Duration.minutes(30),
            tracing_enabled=True,
        )

        events.Rule(
            self,
            "daily_sales_schedule",
            schedule=events.Schedule.expression("cron(0 6 ? * MON-FRI *)"),
            targets=[targets.SfnStateMachine(self.state_machine)],
        )
