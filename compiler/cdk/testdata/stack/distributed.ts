// Compiled by orklint from the workflow distributed; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class DistributedStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const thumbnailFn = new PythonFunction(this, 'thumbnail_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'thumbnail',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const reportFn = new PythonFunction(this, 'report_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'report',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const topicParameter = new CfnParameter(this, 'Topic');

    const mapObjects = new sfn.CustomState(this, 'map_objects', {
      stateJson: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:listObjectsV2',
          Parameters: { 'Bucket.$': '$.bucket' },
        },
        MaxConcurrency: 0,
        ToleratedFailurePercentage: 100,
        Label: 'objects',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'thumbnail',
          States: {
            thumbnail: {
              Type: 'Task',
              Resource: thumbnailFn.functionArn,
              Retry: [
                {
                  ErrorEquals: [
                    'Lambda.ClientExecutionTimeoutException',
                    'Lambda.ServiceException',
                    'Lambda.AWSLambdaException',
                    'Lambda.SdkClientException',
                  ],
                  IntervalSeconds: 2,
                  MaxAttempts: 6,
                  BackoffRate: 2,
                },
              ],
              Next: 'log',
            },
            log: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sns:publish',
              Parameters: { TopicArn: topicParameter.valueAsString, 'Message.$': '$' },
              End: true,
            },
          },
        },
      },
    });
    const report = new tasks.LambdaInvoke(this, 'report', {
      lambdaFunction: reportFn,
      payloadResponseOnly: true,
    });

    const definition = mapObjects.next(report);
    this.stateMachine = new sfn.StateMachine(this, 'distributed', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [`arn:${Aws.PARTITION}:s3:::*`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [thumbnailFn.functionArn],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['sns:Publish'],
      resources: [topicParameter.valueAsString],
    }));
    this.stateMachine.role.attachInlinePolicy(new iam.Policy(this, 'distributed_own_executions', {
      statements: [
        new iam.PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [this.stateMachine.stateMachineArn],
        }),
        new iam.PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [
            `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${this.stateMachine.stateMachineName}/objects:*`,
          ],
        }),
      ],
    }));
  }
}
