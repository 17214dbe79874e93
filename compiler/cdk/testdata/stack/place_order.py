# Compiled by orklint from the workflow place_order; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
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
        packing_parameter = CfnParameter(self, "Packing")

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
                "Comment": "Writes the order to its table.",
                "Resource": "arn:aws:states:::dynamodb:putItem",
                "Parameters": {
                    "TableName": orders_table_parameter.value_as_string,
                    "Item": {
                        "order_id": {"S.$": "$.order_id"},
                        "total": {"N.$": "States.Format('{}', $.total)"},
                        "note": {"NULL": sfn.JsonPath.DISCARD, "empty": {}, "none": []},
                    },
                },
                "ResultPath": sfn.JsonPath.DISCARD,
                "Retry": [
                    {
                        "ErrorEquals": [
                            "DynamoDB.ProvisionedThroughputExceededException",
                        ],
                        "MaxAttempts": 4,
                    },
                ],
            },
        )
        save_order_failed = sfn.Pass(self, "save_order_failed")
        save_order.add_catch(save_order_failed)
        queue_packing = sfn.CustomState(
            self,
            "queue_packing",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {
                    "QueueUrl": f"https://sqs.{Aws.REGION}.amazonaws.com/123456789012/{packing_parameter.value_as_string}-queue",
                    "MessageBody": {"token.$": "$$.Task.Token"},
                },
                "TimeoutSeconds": 3600,
                "HeartbeatSeconds": 300,
            },
        )
        list_buckets = sfn.CustomState(
            self,
            "list_buckets",
            state_json={
                "Type": "Task",
                "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets",
                "Parameters": {},
            },
        )
        queue_packing_failed = sfn.Pass(self, "queue_packing_failed")
        list_buckets_failed = sfn.Pass(self, "list_buckets_failed")
        queue_packing.add_catch(queue_packing_failed)
        list_buckets.add_catch(list_buckets_failed)
        store = sfn.Parallel(self, "store").branch(
            save_order,
            queue_packing.next(list_buckets),
        )

        definition = price_order.next(store)
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
                f"arn:{Aws.PARTITION}:sqs:{Aws.REGION}:123456789012:{packing_parameter.value_as_string}-queue",
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["s3:ListAllMyBuckets"],
            resources=["*"],
        ))
