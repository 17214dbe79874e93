// Compiled by orklint from the workflow rehearsal_copy; change its .ork file instead.

import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class RehearsalCopyStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const findBackupParameter = new CfnParameter(this, 'FindBackup');
    const findBackupFn = lambda.Function.fromFunctionArn(
      this,
      'find_backup_fn',
      findBackupParameter.valueAsString,
    );
    const sizeCopyParameter = new CfnParameter(this, 'SizeCopy');
    const sizeCopyFn = lambda.Function.fromFunctionArn(
      this,
      'size_copy_fn',
      sizeCopyParameter.valueAsString,
    );
    const restoreCopyParameter = new CfnParameter(this, 'RestoreCopy');
    const restoreCopyFn = lambda.Function.fromFunctionArn(
      this,
      'restore_copy_fn',
      restoreCopyParameter.valueAsString,
    );
    const lookAtCopyParameter = new CfnParameter(this, 'LookAtCopy');
    const lookAtCopyFn = lambda.Function.fromFunctionArn(
      this,
      'look_at_copy_fn',
      lookAtCopyParameter.valueAsString,
    );
    const blurGuestsParameter = new CfnParameter(this, 'BlurGuests');
    const blurGuestsFn = lambda.Function.fromFunctionArn(
      this,
      'blur_guests_fn',
      blurGuestsParameter.valueAsString,
    );
    const askBlurringParameter = new CfnParameter(this, 'AskBlurring');
    const askBlurringFn = lambda.Function.fromFunctionArn(
      this,
      'ask_blurring_fn',
      askBlurringParameter.valueAsString,
    );
    const saveBlurredParameter = new CfnParameter(this, 'SaveBlurred');
    const saveBlurredFn = lambda.Function.fromFunctionArn(
      this,
      'save_blurred_fn',
      saveBlurredParameter.valueAsString,
    );
    const askSavingParameter = new CfnParameter(this, 'AskSaving');
    const askSavingFn = lambda.Function.fromFunctionArn(
      this,
      'ask_saving_fn',
      askSavingParameter.valueAsString,
    );

    const findBackup = new tasks.LambdaInvoke(this, 'find_backup', {
      lambdaFunction: findBackupFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice = new sfn.Choice(this, 'choice');
    const wait2m = new sfn.Wait(this, 'wait_2m', {
      time: sfn.WaitTime.duration(Duration.minutes(2)),
    });
    const sizeCopy = new tasks.LambdaInvoke(this, 'size_copy', {
      lambdaFunction: sizeCopyFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const restoreCopy = new tasks.LambdaInvoke(this, 'restore_copy', {
      lambdaFunction: restoreCopyFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const lookAtCopy = new tasks.LambdaInvoke(this, 'look_at_copy', {
      lambdaFunction: lookAtCopyFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice2 = new sfn.Choice(this, 'choice2');
    const wait1m = new sfn.Wait(this, 'wait_1m', {
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const blurGuests = new tasks.LambdaInvoke(this, 'blur_guests', {
      lambdaFunction: blurGuestsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const blurred = new sfn.Choice(this, 'blurred');
    const wait1m2 = new sfn.Wait(this, 'wait_1m2', {
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const askBlurring = new tasks.LambdaInvoke(this, 'ask_blurring', {
      lambdaFunction: askBlurringFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const saveBlurred = new tasks.LambdaInvoke(this, 'save_blurred', {
      lambdaFunction: saveBlurredFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const saved = new sfn.Choice(this, 'saved');
    const wait1m3 = new sfn.Wait(this, 'wait_1m3', {
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const askSaving = new tasks.LambdaInvoke(this, 'ask_saving', {
      lambdaFunction: askSavingFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice3 = new sfn.Choice(this, 'choice3');
    const dropNode = new sfn.CustomState(this, 'drop_node', {
      stateJson: {
        Type: 'Task',
        Comment: 'Takes down the node of a clustered copy, or the only one.',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBInstance',
        Parameters: { 'DbInstanceIdentifier.$': '$.copy.node', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.RdsException', 'States.Timeout'],
            IntervalSeconds: 30,
            MaxAttempts: 4,
          },
        ],
      },
    });
    const dropCluster = new sfn.CustomState(this, 'drop_cluster', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBCluster',
        Parameters: { 'DbClusterIdentifier.$': '$.copy.cluster', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.InvalidDbClusterStateException', 'Rds.RdsException'],
            IntervalSeconds: 60,
            MaxAttempts: 10,
          },
        ],
      },
    });
    const dropSingle = new sfn.CustomState(this, 'drop_single', {
      stateJson: {
        Type: 'Task',
        Comment: 'Takes down the node of a clustered copy, or the only one.',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBInstance',
        Parameters: { 'DbInstanceIdentifier.$': '$.copy.node', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.RdsException', 'States.Timeout'],
            IntervalSeconds: 30,
            MaxAttempts: 4,
          },
        ],
      },
    });
    const handOver = new sfn.Pass(this, 'hand_over', { parameters: { 'backup.$': '$.saving.id' } });
    const cleanUp = new sfn.Choice(this, 'clean_up');
    const cleanNode = new sfn.CustomState(this, 'clean_node', {
      stateJson: {
        Type: 'Task',
        Comment: 'Takes down the node of a clustered copy, or the only one.',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBInstance',
        Parameters: { 'DbInstanceIdentifier.$': '$.copy.node', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.RdsException', 'States.Timeout'],
            IntervalSeconds: 30,
            MaxAttempts: 4,
          },
        ],
      },
    });
    const cleanCluster = new sfn.CustomState(this, 'clean_cluster', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBCluster',
        Parameters: { 'DbClusterIdentifier.$': '$.copy.cluster', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.InvalidDbClusterStateException', 'Rds.RdsException'],
            IntervalSeconds: 60,
            MaxAttempts: 10,
          },
        ],
      },
    });
    const cleanSingle = new sfn.CustomState(this, 'clean_single', {
      stateJson: {
        Type: 'Task',
        Comment: 'Takes down the node of a clustered copy, or the only one.',
        Resource: 'arn:aws:states:::aws-sdk:rds:deleteDBInstance',
        Parameters: { 'DbInstanceIdentifier.$': '$.copy.node', SkipFinalSnapshot: true },
        ResultPath: sfn.JsonPath.DISCARD,
        Retry: [
          {
            ErrorEquals: ['Rds.RdsException', 'States.Timeout'],
            IntervalSeconds: 30,
            MaxAttempts: 4,
          },
        ],
      },
    });
    const giveUp = new sfn.Fail(this, 'give_up', {
      errorPath: '$.trouble.name',
      causePath: '$.trouble.story',
    });
    choice
      .when(sfn.Condition.stringEquals('$.backup.state', 'ready'), sizeCopy)
      .when(sfn.Condition.stringEquals('$.backup.state', 'lost'), giveUp)
      .otherwise(wait2m);
    choice2
      .when(sfn.Condition.stringEquals('$.copy.state', 'up'), blurGuests)
      .when(sfn.Condition.stringMatches('$.copy.state', 'broken*'), cleanUp)
      .otherwise(wait1m);
    blurGuests.addCatch(cleanUp, { errors: ['States.TaskFailed'] });
    blurred
      .when(sfn.Condition.stringMatches('$.blurring.state', 'done*'), saveBlurred)
      .when(sfn.Condition.stringMatches('$.blurring.state', 'broken*'), cleanUp)
      .otherwise(wait1m2);
    saved
      .when(sfn.Condition.stringEquals('$.saving.state', 'ready'), choice3)
      .when(sfn.Condition.stringEquals('$.saving.state', 'lost'), cleanUp)
      .otherwise(wait1m3);
    choice3
      .when(sfn.Condition.stringEquals('$.copy.kind', 'cluster'), dropNode)
      .when(sfn.Condition.stringEquals('$.copy.kind', 'single'), dropSingle)
      .otherwise(handOver);
    cleanUp
      .when(
        sfn.Condition.and(
          sfn.Condition.isPresent('$.copy.kind'),
          sfn.Condition.stringEquals('$.copy.kind', 'cluster'),
        ),
        cleanNode,
      )
      .when(
        sfn.Condition.and(
          sfn.Condition.isPresent('$.copy.kind'),
          sfn.Condition.stringEquals('$.copy.kind', 'single'),
        ),
        cleanSingle,
      )
      .otherwise(giveUp);
    cleanNode.addCatch(cleanCluster, { resultPath: sfn.JsonPath.DISCARD });
    cleanCluster.addCatch(giveUp, { resultPath: sfn.JsonPath.DISCARD });
    cleanSingle.addCatch(giveUp, { resultPath: sfn.JsonPath.DISCARD });
    wait2m.next(findBackup);
    sizeCopy.next(restoreCopy).next(lookAtCopy).next(choice2);
    wait1m.next(lookAtCopy);
    blurGuests.next(blurred);
    wait1m2.next(askBlurring).next(blurred);
    saveBlurred.next(saved);
    wait1m3.next(askSaving).next(saved);
    dropNode.next(dropCluster).next(handOver);
    dropSingle.next(handOver);
    cleanNode.next(cleanCluster).next(giveUp);
    cleanSingle.next(giveUp);

    const definition = findBackup.next(choice);
    this.stateMachine = new sfn.StateMachine(this, 'rehearsal_copy', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(new iam.PolicyStatement({
      actions: ['rds:DeleteDBInstance', 'rds:DeleteDBCluster'],
      resources: ['*'],
    }));
  }
}
