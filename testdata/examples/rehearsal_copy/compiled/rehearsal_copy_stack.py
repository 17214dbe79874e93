# Compiled by orklint from the workflow rehearsal_copy; change its .ork file instead.

from aws_cdk import CfnParameter, Duration, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class RehearsalCopyStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        find_backup_parameter = CfnParameter(self, "FindBackup")
        find_backup_fn = lambda_.Function.from_function_arn(
            self,
            "find_backup_fn",
            find_backup_parameter.value_as_string,
        )
        size_copy_parameter = CfnParameter(self, "SizeCopy")
        size_copy_fn = lambda_.Function.from_function_arn(
            self,
            "size_copy_fn",
            size_copy_parameter.value_as_string,
        )
        restore_copy_parameter = CfnParameter(self, "RestoreCopy")
        restore_copy_fn = lambda_.Function.from_function_arn(
            self,
            "restore_copy_fn",
            restore_copy_parameter.value_as_string,
        )
        look_at_copy_parameter = CfnParameter(self, "LookAtCopy")
        look_at_copy_fn = lambda_.Function.from_function_arn(
            self,
            "look_at_copy_fn",
            look_at_copy_parameter.value_as_string,
        )
        blur_guests_parameter = CfnParameter(self, "BlurGuests")
        blur_guests_fn = lambda_.Function.from_function_arn(
            self,
            "blur_guests_fn",
            blur_guests_parameter.value_as_string,
        )
        ask_blurring_parameter = CfnParameter(self, "AskBlurring")
        ask_blurring_fn = lambda_.Function.from_function_arn(
            self,
            "ask_blurring_fn",
            ask_blurring_parameter.value_as_string,
        )
        save_blurred_parameter = CfnParameter(self, "SaveBlurred")
        save_blurred_fn = lambda_.Function.from_function_arn(
            self,
            "save_blurred_fn",
            save_blurred_parameter.value_as_string,
        )
        ask_saving_parameter = CfnParameter(self, "AskSaving")
        ask_saving_fn = lambda_.Function.from_function_arn(
            self,
            "ask_saving_fn",
            ask_saving_parameter.value_as_string,
        )

        find_backup = tasks.LambdaInvoke(
            self,
            "find_backup",
            lambda_function=find_backup_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice = sfn.Choice(self, "choice")
        wait_2m = sfn.Wait(
            self,
            "wait_2m",
            time=sfn.WaitTime.duration(Duration.minutes(2)),
        )
        size_copy = tasks.LambdaInvoke(
            self,
            "size_copy",
            lambda_function=size_copy_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        restore_copy = tasks.LambdaInvoke(
            self,
            "restore_copy",
            lambda_function=restore_copy_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        look_at_copy = tasks.LambdaInvoke(
            self,
            "look_at_copy",
            lambda_function=look_at_copy_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice2 = sfn.Choice(self, "choice2")
        wait_1m = sfn.Wait(
            self,
            "wait_1m",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        blur_guests = tasks.LambdaInvoke(
            self,
            "blur_guests",
            lambda_function=blur_guests_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        blurred = sfn.Choice(self, "blurred")
        wait_1m2 = sfn.Wait(
            self,
            "wait_1m2",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        ask_blurring = tasks.LambdaInvoke(
            self,
            "ask_blurring",
            lambda_function=ask_blurring_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        save_blurred = tasks.LambdaInvoke(
            self,
            "save_blurred",
            lambda_function=save_blurred_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        saved = sfn.Choice(self, "saved")
        wait_1m3 = sfn.Wait(
            self,
            "wait_1m3",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        ask_saving = tasks.LambdaInvoke(
            self,
            "ask_saving",
            lambda_function=ask_saving_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice3 = sfn.Choice(self, "choice3")
        drop_node = sfn.CustomState(
            self,
            "drop_node",
            state_json={
                "Type": "Task",
                "Comment": "Takes down the node of a clustered copy, or the only one.",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBInstance",
                "Parameters": {
                    "DbInstanceIdentifier.$": "$.copy.node",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": ["Rds.RdsException", "States.Timeout"],
                        "IntervalSeconds": 30,
                        "MaxAttempts": 4,
                    },
                ],
            },
        )
        drop_cluster = sfn.CustomState(
            self,
            "drop_cluster",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBCluster",
                "Parameters": {
                    "DbClusterIdentifier.$": "$.copy.cluster",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": [
                            "Rds.InvalidDbClusterStateException",
                            "Rds.RdsException",
                        ],
                        "IntervalSeconds": 60,
                        "MaxAttempts": 10,
                    },
                ],
            },
        )
        drop_single = sfn.CustomState(
            self,
            "drop_single",
            state_json={
                "Type": "Task",
                "Comment": "Takes down the node of a clustered copy, or the only one.",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBInstance",
                "Parameters": {
                    "DbInstanceIdentifier.$": "$.copy.node",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": ["Rds.RdsException", "States.Timeout"],
                        "IntervalSeconds": 30,
                        "MaxAttempts": 4,
                    },
                ],
            },
        )
        hand_over = sfn.Pass(self, "hand_over", parameters={"backup.$": "$.saving.id"})
        clean_up = sfn.Choice(self, "clean_up")
        clean_node = sfn.CustomState(
            self,
            "clean_node",
            state_json={
                "Type": "Task",
                "Comment": "Takes down the node of a clustered copy, or the only one.",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBInstance",
                "Parameters": {
                    "DbInstanceIdentifier.$": "$.copy.node",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": ["Rds.RdsException", "States.Timeout"],
                        "IntervalSeconds": 30,
                        "MaxAttempts": 4,
                    },
                ],
            },
        )
        clean_cluster = sfn.CustomState(
            self,
            "clean_cluster",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBCluster",
                "Parameters": {
                    "DbClusterIdentifier.$": "$.copy.cluster",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": [
                            "Rds.InvalidDbClusterStateException",
                            "Rds.RdsException",
                        ],
                        "IntervalSeconds": 60,
                        "MaxAttempts": 10,
                    },
                ],
            },
        )
        clean_single = sfn.CustomState(
            self,
            "clean_single",
            state_json={
                "Type": "Task",
                "Comment": "Takes down the node of a clustered copy, or the only one.",
                "Resource": "arn:aws:states:::aws-sdk:rds:deleteDBInstance",
                "Parameters": {
                    "DbInstanceIdentifier.$": "$.copy.node",
                    "SkipFinalSnapshot": True,
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": ["Rds.RdsException", "States.Timeout"],
                        "IntervalSeconds": 30,
                        "MaxAttempts": 4,
                    },
                ],
            },
        )
        give_up = sfn.Fail(
            self,
            "give_up",
            error_path="$.trouble.name",
            cause_path="$.trouble.story",
        )
        (
            choice
            .when(sfn.Condition.string_equals("$.backup.state", "ready"), size_copy)
            .when(sfn.Condition.string_equals("$.backup.state", "lost"), give_up)
            .otherwise(wait_2m)
        )
        (
            choice2
            .when(sfn.Condition.string_equals("$.copy.state", "up"), blur_guests)
            .when(sfn.Condition.string_matches("$.copy.state", "broken*"), clean_up)
            .otherwise(wait_1m)
        )
        blur_guests.add_catch(clean_up, errors=["States.TaskFailed"])
        (
            blurred
            .when(
                sfn.Condition.string_matches("$.blurring.state", "done*"),
                save_blurred,
            )
            .when(sfn.Condition.string_matches("$.blurring.state", "broken*"), clean_up)
            .otherwise(wait_1m2)
        )
        (
            saved
            .when(sfn.Condition.string_equals("$.saving.state", "ready"), choice3)
            .when(sfn.Condition.string_equals("$.saving.state", "lost"), clean_up)
            .otherwise(wait_1m3)
        )
        (
            choice3
            .when(sfn.Condition.string_equals("$.copy.kind", "cluster"), drop_node)
            .when(sfn.Condition.string_equals("$.copy.kind", "single"), drop_single)
            .otherwise(hand_over)
        )
        (
            clean_up
            .when(
                sfn.Condition.and_(
                    sfn.Condition.is_present("$.copy.kind"),
                    sfn.Condition.string_equals("$.copy.kind", "cluster"),
                ),
                clean_node,
            )
            .when(
                sfn.Condition.and_(
                    sfn.Condition.is_present("$.copy.kind"),
                    sfn.Condition.string_equals("$.copy.kind", "single"),
                ),
                clean_single,
            )
            .otherwise(give_up)
        )
        clean_node.add_catch(clean_cluster, result_path=sfn.JsonPath.DISCARD)
        clean_cluster.add_catch(give_up, result_path=sfn.JsonPath.DISCARD)
        clean_single.add_catch(give_up, result_path=sfn.JsonPath.DISCARD)
        wait_2m.next(find_backup)
        size_copy.next(restore_copy).next(look_at_copy).next(choice2)
        wait_1m.next(look_at_copy)
        blur_guests.next(blurred)
        wait_1m2.next(ask_blurring).next(blurred)
        save_blurred.next(saved)
        wait_1m3.next(ask_saving).next(saved)
        drop_node.next(drop_cluster).next(hand_over)
        drop_single.next(hand_over)
        clean_node.next(clean_cluster).next(give_up)
        clean_single.next(give_up)

        definition = find_backup.next(choice)
        self.state_machine = sfn.StateMachine(
            self,
            "rehearsal_copy",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["rds:DeleteDBInstance", "rds:DeleteDBCluster"],
            resources=["*"],
        ))
