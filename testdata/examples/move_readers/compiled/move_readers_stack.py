# Compiled by orklint from the workflow move_readers; change its .ork file instead.

from aws_cdk import CfnParameter, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class MoveReadersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        look_for_moves_parameter = CfnParameter(self, "LookForMoves")
        look_for_moves_fn = lambda_.Function.from_function_arn(
            self,
            "look_for_moves_fn",
            look_for_moves_parameter.value_as_string,
        )
        look_at_queues_parameter = CfnParameter(self, "LookAtQueues")
        look_at_queues_fn = lambda_.Function.from_function_arn(
            self,
            "look_at_queues_fn",
            look_at_queues_parameter.value_as_string,
        )
        look_into_new_parameter = CfnParameter(self, "LookIntoNew")
        look_into_new_fn = lambda_.Function.from_function_arn(
            self,
            "look_into_new_fn",
            look_into_new_parameter.value_as_string,
        )
        call_librarian_parameter = CfnParameter(self, "CallLibrarian")
        call_librarian_fn = lambda_.Function.from_function_arn(
            self,
            "call_librarian_fn",
            call_librarian_parameter.value_as_string,
        )
        scan_cards_parameter = CfnParameter(self, "ScanCards")
        scan_cards_fn = lambda_.Function.from_function_arn(
            self,
            "scan_cards_fn",
            scan_cards_parameter.value_as_string,
        )
        write_readers_parameter = CfnParameter(self, "WriteReaders")
        write_readers_fn = lambda_.Function.from_function_arn(
            self,
            "write_readers_fn",
            write_readers_parameter.value_as_string,
        )
        ask_writing_parameter = CfnParameter(self, "AskWriting")
        ask_writing_fn = lambda_.Function.from_function_arn(
            self,
            "ask_writing_fn",
            ask_writing_parameter.value_as_string,
        )
        correct_readers_parameter = CfnParameter(self, "CorrectReaders")
        correct_readers_fn = lambda_.Function.from_function_arn(
            self,
            "correct_readers_fn",
            correct_readers_parameter.value_as_string,
        )
        tidy_up_parameter = CfnParameter(self, "TidyUp")
        tidy_up_fn = lambda_.Function.from_function_arn(
            self,
            "tidy_up_fn",
            tidy_up_parameter.value_as_string,
        )

        look_for_moves = tasks.LambdaInvoke(
            self,
            "look_for_moves",
            lambda_function=look_for_moves_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice = sfn.Choice(self, "choice")
        alone = sfn.Pass(self, "alone")
        fail_AnotherMove = sfn.Fail(
            self,
            "fail_AnotherMove",
            error="AnotherMove",
            cause="Another move is going on; see the log of look_for_moves.",
        )
        wait_1m = sfn.Wait(
            self,
            "wait_1m",
            comment="Queues say how long they are only after a while.",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        look_at_queues = tasks.LambdaInvoke(
            self,
            "look_at_queues",
            lambda_function=look_at_queues_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        look_into_new = tasks.LambdaInvoke(
            self,
            "look_into_new",
            lambda_function=look_into_new_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice2 = sfn.Choice(self, "choice2")
        new_is_empty = sfn.Pass(self, "new_is_empty")
        fail_NotEmpty = sfn.Fail(
            self,
            "fail_NotEmpty",
            error="NotEmpty",
            cause="The new system has readers already.",
        )

        call_for_scan = tasks.LambdaInvoke(
            self,
            "call_for_scan",
            lambda_function=call_librarian_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            comment="Writes to the librarians what went wrong.",
        )
        scan_broken = sfn.Fail(
            self,
            "scan_broken",
            error="MoveBroken",
            cause="A step broke off; see its log.",
        )
        scan_cards = tasks.LambdaInvoke(
            self,
            "scan_cards",
            lambda_function=scan_cards_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        choice3 = sfn.Choice(self, "choice3")
        more_cards = sfn.Pass(self, "more_cards")
        all_scanned = sfn.Pass(self, "all_scanned")
        scan_cards.add_catch(call_for_scan, errors=["States.TaskFailed"])
        (
            choice3
            .when(sfn.Condition.string_equals("$.scanned", "yes"), all_scanned)
            .when(sfn.Condition.string_equals("$.scanned", "no"), more_cards)
            .otherwise(all_scanned)
        )
        call_for_scan.next(scan_broken)
        more_cards.next(scan_cards)
        call_for_writing = tasks.LambdaInvoke(
            self,
            "call_for_writing",
            lambda_function=call_librarian_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            comment="Writes to the librarians what went wrong.",
        )
        writing_broken = sfn.Fail(
            self,
            "writing_broken",
            error="MoveBroken",
            cause="A step broke off; see its log.",
        )
        wait_1m2 = sfn.Wait(
            self,
            "wait_1m2",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        write_early = tasks.LambdaInvoke(
            self,
            "write_early",
            lambda_function=write_readers_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        early_job = sfn.Choice(self, "early_job")
        early_going = sfn.Pass(self, "early_going")
        wait_30s = sfn.Wait(
            self,
            "wait_30s",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        ask_early = tasks.LambdaInvoke(
            self,
            "ask_early",
            lambda_function=ask_writing_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        early_done = sfn.Pass(self, "early_done")
        early_queue = sfn.Choice(self, "early_queue")
        early_more = sfn.Pass(self, "early_more")
        early_drained = sfn.Pass(self, "early_drained")
        write_early.add_catch(call_for_writing, errors=["States.TaskFailed"])
        (
            early_job
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.writing", "queued"),
                    sfn.Condition.string_equals("$.writing", "going"),
                ),
                early_going,
            )
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.writing", "done"),
                    sfn.Condition.string_equals("$.writing", ""),
                ),
                early_done,
            )
        )
        ask_early.add_catch(call_for_writing, errors=["States.TaskFailed"])
        (
            early_queue
            .when(sfn.Condition.boolean_equals("$.queue_empty", True), early_drained)
            .when(sfn.Condition.boolean_equals("$.queue_empty", False), early_more)
        )
        call_for_writing.next(writing_broken)
        early_going.next(wait_30s).next(ask_early).next(early_job)
        early_done.next(early_queue)
        early_more.next(write_early)
        scan_and_write = sfn.Parallel(self, "scan_and_write", result_path="$.first_rounds").branch(
            scan_cards.next(choice3),
            wait_1m2.next(write_early).next(early_job),
        )

        wait_1m3 = sfn.Wait(
            self,
            "wait_1m3",
            time=sfn.WaitTime.duration(Duration.minutes(1)),
        )
        write_readers = tasks.LambdaInvoke(
            self,
            "write_readers",
            lambda_function=write_readers_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        job = sfn.Choice(self, "job")
        going = sfn.Pass(self, "going")
        wait_30s2 = sfn.Wait(
            self,
            "wait_30s2",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        ask_writing = tasks.LambdaInvoke(
            self,
            "ask_writing",
            lambda_function=ask_writing_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        written = sfn.Pass(self, "written")
        queue = sfn.Choice(self, "queue")
        drained = sfn.Pass(self, "drained")
        more_readers = sfn.Pass(self, "more_readers")
        correct_readers = tasks.LambdaInvoke(
            self,
            "correct_readers",
            lambda_function=correct_readers_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        corrections = sfn.Choice(self, "corrections")
        corrected = sfn.Pass(self, "corrected")
        more_corrections = sfn.Pass(self, "more_corrections")
        tidy_up = tasks.LambdaInvoke(
            self,
            "tidy_up",
            lambda_function=tidy_up_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        call_for_move = tasks.LambdaInvoke(
            self,
            "call_for_move",
            lambda_function=call_librarian_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            comment="Writes to the librarians what went wrong.",
        )
        move_broken = sfn.Fail(
            self,
            "move_broken",
            error="MoveBroken",
            cause="A step broke off; see its log.",
        )
        look_for_moves.add_catch(call_for_move, errors=["States.TaskFailed"])
        (
            choice
            .when(sfn.Condition.boolean_equals("$.alone", True), alone)
            .otherwise(fail_AnotherMove)
        )
        look_at_queues.add_catch(call_for_move, errors=["States.TaskFailed"])
        look_into_new.add_catch(call_for_move, errors=["States.TaskFailed"])
        (
            choice2
            .when(sfn.Condition.boolean_equals("$.new_is_empty", True), new_is_empty)
            .otherwise(fail_NotEmpty)
        )
        write_readers.add_catch(call_for_move, errors=["States.TaskFailed"])
        (
            job
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.writing", "queued"),
                    sfn.Condition.string_equals("$.writing", "going"),
                ),
                going,
            )
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.writing", "done"),
                    sfn.Condition.string_equals("$.writing", ""),
                ),
                written,
            )
        )
        ask_writing.add_catch(call_for_move, errors=["States.TaskFailed"])
        (
            queue
            .when(sfn.Condition.boolean_equals("$.queue_empty", True), drained)
            .when(sfn.Condition.boolean_equals("$.queue_empty", False), more_readers)
        )
        correct_readers.add_catch(call_for_move, errors=["States.TaskFailed"])
        (
            corrections
            .when(sfn.Condition.boolean_equals("$.corrections_empty", True), corrected)
            .when(
                sfn.Condition.boolean_equals("$.corrections_empty", False),
                more_corrections,
            )
        )
        tidy_up.add_catch(call_for_move, errors=["States.TaskFailed"])
        alone.next(wait_1m).next(look_at_queues).next(look_into_new).next(choice2)
        new_is_empty.next(scan_and_write).next(wait_1m3).next(write_readers).next(job)
        going.next(wait_30s2).next(ask_writing).next(job)
        written.next(queue)
        drained.next(correct_readers).next(corrections)
        more_readers.next(write_readers)
        corrected.next(tidy_up)
        more_corrections.next(correct_readers)
        call_for_move.next(move_broken)

        definition = look_for_moves.next(choice)
        self.state_machine = sfn.StateMachine(
            self,
            "move_readers",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
