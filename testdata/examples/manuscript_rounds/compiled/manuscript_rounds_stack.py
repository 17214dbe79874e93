# Compiled by orklint from the workflow manuscript_rounds; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class ManuscriptRoundsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        readers_table_parameter = CfnParameter(self, "ReadersTable")

        say_received = sfn.CustomState(
            self,
            "say_received",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "received",
                            "Detail": {"id.$": "$.id"},
                        },
                    ],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        find_first = sfn.CustomState(
            self,
            "find_first",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan",
                "Parameters": {
                    "TableName": readers_table_parameter.value_as_string,
                    "FilterExpression": "stage = :stage",
                    "ExpressionAttributeValues": {":stage": {"S": "first"}},
                },
                "ResultPath": "$.found",
            },
        )

        ask_first = sfn.CustomState(
            self,
            "ask_first",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "read this",
                            "Detail": {
                                "token.$": "$$.Task.Token",
                                "reader.$": "$.reader",
                                "manuscript.$": "$$.Execution.Input.id",
                            },
                        },
                    ],
                },
                "HeartbeatSeconds": 864000,
                "ResultPath": "$.opinion",
            },
        )
        say_silent = sfn.CustomState(
            self,
            "say_silent",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "silent",
                            "Detail": {"reader.$": "$.reader"},
                        },
                    ],
                },
            },
        )
        silent = sfn.Fail(
            self,
            "silent",
            error="Silent",
            cause="A reader of the first round did not answer.",
        )
        first_opinion = sfn.Pass(
            self,
            "first_opinion",
            parameters={"reader.$": "$.reader", "likes.$": "$.opinion.likes"},
        )
        choice = sfn.Choice(self, "choice")
        disliked = sfn.Fail(self, "disliked", error="Disliked")
        liked = sfn.Pass(self, "liked")
        ask_first.add_catch(
            say_silent,
            errors=["States.HeartbeatTimeout"],
            result_path="$.silence",
        )
        (
            choice
            .when(sfn.Condition.boolean_equals("$.likes", False), disliked)
            .otherwise(liked)
        )
        say_silent.next(silent)
        first_round = sfn.Map(
            self,
            "first_round",
            items_path="$.found.Items",
            item_selector={"reader.$": "$$.Map.Item.Value"},
            max_concurrency=20,
            result_path="$.rounds.first",
        ).item_processor(ask_first.next(first_opinion).next(choice))

        write_refusal = sfn.Pass(
            self,
            "write_refusal",
            parameters={"rounds": {"verdict.$": "$.verdict.Error"}},
        )
        count_refused = sfn.CustomState(
            self,
            "count_refused",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "Refused", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        count_first = sfn.CustomState(
            self,
            "count_first",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "First", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        find_second = sfn.CustomState(
            self,
            "find_second",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan",
                "Parameters": {
                    "TableName": readers_table_parameter.value_as_string,
                    "FilterExpression": "stage = :stage",
                    "ExpressionAttributeValues": {":stage": {"S": "second"}},
                },
                "ResultPath": "$.found",
            },
        )

        ask_second = sfn.CustomState(
            self,
            "ask_second",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "read this",
                            "Detail": {
                                "token.$": "$$.Task.Token",
                                "reader.$": "$.reader",
                                "manuscript.$": "$$.Execution.Input.id",
                            },
                        },
                    ],
                },
                "HeartbeatSeconds": 864000,
                "ResultPath": "$.opinion",
            },
        )
        count_silent_second = sfn.CustomState(
            self,
            "count_silent_second",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "SilentSecond", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        second_opinion = sfn.Pass(
            self,
            "second_opinion",
            parameters={"reader.$": "$.reader", "opinion.$": "$.opinion"},
        )
        ask_second.add_catch(
            count_silent_second,
            errors=["States.HeartbeatTimeout"],
            result_path="$.silence",
        )
        second_round = sfn.Map(
            self,
            "second_round",
            items_path="$.found.Items",
            item_selector={"reader.$": "$$.Map.Item.Value", "rounds.$": "$.rounds"},
            max_concurrency=20,
            result_path="$.rounds.second",
        ).item_processor(ask_second.next(second_opinion))

        count_second = sfn.CustomState(
            self,
            "count_second",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "Second", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        find_third = sfn.CustomState(
            self,
            "find_third",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan",
                "Parameters": {
                    "TableName": readers_table_parameter.value_as_string,
                    "FilterExpression": "stage = :stage",
                    "ExpressionAttributeValues": {":stage": {"S": "third"}},
                },
                "ResultPath": "$.found",
            },
        )

        ask_third = sfn.CustomState(
            self,
            "ask_third",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "read this",
                            "Detail": {
                                "token.$": "$$.Task.Token",
                                "reader.$": "$.reader",
                                "manuscript.$": "$$.Execution.Input.id",
                            },
                        },
                    ],
                },
                "HeartbeatSeconds": 864000,
                "ResultPath": "$.opinion",
            },
        )
        count_silent_third = sfn.CustomState(
            self,
            "count_silent_third",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "SilentThird", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        third_opinion = sfn.Pass(
            self,
            "third_opinion",
            parameters={"reader.$": "$.reader", "opinion.$": "$.opinion"},
        )
        ask_third.add_catch(
            count_silent_third,
            errors=["States.HeartbeatTimeout"],
            result_path="$.silence",
        )
        third_round = sfn.Map(
            self,
            "third_round",
            items_path="$.found.Items",
            item_selector={"reader.$": "$$.Map.Item.Value", "rounds.$": "$.rounds"},
            max_concurrency=20,
            result_path="$.rounds.third",
        ).item_processor(ask_third.next(third_opinion))

        count_third = sfn.CustomState(
            self,
            "count_third",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "Third", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        find_last = sfn.CustomState(
            self,
            "find_last",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan",
                "Parameters": {
                    "TableName": readers_table_parameter.value_as_string,
                    "FilterExpression": "stage = :stage",
                    "ExpressionAttributeValues": {":stage": {"S": "last"}},
                },
                "ResultPath": "$.found",
            },
        )

        ask_last = sfn.CustomState(
            self,
            "ask_last",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "read this",
                            "Detail": {
                                "token.$": "$$.Task.Token",
                                "reader.$": "$.reader",
                                "manuscript.$": "$$.Execution.Input.id",
                            },
                        },
                    ],
                },
                "HeartbeatSeconds": 864000,
                "ResultPath": "$.opinion",
            },
        )
        count_silent_last = sfn.CustomState(
            self,
            "count_silent_last",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "SilentLast", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        last_opinion = sfn.Pass(
            self,
            "last_opinion",
            parameters={"reader.$": "$.reader", "opinion.$": "$.opinion"},
        )
        ask_last.add_catch(
            count_silent_last,
            errors=["States.HeartbeatTimeout"],
            result_path="$.silence",
        )
        last_round = sfn.Map(
            self,
            "last_round",
            items_path="$.found.Items",
            item_selector={"reader.$": "$$.Map.Item.Value", "rounds.$": "$.rounds"},
            max_concurrency=20,
            result_path="$.rounds.last",
        ).item_processor(ask_last.next(last_opinion))

        count_last = sfn.CustomState(
            self,
            "count_last",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
                "Parameters": {
                    "Namespace": "Manuscripts",
                    "MetricData": [{"MetricName": "Last", "Value": 1}],
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )
        first_round.add_catch(write_refusal, result_path="$.verdict")
        write_refusal.next(count_refused)
        keep_manuscript = sfn.Pass(
            self,
            "keep_manuscript",
            parameters={"manuscript.$": "$"},
        )
        rounds = sfn.Parallel(self, "rounds").branch(
            (
                say_received
                .next(find_first)
                .next(first_round)
                .next(count_first)
                .next(find_second)
                .next(second_round)
                .next(count_second)
                .next(find_third)
                .next(third_round)
                .next(count_third)
                .next(find_last)
                .next(last_round)
                .next(count_last)
            ),
            keep_manuscript,
        )

        sum_up = sfn.Pass(
            self,
            "sum_up",
            parameters={"rounds.$": "$[0].rounds", "manuscript.$": "$[1].manuscript"},
        )
        say_done = sfn.CustomState(
            self,
            "say_done",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::events:putEvents",
                "Parameters": {
                    "Entries": [
                        {
                            "Source": "manuscripts",
                            "DetailType": "done",
                            "Detail": {"rounds.$": "$.rounds"},
                        },
                    ],
                },
            },
        )

        definition = rounds.next(sum_up).next(say_done)
        self.state_machine = sfn.StateMachine(
            self,
            "manuscript_rounds",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["events:PutEvents"],
            resources=[
                f"arn:{Aws.PARTITION}:events:{Aws.REGION}:{Aws.ACCOUNT_ID}:event-bus/default",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["dynamodb:Scan"],
            resources=[
                f"arn:{Aws.PARTITION}:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/{readers_table_parameter.value_as_string}",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["cloudwatch:PutMetricData"],
            resources=["*"],
        ))
