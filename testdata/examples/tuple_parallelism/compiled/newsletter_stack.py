# Compiled by orklint from the workflow newsletter; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class NewsletterStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        write_issue_fn = PythonFunction(
            self,
            "write_issue_fn",
            entry="lambdas",
            index="main.py",
            handler="write_issue",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        render_mail_fn = PythonFunction(
            self,
            "render_mail_fn",
            entry="lambdas",
            index="main.py",
            handler="render_mail",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        send_mail_fn = PythonFunction(
            self,
            "send_mail_fn",
            entry="lambdas",
            index="main.py",
            handler="send_mail",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        post_to_feed_fn = PythonFunction(
            self,
            "post_to_feed_fn",
            entry="lambdas",
            index="main.py",
            handler="post_to_feed",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        call_webhooks_fn = PythonFunction(
            self,
            "call_webhooks_fn",
            entry="lambdas",
            index="main.py",
            handler="call_webhooks",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        report_fn = PythonFunction(
            self,
            "report_fn",
            entry="lambdas",
            index="main.py",
            handler="report",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        write_issue = tasks.LambdaInvoke(
            self,
            "write_issue",
            lambda_function=write_issue_fn,
            payload_response_only=True,
        )

        render_mail = tasks.LambdaInvoke(
            self,
            "render_mail",
            lambda_function=render_mail_fn,
            payload_response_only=True,
        )
        render_mail_failed = sfn.Pass(self, "render_mail_failed")
        send_mail = tasks.LambdaInvoke(
            self,
            "send_mail",
            lambda_function=send_mail_fn,
            payload_response_only=True,
        )
        send_mail_failed = sfn.Pass(self, "send_mail_failed")
        render_mail.add_catch(render_mail_failed)
        send_mail.add_catch(send_mail_failed)
        post_to_feed = tasks.LambdaInvoke(
            self,
            "post_to_feed",
            lambda_function=post_to_feed_fn,
            payload_response_only=True,
        )
        post_to_feed_failed = sfn.Pass(self, "post_to_feed_failed")
        post_to_feed.add_catch(post_to_feed_failed)
        call_webhooks = tasks.LambdaInvoke(
            self,
            "call_webhooks",
            lambda_function=call_webhooks_fn,
            payload_response_only=True,
        )
        call_webhooks_failed = sfn.Pass(self, "call_webhooks_failed")
        call_webhooks.add_catch(call_webhooks_failed)
        parallelize_render_mail_post_to_feed_call_webhooks = sfn.Parallel(self, "parallelize_render_mail_post_to_feed_call_webhooks").branch(
            render_mail.next(send_mail),
            post_to_feed,
            call_webhooks,
        )

        report = tasks.LambdaInvoke(
            self,
            "report",
            lambda_function=report_fn,
            payload_response_only=True,
        )

        definition = (
            write_issue
            .next(parallelize_render_mail_post_to_feed_call_webhooks)
            .next(report)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "newsletter",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
