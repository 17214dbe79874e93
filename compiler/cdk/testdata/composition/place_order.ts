// Compiled by orklint from the workflow place_order; change its .ork file instead.

import { Aws, CfnParameter } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export function placeOrder(scope: Construct): sfn.IChainable {
  const priceOrderFn = new PythonFunction(scope, 'price_order_fn', {
    entry: 'lambdas',
    index: 'main.py',
    handler: 'price_order',
    runtime: lambda.Runtime.PYTHON_3_13,
    tracing: lambda.Tracing.ACTIVE,
  });
  const ordersTableParameter = new CfnParameter(scope, 'OrdersTable');
  const packingParameter = new CfnParameter(scope, 'Packing');

  const priceOrder = new tasks.LambdaInvoke(scope, 'price_order', {
    lambdaFunction: priceOrderFn,
    payloadResponseOnly: true,
  });

  const saveOrder = new sfn.CustomState(scope, 'save_order', {
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
      Retry: [{ ErrorEquals: ['DynamoDB.ProvisionedThroughputExceededException'], MaxAttempts: 4 }],
    },
  });
  const saveOrderFailed = new sfn.Pass(scope, 'save_order_failed');
  saveOrder.addCatch(saveOrderFailed);
  const queuePacking = new sfn.CustomState(scope, 'queue_packing', {
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
  const listBuckets = new sfn.CustomState(scope, 'list_buckets', {
    stateJson: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets',
      Parameters: {},
    },
  });
  const queuePackingFailed = new sfn.Pass(scope, 'queue_packing_failed');
  const listBucketsFailed = new sfn.Pass(scope, 'list_buckets_failed');
  queuePacking.addCatch(queuePackingFailed);
  listBuckets.addCatch(listBucketsFailed);
  const store = new sfn.Parallel(scope, 'store').branch(saveOrder, queuePacking.next(listBuckets));

  // The role of the state machine needs dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${orders_table}.
  // The role of the state machine needs sqs:SendMessage on arn:${AWS::Partition}:sqs:${AWS::Region}:123456789012:${packing}-queue.
  // The role of the state machine needs s3:ListAllMyBuckets on *.

  return priceOrder.next(store);
}
