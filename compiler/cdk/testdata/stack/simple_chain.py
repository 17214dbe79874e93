# Compiled by orklint from the workflow simple_chain; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class SimpleChainStack(Stack):
    """Handles a job from its submission to the invoice."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        submit_job_fn = PythonFunction(
            self,
            "submit_job_fn",
            entry="lambdas",
            index="main.py",
            handler="submit_job",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        read_result_fn = PythonFunction(
            self,
            "read_result_fn",
            entry="lambdas",
            index="main.py",
            handler="read_result",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        notify_customer_fn = PythonFunction(
            self,
            "notify_customer_fn",
            entry="lambdas",
            index="main.py",
            handler="notify_customer",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        write_invoice_fn = PythonFunction(
            self,
            "write_invoice_fn",
            entry="lambdas",
            index="main.py",
            handler="write_invoice",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        close_case_fn = PythonFunction(
            self,
            "close_case_fn",
            entry="lambdas",
            index="main.py",
            handler="close_case",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        submit_job = tasks.LambdaInvoke(
            self,
            "submit_job",
            lambda_function=submit_job_fn,
            payload_response_only=True,
        )
        read_result = tasks.LambdaInvoke(
            self,
            "read_result",
            lambda_function=read_result_fn,
            payload_response_only=True,
        )
        notify_customer = tasks.LambdaInvoke(
            self,
            "notify_customer",
            lambda_function=notify_customer_fn,
            payload_response_only=True,
        )
        write_invoice = tasks.LambdaInvoke(
            self,
            "write_invoice",
            lambda_function=write_invoice_fn,
            payload_response_only=True,
        )
        close_case = tasks.LambdaInvoke(
            self,
            "close_case",
            lambda_function=close_case_fn,
            payload_response_only=True,
        )

        definition = (
            submit_job
            .next(read_result)
            .next(notify_customer)
            .next(write_invoice)
            .next(close_case)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "simple_chain",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Handles a job from its submission to the invoice.",
            tracing_enabled=True,
        )
