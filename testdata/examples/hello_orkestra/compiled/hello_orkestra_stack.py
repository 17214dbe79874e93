# Compiled by orklint from the workflow hello_orkestra; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class HelloOrkestraStack(Stack):
    """Generates an item, prices ten copies of it, and greets."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        generate_item_fn = PythonFunction(
            self,
            "generate_item_fn",
            entry="lambdas",
            index="main.py",
            handler="generate_item",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="Makes an item at random.",
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "generate_item",
                "POWERTOOLS_METRICS_NAMESPACE": "generate_item",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        add_price_fn = PythonFunction(
            self,
            "add_price_fn",
            entry="lambdas",
            index="main.py",
            handler="add_price",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="Puts a price on an item.",
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "add_price",
                "POWERTOOLS_METRICS_NAMESPACE": "add_price",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        copy_item_fn = PythonFunction(
            self,
            "copy_item_fn",
            entry="lambdas",
            index="main.py",
            handler="copy_item",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="Makes ten of it.",
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "copy_item",
                "POWERTOOLS_METRICS_NAMESPACE": "copy_item",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        double_price_fn = PythonFunction(
            self,
            "double_price_fn",
            entry="lambdas",
            index="main.py",
            handler="double_price",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="Doubles the price of one item.",
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "double_price",
                "POWERTOOLS_METRICS_NAMESPACE": "double_price",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        do_nothing_fn = PythonFunction(
            self,
            "do_nothing_fn",
            entry="lambdas",
            index="main.py",
            handler="do_nothing",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "do_nothing",
                "POWERTOOLS_METRICS_NAMESPACE": "do_nothing",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        assert_false_fn = PythonFunction(
            self,
            "assert_false_fn",
            entry="lambdas",
            index="main.py",
            handler="assert_false",
            runtime=lambda_.Runtime.PYTHON_3_13,
            description="Fails, to show that do_nothing ends all the same.",
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "assert_false",
                "POWERTOOLS_METRICS_NAMESPACE": "assert_false",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        say_hello_fn = PythonFunction(
            self,
            "say_hello_fn",
            entry="lambdas",
            index="main.py",
            handler="say_hello",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "say_hello",
                "POWERTOOLS_METRICS_NAMESPACE": "say_hello",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )
        say_goodbye_fn = PythonFunction(
            self,
            "say_goodbye_fn",
            entry="lambdas",
            index="main.py",
            handler="say_goodbye",
            runtime=lambda_.Runtime.PYTHON_3_13,
            timeout=Duration.seconds(6),
            environment={
                "POWERTOOLS_SERVICE_NAME": "say_goodbye",
                "POWERTOOLS_METRICS_NAMESPACE": "say_goodbye",
            },
            tracing=lambda_.Tracing.ACTIVE,
        )

        generate_item = tasks.LambdaInvoke(
            self,
            "generate_item",
            lambda_function=generate_item_fn,
            payload_response_only=True,
            comment="Makes an item at random.",
        )
        add_price = tasks.LambdaInvoke(
            self,
            "add_price",
            lambda_function=add_price_fn,
            payload_response_only=True,
            comment="Puts a price on an item.",
        )
        copy_item = tasks.LambdaInvoke(
            self,
            "copy_item",
            lambda_function=copy_item_fn,
            payload_response_only=True,
            comment="Makes ten of it.",
        )

        double_price = tasks.LambdaInvoke(
            self,
            "double_price",
            lambda_function=double_price_fn,
            payload_response_only=True,
            comment="Doubles the price of one item.",
        )
        double_price_failed = sfn.Pass(self, "double_price_failed")
        double_price.add_catch(double_price_failed)
        map_double_price = sfn.Map(self, "map_double_price").item_processor(
            double_price,
        )

        do_nothing = tasks.LambdaInvoke(
            self,
            "do_nothing",
            lambda_function=do_nothing_fn,
            payload_response_only=True,
        )
        do_nothing_failed = sfn.Pass(self, "do_nothing_failed")
        do_nothing.add_catch(do_nothing_failed)
        assert_false = tasks.LambdaInvoke(
            self,
            "assert_false",
            lambda_function=assert_false_fn,
            payload_response_only=True,
            comment="Fails, to show that do_nothing ends all the same.",
        )
        assert_false_failed = sfn.Pass(self, "assert_false_failed")
        assert_false.add_catch(assert_false_failed)
        parallelize_do_nothing_assert_false = sfn.Parallel(self, "parallelize_do_nothing_assert_false").branch(
            do_nothing,
            assert_false,
        )

        say_hello = tasks.LambdaInvoke(
            self,
            "say_hello",
            lambda_function=say_hello_fn,
            payload_response_only=True,
        )
        say_goodbye = tasks.LambdaInvoke(
            self,
            "say_goodbye",
            lambda_function=say_goodbye_fn,
            payload_response_only=True,
        )
        parallelize_say_hello_say_goodbye = sfn.Parallel(self, "parallelize_say_hello_say_goodbye").branch(
            say_hello,
            say_goodbye,
        )

        definition = (
            generate_item
            .next(add_price)
            .next(copy_item)
            .next(map_double_price)
            .next(parallelize_do_nothing_assert_false)
            .next(parallelize_say_hello_say_goodbye)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "hello_orkestra",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Generates an item, prices ten copies of it, and greets.",
            tracing_enabled=True,
        )
