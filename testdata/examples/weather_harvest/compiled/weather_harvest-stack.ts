// Compiled by orklint from the workflow weather_harvest; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export class WeatherHarvestStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const gatherParameter = new CfnParameter(this, 'Gather');
    const gatherFn = lambda.Function.fromFunctionArn(
      this,
      'gather_fn',
      gatherParameter.valueAsString,
    );
    const harvestBucketParameter = new CfnParameter(this, 'HarvestBucket');
    const indexerArnParameter = new CfnParameter(this, 'IndexerArn');

    const definition = sfn.DefinitionBody.fromString(
      Stack.of(this).toJsonString({
        TimeoutSeconds: 10800,
        StartAt: 'remember_network',
        States: {
          remember_network: {
            Type: 'Pass',
            QueryLanguage: 'JSONata',
            Assign: {
              network: '{% $states.input.network %}',
              stations: '{% $states.input.stations %}',
              bucket: harvestBucketParameter.valueAsString,
              day: '{% $split($states.context.Execution.StartTime, "T")[0] %}',
              code: 200,
            },
            Next: 'remember_places',
          },
          remember_places: {
            Type: 'Pass',
            QueryLanguage: 'JSONata',
            Assign: {
              log: '{% "logs/" & $day & "/" & $network %}',
              indexer: `{% "${indexerArnParameter.valueAsString}" %}`,
            },
            Next: 'log_start',
          },
          log_start: {
            Type: 'Task',
            QueryLanguage: 'JSONata',
            Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
            Arguments: {
              Bucket: '{% $bucket %}',
              Key: '{% $log & "/start.json" %}',
              Body: { network: '{% $network %}', code: 200, rows: 0 },
            },
            Retry: [
              { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 },
            ],
            Next: 'gather_all',
          },
          gather_all: {
            Type: 'Map',
            QueryLanguage: 'JSONata',
            ItemReader: {
              Resource: 'arn:aws:states:::s3:getObject',
              ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
              Arguments: { Bucket: '{% $bucket %}', Key: '{% $stations %}' },
            },
            ItemBatcher: {
              MaxItemsPerBatch: 500,
              BatchInput: { network: '{% $network %}', bucket: '{% $bucket %}', log: '{% $log %}' },
            },
            MaxConcurrency: 1,
            ItemProcessor: {
              ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
              StartAt: 'gather',
              States: {
                gather: {
                  Type: 'Task',
                  QueryLanguage: 'JSONata',
                  Resource: gatherFn.functionArn,
                  Arguments: {
                    readings: '{% $states.input.Items %}',
                    network: '{% $states.input.BatchInput.network %}',
                  },
                  Retry: [
                    {
                      ErrorEquals: ['Lambda.TooManyRequestsException'],
                      IntervalSeconds: 2,
                      MaxAttempts: 6,
                      JitterStrategy: 'FULL',
                    },
                  ],
                  Catch: [
                    {
                      ErrorEquals: ['States.ALL'],
                      Output: {
                        log: '{% $states.input.BatchInput.log %}',
                        bucket: '{% $states.input.BatchInput.bucket %}',
                        trouble: '{% $states.errorOutput %}',
                      },
                      Next: 'count_batch',
                    },
                  ],
                  End: true,
                },
                count_batch: {
                  Type: 'Task',
                  QueryLanguage: 'JSONata',
                  Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
                  Arguments: {
                    Namespace: 'Weather',
                    MetricData: [{ MetricName: 'Lost', Value: 1, Unit: 'Count' }],
                  },
                  Output: '{% $states.input %}',
                  Next: 'log_batch',
                },
                log_batch: {
                  Type: 'Task',
                  QueryLanguage: 'JSONata',
                  Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
                  Arguments: {
                    Bucket: '{% $states.input.bucket %}',
                    Key: '{% $states.input.log & "/" & $uuid() & ".json" %}',
                    Body: { code: 500, story: '{% $states.input.trouble %}' },
                  },
                  Retry: [
                    {
                      ErrorEquals: ['States.ALL'],
                      IntervalSeconds: 1,
                      MaxAttempts: 3,
                      BackoffRate: 2,
                    },
                  ],
                  Next: 'fail_BatchLost',
                },
                fail_BatchLost: {
                  Type: 'Fail',
                  Error: 'BatchLost',
                  Cause: 'A batch could not be gathered; its log says why.',
                },
              },
            },
            Output: { story: 'All is gathered.' },
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Assign: { code: 500 },
                Output: { story: '{% $states.errorOutput %}' },
                Next: 'count_run',
              },
            ],
            Next: 'build_index',
          },
          count_run: {
            Type: 'Task',
            QueryLanguage: 'JSONata',
            Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
            Arguments: {
              Namespace: 'Weather',
              MetricData: [{ MetricName: 'Lost', Value: 1, Unit: 'Count' }],
            },
            Output: '{% $states.input %}',
            Next: 'log_end',
          },
          build_index: {
            Type: 'Task',
            Comment: 'Builds the index of what was gathered.',
            QueryLanguage: 'JSONata',
            Resource: 'arn:aws:states:::states:startExecution.sync:2',
            Arguments: { StateMachineArn: '{% $indexer %}', Input: { network: '{% $network %}' } },
            Output: { story: 'All is gathered and indexed.' },
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Assign: { code: 500 },
                Output: { story: '{% $states.errorOutput %}' },
                Next: 'log_end',
              },
            ],
            Next: 'log_end',
          },
          log_end: {
            Type: 'Task',
            QueryLanguage: 'JSONata',
            Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
            Arguments: {
              Bucket: '{% $bucket %}',
              Key: '{% $log & "/end.json" %}',
              Body: {
                network: '{% $network %}',
                code: '{% $code %}',
                story: '{% $states.input.story %}',
              },
            },
            Retry: [
              { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 },
            ],
            Next: 'choice',
          },
          choice: {
            Type: 'Choice',
            QueryLanguage: 'JSONata',
            Choices: [{ Condition: '{% $code >= 500 %}', Next: 'fail' }],
            Default: 'harvested',
          },
          fail: { Type: 'Fail' },
          harvested: { Type: 'Succeed' },
        },
      }),
    );
    this.stateMachine = new sfn.StateMachine(this, 'weather_harvest', {
      definitionBody: definition,
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['s3:PutObject', 's3:GetObject'],
      resources: [`arn:${Aws.PARTITION}:s3:::*/*`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [gatherFn.functionArn],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [`arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:*`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [`arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:*:*`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
      ],
    }));
    this.stateMachine.role.attachInlinePolicy(new iam.Policy(this, 'weather_harvest_own_executions', {
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
