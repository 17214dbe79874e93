from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction

submit_fn = PythonFunction(
    self,
    "submit_fn",
    entry="lambdas",
    index="main.py",
    handler="submit",
    runtime=lambda_.Runtime.PYTHON_3_13,
    tracing=lambda_.Tracing.ACTIVE,
)

submit = tasks.LambdaInvoke(
    self,
    "submit",
    lambda_function=submit_fn,
    output_path="$.Payload",
)
