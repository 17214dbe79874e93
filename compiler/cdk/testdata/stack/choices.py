# Compiled by orklint from the workflow choices; change its .ork file instead.

from aws_cdk import Duration, Stack
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class ChoicesStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        check = sfn.Choice(self, "check", input_path="$.order")
        wait_30s = sfn.Wait(
            self,
            "wait_30s",
            time=sfn.WaitTime.duration(Duration.seconds(30)),
        )
        accept = sfn.Pass(
            self,
            "accept",
            result=sfn.Result.from_object({"accepted": True}),
            result_path="$.answer",
        )
        reject = sfn.Fail(
            self,
            "reject",
            error_path="$.error",
            cause_path="States.Format('{}', $.cause)",
        )
        (
            check
            .when(sfn.Condition.not_(sfn.Condition.is_present("$.price")), reject)
            .when(sfn.Condition.is_not_boolean("$.vip"), reject)
            .when(
                sfn.Condition.or_(
                    sfn.Condition.and_(
                        sfn.Condition.number_less_than_equals("$.price", 99.5),
                        sfn.Condition.number_greater_than_json_path(
                            "$.limit",
                            "$.price",
                        ),
                    ),
                    sfn.Condition.string_matches("$.kind", "spare-*"),
                    sfn.Condition.timestamp_less_than("$.due", "2030-01-01T00:00:00Z"),
                ),
                accept,
                comment="Cheap, or of a kind that is wanted",
            )
            .when(sfn.Condition.boolean_equals("$.paid", True), wait_30s)
            .otherwise(accept)
        )
        wait_30s.next(check)

        definition = check
        self.state_machine = sfn.StateMachine(
            self,
            "choices",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
