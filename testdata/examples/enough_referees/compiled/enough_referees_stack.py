# Compiled by orklint from the workflow enough_referees; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Duration, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class EnoughRefereesStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        ask_referee_parameter = CfnParameter(self, "AskReferee")
        ask_referee_fn = lambda_.Function.from_function_arn(
            self,
            "ask_referee_fn",
            ask_referee_parameter.value_as_string,
        )
        ballots_table_parameter = CfnParameter(self, "BallotsTable")

        open_ballot = sfn.CustomState(
            self,
            "open_ballot",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:putItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Item": {
                        "id": {"S.$": "$$.Execution.Id"},
                        "answers": {"L": []},
                        "silent": {"L": []},
                    },
                },
            },
        )

        ask_first = tasks.LambdaInvoke(
            self,
            "ask_first",
            lambda_function=ask_referee_fn,
            payload_response_only=True,
        )
        first_silent = sfn.CustomState(
            self,
            "first_silent",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET silent = list_append(silent, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "first"}]}},
                },
            },
        )
        first_answered = sfn.CustomState(
            self,
            "first_answered",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET answers = list_append(answers, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "first"}]}},
                },
            },
        )
        read_after_first = sfn.CustomState(
            self,
            "read_after_first",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:getItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "ConsistentRead": True,
                },
            },
        )
        sum_after_first = sfn.Pass(
            self,
            "sum_after_first",
            parameters={"answers.$": "States.ArrayLength($.Item.answers.L)"},
        )
        enough_after_first = sfn.Choice(self, "enough_after_first")
        enough_after_first_done = sfn.Pass(self, "enough_after_first_done")
        enough_with_first = sfn.Fail(
            self,
            "enough_with_first",
            comment="No failure, but the way to stop the others.",
            error="EnoughAnswers",
        )
        ask_first.add_catch(first_silent, result_path="$.silence")
        (
            enough_after_first
            .when(
                sfn.Condition.number_greater_than_equals_json_path(
                    "$.answers",
                    "$$.Execution.Input.enough",
                ),
                enough_with_first,
            )
            .otherwise(enough_after_first_done)
        )
        first_silent.next(read_after_first)
        ask_second = tasks.LambdaInvoke(
            self,
            "ask_second",
            lambda_function=ask_referee_fn,
            payload_response_only=True,
        )
        second_silent = sfn.CustomState(
            self,
            "second_silent",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET silent = list_append(silent, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "second"}]}},
                },
            },
        )
        second_answered = sfn.CustomState(
            self,
            "second_answered",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET answers = list_append(answers, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "second"}]}},
                },
            },
        )
        read_after_second = sfn.CustomState(
            self,
            "read_after_second",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:getItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "ConsistentRead": True,
                },
            },
        )
        sum_after_second = sfn.Pass(
            self,
            "sum_after_second",
            parameters={"answers.$": "States.ArrayLength($.Item.answers.L)"},
        )
        enough_after_second = sfn.Choice(self, "enough_after_second")
        enough_after_second_done = sfn.Pass(self, "enough_after_second_done")
        enough_with_second = sfn.Fail(self, "enough_with_second", error="EnoughAnswers")
        ask_second.add_catch(second_silent, result_path="$.silence")
        (
            enough_after_second
            .when(
                sfn.Condition.number_greater_than_equals_json_path(
                    "$.answers",
                    "$$.Execution.Input.enough",
                ),
                enough_with_second,
            )
            .otherwise(enough_after_second_done)
        )
        second_silent.next(read_after_second)
        ask_third = tasks.LambdaInvoke(
            self,
            "ask_third",
            lambda_function=ask_referee_fn,
            payload_response_only=True,
        )
        third_silent = sfn.CustomState(
            self,
            "third_silent",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET silent = list_append(silent, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "third"}]}},
                },
            },
        )
        third_answered = sfn.CustomState(
            self,
            "third_answered",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET answers = list_append(answers, :who)",
                    "ExpressionAttributeValues": {":who": {"L": [{"S": "third"}]}},
                },
            },
        )
        read_after_third = sfn.CustomState(
            self,
            "read_after_third",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:getItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "ConsistentRead": True,
                },
            },
        )
        sum_after_third = sfn.Pass(
            self,
            "sum_after_third",
            parameters={"answers.$": "States.ArrayLength($.Item.answers.L)"},
        )
        enough_after_third = sfn.Choice(self, "enough_after_third")
        enough_after_third_done = sfn.Pass(self, "enough_after_third_done")
        enough_with_third = sfn.Fail(self, "enough_with_third", error="EnoughAnswers")
        ask_third.add_catch(third_silent, result_path="$.silence")
        (
            enough_after_third
            .when(
                sfn.Condition.number_greater_than_equals_json_path(
                    "$.answers",
                    "$$.Execution.Input.enough",
                ),
                enough_with_third,
            )
            .otherwise(enough_after_third_done)
        )
        third_silent.next(read_after_third)
        wait_14d = sfn.Wait(
            self,
            "wait_14d",
            time=sfn.WaitTime.duration(Duration.days(14)),
        )
        close_late = sfn.CustomState(
            self,
            "close_late",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET late = :yes",
                    "ExpressionAttributeValues": {":yes": {"BOOL": True}},
                },
            },
        )
        time_is_up = sfn.Fail(self, "time_is_up", error="TooLate")
        race = sfn.Parallel(self, "race").branch(
            (
                ask_first
                .next(first_answered)
                .next(read_after_first)
                .next(sum_after_first)
                .next(enough_after_first)
            ),
            (
                ask_second
                .next(second_answered)
                .next(read_after_second)
                .next(sum_after_second)
                .next(enough_after_second)
            ),
            (
                ask_third
                .next(third_answered)
                .next(read_after_third)
                .next(sum_after_third)
                .next(enough_after_third)
            ),
            wait_14d.next(close_late).next(time_is_up),
        )

        without_enough = sfn.Pass(self, "without_enough")
        with_enough = sfn.Pass(self, "with_enough")
        forgive_lateness = sfn.CustomState(
            self,
            "forgive_lateness",
            state_json={
                "Type": "Task",
                "Comment": "Opens a ballot again that was closed late, but had enough answers by then.",
                "Resource": "arn:aws:states:::dynamodb:updateItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "UpdateExpression": "SET late = :no",
                    "ConditionExpression": "late = :yes and size(answers) >= :enough",
                    "ExpressionAttributeValues": {
                        ":no": {"BOOL": False},
                        ":yes": {"BOOL": True},
                        ":enough": {
                            "N.$": "States.Format('{}', $$.Execution.Input.enough)",
                        },
                    },
                },
            },
        )
        read_outcome = sfn.CustomState(
            self,
            "read_outcome",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::dynamodb:getItem",
                "Parameters": {
                    "TableName": ballots_table_parameter.value_as_string,
                    "Key": {"id": {"S.$": "$$.Execution.Id"}},
                    "ConsistentRead": True,
                },
            },
        )
        race.add_catch(with_enough, errors=["EnoughAnswers"])
        race.add_catch(without_enough, errors=["TooLate"])
        forgive_lateness.add_catch(
            read_outcome,
            errors=["DynamoDB.ConditionalCheckFailedException"],
        )
        without_enough.next(forgive_lateness)

        definition = (
            open_ballot
            .next(race)
            .next(with_enough)
            .next(forgive_lateness)
            .next(read_outcome)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "enough_referees",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:GetItem"],
            resources=[
                f"arn:{Aws.PARTITION}:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/{ballots_table_parameter.value_as_string}",
            ],
        ))
