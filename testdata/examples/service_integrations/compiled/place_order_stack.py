# Compiled by orklint from the workflow place_order; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Fn, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class PlaceOrderStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        price_order_fn = PythonFunction(
            self,
            "price_order_fn",
            entry="lambdas",
            index="main.py",
            handler="price_order",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        orders_table_parameter = CfnParameter(self, "OrdersTable")
        packing_queue_url_parameter = CfnParameter(self, "PackingQueueUrl")
        orders_topic_arn_parameter = CfnParameter(self, "OrdersTopicArn")

        price_order = tasks.LambdaInvoke(
            self,
            "price_order",
            lambda_function=price_order_fn,
            payload_response_only=True,
        )
        save_order = sfn.CustomState(
            self,
            "save_order",
            state_json={
                "Type": "Task",
                "Comment": "Writes the order to its table, and passes it on as it came.",
                "Resource": "arn:aws:states:::dynamodb:putItem",
                "Parameters": {
                    "TableName": orders_table_parameter.value_as_string,
                    "Item": {
                        "order_id": {"S.$": "$.order_id"},
                        "total": {"N.$": "States.Format('{}', $.total)"},
                        "status": {"S": "open"},
                    },
                },
                "ResultPath": sfn.JsonPath.DISCARD,
            },
        )

        queue_packing = sfn.CustomState(
            self,
            "queue_packing",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {
                    "QueueUrl": packing_queue_url_parameter.value_as_string,
                    "MessageBody": {"order_id.$": "$.order_id", "lines.$": "$.lines"},
                },
            },
        )
        queue_packing_failed = sfn.Pass(self, "queue_packing_failed")
        queue_packing.add_catch(queue_packing_failed)
        announce = sfn.CustomState(
            self,
            "announce",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::sns:publish",
                "Parameters": {
                    "TopicArn": orders_topic_arn_parameter.value_as_string,
                    "Subject": "New order",
                    "Message.$": "States.Format('Order {} is worth {}.', $.order_id, $.total)",
                },
            },
        )
        announce_failed = sfn.Pass(self, "announce_failed")
        announce.add_catch(announce_failed)
        parallelize_queue_packing_announce = sfn.Parallel(self, "parallelize_queue_packing_announce").branch(
            queue_packing,
            announce,
        )

        definition = (
            price_order
            .next(save_order)
            .next(parallelize_queue_packing_announce)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "place_order",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["dynamodb:PutItem"],
            resources=[
                f"arn:{Aws.PARTITION}:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/{orders_table_parameter.value_as_string}",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["sqs:SendMessage"],
            resources=[
                Fn.join(
                    "",
                    [
                        f"arn:{Aws.PARTITION}:sqs:{Aws.REGION}:",
                        Fn.select(
                            3,
                            Fn.split("/", packing_queue_url_parameter.value_as_string),
                        ),
                        ":",
                        Fn.select(
                            4,
                            Fn.split("/", packing_queue_url_parameter.value_as_string),
                        ),
                    ],
                ),
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["sns:Publish"],
            resources=[orders_topic_arn_parameter.value_as_string],
        ))
