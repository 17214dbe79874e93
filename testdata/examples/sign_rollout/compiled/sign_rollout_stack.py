# Compiled by orklint from the workflow sign_rollout; change its .ork file instead.

from aws_cdk import CfnParameter, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct


class SignRolloutStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        count_order_parameter = CfnParameter(self, "CountOrder")
        count_order_fn = lambda_.Function.from_function_arn(
            self,
            "count_order_fn",
            count_order_parameter.value_as_string,
        )
        find_design_parameter = CfnParameter(self, "FindDesign")
        find_design_fn = lambda_.Function.from_function_arn(
            self,
            "find_design_fn",
            find_design_parameter.value_as_string,
        )
        make_design_parameter = CfnParameter(self, "MakeDesign")
        make_design_fn = lambda_.Function.from_function_arn(
            self,
            "make_design_fn",
            make_design_parameter.value_as_string,
        )
        put_signs_up_parameter = CfnParameter(self, "PutSignsUp")
        put_signs_up_fn = lambda_.Function.from_function_arn(
            self,
            "put_signs_up_fn",
            put_signs_up_parameter.value_as_string,
        )
        ask_putting_up_parameter = CfnParameter(self, "AskPuttingUp")
        ask_putting_up_fn = lambda_.Function.from_function_arn(
            self,
            "ask_putting_up_fn",
            ask_putting_up_parameter.value_as_string,
        )
        gather_places_parameter = CfnParameter(self, "GatherPlaces")
        gather_places_fn = lambda_.Function.from_function_arn(
            self,
            "gather_places_fn",
            gather_places_parameter.value_as_string,
        )
        publish_places_parameter = CfnParameter(self, "PublishPlaces")
        publish_places_fn = lambda_.Function.from_function_arn(
            self,
            "publish_places_fn",
            publish_places_parameter.value_as_string,
        )
        list_stations_parameter = CfnParameter(self, "ListStations")
        list_stations_fn = lambda_.Function.from_function_arn(
            self,
            "list_stations_fn",
            list_stations_parameter.value_as_string,
        )
        change_design_parameter = CfnParameter(self, "ChangeDesign")
        change_design_fn = lambda_.Function.from_function_arn(
            self,
            "change_design_fn",
            change_design_parameter.value_as_string,
        )
        ask_change_parameter = CfnParameter(self, "AskChange")
        ask_change_fn = lambda_.Function.from_function_arn(
            self,
            "ask_change_fn",
            ask_change_parameter.value_as_string,
        )
        check_signs_parameter = CfnParameter(self, "CheckSigns")
        check_signs_fn = lambda_.Function.from_function_arn(
            self,
            "check_signs_fn",
            check_signs_parameter.value_as_string,
        )
        renew_signs_parameter = CfnParameter(self, "RenewSigns")
        renew_signs_fn = lambda_.Function.from_function_arn(
            self,
            "renew_signs_fn",
            renew_signs_parameter.value_as_string,
        )
        ask_renewing_parameter = CfnParameter(self, "AskRenewing")
        ask_renewing_fn = lambda_.Function.from_function_arn(
            self,
            "ask_renewing_fn",
            ask_renewing_parameter.value_as_string,
        )
        list_signs_parameter = CfnParameter(self, "ListSigns")
        list_signs_fn = lambda_.Function.from_function_arn(
            self,
            "list_signs_fn",
            list_signs_parameter.value_as_string,
        )
        take_signs_down_parameter = CfnParameter(self, "TakeSignsDown")
        take_signs_down_fn = lambda_.Function.from_function_arn(
            self,
            "take_signs_down_fn",
            take_signs_down_parameter.value_as_string,
        )
        ask_taking_down_parameter = CfnParameter(self, "AskTakingDown")
        ask_taking_down_fn = lambda_.Function.from_function_arn(
            self,
            "ask_taking_down_fn",
            ask_taking_down_parameter.value_as_string,
        )
        scrap_design_parameter = CfnParameter(self, "ScrapDesign")
        scrap_design_fn = lambda_.Function.from_function_arn(
            self,
            "scrap_design_fn",
            scrap_design_parameter.value_as_string,
        )

        with_count = sfn.Pass(
            self,
            "with_count",
            result=sfn.Result.from_string("count"),
            result_path="$.asked",
        )
        count_order = tasks.LambdaInvoke(
            self,
            "count_order",
            lambda_function=count_order_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        with_find = sfn.Pass(
            self,
            "with_find",
            result=sfn.Result.from_string("find"),
            result_path="$.asked",
        )
        find_design = tasks.LambdaInvoke(
            self,
            "find_design",
            lambda_function=find_design_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        which_order = sfn.Choice(self, "which_order")
        unknown_order = sfn.Pass(self, "unknown_order")
        has_drawing = sfn.Choice(self, "has_drawing")
        is_known = sfn.Choice(self, "is_known")
        with_make = sfn.Pass(
            self,
            "with_make",
            result=sfn.Result.from_string("make"),
            result_path="$.asked",
        )
        make_design = tasks.LambdaInvoke(
            self,
            "make_design",
            lambda_function=make_design_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_made = sfn.Choice(self, "is_made")
        design_lost = sfn.Pass(self, "design_lost")
        design_unclear = sfn.Pass(self, "design_unclear")
        any_stations = sfn.Choice(self, "any_stations")
        design_alone = sfn.Pass(self, "design_alone")
        up_or_down = sfn.Choice(self, "up_or_down")
        with_put_up = sfn.Pass(
            self,
            "with_put_up",
            result=sfn.Result.from_string("put up"),
            result_path="$.asked",
        )
        put_signs_up = tasks.LambdaInvoke(
            self,
            "put_signs_up",
            lambda_function=put_signs_up_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        put_up_taken = sfn.Choice(self, "put_up_taken")
        until_free_to_put_up = sfn.Wait(
            self,
            "until_free_to_put_up",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        until_up = sfn.Wait(
            self,
            "until_up",
            time=sfn.WaitTime.duration(Duration.seconds(10)),
        )
        with_ask_up = sfn.Pass(
            self,
            "with_ask_up",
            result=sfn.Result.from_string("ask"),
            result_path="$.asked",
        )
        ask_putting_up = tasks.LambdaInvoke(
            self,
            "ask_putting_up",
            lambda_function=ask_putting_up_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_up = sfn.Choice(self, "is_up")
        not_up = sfn.Pass(self, "not_up")
        signs_are_up = sfn.Pass(self, "signs_are_up")
        with_places = sfn.Pass(
            self,
            "with_places",
            result=sfn.Result.from_string("places"),
            result_path="$.asked",
        )
        gather_places = tasks.LambdaInvoke(
            self,
            "gather_places",
            lambda_function=gather_places_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        with_publish = sfn.Pass(
            self,
            "with_publish",
            result=sfn.Result.from_string("publish"),
            result_path="$.asked",
        )
        publish_places = tasks.LambdaInvoke(
            self,
            "publish_places",
            lambda_function=publish_places_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        still_to_take_down = sfn.Choice(self, "still_to_take_down")
        another_round = sfn.Choice(
            self,
            "another_round",
            comment="Stations and lines cannot be changed in one round.",
        )
        rolled_out = sfn.Succeed(self, "rolled_out")
        with_stations = sfn.Pass(
            self,
            "with_stations",
            result=sfn.Result.from_string("stations"),
            result_path="$.asked",
        )
        list_stations = tasks.LambdaInvoke(
            self,
            "list_stations",
            lambda_function=list_stations_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        keeps_design = sfn.Choice(self, "keeps_design")
        with_change = sfn.Pass(
            self,
            "with_change",
            result=sfn.Result.from_string("change"),
            result_path="$.asked",
        )
        change_design = tasks.LambdaInvoke(
            self,
            "change_design",
            lambda_function=change_design_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        change_taken = sfn.Choice(self, "change_taken")
        until_free_to_change = sfn.Wait(
            self,
            "until_free_to_change",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        until_changed = sfn.Wait(
            self,
            "until_changed",
            time=sfn.WaitTime.duration(Duration.seconds(10)),
        )
        with_ask_change = sfn.Pass(
            self,
            "with_ask_change",
            result=sfn.Result.from_string("ask"),
            result_path="$.asked",
        )
        ask_change = tasks.LambdaInvoke(
            self,
            "ask_change",
            lambda_function=ask_change_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_changed = sfn.Choice(self, "is_changed")
        design_halted = sfn.Pass(self, "design_halted")
        not_changed = sfn.Pass(self, "not_changed")
        with_check = sfn.Pass(
            self,
            "with_check",
            result=sfn.Result.from_string("check"),
            result_path="$.asked",
        )
        check_signs = tasks.LambdaInvoke(
            self,
            "check_signs",
            lambda_function=check_signs_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        all_checked = sfn.Choice(self, "all_checked")
        until_next_page = sfn.Wait(
            self,
            "until_next_page",
            time=sfn.WaitTime.duration(Duration.seconds(5)),
        )
        what_to_do = sfn.Choice(self, "what_to_do")
        any_to_renew = sfn.Choice(self, "any_to_renew")
        only_design_changed = sfn.Pass(self, "only_design_changed")
        nothing_to_renew = sfn.Pass(self, "nothing_to_renew")
        with_renew = sfn.Pass(
            self,
            "with_renew",
            result=sfn.Result.from_string("renew"),
            result_path="$.asked",
        )
        renew_signs = tasks.LambdaInvoke(
            self,
            "renew_signs",
            lambda_function=renew_signs_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        renewing_taken = sfn.Choice(self, "renewing_taken")
        until_free_to_renew = sfn.Wait(
            self,
            "until_free_to_renew",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        until_renewed = sfn.Wait(
            self,
            "until_renewed",
            time=sfn.WaitTime.duration(Duration.seconds(10)),
        )
        with_ask_renewing = sfn.Pass(
            self,
            "with_ask_renewing",
            result=sfn.Result.from_string("ask"),
            result_path="$.asked",
        )
        ask_renewing = tasks.LambdaInvoke(
            self,
            "ask_renewing",
            lambda_function=ask_renewing_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_renewed = sfn.Choice(self, "is_renewed")
        signs_renewed = sfn.Pass(self, "signs_renewed")
        not_renewed = sfn.Pass(self, "not_renewed")
        with_find_again = sfn.Pass(
            self,
            "with_find_again",
            result=sfn.Result.from_string("find"),
            result_path="$.asked",
        )
        find_design_again = tasks.LambdaInvoke(
            self,
            "find_design_again",
            lambda_function=find_design_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_found = sfn.Choice(self, "is_found")
        never_made = sfn.Pass(self, "never_made")
        not_found = sfn.Pass(self, "not_found")
        with_signs = sfn.Pass(
            self,
            "with_signs",
            result=sfn.Result.from_string("signs"),
            result_path="$.asked",
        )
        list_signs = tasks.LambdaInvoke(
            self,
            "list_signs",
            lambda_function=list_signs_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        any_signs = sfn.Choice(self, "any_signs")
        only_drawn = sfn.Choice(self, "only_drawn")
        not_listed = sfn.Pass(self, "not_listed")
        with_take_down = sfn.Pass(
            self,
            "with_take_down",
            result=sfn.Result.from_string("take down"),
            result_path="$.asked",
        )
        take_signs_down = tasks.LambdaInvoke(
            self,
            "take_signs_down",
            lambda_function=take_signs_down_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        taking_down_taken = sfn.Choice(self, "taking_down_taken")
        until_free_to_take_down = sfn.Wait(
            self,
            "until_free_to_take_down",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        until_down = sfn.Wait(
            self,
            "until_down",
            time=sfn.WaitTime.duration(Duration.seconds(10)),
        )
        with_ask_down = sfn.Pass(
            self,
            "with_ask_down",
            result=sfn.Result.from_string("ask"),
            result_path="$.asked",
        )
        ask_taking_down = tasks.LambdaInvoke(
            self,
            "ask_taking_down",
            lambda_function=ask_taking_down_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        is_down = sfn.Choice(self, "is_down")
        not_down = sfn.Pass(self, "not_down")
        with_signs_left = sfn.Pass(
            self,
            "with_signs_left",
            result=sfn.Result.from_string("signs"),
            result_path="$.asked",
        )
        list_signs_left = tasks.LambdaInvoke(
            self,
            "list_signs_left",
            lambda_function=list_signs_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        any_left = sfn.Choice(self, "any_left")
        signs_are_down = sfn.Pass(self, "signs_are_down")
        with_scrap = sfn.Pass(
            self,
            "with_scrap",
            result=sfn.Result.from_string("scrap"),
            result_path="$.asked",
        )
        scrap_design = tasks.LambdaInvoke(
            self,
            "scrap_design",
            lambda_function=scrap_design_fn,
            payload_response_only=True,
            retry_on_service_exceptions=False,
        )
        scrapped = sfn.Pass(self, "scrapped")
        failed = sfn.Fail(self, "failed")
        (
            which_order
            .when(sfn.Condition.string_equals("$.order", "new"), has_drawing)
            .when(sfn.Condition.string_equals("$.order", "change"), has_drawing)
            .when(sfn.Condition.string_equals("$.order", "remove"), with_find_again)
            .otherwise(unknown_order)
        )
        (
            has_drawing
            .when(sfn.Condition.string_equals("$.design.drawing", ""), with_check)
            .otherwise(is_known)
        )
        (
            is_known
            .when(sfn.Condition.string_equals("$.design.known", "no"), with_make)
            .when(sfn.Condition.string_equals("$.design.known", "yes"), with_stations)
            .otherwise(design_unclear)
        )
        (
            is_made
            .when(sfn.Condition.string_equals("$.design.state", "made"), any_stations)
            .when(sfn.Condition.string_equals("$.design.state", "lost"), design_lost)
            .otherwise(design_lost)
        )
        (
            any_stations
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_less_than("$.stations", "1"),
                    sfn.Condition.string_less_than("$.lines", "1"),
                ),
                design_alone,
            )
            .otherwise(up_or_down)
        )
        (
            up_or_down
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.put_up", "no"),
                    sfn.Condition.string_equals("$.take_down", "yes"),
                ),
                with_take_down,
            )
            .when(sfn.Condition.string_equals("$.put_up", "yes"), with_put_up)
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.put_up", "no"),
                    sfn.Condition.string_equals("$.take_down", "no"),
                ),
                with_places,
            )
            .otherwise(with_put_up)
        )
        (
            put_up_taken
            .when(
                sfn.Condition.string_equals("$.workshop", "busy"),
                until_free_to_put_up,
            )
            .otherwise(until_up)
        )
        (
            is_up
            .when(sfn.Condition.string_equals("$.work", "done"), signs_are_up)
            .when(sfn.Condition.string_equals("$.work", "going"), until_up)
            .when(sfn.Condition.string_equals("$.work", "broken"), not_up)
            .otherwise(not_up)
        )
        (
            still_to_take_down
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.put_up", "yes"),
                    sfn.Condition.string_equals("$.take_down", "yes"),
                ),
                with_take_down,
            )
            .otherwise(another_round)
        )
        (
            another_round
            .when(sfn.Condition.string_equals("$.again", "yes"), with_stations)
            .otherwise(rolled_out)
        )
        (
            keeps_design
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.again", "yes"),
                    sfn.Condition.string_equals("$.keep_design", "yes"),
                ),
                with_check,
            )
            .otherwise(with_change)
        )
        (
            change_taken
            .when(
                sfn.Condition.string_equals("$.workshop", "busy"),
                until_free_to_change,
            )
            .otherwise(until_changed)
        )
        (
            is_changed
            .when(sfn.Condition.string_equals("$.work", "done"), with_check)
            .when(sfn.Condition.string_equals("$.work", "going"), until_changed)
            .when(sfn.Condition.string_equals("$.work", "halted"), design_halted)
            .when(sfn.Condition.string_equals("$.work", "halting"), until_changed)
            .when(sfn.Condition.string_equals("$.work", "broken"), not_changed)
            .otherwise(not_changed)
        )
        (
            all_checked
            .when(sfn.Condition.string_equals("$.next_page", "none"), what_to_do)
            .otherwise(until_next_page)
        )
        (
            what_to_do
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.put_up", "yes"),
                    sfn.Condition.string_equals("$.take_down", "yes"),
                ),
                any_stations,
            )
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.put_up", "no"),
                    sfn.Condition.string_equals("$.order", "new"),
                ),
                with_places,
            )
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_equals("$.put_up", "no"),
                    sfn.Condition.string_equals("$.order", "change"),
                ),
                any_to_renew,
            )
            .otherwise(with_places)
        )
        (
            any_to_renew
            .when(
                sfn.Condition.and_(
                    sfn.Condition.string_less_than("$.stations", "1"),
                    sfn.Condition.string_less_than("$.lines", "1"),
                ),
                only_design_changed,
            )
            .when(
                sfn.Condition.string_equals("$.has_own_words", "no"),
                nothing_to_renew,
            )
            .otherwise(with_renew)
        )
        (
            renewing_taken
            .when(
                sfn.Condition.string_equals("$.workshop", "busy"),
                until_free_to_renew,
            )
            .otherwise(until_renewed)
        )
        (
            is_renewed
            .when(sfn.Condition.string_equals("$.work", "done"), signs_renewed)
            .when(sfn.Condition.string_equals("$.work", "going"), until_renewed)
            .when(sfn.Condition.string_equals("$.work", "broken"), not_renewed)
            .otherwise(not_changed)
        )
        (
            is_found
            .when(sfn.Condition.string_equals("$.design.known", "no"), never_made)
            .when(sfn.Condition.string_equals("$.design.known", "yes"), with_signs)
            .otherwise(not_found)
        )
        (
            any_signs
            .when(sfn.Condition.string_equals("$.has_signs", "yes"), with_take_down)
            .when(sfn.Condition.string_equals("$.has_signs", "no"), only_drawn)
            .otherwise(not_listed)
        )
        (
            only_drawn
            .when(sfn.Condition.string_equals("$.design.drawing", ""), rolled_out)
            .otherwise(with_scrap)
        )
        (
            taking_down_taken
            .when(
                sfn.Condition.string_equals("$.workshop", "busy"),
                until_free_to_take_down,
            )
            .otherwise(until_down)
        )
        (
            is_down
            .when(sfn.Condition.string_equals("$.work", "done"), with_signs_left)
            .when(sfn.Condition.string_equals("$.work", "going"), until_down)
            .when(
                sfn.Condition.and_(
                    sfn.Condition.boolean_equals("$.try_again", False),
                    sfn.Condition.string_equals("$.work", "broken"),
                ),
                not_down,
            )
            .when(
                sfn.Condition.and_(
                    sfn.Condition.boolean_equals("$.try_again", True),
                    sfn.Condition.string_equals("$.work", "broken"),
                ),
                with_take_down,
            )
            .otherwise(not_down)
        )
        (
            any_left
            .when(
                sfn.Condition.or_(
                    sfn.Condition.string_equals("$.has_signs", "yes"),
                    sfn.Condition.string_equals("$.design.drawing", ""),
                ),
                signs_are_down,
            )
            .when(sfn.Condition.string_equals("$.has_signs", "no"), with_scrap)
            .otherwise(failed)
        )
        unknown_order.next(failed)
        with_make.next(make_design).next(is_made)
        design_lost.next(failed)
        design_unclear.next(failed)
        (
            design_alone
            .next(with_places)
            .next(gather_places)
            .next(with_publish)
            .next(publish_places)
            .next(still_to_take_down)
        )
        with_put_up.next(put_signs_up).next(put_up_taken)
        until_free_to_put_up.next(put_signs_up)
        until_up.next(with_ask_up).next(ask_putting_up).next(is_up)
        not_up.next(failed)
        signs_are_up.next(with_places)
        with_stations.next(list_stations).next(keeps_design)
        with_change.next(change_design).next(change_taken)
        until_free_to_change.next(change_design)
        until_changed.next(with_ask_change).next(ask_change).next(is_changed)
        design_halted.next(with_places)
        not_changed.next(failed)
        with_check.next(check_signs).next(all_checked)
        until_next_page.next(check_signs)
        only_design_changed.next(with_places)
        nothing_to_renew.next(with_places)
        with_renew.next(renew_signs).next(renewing_taken)
        until_free_to_renew.next(renew_signs)
        until_renewed.next(with_ask_renewing).next(ask_renewing).next(is_renewed)
        signs_renewed.next(with_places)
        not_renewed.next(failed)
        with_find_again.next(find_design_again).next(is_found)
        never_made.next(rolled_out)
        not_found.next(failed)
        with_signs.next(list_signs).next(any_signs)
        not_listed.next(failed)
        with_take_down.next(take_signs_down).next(taking_down_taken)
        until_free_to_take_down.next(take_signs_down)
        until_down.next(with_ask_down).next(ask_taking_down).next(is_down)
        not_down.next(failed)
        with_signs_left.next(list_signs_left).next(any_left)
        signs_are_down.next(another_round)
        with_scrap.next(scrap_design).next(scrapped).next(rolled_out)

        definition = (
            with_count
            .next(count_order)
            .next(with_find)
            .next(find_design)
            .next(which_order)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "sign_rollout",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
