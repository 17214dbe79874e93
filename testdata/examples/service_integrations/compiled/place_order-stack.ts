// Compiled by orklint from the workflow place_order; change its .ork file instead.

import { Aws, CfnParameter, Fn, Stack, StackProps } from 'aws-cdk-lib';
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
    const packingQueueUrlParameter = new CfnParameter(this, 'PackingQueueUrl');
    const ordersTopicArnParameter = new CfnParameter(this, 'OrdersTopicArn');

    const priceOrder = new tasks.LambdaInvoke(this, 'price_order', {
      lambdaFunction: priceOrderFn,
      payloadResponseOnly: true,
    });
    const saveOrder = new sfn.CustomState(this, 'save_order', {
      stateJson: {
        Type: 'Task',
        Comment: 'Writes the order to its table, and passes it on as it came.',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: {
          TableName: ordersTableParameter.valueAsString,
          Item: {
            order_id: { 'S.$': '$.order_id' },
            total: { 'N.$': "States.Format('{}', $.total)" },
            status: { S: 'open' },
          },
        },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });

    const queuePacking = new sfn.CustomState(this, 'queue_packing', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: {
          QueueUrl: packingQueueUrlParameter.valueAsString,
          MessageBody: { 'order_id.$': '$.order_id', 'lines.$': '$.lines' },
        },
      },
    });
    const queuePackingFailed = new sfn.Pass(this, 'queue_packing_failed');
    queuePacking.addCatch(queuePackingFailed);
    const announce = new sfn.CustomState(this, 'announce', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sns:publish',
        Parameters: {
          TopicArn: ordersTopicArnParameter.valueAsString,
          Subject: 'New order',
          'Message.$': "States.Format('Order {} is worth {}.', $.order_id, $.total)",
        },
      },
    });
    const announceFailed = new sfn.Pass(this, 'announce_failed');
    announce.addCatch(announceFailed);
    const parallelizeQueuePackingAnnounce = new sfn.Parallel(this, 'parallelize_queue_packing_announce').branch(
      queuePacking,
      announce,
    );

    const definition = priceOrder.next(saveOrder).next(parallelizeQueuePackingAnnounce);
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
        Fn.join(
          '',
          [
            `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:`,
            Fn.select(3, Fn.split('/', packingQueueUrlParameter.valueAsString)),
            ':',
            Fn.select(4, Fn.split('/', packingQueueUrlParameter.valueAsString)),
          ],
        ),
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['sns:Publish'],
      resources: [ordersTopicArnParameter.valueAsString],
    }));
  }
}
