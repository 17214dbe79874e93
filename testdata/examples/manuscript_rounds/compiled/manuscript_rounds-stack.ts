// Compiled by orklint from the workflow manuscript_rounds; change its .ork file instead.

import { Aws, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export class ManuscriptRoundsStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const readersTableParameter = new CfnParameter(this, 'ReadersTable');

    const sayReceived = new sfn.CustomState(this, 'say_received', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents',
        Parameters: {
          Entries: [{ Source: 'manuscripts', DetailType: 'received', Detail: { 'id.$': '$.id' } }],
        },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const findFirst = new sfn.CustomState(this, 'find_first', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan',
        Parameters: {
          TableName: readersTableParameter.valueAsString,
          FilterExpression: 'stage = :stage',
          ExpressionAttributeValues: { ':stage': { S: 'first' } },
        },
        ResultPath: '$.found',
      },
    });

    const askFirst = new sfn.CustomState(this, 'ask_first', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents.waitForTaskToken',
        Parameters: {
          Entries: [
            {
              Source: 'manuscripts',
              DetailType: 'read this',
              Detail: {
                'token.$': '$$.Task.Token',
                'reader.$': '$.reader',
                'manuscript.$': '$$.Execution.Input.id',
              },
            },
          ],
        },
        HeartbeatSeconds: 864000,
        ResultPath: '$.opinion',
      },
    });
    const saySilent = new sfn.CustomState(this, 'say_silent', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents',
        Parameters: {
          Entries: [
            { Source: 'manuscripts', DetailType: 'silent', Detail: { 'reader.$': '$.reader' } },
          ],
        },
      },
    });
    const silent = new sfn.Fail(this, 'silent', {
      error: 'Silent',
      cause: 'A reader of the first round did not answer.',
    });
    const firstOpinion = new sfn.Pass(this, 'first_opinion', {
      parameters: { 'reader.$': '$.reader', 'likes.$': '$.opinion.likes' },
    });
    const choice = new sfn.Choice(this, 'choice');
    const disliked = new sfn.Fail(this, 'disliked', { error: 'Disliked' });
    const liked = new sfn.Pass(this, 'liked');
    askFirst.addCatch(saySilent, { errors: ['States.HeartbeatTimeout'], resultPath: '$.silence' });
    choice.when(sfn.Condition.booleanEquals('$.likes', false), disliked).otherwise(liked);
    saySilent.next(silent);
    const firstRound = new sfn.Map(this, 'first_round', {
      itemsPath: '$.found.Items',
      itemSelector: { 'reader.$': '$$.Map.Item.Value' },
      maxConcurrency: 20,
      resultPath: '$.rounds.first',
    }).itemProcessor(askFirst.next(firstOpinion).next(choice));

    const writeRefusal = new sfn.Pass(this, 'write_refusal', {
      parameters: { rounds: { 'verdict.$': '$.verdict.Error' } },
    });
    const countRefused = new sfn.CustomState(this, 'count_refused', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: { Namespace: 'Manuscripts', MetricData: [{ MetricName: 'Refused', Value: 1 }] },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const countFirst = new sfn.CustomState(this, 'count_first', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: { Namespace: 'Manuscripts', MetricData: [{ MetricName: 'First', Value: 1 }] },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const findSecond = new sfn.CustomState(this, 'find_second', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan',
        Parameters: {
          TableName: readersTableParameter.valueAsString,
          FilterExpression: 'stage = :stage',
          ExpressionAttributeValues: { ':stage': { S: 'second' } },
        },
        ResultPath: '$.found',
      },
    });

    const askSecond = new sfn.CustomState(this, 'ask_second', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents.waitForTaskToken',
        Parameters: {
          Entries: [
            {
              Source: 'manuscripts',
              DetailType: 'read this',
              Detail: {
                'token.$': '$$.Task.Token',
                'reader.$': '$.reader',
                'manuscript.$': '$$.Execution.Input.id',
              },
            },
          ],
        },
        HeartbeatSeconds: 864000,
        ResultPath: '$.opinion',
      },
    });
    const countSilentSecond = new sfn.CustomState(this, 'count_silent_second', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: {
          Namespace: 'Manuscripts',
          MetricData: [{ MetricName: 'SilentSecond', Value: 1 }],
        },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const secondOpinion = new sfn.Pass(this, 'second_opinion', {
      parameters: { 'reader.$': '$.reader', 'opinion.$': '$.opinion' },
    });
    askSecond.addCatch(countSilentSecond, {
      errors: ['States.HeartbeatTimeout'],
      resultPath: '$.silence',
    });
    const secondRound = new sfn.Map(this, 'second_round', {
      itemsPath: '$.found.Items',
      itemSelector: { 'reader.$': '$$.Map.Item.Value', 'rounds.$': '$.rounds' },
      maxConcurrency: 20,
      resultPath: '$.rounds.second',
    }).itemProcessor(askSecond.next(secondOpinion));

    const countSecond = new sfn.CustomState(this, 'count_second', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: { Namespace: 'Manuscripts', MetricData: [{ MetricName: 'Second', Value: 1 }] },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const findThird = new sfn.CustomState(this, 'find_third', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan',
        Parameters: {
          TableName: readersTableParameter.valueAsString,
          FilterExpression: 'stage = :stage',
          ExpressionAttributeValues: { ':stage': { S: 'third' } },
        },
        ResultPath: '$.found',
      },
    });

    const askThird = new sfn.CustomState(this, 'ask_third', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents.waitForTaskToken',
        Parameters: {
          Entries: [
            {
              Source: 'manuscripts',
              DetailType: 'read this',
              Detail: {
                'token.$': '$$.Task.Token',
                'reader.$': '$.reader',
                'manuscript.$': '$$.Execution.Input.id',
              },
            },
          ],
        },
        HeartbeatSeconds: 864000,
        ResultPath: '$.opinion',
      },
    });
    const countSilentThird = new sfn.CustomState(this, 'count_silent_third', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: {
          Namespace: 'Manuscripts',
          MetricData: [{ MetricName: 'SilentThird', Value: 1 }],
        },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const thirdOpinion = new sfn.Pass(this, 'third_opinion', {
      parameters: { 'reader.$': '$.reader', 'opinion.$': '$.opinion' },
    });
    askThird.addCatch(countSilentThird, {
      errors: ['States.HeartbeatTimeout'],
      resultPath: '$.silence',
    });
    const thirdRound = new sfn.Map(this, 'third_round', {
      itemsPath: '$.found.Items',
      itemSelector: { 'reader.$': '$$.Map.Item.Value', 'rounds.$': '$.rounds' },
      maxConcurrency: 20,
      resultPath: '$.rounds.third',
    }).itemProcessor(askThird.next(thirdOpinion));

    const countThird = new sfn.CustomState(this, 'count_third', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: { Namespace: 'Manuscripts', MetricData: [{ MetricName: 'Third', Value: 1 }] },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const findLast = new sfn.CustomState(this, 'find_last', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan',
        Parameters: {
          TableName: readersTableParameter.valueAsString,
          FilterExpression: 'stage = :stage',
          ExpressionAttributeValues: { ':stage': { S: 'last' } },
        },
        ResultPath: '$.found',
      },
    });

    const askLast = new sfn.CustomState(this, 'ask_last', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents.waitForTaskToken',
        Parameters: {
          Entries: [
            {
              Source: 'manuscripts',
              DetailType: 'read this',
              Detail: {
                'token.$': '$$.Task.Token',
                'reader.$': '$.reader',
                'manuscript.$': '$$.Execution.Input.id',
              },
            },
          ],
        },
        HeartbeatSeconds: 864000,
        ResultPath: '$.opinion',
      },
    });
    const countSilentLast = new sfn.CustomState(this, 'count_silent_last', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: {
          Namespace: 'Manuscripts',
          MetricData: [{ MetricName: 'SilentLast', Value: 1 }],
        },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    const lastOpinion = new sfn.Pass(this, 'last_opinion', {
      parameters: { 'reader.$': '$.reader', 'opinion.$': '$.opinion' },
    });
    askLast.addCatch(countSilentLast, {
      errors: ['States.HeartbeatTimeout'],
      resultPath: '$.silence',
    });
    const lastRound = new sfn.Map(this, 'last_round', {
      itemsPath: '$.found.Items',
      itemSelector: { 'reader.$': '$$.Map.Item.Value', 'rounds.$': '$.rounds' },
      maxConcurrency: 20,
      resultPath: '$.rounds.last',
    }).itemProcessor(askLast.next(lastOpinion));

    const countLast = new sfn.CustomState(this, 'count_last', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
        Parameters: { Namespace: 'Manuscripts', MetricData: [{ MetricName: 'Last', Value: 1 }] },
        ResultPath: sfn.JsonPath.DISCARD,
      },
    });
    firstRound.addCatch(writeRefusal, { resultPath: '$.verdict' });
    writeRefusal.next(countRefused);
    const keepManuscript = new sfn.Pass(this, 'keep_manuscript', {
      parameters: { 'manuscript.$': '$' },
    });
    const rounds = new sfn.Parallel(this, 'rounds').branch(
      sayReceived
        .next(findFirst)
        .next(firstRound)
        .next(countFirst)
        .next(findSecond)
        .next(secondRound)
        .next(countSecond)
        .next(findThird)
        .next(thirdRound)
        .next(countThird)
        .next(findLast)
        .next(lastRound)
        .next(countLast),
      keepManuscript,
    );

    const sumUp = new sfn.Pass(this, 'sum_up', {
      parameters: { 'rounds.$': '$[0].rounds', 'manuscript.$': '$[1].manuscript' },
    });
    const sayDone = new sfn.CustomState(this, 'say_done', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::events:putEvents',
        Parameters: {
          Entries: [
            { Source: 'manuscripts', DetailType: 'done', Detail: { 'rounds.$': '$.rounds' } },
          ],
        },
      },
    });

    const definition = rounds.next(sumUp).next(sayDone);
    this.stateMachine = new sfn.StateMachine(this, 'manuscript_rounds', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['events:PutEvents'],
      resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['dynamodb:Scan'],
      resources: [
        `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${readersTableParameter.valueAsString}`,
      ],
    }));
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
    }));
  }
}
