# Compiled by orklint from the workflow awkward_names; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class AwkwardNamesStack(Stack):
    """Names that are "hard" to write,
    in two lines. */ ""\""""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        lambda_fn = PythonFunction(
            self,
            "lambda_fn",
            entry="lambdas",
            index="main.py",
            handler="lambda",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="It's \"quoted\", with \\ and\na second line, `ticks` and {braces}.",
            tracing=lambda_.Tracing.ACTIVE,
        )

        from2 = tasks.LambdaInvoke(
            self,
            "from",
            lambda_function=lambda_fn,
            payload_response_only=True,
            comment="It's {braced} and */ closed.",
        )
        a_b_c = tasks.LambdaInvoke(
            self,
            "a-b c",
            state_name="a/b c",
            lambda_function=lambda_fn,
            payload_response_only=True,
            comment="It's \"quoted\", with \\ and\na second line, `ticks` and {braces}.",
        )
        d_finition = sfn.Pass(
            self,
            "définition",
            result=sfn.Result.from_string(
                f"żółć 😀 \u0001 {lambda_fn.function_arn} {{x}} `y`",
            ),
        )
        self2 = sfn.Pass(self, "self", parameters={"a\"b": 1e3, "c d": ["x", "y"]})
        awkward_names = sfn.CustomState(
            self,
            "awkward_names",
            state_json={
                "Type": "Pass",
                "InputPath": sfn.JsonPath.DISCARD,
                "Result": sfn.JsonPath.DISCARD,
            },
        )
        _2nd = sfn.Pass(self, "2nd", result=sfn.Result.from_number(-0.5))

        definition = (
            from2
            .next(a_b_c)
            .next(d_finition)
            .next(self2)
            .next(awkward_names)
            .next(_2nd)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "awkward_names2",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Names that are \"hard\" to write,\nin two lines. */ \"\"\"",
            tracing_enabled=True,
        )
