# Compiled by orklint from the workflow clicks; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_nodejs import NodejsFunction
from constructs import Construct


class ClicksStack(Stack):
    """Counts a click by place and device, leaving out what cannot be told."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        parse_event_fn = NodejsFunction(
            self,
            "parse_event_fn",
            entry="lambdas/src/clicks.ts",
            handler="parseEvent",
            runtime=lambda_.Runtime.NODEJS_22_X,
            tracing=lambda_.Tracing.ACTIVE,
        )
        find_place_fn = NodejsFunction(
            self,
            "find_place_fn",
            entry="lambdas/src/clicks.ts",
            handler="findPlace",
            runtime=lambda_.Runtime.NODEJS_22_X,
            memory_size=256,
            tracing=lambda_.Tracing.ACTIVE,
        )
        find_device_fn = lambda_.Function(
            self,
            "find_device_fn",
            code=lambda_.Code.from_asset("lambdas/src"),
            handler="device.find_device",
            runtime=lambda_.Runtime.NODEJS_22_X,
            tracing=lambda_.Tracing.ACTIVE,
        )
        count_click_fn = NodejsFunction(
            self,
            "count_click_fn",
            entry="lambdas/src/clicks.ts",
            handler="countClick",
            runtime=lambda_.Runtime.NODEJS_22_X,
            tracing=lambda_.Tracing.ACTIVE,
        )

        parse_event = tasks.LambdaInvoke(
            self,
            "parse_event",
            lambda_function=parse_event_fn,
            payload_response_only=True,
        )

        find_place = tasks.LambdaInvoke(
            self,
            "find_place",
            lambda_function=find_place_fn,
            payload_response_only=True,
        )
        find_place_failed = sfn.Pass(self, "find_place_failed")
        find_place.add_catch(find_place_failed)
        find_device = tasks.LambdaInvoke(
            self,
            "find_device",
            lambda_function=find_device_fn,
            payload_response_only=True,
        )
        find_device_failed = sfn.Pass(self, "find_device_failed")
        find_device.add_catch(find_device_failed)
        parallelize_find_place_find_device = sfn.Parallel(self, "parallelize_find_place_find_device").branch(
            find_place,
            find_device,
        )

        count_click = tasks.LambdaInvoke(
            self,
            "count_click",
            lambda_function=count_click_fn,
            payload_response_only=True,
        )

        definition = (
            parse_event
            .next(parallelize_find_place_find_device)
            .next(count_click)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "clicks",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            comment="Counts a click by place and device, leaving out what cannot be told.",
            timeout=Duration.seconds(30),
            state_machine_type=sfn.StateMachineType.EXPRESS,
            tracing_enabled=True,
        )

        events.Rule(
            self,
            "clicks_event",
            event_pattern=events.EventPattern(
                source=["shop.web"],
                detail_type=["Clicked"],
                detail={"robot": [False]},
            ),
            targets=[targets.SfnStateMachine(self.state_machine)],
        )
