# Compiled by orklint from the workflow seed_tuple; change its .ork file instead.

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


def seed_tuple(scope: Construct) -> sfn.IChainable:
    x_fn = PythonFunction(
        scope,
        "x_fn",
        entry="lambdas",
        index="main.py",
        handler="x",
        runtime=lambda_.Runtime.PYTHON_3_13,
        tracing=lambda_.Tracing.ACTIVE,
    )
    y_fn = PythonFunction(
        scope,
        "y_fn",
        entry="lambdas",
        index="main.py",
        handler="y",
        runtime=lambda_.Runtime.PYTHON_3_13,
        tracing=lambda_.Tracing.ACTIVE,
    )
    z_fn = PythonFunction(
        scope,
        "z_fn",
        entry="lambdas",
        index="main.py",
        handler="z",
        runtime=lambda_.Runtime.PYTHON_3_13,
        tracing=lambda_.Tracing.ACTIVE,
    )
    g_fn = PythonFunction(
        scope,
        "g_fn",
        entry="lambdas",
        index="main.py",
        handler="g",
        runtime=lambda_.Runtime.PYTHON_3_13,
        tracing=lambda_.Tracing.ACTIVE,
    )

    x = tasks.LambdaInvoke(scope, "x", lambda_function=x_fn, payload_response_only=True)
    y = tasks.LambdaInvoke(scope, "y", lambda_function=y_fn, payload_response_only=True)

    z = tasks.LambdaInvoke(scope, "z", lambda_function=z_fn, payload_response_only=True)
    z_failed = sfn.Pass(scope, "z_failed")
    z.add_catch(z_failed)
    g = tasks.LambdaInvoke(scope, "g", lambda_function=g_fn, payload_response_only=True)
    g_failed = sfn.Pass(scope, "g_failed")
    g.add_catch(g_failed)
    parallelize_z_g = sfn.Parallel(scope, "parallelize_z_g").branch(z, g)

    return x.next(y).next(parallelize_z_g)
