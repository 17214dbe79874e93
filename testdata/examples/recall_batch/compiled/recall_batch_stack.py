# Compiled by orklint from the workflow recall_batch; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Duration, Fn, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class RecallBatchStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        announce_parameter = CfnParameter(self, "Announce")
        announce_fn = lambda_.Function.from_function_arn(
            self,
            "announce_fn",
            announce_parameter.value_as_string,
        )
        empty_queue_parameter = CfnParameter(self, "EmptyQueue")
        empty_queue_fn = lambda_.Function.from_function_arn(
            self,
            "empty_queue_fn",
            empty_queue_parameter.value_as_string,
        )
        plan_searches_parameter = CfnParameter(self, "PlanSearches")
        plan_searches_fn = lambda_.Function.from_function_arn(
            self,
            "plan_searches_fn",
            plan_searches_parameter.value_as_string,
        )
        search_next_parameter = CfnParameter(self, "SearchNext")
        search_next_fn = lambda_.Function.from_function_arn(
            self,
            "search_next_fn",
            search_next_parameter.value_as_string,
        )
        fetching_arn_parameter = CfnParameter(self, "FetchingArn")

        begin = sfn.Pass(
            self,
            "begin",
            parameters={
                "batch.$": "$.batch",
                "pause.$": "$.pause",
                "searches.$": "$.searches",
            },
        )
        say_begin = tasks.LambdaInvoke(
            self,
            "say_begin",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path=sfn.JsonPath.DISCARD,
        )

        empty_searches = tasks.LambdaInvoke(
            self,
            "empty_searches",
            lambda_function=empty_queue_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        empty_searches.add_retry(
            errors=["States.ALL"],
            interval=Duration.seconds(2),
            max_attempts=3,
        )
        empty_finds = tasks.LambdaInvoke(
            self,
            "empty_finds",
            lambda_function=empty_queue_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        empty_finds.add_retry(
            errors=["States.ALL"],
            interval=Duration.seconds(2),
            max_attempts=3,
        )
        empty_queues = sfn.Parallel(self, "empty_queues", result_path=sfn.JsonPath.DISCARD).branch(
            empty_searches,
            empty_finds,
        )

        say_searching = tasks.LambdaInvoke(
            self,
            "say_searching",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path=sfn.JsonPath.DISCARD,
        )
        plan_searches = tasks.LambdaInvoke(
            self,
            "plan_searches",
            lambda_function=plan_searches_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path="$.plan",
        )
        say_planned = tasks.LambdaInvoke(
            self,
            "say_planned",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path=sfn.JsonPath.DISCARD,
        )
        search_next = tasks.LambdaInvoke(
            self,
            "search_next",
            lambda_function=search_next_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice = sfn.Choice(self, "choice")
        wait = sfn.Wait(self, "wait", time=sfn.WaitTime.seconds_path("$.pause"))
        say_found = tasks.LambdaInvoke(
            self,
            "say_found",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path=sfn.JsonPath.DISCARD,
        )
        say_fetching = tasks.LambdaInvoke(
            self,
            "say_fetching",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            result_path=sfn.JsonPath.DISCARD,
        )
        fetch_crates = sfn.CustomState(
            self,
            "fetch_crates",
            state_json={
                "Type": "Task",
                "Comment": "Fetches the crates, and waits until all are back.",
                "Resource": "arn:aws:states:::states:startExecution.sync",
                "Parameters": {
                    "StateMachineArn": fetching_arn_parameter.value_as_string,
                    "Input": {"batch.$": "$.batch"},
                },
                "TimeoutSeconds": 604800,
                "ResultPath": "$.fetched",
            },
        )
        say_fetched = tasks.LambdaInvoke(
            self,
            "say_fetched",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        failed = sfn.Pass(
            self,
            "failed",
            parameters={"phase": "recall", "trouble.$": "$.trouble"},
        )
        search_failed = sfn.Pass(
            self,
            "search_failed",
            parameters={"phase": "search", "trouble.$": "$.trouble"},
        )
        fetch_failed = sfn.Pass(
            self,
            "fetch_failed",
            parameters={"phase": "fetch", "trouble.$": "$.trouble"},
        )
        say_failed = tasks.LambdaInvoke(
            self,
            "say_failed",
            lambda_function=announce_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        say_begin.add_catch(failed, result_path="$.trouble")
        empty_queues.add_catch(failed, result_path="$.trouble")
        say_searching.add_catch(failed, result_path="$.trouble")
        plan_searches.add_catch(search_failed, result_path="$.trouble")
        say_planned.add_catch(search_failed, result_path="$.trouble")
        search_next.add_catch(search_failed, result_path="$.trouble")
        (
            choice
            .when(sfn.Condition.number_equals("$.searches.open", 0), say_found)
            .when(sfn.Condition.number_greater_than("$.searches.open", 0), wait)
            .otherwise(wait)
        )
        say_found.add_catch(failed, result_path="$.trouble")
        say_fetching.add_catch(failed, result_path="$.trouble")
        fetch_crates.add_catch(fetch_failed, result_path="$.trouble")
        wait.next(search_next)
        say_found.next(say_fetching).next(fetch_crates).next(say_fetched)
        failed.next(say_failed)
        search_failed.next(say_failed)
        fetch_failed.next(say_failed)

        definition = (
            begin
            .next(say_begin)
            .next(empty_queues)
            .next(say_searching)
            .next(plan_searches)
            .next(say_planned)
            .next(search_next)
            .next(choice)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "recall_batch",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:StartExecution"],
            resources=[fetching_arn_parameter.value_as_string],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["states:DescribeExecution", "states:StopExecution"],
            resources=[
                Fn.join(
                    "",
                    [
                        f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:",
                        Fn.select(
                            6,
                            Fn.split(":", fetching_arn_parameter.value_as_string),
                        ),
                        ":*",
                    ],
                ),
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            resources=[
                f"arn:{Aws.PARTITION}:events:{Aws.REGION}:{Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
            ],
        ))
