# Compiled by orklint from the workflow berth_orders; change its .ork file instead.

from aws_cdk import CfnParameter, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class BerthOrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        free_berth_parameter = CfnParameter(self, "FreeBerth")
        free_berth_fn = lambda_.Function.from_function_arn(
            self,
            "free_berth_fn",
            free_berth_parameter.value_as_string,
        )
        find_ship_parameter = CfnParameter(self, "FindShip")
        find_ship_fn = lambda_.Function.from_function_arn(
            self,
            "find_ship_fn",
            find_ship_parameter.value_as_string,
        )
        list_berths_parameter = CfnParameter(self, "ListBerths")
        list_berths_fn = lambda_.Function.from_function_arn(
            self,
            "list_berths_fn",
            list_berths_parameter.value_as_string,
        )
        list_piers_parameter = CfnParameter(self, "ListPiers")
        list_piers_fn = lambda_.Function.from_function_arn(
            self,
            "list_piers_fn",
            list_piers_parameter.value_as_string,
        )
        call_pilot_parameter = CfnParameter(self, "CallPilot")
        call_pilot_fn = lambda_.Function.from_function_arn(
            self,
            "call_pilot_fn",
            call_pilot_parameter.value_as_string,
        )
        answer_tug_parameter = CfnParameter(self, "AnswerTug")
        answer_tug_fn = lambda_.Function.from_function_arn(
            self,
            "answer_tug_fn",
            answer_tug_parameter.value_as_string,
        )
        ask_berth_parameter = CfnParameter(self, "AskBerth")
        ask_berth_fn = lambda_.Function.from_function_arn(
            self,
            "ask_berth_fn",
            ask_berth_parameter.value_as_string,
        )
        change_berth_parameter = CfnParameter(self, "ChangeBerth")
        change_berth_fn = lambda_.Function.from_function_arn(
            self,
            "change_berth_fn",
            change_berth_parameter.value_as_string,
        )
        lay_course_parameter = CfnParameter(self, "LayCourse")
        lay_course_fn = lambda_.Function.from_function_arn(
            self,
            "lay_course_fn",
            lay_course_parameter.value_as_string,
        )
        leave_pier_parameter = CfnParameter(self, "LeavePier")
        leave_pier_fn = lambda_.Function.from_function_arn(
            self,
            "leave_pier_fn",
            leave_pier_parameter.value_as_string,
        )
        join_pier_parameter = CfnParameter(self, "JoinPier")
        join_pier_fn = lambda_.Function.from_function_arn(
            self,
            "join_pier_fn",
            join_pier_parameter.value_as_string,
        )
        list_lines_parameter = CfnParameter(self, "ListLines")
        list_lines_fn = lambda_.Function.from_function_arn(
            self,
            "list_lines_fn",
            list_lines_parameter.value_as_string,
        )
        cast_lines_parameter = CfnParameter(self, "CastLines")
        cast_lines_fn = lambda_.Function.from_function_arn(
            self,
            "cast_lines_fn",
            cast_lines_parameter.value_as_string,
        )
        take_in_lines_parameter = CfnParameter(self, "TakeInLines")
        take_in_lines_fn = lambda_.Function.from_function_arn(
            self,
            "take_in_lines_fn",
            take_in_lines_parameter.value_as_string,
        )
        mark_berth_parameter = CfnParameter(self, "MarkBerth")
        mark_berth_fn = lambda_.Function.from_function_arn(
            self,
            "mark_berth_fn",
            mark_berth_parameter.value_as_string,
        )
        write_book_parameter = CfnParameter(self, "WriteBook")
        write_book_fn = lambda_.Function.from_function_arn(
            self,
            "write_book_fn",
            write_book_parameter.value_as_string,
        )
        hoist_flags_parameter = CfnParameter(self, "HoistFlags")
        hoist_flags_fn = lambda_.Function.from_function_arn(
            self,
            "hoist_flags_fn",
            hoist_flags_parameter.value_as_string,
        )
        tell_office_parameter = CfnParameter(self, "TellOffice")
        tell_office_fn = lambda_.Function.from_function_arn(
            self,
            "tell_office_fn",
            tell_office_parameter.value_as_string,
        )
        note_trouble_parameter = CfnParameter(self, "NoteTrouble")
        note_trouble_fn = lambda_.Function.from_function_arn(
            self,
            "note_trouble_fn",
            note_trouble_parameter.value_as_string,
        )

        sort_event = sfn.Choice(self, "sort_event")
        free_berth = tasks.LambdaInvoke(
            self,
            "free_berth",
            lambda_function=free_berth_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        free_berth.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        find_ship = tasks.LambdaInvoke(
            self,
            "find_ship",
            lambda_function=find_ship_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        find_ship.add_retry(
            errors=["NoSuchShip"],
            interval=Duration.seconds(10),
            max_attempts=2,
        )
        find_ship.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        ship_is_gone = sfn.Pass(self, "ship_is_gone")
        list_berths = tasks.LambdaInvoke(
            self,
            "list_berths",
            lambda_function=list_berths_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        list_berths.add_retry(
            errors=["States.TaskFailed"],
            interval=Duration.seconds(5),
        )
        list_piers = tasks.LambdaInvoke(
            self,
            "list_piers",
            lambda_function=list_piers_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        list_piers.add_retry(
            errors=["NoSuchPier"],
            interval=Duration.seconds(10),
            max_attempts=2,
        )
        list_piers.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        need_pilot = sfn.Choice(self, "need_pilot")
        pilot_needed = sfn.Pass(self, "pilot_needed")
        call_pilot = tasks.LambdaInvoke(
            self,
            "call_pilot",
            lambda_function=call_pilot_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        call_pilot.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        no_pilot_needed = sfn.Pass(self, "no_pilot_needed")
        sent_by_tug = sfn.Choice(self, "sent_by_tug")
        answer_tug = tasks.LambdaInvoke(
            self,
            "answer_tug",
            lambda_function=answer_tug_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        answer_tug.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        ask_berth = tasks.LambdaInvoke(
            self,
            "ask_berth",
            lambda_function=ask_berth_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_berth.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        berth_is_free = sfn.Choice(self, "berth_is_free")
        let_it_change = sfn.Wait(
            self,
            "let_it_change",
            time=sfn.WaitTime.duration(Duration.seconds(15)),
        )
        has_course = sfn.Choice(self, "has_course")
        change_berth = tasks.LambdaInvoke(
            self,
            "change_berth",
            lambda_function=change_berth_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        change_berth.add_retry(errors=["BerthIsMade"], interval=Duration.seconds(30))
        change_berth.add_retry(errors=["HarbourBusy"], interval=Duration.minutes(1))
        change_berth.add_retry(
            errors=["States.TaskFailed"],
            interval=Duration.seconds(5),
        )
        is_changed = sfn.Choice(self, "is_changed")
        let_it_settle = sfn.Wait(
            self,
            "let_it_settle",
            time=sfn.WaitTime.duration(Duration.seconds(15)),
        )
        ask_change = tasks.LambdaInvoke(
            self,
            "ask_change",
            lambda_function=ask_berth_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        ask_change.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        lay_course = tasks.LambdaInvoke(
            self,
            "lay_course",
            lambda_function=lay_course_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        lay_course.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        is_flagged = sfn.Choice(self, "is_flagged")
        pier_changes = sfn.Choice(self, "pier_changes")
        has_pier = sfn.Choice(self, "has_pier")
        leave_pier = tasks.LambdaInvoke(
            self,
            "leave_pier",
            lambda_function=leave_pier_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        leave_pier.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        join_pier = tasks.LambdaInvoke(
            self,
            "join_pier",
            lambda_function=join_pier_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        join_pier.add_retry(errors=["AlreadyMoored"], interval=Duration.seconds(5))
        join_pier.add_retry(errors=["HarbourBusy"], interval=Duration.minutes(1))
        join_pier.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        moored_already = sfn.Pass(self, "moored_already")
        list_lines = tasks.LambdaInvoke(
            self,
            "list_lines",
            lambda_function=list_lines_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        list_lines.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        cast_lines = tasks.LambdaInvoke(
            self,
            "cast_lines",
            lambda_function=cast_lines_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        cast_lines.add_retry(errors=["AlreadyMoored"], interval=Duration.seconds(5))
        cast_lines.add_retry(errors=["HarbourBusy"], interval=Duration.minutes(1))
        cast_lines.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        take_in_lines = tasks.LambdaInvoke(
            self,
            "take_in_lines",
            lambda_function=take_in_lines_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        take_in_lines.add_retry(
            errors=["States.TaskFailed"],
            interval=Duration.seconds(5),
        )
        mark_berth = tasks.LambdaInvoke(
            self,
            "mark_berth",
            lambda_function=mark_berth_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        mark_berth.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))

        write_book = tasks.LambdaInvoke(
            self,
            "write_book",
            lambda_function=write_book_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        write_book.add_retry(errors=["States.TaskFailed"], interval=Duration.seconds(5))
        hoist_flags = tasks.LambdaInvoke(
            self,
            "hoist_flags",
            lambda_function=hoist_flags_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        tell_office = tasks.LambdaInvoke(
            self,
            "tell_office",
            lambda_function=tell_office_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        log_order = sfn.Parallel(self, "log_order", result_path=sfn.JsonPath.DISCARD).branch(
            write_book,
            hoist_flags,
            tell_office,
        )

        how_it_went = sfn.Choice(self, "how_it_went")
        order_failed = sfn.Fail(
            self,
            "order_failed",
            comment="What it was stands in the log.",
        )
        order_done = sfn.Pass(self, "order_done")
        note_trouble = tasks.LambdaInvoke(
            self,
            "note_trouble",
            lambda_function=note_trouble_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        note_trouble.add_retry(
            errors=["States.TaskFailed"],
            interval=Duration.seconds(5),
        )
        (
            sort_event
            .when(
                sfn.Condition.not_(sfn.Condition.is_present("$.kind")),
                find_ship,
                comment="A pilot's answer has no kind.",
            )
            .when(sfn.Condition.string_equals("$.kind", "signal"), find_ship)
            .when(sfn.Condition.string_equals("$.kind", "departure"), free_berth)
        )
        find_ship.add_catch(
            ship_is_gone,
            errors=["NoSuchShip"],
            result_path=sfn.JsonPath.DISCARD,
        )
        list_piers.add_catch(note_trouble, result_path="$.trouble")
        (
            need_pilot
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.pilot.needed", "yes"),
                    sfn.Condition.not_(sfn.Condition.string_equals(
                        "$.pilot.answer",
                        "coming",
                    )),
                ),
                pilot_needed,
            )
            .otherwise(no_pilot_needed)
        )
        call_pilot.add_catch(note_trouble, result_path="$.trouble")
        (
            sent_by_tug
            .when(sfn.Condition.string_equals("$.sender", "tug"), answer_tug)
            .otherwise(is_flagged)
        )
        answer_tug.add_catch(note_trouble, result_path="$.trouble")
        ask_berth.add_catch(note_trouble, result_path="$.trouble")
        (
            berth_is_free
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.berth.state", "changing"),
                    sfn.Condition.string_equals("$.berth.state", "waiting"),
                ),
                let_it_change,
            )
            .otherwise(has_course)
        )
        (
            has_course
            .when(sfn.Condition.is_present("$.course"), lay_course)
            .otherwise(change_berth)
        )
        change_berth.add_catch(
            ask_berth,
            errors=["BerthIsMade"],
            result_path=sfn.JsonPath.DISCARD,
        )
        change_berth.add_catch(note_trouble, result_path="$.trouble")
        (
            is_changed
            .when(sfn.Condition.string_equals("$.berth.state", "refused"), log_order)
            .when(sfn.Condition.string_equals("$.berth.state", "broken"), log_order)
            .when(sfn.Condition.string_equals("$.berth.state", "gone"), lay_course)
            .when(sfn.Condition.string_equals("$.berth.state", "ready"), lay_course)
            .otherwise(let_it_settle)
        )
        ask_change.add_catch(note_trouble, result_path="$.trouble")
        lay_course.add_catch(note_trouble, result_path="$.trouble")
        (
            is_flagged
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.flagged", "yes"),
                    sfn.Condition.string_equals("$.moored", "yes"),
                ),
                pier_changes,
            )
            .otherwise(log_order)
        )
        (
            pier_changes
            .when(sfn.Condition.string_equals("$.pier.changes", "yes"), has_pier)
            .otherwise(list_lines)
        )
        (
            has_pier
            .when(
                sfn.Condition.not_(sfn.Condition.string_equals("$.pier.old", "none")),
                leave_pier,
            )
            .otherwise(join_pier)
        )
        leave_pier.add_catch(note_trouble, result_path="$.trouble")
        join_pier.add_catch(
            moored_already,
            errors=["AlreadyMoored"],
            result_path=sfn.JsonPath.DISCARD,
        )
        join_pier.add_catch(note_trouble, result_path="$.trouble")
        list_lines.add_catch(note_trouble, result_path="$.trouble")
        cast_lines.add_catch(
            moored_already,
            errors=["AlreadyMoored"],
            result_path=sfn.JsonPath.DISCARD,
        )
        cast_lines.add_catch(note_trouble, result_path="$.trouble")
        take_in_lines.add_catch(note_trouble, result_path="$.trouble")
        mark_berth.add_catch(note_trouble, result_path="$.trouble")
        (
            how_it_went
            .when(sfn.Condition.is_present("$.trouble"), order_failed)
            .otherwise(order_done)
        )
        find_ship.next(list_berths).next(list_piers).next(need_pilot)
        pilot_needed.next(call_pilot).next(log_order).next(how_it_went)
        no_pilot_needed.next(sent_by_tug)
        answer_tug.next(ask_berth).next(berth_is_free)
        let_it_change.next(ask_berth)
        change_berth.next(is_changed)
        let_it_settle.next(ask_change).next(is_changed)
        lay_course.next(is_flagged)
        (
            leave_pier
            .next(join_pier)
            .next(list_lines)
            .next(cast_lines)
            .next(take_in_lines)
            .next(mark_berth)
            .next(log_order)
        )
        moored_already.next(log_order)
        note_trouble.next(log_order)

        definition = sort_event
        self.state_machine = sfn.StateMachine(
            self,
            "berth_orders",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
