# Compiled by orklint from the workflow place_order; change its .ork file instead.

from aws_cdk import Aws, CfnParameter
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


def place_order(scope: Construct) -> sfn.IChainable:
    price_order_fn = PythonFunction(
        scope,
        "price_order_fn",
        entry="lambdas",
        index="main.py",
        handler="price_order",
        runtime=lambda_.Runtime.PYTHON_3_13,
        tracing=lambda_.Tracing.ACTIVE,
    )
    orders_table_parameter = CfnParameter(scope, "OrdersTable")
    packing_parameter = CfnParameter(scope, "Packing")

    price_order = tasks.LambdaInvoke(
        scope,
        "price_order",
        lambda_function=price_order_fn,
        payload_response_only=True,
    )

    save_order = sfn.CustomState(
        scope,
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
                    "ErrorEquals": ["DynamoDB.ProvisionedThroughputExceededException"],
                    "MaxAttempts": 4,
                },
            ],
        },
    )
    save_order_failed = sfn.Pass(scope, "save_order_failed")
    save_order.add_catch(save_order_failed)
    queue_packing = sfn.CustomState(
        scope,
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
        scope,
        "list_buckets",
        state_json={
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets",
            "Parameters": {},
        },
    )
    queue_packing_failed = sfn.Pass(scope, "queue_packing_failed")
    list_buckets_failed = sfn.Pass(scope, "list_buckets_failed")
    queue_packing.add_catch(queue_packing_failed)
    list_buckets.add_catch(list_buckets_failed)
    store = sfn.Parallel(scope, "store").branch(
        save_order,
        queue_packing.next(list_buckets),
    )

    # The role of the state machine needs dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${orders_table}.
    # The role of the state machine needs sqs:SendMessage on arn:${AWS::Partition}:sqs:${AWS::Region}:123456789012:${packing}-queue.
    # The role of the state machine needs s3:ListAllMyBuckets on *.

    return price_order.next(store)
