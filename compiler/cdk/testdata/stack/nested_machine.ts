// Compiled by orklint from the workflow nested_machine; change its .ork file instead.

import { Aws, CfnParameter, Fn, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export class NestedMachineStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const cleanUpParameter = new CfnParameter(this, 'CleanUp');

    const clean = new sfn.CustomState(this, 'clean', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Parameters: { StateMachineArn: cleanUpParameter.valueAsString, 'Input.$': '$' },
        OutputPath: '$.Output',
      },
    });

    const definition = clean;
    this.stateMachine = new sfn.StateMachine(this, 'nested_machine', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [cleanUpParameter.valueAsString],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [
        Fn.join(
          '',
          [
            `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:`,
            Fn.select(6, Fn.split(':', cleanUpParameter.valueAsString)),
            ':*',
          ],
        ),
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
      ],
    }));
  }
}
