# Compiled by orklint from the workflow greenhouse_order; change its .ork file instead.

from aws_cdk import Aws, CfnParameter, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct


class GreenhouseOrderStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        read_order_parameter = CfnParameter(self, "ReadOrder")
        read_order_fn = lambda_.Function.from_function_arn(
            self,
            "read_order_fn",
            read_order_parameter.value_as_string,
        )
        pot_plant_parameter = CfnParameter(self, "PotPlant")
        pot_plant_fn = lambda_.Function.from_function_arn(
            self,
            "pot_plant_fn",
            pot_plant_parameter.value_as_string,
        )
        charge_customer_parameter = CfnParameter(self, "ChargeCustomer")
        charge_customer_fn = lambda_.Function.from_function_arn(
            self,
            "charge_customer_fn",
            charge_customer_parameter.value_as_string,
        )
        reserve_van_parameter = CfnParameter(self, "ReserveVan")
        reserve_van_fn = lambda_.Function.from_function_arn(
            self,
            "reserve_van_fn",
            reserve_van_parameter.value_as_string,
        )
        tell_customer_parameter = CfnParameter(self, "TellCustomer")
        tell_customer_fn = lambda_.Function.from_function_arn(
            self,
            "tell_customer_fn",
            tell_customer_parameter.value_as_string,
        )
        ring_the_gardener_parameter = CfnParameter(self, "RingTheGardener")
        orders_table_parameter = CfnParameter(self, "OrdersTable")

        definition = sfn.DefinitionBody.from_string(
            Stack.of(self).to_json_string({
                "QueryLanguage": "JSONata",
                "StartAt": "read_order",
                "States": {
                    "read_order": {
                        "Type": "Task",
                        "Resource": read_order_fn.function_arn,
                        "Output": "{% $merge([$states.input, $states.result]) %}",
                        "Retry": [
                            {
                                "ErrorEquals": ["Lambda.TooManyRequestsException"],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 3,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"trouble\": $states.errorOutput }]) %}",
                                "Next": "unreadable",
                            },
                        ],
                        "Next": "choice",
                    },
                    "choice": {
                        "Type": "Choice",
                        "Choices": [
                            {
                                "Condition": "{% $count($states.input.plants) > 0 %}",
                                "Next": "pot_plants",
                            },
                        ],
                        "Default": "unreadable",
                    },
                    "pot_plants": {
                        "Type": "Map",
                        "Items": "{% $states.input.plants %}",
                        "MaxConcurrency": 10,
                        "ToleratedFailureCount": 2,
                        "ItemProcessor": {
                            "ProcessorConfig": {
                                "Mode": "DISTRIBUTED",
                                "ExecutionType": "STANDARD",
                            },
                            "StartAt": "pot_plant",
                            "States": {
                                "pot_plant": {
                                    "Type": "Task",
                                    "Resource": pot_plant_fn.function_arn,
                                    "Retry": [
                                        {
                                            "ErrorEquals": [
                                                "Lambda.TooManyRequestsException",
                                            ],
                                            "IntervalSeconds": 2,
                                            "MaxAttempts": 3,
                                        },
                                    ],
                                    "Catch": [
                                        {
                                            "ErrorEquals": ["States.ALL"],
                                            "Output": "{% $states.errorOutput %}",
                                            "Next": "fail_PlantDied",
                                        },
                                    ],
                                    "End": True,
                                },
                                "fail_PlantDied": {
                                    "Type": "Fail",
                                    "Error": "PlantDied",
                                    "Cause": "The plant did not take to its pot.",
                                },
                            },
                        },
                        "Output": "{% $merge([$states.input, { \"potted\": $states.result }]) %}",
                        "Retry": [
                            {
                                "ErrorEquals": [
                                    "States.ItemReaderFailed",
                                    "States.ResultWriterFailed",
                                ],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 2,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"trouble\": $states.errorOutput }]) %}",
                                "Next": "unreadable",
                            },
                        ],
                        "Next": "settle",
                    },
                    "settle": {
                        "Type": "Parallel",
                        "Branches": [
                            {
                                "StartAt": "charge_customer",
                                "States": {
                                    "charge_customer": {
                                        "Type": "Task",
                                        "Resource": charge_customer_fn.function_arn,
                                        "Retry": [
                                            {
                                                "ErrorEquals": [
                                                    "Lambda.TooManyRequestsException",
                                                ],
                                                "IntervalSeconds": 2,
                                                "MaxAttempts": 3,
                                            },
                                        ],
                                        "Catch": [
                                            {
                                                "ErrorEquals": ["States.ALL"],
                                                "Next": "fail_ChargeFailed",
                                            },
                                        ],
                                        "End": True,
                                    },
                                    "fail_ChargeFailed": {
                                        "Type": "Fail",
                                        "Error": "ChargeFailed",
                                        "Cause": "The card was not charged.",
                                    },
                                },
                            },
                            {
                                "StartAt": "reserve_van",
                                "States": {
                                    "reserve_van": {
                                        "Type": "Task",
                                        "Resource": reserve_van_fn.function_arn,
                                        "Retry": [
                                            {
                                                "ErrorEquals": [
                                                    "Lambda.TooManyRequestsException",
                                                ],
                                                "IntervalSeconds": 2,
                                                "MaxAttempts": 3,
                                            },
                                        ],
                                        "Catch": [
                                            {
                                                "ErrorEquals": ["States.ALL"],
                                                "Next": "fail_NoVan",
                                            },
                                        ],
                                        "End": True,
                                    },
                                    "fail_NoVan": {
                                        "Type": "Fail",
                                        "Error": "NoVan",
                                        "Cause": "No van has room.",
                                    },
                                },
                            },
                        ],
                        "Output": "{% $merge([$states.input, { \"settled\": $states.result }]) %}",
                        "Retry": [
                            {
                                "ErrorEquals": ["States.BranchFailed"],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 2,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"trouble\": $states.errorOutput }]) %}",
                                "Next": "refused",
                            },
                        ],
                        "Next": "ask_gardener",
                    },
                    "ask_gardener": {
                        "Type": "Task",
                        "Comment": "Asks the gardener whether the season is right; the answer brings the token back.",
                        "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                        "Arguments": {
                            "FunctionName": ring_the_gardener_parameter.value_as_string,
                            "Payload": {
                                "plants": "{% $states.input.plants.name %}",
                                "token": "{% $states.context.Task.Token %}",
                            },
                        },
                        "HeartbeatSeconds": 43200,
                        "Output": "{% $merge([$states.input, { \"season\": $states.result }]) %}",
                        "Retry": [
                            {
                                "ErrorEquals": ["Lambda.TooManyRequestsException"],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 3,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"trouble\": $states.errorOutput }]) %}",
                                "Next": "refused",
                            },
                        ],
                        "Next": "choice2",
                    },
                    "choice2": {
                        "Type": "Choice",
                        "Choices": [
                            {
                                "Condition": "{% $states.input.season.right = true %}",
                                "Next": "keep_order",
                            },
                        ],
                        "Default": "refused",
                    },
                    "keep_order": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::dynamodb:putItem",
                        "Arguments": {
                            "TableName": orders_table_parameter.value_as_string,
                            "Item": {
                                "id": {"S": "{% $states.input.id %}"},
                                "total": {"N": "{% $string($states.input.total) %}"},
                                "kept_at": {
                                    "S": "{% $states.context.State.EnteredTime %}",
                                },
                            },
                        },
                        "Output": "{% $states.input %}",
                        "Retry": [
                            {
                                "ErrorEquals": [
                                    "DynamoDB.ProvisionedThroughputExceededException",
                                    "DynamoDB.ThrottlingException",
                                ],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 3,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"trouble\": $states.errorOutput }]) %}",
                                "Next": "refused",
                            },
                        ],
                        "Next": "tell_customer",
                    },
                    "tell_customer": {
                        "Type": "Task",
                        "Resource": tell_customer_fn.function_arn,
                        "Output": "{% $states.input %}",
                        "Retry": [
                            {
                                "ErrorEquals": ["Lambda.TooManyRequestsException"],
                                "IntervalSeconds": 2,
                                "MaxAttempts": 3,
                            },
                        ],
                        "Catch": [
                            {
                                "ErrorEquals": ["States.ALL"],
                                "Output": "{% $merge([$states.input, { \"untold\": $states.errorOutput }]) %}",
                                "Next": "on_its_way",
                            },
                        ],
                        "Next": "on_its_way",
                    },
                    "on_its_way": {
                        "Type": "Succeed",
                        "Output": "{% $states.input.id %}",
                    },
                    "unreadable": {
                        "Type": "Fail",
                        "Error": "OrderUnreadable",
                        "Cause": "The order cannot be read, or its plants not be potted.",
                    },
                    "refused": {
                        "Type": "Fail",
                        "Error": "OrderRefused",
                        "Cause": "The order is not sent.",
                    },
                },
            }),
        )
        self.state_machine = sfn.StateMachine(
            self,
            "greenhouse_order",
            definition_body=definition,
            tracing_enabled=True,
        )
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["lambda:InvokeFunction"],
            resources=[
                read_order_fn.function_arn,
                pot_plant_fn.function_arn,
                charge_customer_fn.function_arn,
                reserve_van_fn.function_arn,
                ring_the_gardener_parameter.value_as_string,
                tell_customer_fn.function_arn,
            ],
        ))
        self.state_machine.add_to_role_policy(iam.PolicyStatement(
            actions=["dynamodb:PutItem"],
            resources=[
                f"arn:{Aws.PARTITION}:dynamodb:{Aws.REGION}:{Aws.ACCOUNT_ID}:table/{orders_table_parameter.value_as_string}",
            ],
        ))
        self.state_machine.role.attach_inline_policy(iam.Policy(
            self,
            "greenhouse_order_own_executions",
            statements=[
                iam.PolicyStatement(
                    actions=["states:StartExecution"],
                    resources=[self.state_machine.state_machine_arn],
                ),
                iam.PolicyStatement(
                    actions=["states:DescribeExecution", "states:StopExecution"],
                    resources=[
                        f"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:execution:{self.state_machine.state_machine_name}/*:*",
                    ],
                ),
            ],
        ))
