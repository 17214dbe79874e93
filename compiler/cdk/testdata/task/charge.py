from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction

charge_fn = PythonFunction(
    self,
    "charge_fn",
    entry="lambdas",
    index="main.py",
    handler="charge",
    runtime=lambda_.Runtime.PYTHON_3_13,
    description="Charges the customer's card, and says \"thanks\".",
    timeout=Duration.seconds(90),
    memory_size=512,
    layers=[
        lambda_.LayerVersion.from_layer_version_arn(
            self,
            "charge_layer",
            "arn:aws:lambda:eu-west-1:123456789012:layer:shared:3",
        ),
    ],
    environment={
        "POWERTOOLS_METRICS_NAMESPACE": "charge",
        "POWERTOOLS_LOGGER_LOG_EVENT": "false",
        "POWERTOOLS_TRACER_CAPTURE_RESPONSE": "true",
        "POWERTOOLS_SERVICE_NAME": "checkout",
        "STAGE": "prod",
    },
    tracing=lambda_.Tracing.PASS_THROUGH,
    reserved_concurrent_executions=10,
)

charge = tasks.LambdaInvoke(
    self,
    "charge",
    lambda_function=charge_fn,
    payload_response_only=True,
    comment="Charges the customer's card, and says \"thanks\".",
)
