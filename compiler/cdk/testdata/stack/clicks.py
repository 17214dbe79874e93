# Compiled by orklint from the workflow clicks; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_nodejs import NodejsFunction
from aws_cdk.aws_lambda_go_alpha import GoFunction
from constructs import Construct


class ClicksStack(Stack):
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
        find_device_fn = lambda_.Function(
            self,
            "find_device_fn",
            code=lambda_.Code.from_asset("lambdas/src"),
            handler="device.find_device",
            runtime=lambda_.Runtime.NODEJS_20_X,
            tracing=lambda_.Tracing.ACTIVE,
        )
        count_click_fn = GoFunction(
            self,
            "count_click_fn",
            entry="functions/count",
            runtime=lambda_.Runtime.PROVIDED_AL2023,
            memory_size=256,
            tracing=lambda_.Tracing.ACTIVE,
        )

        parse_event = tasks.LambdaInvoke(
            self,
            "parse_event",
            lambda_function=parse_event_fn,
            payload_response_only=True,
        )
        find_device = tasks.LambdaInvoke(
            self,
            "find_device",
            lambda_function=find_device_fn,
            payload_response_only=True,
        )
        count_click = tasks.LambdaInvoke(
            self,
            "count_click",
            lambda_function=count_click_fn,
            payload_response_only=True,
        )

        definition = parse_event.next(find_device).next(count_click)
        self.state_machine = sfn.StateMachine(
            self,
            "clicks",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            state_machine_type=sfn.StateMachineType.EXPRESS,
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
