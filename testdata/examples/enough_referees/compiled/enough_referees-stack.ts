// Compiled by orklint from the workflow enough_referees; change its .ork file instead.

import { Aws, CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class EnoughRefereesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const askRefereeParameter = new CfnParameter(this, 'AskReferee');
    const askRefereeFn = lambda.Function.fromFunctionArn(
      this,
      'ask_referee_fn',
      askRefereeParameter.valueAsString,
    );
    const ballotsTableParameter = new CfnParameter(this, 'BallotsTable');

    const openBallot = new sfn.CustomState(this, 'open_ballot', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Item: { id: { 'S.$': '$$.Execution.Id' }, answers: { L: [] }, silent: { L: [] } },
        },
      },
    });

    const askFirst = new tasks.LambdaInvoke(this, 'ask_first', {
      lambdaFunction: askRefereeFn,
      payloadResponseOnly: true,
    });
    const firstSilent = new sfn.CustomState(this, 'first_silent', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET silent = list_append(silent, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'first' }] } },
        },
      },
    });
    const firstAnswered = new sfn.CustomState(this, 'first_answered', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET answers = list_append(answers, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'first' }] } },
        },
      },
    });
    const readAfterFirst = new sfn.CustomState(this, 'read_after_first', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          ConsistentRead: true,
        },
      },
    });
    const sumAfterFirst = new sfn.Pass(this, 'sum_after_first', {
      parameters: { 'answers.$': 'States.ArrayLength($.Item.answers.L)' },
    });
    const enoughAfterFirst = new sfn.Choice(this, 'enough_after_first');
    const enoughAfterFirstDone = new sfn.Pass(this, 'enough_after_first_done');
    const enoughWithFirst = new sfn.Fail(this, 'enough_with_first', {
      comment: 'No failure, but the way to stop the others.',
      error: 'EnoughAnswers',
    });
    askFirst.addCatch(firstSilent, { resultPath: '$.silence' });
    enoughAfterFirst
      .when(
        sfn.Condition.numberGreaterThanEqualsJsonPath('$.answers', '$$.Execution.Input.enough'),
        enoughWithFirst,
      )
      .otherwise(enoughAfterFirstDone);
    firstSilent.next(readAfterFirst);
    const askSecond = new tasks.LambdaInvoke(this, 'ask_second', {
      lambdaFunction: askRefereeFn,
      payloadResponseOnly: true,
    });
    const secondSilent = new sfn.CustomState(this, 'second_silent', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET silent = list_append(silent, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'second' }] } },
        },
      },
    });
    const secondAnswered = new sfn.CustomState(this, 'second_answered', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET answers = list_append(answers, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'second' }] } },
        },
      },
    });
    const readAfterSecond = new sfn.CustomState(this, 'read_after_second', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          ConsistentRead: true,
        },
      },
    });
    const sumAfterSecond = new sfn.Pass(this, 'sum_after_second', {
      parameters: { 'answers.$': 'States.ArrayLength($.Item.answers.L)' },
    });
    const enoughAfterSecond = new sfn.Choice(this, 'enough_after_second');
    const enoughAfterSecondDone = new sfn.Pass(this, 'enough_after_second_done');
    const enoughWithSecond = new sfn.Fail(this, 'enough_with_second', { error: 'EnoughAnswers' });
    askSecond.addCatch(secondSilent, { resultPath: '$.silence' });
    enoughAfterSecond
      .when(
        sfn.Condition.numberGreaterThanEqualsJsonPath('$.answers', '$$.Execution.Input.enough'),
        enoughWithSecond,
      )
      .otherwise(enoughAfterSecondDone);
    secondSilent.next(readAfterSecond);
    const askThird = new tasks.LambdaInvoke(this, 'ask_third', {
      lambdaFunction: askRefereeFn,
      payloadResponseOnly: true,
    });
    const thirdSilent = new sfn.CustomState(this, 'third_silent', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET silent = list_append(silent, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'third' }] } },
        },
      },
    });
    const thirdAnswered = new sfn.CustomState(this, 'third_answered', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET answers = list_append(answers, :who)',
          ExpressionAttributeValues: { ':who': { L: [{ S: 'third' }] } },
        },
      },
    });
    const readAfterThird = new sfn.CustomState(this, 'read_after_third', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          ConsistentRead: true,
        },
      },
    });
    const sumAfterThird = new sfn.Pass(this, 'sum_after_third', {
      parameters: { 'answers.$': 'States.ArrayLength($.Item.answers.L)' },
    });
    const enoughAfterThird = new sfn.Choice(this, 'enough_after_third');
    const enoughAfterThirdDone = new sfn.Pass(this, 'enough_after_third_done');
    const enoughWithThird = new sfn.Fail(this, 'enough_with_third', { error: 'EnoughAnswers' });
    askThird.addCatch(thirdSilent, { resultPath: '$.silence' });
    enoughAfterThird
      .when(
        sfn.Condition.numberGreaterThanEqualsJsonPath('$.answers', '$$.Execution.Input.enough'),
        enoughWithThird,
      )
      .otherwise(enoughAfterThirdDone);
    thirdSilent.next(readAfterThird);
    const wait14d = new sfn.Wait(this, 'wait_14d', {
      time: sfn.WaitTime.duration(Duration.days(14)),
    });
    const closeLate = new sfn.CustomState(this, 'close_late', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET late = :yes',
          ExpressionAttributeValues: { ':yes': { BOOL: true } },
        },
      },
    });
    const timeIsUp = new sfn.Fail(this, 'time_is_up', { error: 'TooLate' });
    const race = new sfn.Parallel(this, 'race').branch(
      askFirst.next(firstAnswered).next(readAfterFirst).next(sumAfterFirst).next(enoughAfterFirst),
      askSecond
        .next(secondAnswered)
        .next(readAfterSecond)
        .next(sumAfterSecond)
        .next(enoughAfterSecond),
      askThird.next(thirdAnswered).next(readAfterThird).next(sumAfterThird).next(enoughAfterThird),
      wait14d.next(closeLate).next(timeIsUp),
    );

    const withoutEnough = new sfn.Pass(this, 'without_enough');
    const withEnough = new sfn.Pass(this, 'with_enough');
    const forgiveLateness = new sfn.CustomState(this, 'forgive_lateness', {
      stateJson: {
        Type: 'Task',
        Comment: 'Opens a ballot again that was closed late, but had enough answers by then.',
        Resource: 'arn:aws:states:::dynamodb:updateItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          UpdateExpression: 'SET late = :no',
          ConditionExpression: 'late = :yes and size(answers) >= :enough',
          ExpressionAttributeValues: {
            ':no': { BOOL: false },
            ':yes': { BOOL: true },
            ':enough': { 'N.$': "States.Format('{}', $$.Execution.Input.enough)" },
          },
        },
      },
    });
    const readOutcome = new sfn.CustomState(this, 'read_outcome', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: {
          TableName: ballotsTableParameter.valueAsString,
          Key: { id: { 'S.$': '$$.Execution.Id' } },
          ConsistentRead: true,
        },
      },
    });
    race.addCatch(withEnough, { errors: ['EnoughAnswers'] });
    race.addCatch(withoutEnough, { errors: ['TooLate'] });
    forgiveLateness.addCatch(readOutcome, { errors: ['DynamoDB.ConditionalCheckFailedException'] });
    withoutEnough.next(forgiveLateness);

    const definition = openBallot
      .next(race)
      .next(withEnough)
      .next(forgiveLateness)
      .next(readOutcome);
    this.stateMachine = new sfn.StateMachine(this, 'enough_referees', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:GetItem'],
      resources: [
        `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${ballotsTableParameter.valueAsString}`,
      ],
    }));
  }
}
