# Compiled by orklint from the workflow tide_tables; change its .ork file instead.

from aws_cdk import CfnParameter, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class TideTablesStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        look_at_machine_parameter = CfnParameter(self, "LookAtMachine")
        look_at_machine_fn = lambda_.Function.from_function_arn(
            self,
            "look_at_machine_fn",
            look_at_machine_parameter.value_as_string,
        )
        wake_machine_parameter = CfnParameter(self, "WakeMachine")
        wake_machine_fn = lambda_.Function.from_function_arn(
            self,
            "wake_machine_fn",
            wake_machine_parameter.value_as_string,
        )
        start_job_parameter = CfnParameter(self, "StartJob")
        start_job_fn = lambda_.Function.from_function_arn(
            self,
            "start_job_fn",
            start_job_parameter.value_as_string,
        )
        ask_job_parameter = CfnParameter(self, "AskJob")
        ask_job_fn = lambda_.Function.from_function_arn(
            self,
            "ask_job_fn",
            ask_job_parameter.value_as_string,
        )
        finish_job_parameter = CfnParameter(self, "FinishJob")
        finish_job_fn = lambda_.Function.from_function_arn(
            self,
            "finish_job_fn",
            finish_job_parameter.value_as_string,
        )
        put_to_sleep_parameter = CfnParameter(self, "PutToSleep")
        put_to_sleep_fn = lambda_.Function.from_function_arn(
            self,
            "put_to_sleep_fn",
            put_to_sleep_parameter.value_as_string,
        )

        look = sfn.Pass(
            self,
            "look",
            result=sfn.Result.from_object({"machine": "tides"}),
            result_path="$.plan",
        )
        look_at_machine = tasks.LambdaInvoke(
            self,
            "look_at_machine",
            lambda_function=look_at_machine_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_awake = sfn.Choice(self, "is_awake")
        wake = sfn.Pass(
            self,
            "wake",
            result=sfn.Result.from_object({"machine": "tides", "memory": "large"}),
            result_path="$.plan",
        )
        wake_machine = tasks.LambdaInvoke(
            self,
            "wake_machine",
            lambda_function=wake_machine_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        machine_gone = sfn.Fail(
            self,
            "machine_gone",
            error="NoTables",
            cause="The machine is not to be had.",
        )
        let_it_wake = sfn.Wait(
            self,
            "let_it_wake",
            time=sfn.WaitTime.duration(Duration.minutes(12)),
        )
        plan_gauges = sfn.Pass(
            self,
            "plan_gauges",
            parameters={"job": "gauges", "coast.$": "$.coast"},
            result_path="$.plan",
        )
        read_gauges = tasks.LambdaInvoke(
            self,
            "read_gauges",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_gauges = tasks.LambdaInvoke(
            self,
            "ask_gauges",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        gauges_read = sfn.Choice(self, "gauges_read")
        gauges_lost = sfn.Fail(
            self,
            "gauges_lost",
            error="NoTables",
            cause="The gauges could not be read.",
        )
        wait_15s = sfn.Wait(
            self,
            "wait_15s",
            time=sfn.WaitTime.duration(Duration.seconds(15)),
        )
        plan_moon = sfn.Pass(
            self,
            "plan_moon",
            parameters={"job": "moon", "coast.$": "$.coast"},
            result_path="$.plan",
        )
        place_moon = tasks.LambdaInvoke(
            self,
            "place_moon",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_moon = tasks.LambdaInvoke(
            self,
            "ask_moon",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        moon_placed = sfn.Choice(self, "moon_placed")
        moon_lost = sfn.Fail(
            self,
            "moon_lost",
            error="NoTables",
            cause="The places of the moon could not be computed.",
        )
        wait_20s = sfn.Wait(
            self,
            "wait_20s",
            time=sfn.WaitTime.duration(Duration.seconds(20)),
        )

        plan_north = sfn.Pass(
            self,
            "plan_north",
            parameters={"job": "coast", "coast": "north"},
            result_path="$.plan",
        )
        compute_north = tasks.LambdaInvoke(
            self,
            "compute_north",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_north = tasks.LambdaInvoke(
            self,
            "ask_north",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        north_computed = sfn.Choice(self, "north_computed")
        north_lost = sfn.Fail(
            self,
            "north_lost",
            error="NoTables",
            cause="The north coast could not be computed.",
        )
        wait_5s = sfn.Wait(
            self,
            "wait_5s",
            time=sfn.WaitTime.duration(Duration.seconds(5)),
        )
        keep_north = tasks.LambdaInvoke(
            self,
            "keep_north",
            lambda_function=finish_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        (
            north_computed
            .when(sfn.Condition.string_equals("$.job", "broken"), north_lost)
            .when(sfn.Condition.string_equals("$.job", "done"), keep_north)
            .otherwise(wait_5s)
        )
        wait_5s.next(ask_north)
        plan_south = sfn.Pass(
            self,
            "plan_south",
            parameters={"job": "coast", "coast": "south"},
            result_path="$.plan",
        )
        compute_south = tasks.LambdaInvoke(
            self,
            "compute_south",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_south = tasks.LambdaInvoke(
            self,
            "ask_south",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        south_computed = sfn.Choice(self, "south_computed")
        south_lost = sfn.Fail(
            self,
            "south_lost",
            error="NoTables",
            cause="The south coast could not be computed.",
        )
        wait_5s2 = sfn.Wait(
            self,
            "wait_5s2",
            time=sfn.WaitTime.duration(Duration.seconds(5)),
        )
        keep_south = tasks.LambdaInvoke(
            self,
            "keep_south",
            lambda_function=finish_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        (
            south_computed
            .when(sfn.Condition.string_equals("$.job", "broken"), south_lost)
            .when(sfn.Condition.string_equals("$.job", "done"), keep_south)
            .otherwise(wait_5s2)
        )
        wait_5s2.next(ask_south)
        coasts = sfn.Parallel(self, "coasts", result_path="$.coasts").branch(
            plan_north.next(compute_north).next(ask_north).next(north_computed),
            plan_south.next(compute_south).next(ask_south).next(south_computed),
        )

        plan_tables = sfn.Pass(
            self,
            "plan_tables",
            parameters={"job": "tables", "coasts.$": "$.coasts"},
            result_path="$.plan",
        )
        set_tables = tasks.LambdaInvoke(
            self,
            "set_tables",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_tables = tasks.LambdaInvoke(
            self,
            "ask_tables",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        tables_set = sfn.Choice(self, "tables_set")
        tables_lost = sfn.Fail(
            self,
            "tables_lost",
            error="NoTables",
            cause="The tables could not be set.",
        )
        wait_5s3 = sfn.Wait(
            self,
            "wait_5s3",
            time=sfn.WaitTime.duration(Duration.seconds(5)),
        )
        tables_done = sfn.Pass(self, "tables_done")
        check_tables = tasks.LambdaInvoke(
            self,
            "check_tables",
            lambda_function=start_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_check = tasks.LambdaInvoke(
            self,
            "ask_check",
            lambda_function=ask_job_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        tables_checked = sfn.Choice(self, "tables_checked")
        tables_wrong = sfn.Fail(
            self,
            "tables_wrong",
            error="NoTables",
            cause="The tables disagree with last year's.",
        )
        wait_5s4 = sfn.Wait(
            self,
            "wait_5s4",
            time=sfn.WaitTime.duration(Duration.seconds(5)),
        )
        check_done = sfn.Pass(self, "check_done")
        sleep = sfn.Pass(
            self,
            "sleep",
            result=sfn.Result.from_object({"machine": "tides"}),
            result_path="$.plan",
        )
        put_to_sleep = tasks.LambdaInvoke(
            self,
            "put_to_sleep",
            lambda_function=put_to_sleep_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            comment="A machine that does not go to sleep is no reason to lose the tables.",
        )
        let_it_sleep = sfn.Wait(
            self,
            "let_it_sleep",
            time=sfn.WaitTime.duration(Duration.minutes(12)),
        )
        look_again = sfn.Pass(
            self,
            "look_again",
            result=sfn.Result.from_object({"machine": "tides"}),
            result_path="$.plan",
        )
        look_whether_asleep = tasks.LambdaInvoke(
            self,
            "look_whether_asleep",
            lambda_function=look_at_machine_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_asleep = sfn.Choice(self, "is_asleep")
        asleep = sfn.Pass(self, "asleep")
        (
            is_awake
            .when(sfn.Condition.string_equals("$.machine", "awake"), plan_gauges)
            .when(sfn.Condition.string_equals("$.machine", "asleep"), wake)
            .when(sfn.Condition.string_equals("$.machine", "gone"), machine_gone)
            .when(sfn.Condition.string_equals("$.machine", "waking"), let_it_wake)
        )
        (
            gauges_read
            .when(sfn.Condition.string_equals("$.job", "broken"), gauges_lost)
            .when(sfn.Condition.string_equals("$.job", "done"), plan_moon)
            .otherwise(wait_15s)
        )
        (
            moon_placed
            .when(sfn.Condition.string_equals("$.job", "broken"), moon_lost)
            .when(sfn.Condition.string_equals("$.job", "done"), coasts)
            .otherwise(wait_20s)
        )
        (
            tables_set
            .when(sfn.Condition.string_equals("$.job", "broken"), tables_lost)
            .when(sfn.Condition.string_equals("$.job", "done"), tables_done)
            .otherwise(wait_5s3)
        )
        (
            tables_checked
            .when(sfn.Condition.string_equals("$.job", "broken"), tables_wrong)
            .when(sfn.Condition.string_equals("$.job", "done"), check_done)
            .otherwise(wait_5s4)
        )
        put_to_sleep.add_catch(asleep)
        (
            is_asleep
            .when(sfn.Condition.string_equals("$.machine", "awake"), sleep)
            .when(sfn.Condition.string_equals("$.machine", "asleep"), asleep)
            .when(sfn.Condition.string_equals("$.machine", "gone"), machine_gone)
            .when(sfn.Condition.string_equals("$.machine", "waking"), let_it_sleep)
        )
        wake.next(wake_machine).next(let_it_wake).next(look)
        plan_gauges.next(read_gauges).next(ask_gauges).next(gauges_read)
        wait_15s.next(ask_gauges)
        plan_moon.next(place_moon).next(ask_moon).next(moon_placed)
        wait_20s.next(ask_moon)
        coasts.next(plan_tables).next(set_tables).next(ask_tables).next(tables_set)
        wait_5s3.next(ask_tables)
        tables_done.next(check_tables).next(ask_check).next(tables_checked)
        wait_5s4.next(ask_check)
        (
            check_done
            .next(sleep)
            .next(put_to_sleep)
            .next(let_it_sleep)
            .next(look_again)
            .next(look_whether_asleep)
            .next(is_asleep)
        )

        definition = look.next(look_at_machine).next(is_awake)
        self.state_machine = sfn.StateMachine(
            self,
            "tide_tables",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
