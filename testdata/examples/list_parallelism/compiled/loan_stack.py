# Compiled by orklint from the workflow loan; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class LoanStack(Stack):
    """Decides on a loan from three independent answers."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        read_application_fn = PythonFunction(
            self,
            "read_application_fn",
            entry="lambdas",
            index="main.py",
            handler="read_application",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        find_accounts_fn = PythonFunction(
            self,
            "find_accounts_fn",
            entry="lambdas",
            index="main.py",
            handler="find_accounts",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        sum_balances_fn = PythonFunction(
            self,
            "sum_balances_fn",
            entry="lambdas",
            index="main.py",
            handler="sum_balances",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        credit_score_fn = PythonFunction(
            self,
            "credit_score_fn",
            entry="lambdas",
            index="main.py",
            handler="credit_score",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        check_identity_fn = PythonFunction(
            self,
            "check_identity_fn",
            entry="lambdas",
            index="main.py",
            handler="check_identity",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        decide_fn = PythonFunction(
            self,
            "decide_fn",
            entry="lambdas",
            index="main.py",
            handler="decide",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        read_application = tasks.LambdaInvoke(
            self,
            "read_application",
            lambda_function=read_application_fn,
            payload_response_only=True,
        )

        find_accounts = tasks.LambdaInvoke(
            self,
            "find_accounts",
            lambda_function=find_accounts_fn,
            payload_response_only=True,
        )
        sum_balances = tasks.LambdaInvoke(
            self,
            "sum_balances",
            lambda_function=sum_balances_fn,
            payload_response_only=True,
        )
        credit_score = tasks.LambdaInvoke(
            self,
            "credit_score",
            lambda_function=credit_score_fn,
            payload_response_only=True,
        )
        check_identity = tasks.LambdaInvoke(
            self,
            "check_identity",
            lambda_function=check_identity_fn,
            payload_response_only=True,
        )
        parallelize_find_accounts_credit_score_check_identity = sfn.Parallel(
            self,
            "parallelize_find_accounts_credit_score_check_identity",
        ).branch(find_accounts.next(sum_balances), credit_score, check_identity)

        decide = tasks.LambdaInvoke(
            self,
            "decide",
            lambda_function=decide_fn,
            payload_response_only=True,
        )

        definition = (
            read_application
            .next(parallelize_find_accounts_credit_score_check_identity)
            .next(decide)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "loan",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Decides on a loan from three independent answers.",
            tracing_enabled=True,
        )
