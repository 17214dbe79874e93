// Compiled by orklint from the workflow greenhouse_order; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export class GreenhouseOrderStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const readOrderParameter = new CfnParameter(this, 'ReadOrder');
    const readOrderFn = lambda.Function.fromFunctionArn(
      this,
      'read_order_fn',
      readOrderParameter.valueAsString,
    );
    const potPlantParameter = new CfnParameter(this, 'PotPlant');
    const potPlantFn = lambda.Function.fromFunctionArn(
      this,
      'pot_plant_fn',
      potPlantParameter.valueAsString,
    );
    const chargeCustomerParameter = new CfnParameter(this, 'ChargeCustomer');
    const chargeCustomerFn = lambda.Function.fromFunctionArn(
      this,
      'charge_customer_fn',
      chargeCustomerParameter.valueAsString,
    );
    const reserveVanParameter = new CfnParameter(this, 'ReserveVan');
    const reserveVanFn = lambda.Function.fromFunctionArn(
      this,
      'reserve_van_fn',
      reserveVanParameter.valueAsString,
    );
    const tellCustomerParameter = new CfnParameter(this, 'TellCustomer');
    const tellCustomerFn = lambda.Function.fromFunctionArn(
      this,
      'tell_customer_fn',
      tellCustomerParameter.valueAsString,
    );
    const ringTheGardenerParameter = new CfnParameter(this, 'RingTheGardener');
    const ordersTableParameter = new CfnParameter(this, 'OrdersTable');

    const definition = sfn.DefinitionBody.fromString(
      Stack.of(this).toJsonString({
        QueryLanguage: 'JSONata',
        StartAt: 'read_order',
        States: {
          read_order: {
            Type: 'Task',
            Resource: readOrderFn.functionArn,
            Output: '{% $merge([$states.input, $states.result]) %}',
            Retry: [
              {
                ErrorEquals: ['Lambda.TooManyRequestsException'],
                IntervalSeconds: 2,
                MaxAttempts: 3,
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "trouble": $states.errorOutput }]) %}',
                Next: 'unreadable',
              },
            ],
            Next: 'choice',
          },
          choice: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $count($states.input.plants) > 0 %}', Next: 'pot_plants' }],
            Default: 'unreadable',
          },
          pot_plants: {
            Type: 'Map',
            Items: '{% $states.input.plants %}',
            MaxConcurrency: 10,
            ToleratedFailureCount: 2,
            ItemProcessor: {
              ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
              StartAt: 'pot_plant',
              States: {
                pot_plant: {
                  Type: 'Task',
                  Resource: potPlantFn.functionArn,
                  Retry: [
                    {
                      ErrorEquals: ['Lambda.TooManyRequestsException'],
                      IntervalSeconds: 2,
                      MaxAttempts: 3,
                    },
                  ],
                  Catch: [
                    {
                      ErrorEquals: ['States.ALL'],
                      Output: '{% $states.errorOutput %}',
                      Next: 'fail_PlantDied',
                    },
                  ],
                  End: true,
                },
                fail_PlantDied: {
                  Type: 'Fail',
                  Error: 'PlantDied',
                  Cause: 'The plant did not take to its pot.',
                },
              },
            },
            Output: '{% $merge([$states.input, { "potted": $states.result }]) %}',
            Retry: [
              {
                ErrorEquals: ['States.ItemReaderFailed', 'States.ResultWriterFailed'],
                IntervalSeconds: 2,
                MaxAttempts: 2,
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "trouble": $states.errorOutput }]) %}',
                Next: 'unreadable',
              },
            ],
            Next: 'settle',
          },
          settle: {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'charge_customer',
                States: {
                  charge_customer: {
                    Type: 'Task',
                    Resource: chargeCustomerFn.functionArn,
                    Retry: [
                      {
                        ErrorEquals: ['Lambda.TooManyRequestsException'],
                        IntervalSeconds: 2,
                        MaxAttempts: 3,
                      },
                    ],
                    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'fail_ChargeFailed' }],
                    End: true,
                  },
                  fail_ChargeFailed: {
                    Type: 'Fail',
                    Error: 'ChargeFailed',
                    Cause: 'The card was not charged.',
                  },
                },
              },
              {
                StartAt: 'reserve_van',
                States: {
                  reserve_van: {
                    Type: 'Task',
                    Resource: reserveVanFn.functionArn,
                    Retry: [
                      {
                        ErrorEquals: ['Lambda.TooManyRequestsException'],
                        IntervalSeconds: 2,
                        MaxAttempts: 3,
                      },
                    ],
                    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'fail_NoVan' }],
                    End: true,
                  },
                  fail_NoVan: { Type: 'Fail', Error: 'NoVan', Cause: 'No van has room.' },
                },
              },
            ],
            Output: '{% $merge([$states.input, { "settled": $states.result }]) %}',
            Retry: [{ ErrorEquals: ['States.BranchFailed'], IntervalSeconds: 2, MaxAttempts: 2 }],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "trouble": $states.errorOutput }]) %}',
                Next: 'refused',
              },
            ],
            Next: 'ask_gardener',
          },
          ask_gardener: {
            Type: 'Task',
            Comment: 'Asks the gardener whether the season is right; the answer brings the token back.',
            Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
            Arguments: {
              FunctionName: ringTheGardenerParameter.valueAsString,
              Payload: {
                plants: '{% $states.input.plants.name %}',
                token: '{% $states.context.Task.Token %}',
              },
            },
            HeartbeatSeconds: 43200,
            Output: '{% $merge([$states.input, { "season": $states.result }]) %}',
            Retry: [
              {
                ErrorEquals: ['Lambda.TooManyRequestsException'],
                IntervalSeconds: 2,
                MaxAttempts: 3,
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "trouble": $states.errorOutput }]) %}',
                Next: 'refused',
              },
            ],
            Next: 'choice2',
          },
          choice2: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.season.right = true %}', Next: 'keep_order' }],
            Default: 'refused',
          },
          keep_order: {
            Type: 'Task',
            Resource: 'arn:aws:states:::dynamodb:putItem',
            Arguments: {
              TableName: ordersTableParameter.valueAsString,
              Item: {
                id: { S: '{% $states.input.id %}' },
                total: { N: '{% $string($states.input.total) %}' },
                kept_at: { S: '{% $states.context.State.EnteredTime %}' },
              },
            },
            Output: '{% $states.input %}',
            Retry: [
              {
                ErrorEquals: [
                  'DynamoDB.ProvisionedThroughputExceededException',
                  'DynamoDB.ThrottlingException',
                ],
                IntervalSeconds: 2,
                MaxAttempts: 3,
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "trouble": $states.errorOutput }]) %}',
                Next: 'refused',
              },
            ],
            Next: 'tell_customer',
          },
          tell_customer: {
            Type: 'Task',
            Resource: tellCustomerFn.functionArn,
            Output: '{% $states.input %}',
            Retry: [
              {
                ErrorEquals: ['Lambda.TooManyRequestsException'],
                IntervalSeconds: 2,
                MaxAttempts: 3,
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "untold": $states.errorOutput }]) %}',
                Next: 'on_its_way',
              },
            ],
            Next: 'on_its_way',
          },
          on_its_way: { Type: 'Succeed', Output: '{% $states.input.id %}' },
          unreadable: {
            Type: 'Fail',
            Error: 'OrderUnreadable',
            Cause: 'The order cannot be read, or its plants not be potted.',
          },
          refused: { Type: 'Fail', Error: 'OrderRefused', Cause: 'The order is not sent.' },
        },
      }),
    );
    this.stateMachine = new sfn.StateMachine(this, 'greenhouse_order', {
      definitionBody: definition,
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [
        readOrderFn.functionArn,
        potPlantFn.functionArn,
        chargeCustomerFn.functionArn,
        reserveVanFn.functionArn,
        ringTheGardenerParameter.valueAsString,
        tellCustomerFn.functionArn,
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [
        `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${ordersTableParameter.valueAsString}`,
      ],
    }));
    this.stateMachine.role.attachInlinePolicy(new iam.Policy(this, 'greenhouse_order_own_executions', {
      statements: [
        new iam.PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [this.stateMachine.stateMachineArn],
        }),
        new iam.PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [
            `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${this.stateMachine.stateMachineName}/*:*`,
          ],
        }),
      ],
    }));
  }
}
