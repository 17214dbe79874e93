# Compiled by orklint from the workflow recording; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class RecordingStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        measure_fn = PythonFunction(
            self,
            "measure_fn",
            entry="lambdas",
            index="main.py",
            handler="measure",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        compress_fn = PythonFunction(
            self,
            "compress_fn",
            entry="lambdas",
            index="main.py",
            handler="compress",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        store_fn = PythonFunction(
            self,
            "store_fn",
            entry="lambdas",
            index="main.py",
            handler="store",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        transcribe_fn = PythonFunction(
            self,
            "transcribe_fn",
            entry="lambdas",
            index="main.py",
            handler="transcribe",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        compare_fn = PythonFunction(
            self,
            "compare_fn",
            entry="lambdas",
            index="main.py",
            handler="compare",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        before = tasks.LambdaInvoke(
            self,
            "before",
            lambda_function=measure_fn,
            payload_response_only=True,
        )

        compress = tasks.LambdaInvoke(
            self,
            "compress",
            lambda_function=compress_fn,
            payload_response_only=True,
        )
        compress_failed = sfn.Pass(self, "compress_failed")
        store = tasks.LambdaInvoke(
            self,
            "store",
            lambda_function=store_fn,
            payload_response_only=True,
        )
        store_failed = sfn.Pass(self, "store_failed")
        compress.add_catch(compress_failed)
        store.add_catch(store_failed)
        transcribe = tasks.LambdaInvoke(
            self,
            "transcribe",
            lambda_function=transcribe_fn,
            payload_response_only=True,
        )
        transcribe_failed = sfn.Pass(self, "transcribe_failed")
        store2 = tasks.LambdaInvoke(
            self,
            "store2",
            lambda_function=store_fn,
            payload_response_only=True,
        )
        store2_failed = sfn.Pass(self, "store2_failed")
        transcribe.add_catch(transcribe_failed)
        store2.add_catch(store2_failed)
        keep = sfn.Parallel(self, "keep").branch(
            compress.next(store),
            transcribe.next(store2),
        )

        after = tasks.LambdaInvoke(
            self,
            "after",
            lambda_function=measure_fn,
            payload_response_only=True,
        )
        compare = tasks.LambdaInvoke(
            self,
            "compare",
            lambda_function=compare_fn,
            payload_response_only=True,
        )

        definition = before.next(keep).next(after).next(compare)
        self.state_machine = sfn.StateMachine(
            self,
            "recording",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
