// Compiled by orklint from the workflow version; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/** All at once */
export class VersionStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const tableParameter = new CfnParameter(this, 'Table');

    const definition = sfn.DefinitionBody.fromString(
      Stack.of(this).toJsonString({
        Comment: 'All at once',
        QueryLanguage: 'JSONata',
        Version: '1.0',
        TimeoutSeconds: 60,
        StartAt: 'audit',
        States: {
          audit: {
            Type: 'Task',
            Resource: `arn:${Aws.PARTITION}:lambda:eu-west-1:123456789012:function:audit`,
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
            Next: 'save',
          },
          save: {
            Type: 'Task',
            Resource: 'arn:aws:states:::dynamodb:putItem',
            Arguments: { TableName: tableParameter.valueAsString },
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Comment: 'Keeps the order',
                Output: { saved: sfn.JsonPath.DISCARD },
                Next: 'gave_up',
              },
            ],
            End: true,
          },
          gave_up: { Type: 'Fail', Error: 'GaveUp' },
        },
      }),
    );
    this.stateMachine = new sfn.StateMachine(this, 'version', {
      definitionBody: definition,
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [`arn:${Aws.PARTITION}:lambda:eu-west-1:123456789012:function:audit`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [
        `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${tableParameter.valueAsString}`,
      ],
    }));
  }
}
