// Compiled by orklint from the workflow place_order; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class PlaceOrderStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const priceOrderFn = new PythonFunction(this, 'price_order_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'price_order',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const ordersTableParameter = new CfnParameter(this, 'OrdersTable');
    const packingParameter = new CfnParameter(this, 'Packing');

    const priceOrder = new tasks.LambdaInvoke(this, 'price_order', {
      lambdaFunction: priceOrderFn,
      payloadResponseOnly: true,
    });

    const saveOrder = new sfn.CustomState(this, 'save_order', {
      stateJson: {
        Type: 'Task',
        Comment: 'Writes the order to its table.',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: {
          TableName: ordersTableParameter.valueAsString,
          Item: {
            order_id: { 'S.$': '$.order_id' },
            total: { 'N.$': "States.Format('{}', $.total)" },
            note: { NULL: sfn.JsonPath.DISCARD, empty: {}, none: [] },
          },
        },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          { ErrorEquals: ['DynamoDB.ProvisionedThroughputExceededException'], MaxAttempts: 4 },
        ],
      },
    });
    const saveOrderFailed = new sfn.Pass(this, 'save_order_failed');
    saveOrder.addCatch(saveOrderFailed);
    const queuePacking = new sfn.CustomState(this, 'queue_packing', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: {
          QueueUrl: `https://sqs.${Aws.REGION}.amazonaws.com/123456789012/${packingParameter.valueAsString}-queue`,
          MessageBody: { 'token.$': '$$.Task.Token' },
        },
        TimeoutSeconds: 3600,
        HeartbeatSeconds: 300,
      },
    });
    const listBuckets = new sfn.CustomState(this, 'list_buckets', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets',
        Parameters: {},
      },
    });
    const queuePackingFailed = new sfn.Pass(this, 'queue_packing_failed');
    const listBucketsFailed = new sfn.Pass(this, 'list_buckets_failed');
    queuePacking.addCatch(queuePackingFailed);
    listBuckets.addCatch(listBucketsFailed);
    const store = new sfn.Parallel(this, 'store').branch(saveOrder, queuePacking.next(listBuckets));

    const definition = priceOrder.next(store);
    this.stateMachine = new sfn.StateMachine(this, 'place_order', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [
        `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${ordersTableParameter.valueAsString}`,
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: [
        `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:123456789012:${packingParameter.valueAsString}-queue`,
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['s3:ListAllMyBuckets'],
      resources: ['*'],
    }));
  }
}
